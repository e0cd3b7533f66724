import { atHour } from '../../routine/calendar/localTime';
import { inDaytime } from '../../routine/calendar/workingTime';
import type { Prompt } from '../../screens/round';
import type { Deps } from '../deps';
import type { PersonState } from '../ports/states';
import { DAY } from './aggregate';

/* Things beside incidents that a person is reminded of: what they asked for themselves, and what somebody shows them. */

/** How long one stands in a round. */
const STANDS = 7 * DAY;

/** One, and when it comes. */
interface Timed extends Prompt {
  at: Date;
}

/** All of them, also those to come. `hour`: of the person's round. */
function promptsOf({ municipality }: Deps, state: PersonState, hour: number): Timed[] {
  const { riskDay, risksFor = [] } = state;
  const { times } = municipality.routine;
  return [
    ...(riskDay === undefined ? [] : [{ kind: 'risk' as const, id: riskDay, at: atHour(riskDay, hour) }]),
    ...risksFor.map(({ id, at }) => ({
      ...{ kind: 'riskShown' as const, id },
      at: inDaytime(new Date(at), times),
    })),
  ];
}

/** Those that stand in a round now, or are to come. */
export const promptsAhead = (deps: Deps, state: PersonState, hour: number): Timed[] =>
  promptsOf(deps, state, hour).filter(({ at }) => at.getTime() > deps.now().getTime() - STANDS);

/** Those that stand in a round now. */
export const promptsNow = (deps: Deps, state: PersonState, hour: number): Prompt[] =>
  promptsAhead(deps, state, hour)
    .filter(({ at }) => at <= deps.now())
    .map(({ kind, id }) => ({ kind, id }));
