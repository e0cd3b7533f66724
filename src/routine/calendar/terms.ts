import { dayOf } from './localTime';

/** Terms of the council: four years from 15 October of the election year (kommunallagen 5 kap. 7 §), first and length. */
const FIRST_ELECTION = 2022;
const YEARS = 4;
const BEGINS = '-10-15';

/** First day (YYYY-MM-DD) of the term that `now` lies in. */
export function termBegan(now: Date): string {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const election = year - ((((year - FIRST_ELECTION) % YEARS) + YEARS) % YEARS);
  const began = `${election}${BEGINS}`;
  return began <= today ? began : `${election - YEARS}${BEGINS}`;
}
