import { clockTime } from '../../../content/texts/time';
import { STATUS } from '../../../content/texts/victim';
import { QUIET } from '../../../content/texts/wishes/quiet';
import { callAt, callingSince } from '../../../routine/rules/ladders/reaching';
import { nameOf, type Scene } from '../../scene';
import type { News } from '../victimRows';
import { askToRing } from './reach';

/* The victim has asked to be rung: who does it, and since when they know. */

const taker = (scene: Scene): string => {
  const { lead } = scene.incident;
  return lead ? nameOf(scene, lead.person) : STATUS.taker;
};

/** Whether nobody rings, whatever was asked for. */
const isHushed = ({ incident }: Scene): boolean =>
  incident.quiet !== undefined || incident.unable !== undefined;

/** Who is to ring, and when they got to know, by what has arrived. `at`: when it goes to them; undefined: at once. */
function callLine(scene: Scene, told: string | undefined, at?: Date): string {
  if (isHushed(scene)) return QUIET.noCall;
  const who = taker(scene);
  if (told) return STATUS.call(who, clockTime(told, scene.now));
  return at && at > scene.now
    ? STATUS.callSoon(who, clockTime(at.toISOString(), scene.now))
    : STATUS.callOnWay(who);
}

/** "Ring mig nu" until they have spoken; then that they have, or that the police have taken over. */
function calls(scene: Scene): News[] {
  const since = callingSince(scene.incident);
  const { spoken, lead } = scene.incident;
  if (since && lead)
    return [
      { at: since, title: STATUS.callNowTitle, lines: [callLine(scene, scene.facts.victim?.ringTold.now)] },
    ];
  if (!spoken || !lead) return [];
  const at = clockTime(spoken.at, scene.now);
  return spoken.how === 'talked'
    ? [{ at: spoken.at, title: STATUS.spokenTitle, lines: [STATUS.spoken(at, askToRing(scene))] }]
    : [{ at: spoken.at, title: STATUS.policeTitle, lines: [STATUS.spoken(at, askToRing(scene))] }];
}

/** "Ring mig" and "Jag tryckte fel": what becomes of them. */
export function askedToBeRung(scene: Scene): News[] {
  const { wantsCallAt, mistakeAt, lead } = scene.incident;
  const call =
    lead && wantsCallAt
      ? callLine(scene, scene.facts.victim?.ringTold.plain, callAt(scene)?.at)
      : isHushed(scene)
        ? QUIET.noCall
        : STATUS.callUnled;
  return [
    ...(wantsCallAt ? [{ at: wantsCallAt, title: STATUS.callTitle, lines: [call] }] : []),
    ...calls(scene),
    ...(mistakeAt
      ? [
          {
            at: mistakeAt,
            title: STATUS.mistakeTitle,
            lines: [isHushed(scene) ? QUIET.check : STATUS.mistake(taker(scene))],
          },
        ]
      : []),
  ];
}
