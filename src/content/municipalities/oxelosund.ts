import { PLAN_TIMES } from '../../routine/calendar/timeLimits';
import { defineRoutine } from '../../routine/model/routine';
import { PLAN_CHECKS, PLAN_STEPS } from '../../routine/plan/plan';
import type { Municipality } from './municipality';
import { names } from './oxelosund/names';
import { posts } from './oxelosund/posts';

const parties = [
  { code: 'S', name: 'Socialdemokraterna (S)' },
  { code: 'V', name: 'Vänsterpartiet (V)' },
  { code: 'L', name: 'Liberalerna (L)' },
  { code: 'C', name: 'Centerpartiet (C)' },
  { code: 'M', name: 'Moderaterna (M)' },
  { code: 'SD', name: 'Sverigedemokraterna (SD)' },
] as const;

/** Oxelösund, by its plan of 2018-06-13 (KS.2017.128). */
export const oxelosund: Municipality = {
  id: 'oxelosund',
  name: 'Oxelösunds kommun',
  parties,
  boards: [],
  names,
  routine: defineRoutine({
    steps: PLAN_STEPS,
    checks: PLAN_CHECKS,
    parties: parties.map((party) => party.code),
    boards: [],
    posts,
    followUp: { from: 7, last: 14 },
    times: PLAN_TIMES,
  }),
};
