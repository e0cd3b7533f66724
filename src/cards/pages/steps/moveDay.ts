import { BUTTON } from '../../../content/texts/common';
import { DETAILS } from '../../../content/texts/pages';
import { MOVE_DAY } from '../../../content/texts/standing/moveDay';
import { longDay } from '../../../content/texts/time';
import { ROUND } from '../../../content/texts/timed';
import { dayOf } from '../../../routine/calendar/localTime';
import { stepOf } from '../../../routine/model/routine';
import { stored } from '../../../routine/rules/progress';
import { MOVE_FIELDS } from '../../../routine/transitions/protection';
import { fields, primary, type Typed } from '../../parts';
import { adding, type Scene } from '../../scene';
import { wordsOf } from '../../stepParts';
import type { View } from '../../view';
import { form } from '../forms';
import { movesOf } from './measures';

const [TALK] = ['talk'] as const;

/** The thing that waits, in words, and what became of its day. */
function shownOf(scene: Scene, key: string) {
  const step = stepOf(scene.routine, key);
  if (step) return { what: wordsOf(scene, step).short, moves: stored(scene.incident, key).moves };
  const talk = scene.incident.talks.find(({ id }) => key === `${TALK}.${id}`);
  return { what: ROUND.about[TALK] ?? '', moves: talk?.moves };
}

/** The form on another day for something that waits for the viewer. */
export function moveDayPage(scene: Scene, key: string, typed: Typed): View {
  const { what, moves } = shownOf(scene, key);
  const { last = '', until } = scene.facts.movable.find((one) => one.key === key) ?? {};
  const today = dayOf(scene.now);
  const [day = today] = [last, today].sort().slice(-1);
  const shown = movesOf(scene, { moves });
  return form(
    scene,
    {
      title: MOVE_DAY.title,
      lines: [until ? MOVE_DAY.until(longDay(until)) : MOVE_DAY.free, MOVE_DAY.saved],
      facts: [
        { label: MOVE_DAY.what, text: what },
        ...shown.map((text) => ({ label: MOVE_DAY.moves, text })),
      ],
      fields: fields(MOVE_FIELDS, MOVE_DAY.fields, { day }, typed),
      footnote: shown.length > 0 ? DETAILS.logged : '',
    },
    typed,
    primary(BUTTON.save, 'moveDay', adding(scene, { wait: key })),
  );
}
