import { dayOf } from '../../calendar/localTime';
import type { Situation } from '../../model/situation';
import { digestsOf, readersOfDigests } from '../report/occurrences';
import type { Draw, Notice } from './draw';

/**
 * Events that were added and were not urgent: one notice a day, however many there were. Nobody is told of what they wrote
 * themselves; who takes the lead later sees them on the card they take it on from.
 */
export function toDigest(situation: Situation, note: Draw): Notice[] {
  const { lead } = situation.incident;
  const digests = digestsOf(situation);
  return readersOfDigests(situation).flatMap((person) => {
    const isNew = (at: Date) => person !== lead?.person || at >= new Date(lead.since);
    const days = digests.filter(({ at, told }) => told.by !== person && isNew(at)).map(({ at }) => at);
    const byDay = new Map(days.map((at) => [dayOf(at), at]));
    return [...byDay].flatMap(([day, at]) => note('occurrences', day, 1, person, at));
  });
}
