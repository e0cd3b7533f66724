import { dayOf } from '../../calendar/localTime';
import type { Incident, Talk } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { movableFor } from '../../rules/pendingTasks';
import { stored } from '../../rules/progress';
import { waitKey } from '../../rules/tasks/ownDay';
import { MOVE_FIELDS } from '../protection';
import { needOpen, readForm, situationOf, stamp, type Turn, withStep } from '../turn';

type Data = Readonly<Record<string, unknown>>;

/**
 * Another day for what waits for the presser, with a reason: today or to come, and never past the plan's last day. The day that it had
 * is kept. The same day moves nothing.
 */
export function moveDay(
  incident: Incident,
  { wait, ...data }: Data & { wait: string },
  turn: Turn,
): Incident {
  needOpen(incident);
  const found = movableFor(situationOf(incident, turn), turn.by).find((one) => waitKey(one) === wait);
  if (!found) throw new Refusal('notOpen');
  const { day = '', reason = '' } = readForm(MOVE_FIELDS, data, turn);
  if (day < dayOf(turn.now)) throw new Refusal('badInput', { day: { kind: 'past' } });
  const until = found.day?.until;
  if (until !== undefined && day > until)
    throw new Refusal('badInput', { day: { kind: 'pastLast', day: until } });
  const { about, of, last } = found;
  if (day === last) return incident;
  const move = { from: last, at: stamp(turn), by: turn.by, reason };
  if (about !== 'talk') {
    const { moves = [] } = stored(incident, about);
    return withStep(incident, about, { day, moves: [...moves, move] });
  }
  const moved = (talk: Talk): Talk => ({
    ...talk,
    ...{ plannedFor: day, at: move.at, moves: [...(talk.moves ?? []), move] },
  });
  return { ...incident, talks: incident.talks.map((talk) => (talk.id === of ? moved(talk) : talk)) };
}
