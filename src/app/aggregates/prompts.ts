import { atHour } from '../../routine/calendar/localTime';
import { inDaytime } from '../../routine/calendar/workingTime';
import type { Contact, PersonId } from '../../routine/model/contact';
import { isOfMunicipality } from '../../routine/rules/leadership';
import { courseReminder, isOfThisTerm } from '../../routine/rules/standing/prevention';
import { victimOf } from '../../routine/rules/succession';
import type { Prompt } from '../../screens/round';
import type { Deps } from '../deps';
import type { PersonRow } from '../ports/people';
import { MUNICIPALITY, type PersonState } from '../ports/states';
import type { LoadedIncident } from '../queries/loadIncident';
import { DAY } from './aggregate';

/*
 * Things beside incidents that a person is reminded of: what they asked for themselves, what somebody shows them, and the
 * municipality's courses in a new term or when they are new.
 */

/** How long one stands in a round. */
const STANDS = 7 * DAY;

/** One, and when it comes. */
export interface TimedPrompt extends Prompt {
  at: Date;
}

const isRecent = ({ at }: TimedPrompt, now: Date): boolean => at.getTime() > now.getTime() - STANDS;

/** Reminders that they asked for themselves, and what somebody shows them. `hour`: of their round. */
function ownPrompts(
  { municipality }: Deps,
  { riskDay, risksFor = [] }: PersonState,
  hour: number,
): TimedPrompt[] {
  const { times } = municipality.routine;
  return [
    ...(riskDay === undefined ? [] : [{ kind: 'risk' as const, id: riskDay, at: atHour(riskDay, hour) }]),
    ...risksFor.map(({ id, at }) => ({
      ...{ kind: 'riskShown' as const, id },
      at: inDaytime(new Date(at), times),
    })),
  ];
}

interface Known {
  person: PersonId;
  row: PersonRow | undefined;
  contacts: readonly Contact[];
}

/** The reminder of the municipality's courses: for politicians, unless they have noted all in this term. Officials get none. */
async function coursePrompts(deps: Deps, { person, row, contacts }: Known): Promise<TimedPrompt[]> {
  const { routine, prevention } = deps.municipality;
  const courses = prevention.courses.filter(({ isForNew }) => isForNew);
  const posts = contacts.filter((contact) => contact.person === person);
  const isOfficial = posts.some((contact) => isOfMunicipality({ routine }, contact));
  if (!row?.address || courses.length === 0 || isOfficial) return [];
  const now = deps.now();
  const { kind, term, at } = courseReminder(row.since, { now, times: routine.times });
  // Who has a post in a party knows the plan.
  const prompt: TimedPrompt = { kind, id: term, at };
  if (!isRecent(prompt, now) || (kind === 'newMember' && posts.length > 0)) return [];
  if (at > now) return [prompt];
  const { taken = [] } = (await deps.municipalityState.read(MUNICIPALITY)).state;
  const own = taken.filter((one) => one.person === person && isOfThisTerm(one, now));
  return courses.every(({ id }) => own.some(({ course }) => course === id)) ? [] : [prompt];
}

/** Those that stand in a round now, or are to come. */
export const promptsAhead = async (deps: Deps, state: PersonState, known: Known): Promise<TimedPrompt[]> => [
  ...ownPrompts(deps, state, state.hour ?? deps.municipality.routine.times.roundHour).filter((one) =>
    isRecent(one, deps.now()),
  ),
  ...(await coursePrompts(deps, known)),
];

/** Who is threatened just now is not asked to take a course: they are reminded of what they asked for themselves alone. */
export function promptsFor(
  prompts: readonly TimedPrompt[],
  person: PersonId,
  { incidents }: { incidents: readonly LoadedIncident[] },
): readonly TimedPrompt[] {
  const isThreatened = incidents.some(
    ({ situation: { incident } }) => incident.state === 'open' && victimOf(incident) === person,
  );
  return isThreatened ? prompts.filter(({ kind }) => kind === 'risk' || kind === 'riskShown') : prompts;
}

/** Those that stand in a round now. */
export const promptsNow = (prompts: readonly TimedPrompt[], now: Date): Prompt[] =>
  prompts.filter(({ at }) => at <= now).map(({ kind, id }) => ({ kind, id }));
