import { inDaytime } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import type { Draw, Notice } from './draw';

/** The author of words that somebody wants put right is asked, and who asked hears of the answer: by day, with nothing of what it is. */
export const toCorrectors = ({ incident, routine: { times } }: Situation, note: Draw): Notice[] =>
  (incident.corrections ?? []).flatMap(({ id, at, by, of, answer }) => [
    ...(answer ? [] : note('correction', id, 1, of, inDaytime(new Date(at), times))),
    ...(answer && answer.by !== by
      ? note('corrected', id, 1, by, inDaytime(new Date(answer.at), times))
      : []),
  ]);
