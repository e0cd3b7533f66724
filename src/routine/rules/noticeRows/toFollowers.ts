import type { Situation } from '../../model/situation';
import { openMeasures } from '../steps/measures';
import { daySet, followersOf, measureTimes } from '../tasks/measures';
import type { Draw, Notice } from './draw';

/**
 * Who sees to a protection measure: told that it is theirs where somebody else wrote it, or gave it another day, and
 * reminded. Whoever takes over the lead later sees it on the card they take it on from.
 */
export function toFollowers(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  return openMeasures(incident).flatMap((measure) => {
    const { toldAt, remindAt } = measureTimes(situation, measure);
    const { by, moved } = daySet(measure);
    const [told, due] = moved > 0 ? [`moved${moved}`, `day${moved}`] : ['new', 'day'];
    const isLeads = measure.owner === 'lead';
    const epoch = isLeads ? incident.leadEpoch : 1;
    const isTheirs = (at: Date) => !isLeads || at >= new Date(incident.lead?.since ?? '');
    return followersOf(situation, measure).flatMap((person) => [
      ...(person !== by && isTheirs(toldAt)
        ? note('measure', `${measure.id}.${told}`, epoch, person, toldAt)
        : []),
      ...(remindAt && isTheirs(remindAt)
        ? note('measure', `${measure.id}.${due}`, epoch, person, remindAt)
        : []),
    ]);
  });
}
