import { KIN_LOOK } from '../../../content/texts/people/kin';
import { clockTime } from '../../../content/texts/time';
import { STATUS } from '../../../content/texts/victim';
import { QUIET } from '../../../content/texts/wishes/quiet';
import { UNDO } from '../../../content/texts/wishes/undo';
import { ENOUGH, SAFE } from '../../../content/texts/wishes/wishes';
import { plain } from '../../parts';
import { nameOf, on, type Scene } from '../../scene';
import type { News } from '../victimRows';
import { ownUnable } from './unable';

/** Somebody has looked at whom the victim wants rung: the latest look. */
export function kinLooked(scene: Scene): News[] {
  const last = scene.incident.kinLooks?.at(-1);
  if (!last || scene.incident.state !== 'open') return [];
  const line = KIN_LOOK.lookedLine(nameOf(scene, last.by), clockTime(last.at, scene.now));
  return [{ at: last.at, title: KIN_LOOK.looked, lines: [line] }];
}

/** Somebody took back that they lead, or that it was over. */
export function takenBack(scene: Scene): News[] {
  const { undone, lead, state } = scene.incident;
  if (!undone?.isTold || undone.by === scene.viewer.person || state !== 'open') return [];
  const words = lead ? UNDO.led : UNDO.unled;
  const line = words(nameOf(scene, undone.by), clockTime(undone.at, scene.now));
  return [{ at: undone.at, title: UNDO.title, lines: [line] }];
}

/** "Jag är i säkerhet nu" and "Nog nu". */
export function wished(scene: Scene): News[] {
  const { safeAt, enoughAt, quiet, unable, lead } = scene.incident;
  const who = lead ? nameOf(scene, lead.person) : STATUS.taker;
  return [
    ...(quiet
      ? [
          {
            at: quiet.at,
            title: QUIET.title,
            lines: [QUIET.line],
            buttons: [plain(QUIET.lift, 'liftQuiet', on(scene))],
          },
        ]
      : []),
    ...ownUnable(scene),
    ...(safeAt
      ? [{ at: safeAt, title: SAFE.title, lines: [quiet || unable ? QUIET.check : SAFE.line(who)] }]
      : []),
    ...(enoughAt
      ? [
          {
            at: enoughAt,
            title: ENOUGH.title,
            lines: [ENOUGH.line(clockTime(enoughAt, scene.now))],
            buttons: [plain(ENOUGH.goOn, 'goOn', on(scene))],
          },
        ]
      : []),
  ];
}
