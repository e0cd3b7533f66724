import { inDaytime } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Situation } from '../../model/situation';
import { rolesIn } from '../access';
import { may } from '../roles/may';
import type { Draw, Notice } from './draw';

/**
 * The author of words that somebody wants put right is asked, and who asked hears of the answer: by day, with nothing of what it is,
 * and nobody who has no part in it any more.
 */
export function toCorrectors(situation: Situation, note: Draw): Notice[] {
  const { incident, routine } = situation;
  const hasPart = (person: PersonId) => may(rolesIn(situation, person), 'answerCorrection');
  const byDay = (at: string) => inDaytime(new Date(at), routine.times);
  return (incident.corrections ?? []).flatMap(({ id, at, by, of, answer }) => [
    ...(answer || !hasPart(of) ? [] : note('correction', id, 1, of, byDay(at))),
    ...(answer && answer.by !== by && hasPart(by) ? note('corrected', id, 1, by, byDay(answer.at)) : []),
  ]);
}
