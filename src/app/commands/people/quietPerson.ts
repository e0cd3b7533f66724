import { isActive, type PersonId, type Quiet } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import { isDead } from '../../../routine/plan/unable';
import { victimOf } from '../../../routine/rules/succession';
import { wakePerson } from '../../aggregates/involvement';
import type { Caller } from '../../bot';
import type { Deps } from '../../deps';
import { MAINTENANCE, MUNICIPALITY, OKAY, PRACTICE } from '../../ports/states';
import { READS_AT_ONCE, tryRead } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';
import { inParallel } from '../../runtime/concurrency';
import { changePerson } from '../start';

/* That a person is quiet is theirs, not one incident's: it stands with the contact list, where delivery asks it, and on their own row. */

const WOKEN_AT_ONCE = 8;

/** Sets an aggregate due now, if there is one. */
async function wakeNow(deps: Deps, id: string): Promise<void> {
  const row = (await deps.agenda.read(id))?.value;
  if (row) await deps.agenda.wake(id, deps.now().getTime(), row.rev, row.isAcute);
}

/** An incident, and the rounds of everybody who has a card of it: they say whether the person may be rung. */
async function wakeIncident(deps: Deps, id: string): Promise<void> {
  await wakeNow(deps, id);
  const persons = (await deps.incidents.read(id))?.cards.map(({ value }) => value.person) ?? [];
  for (const person of persons) await wakePerson(deps, person, deps.now().getTime());
}

/**
 * Looks anew at all that tells a person something. `isLifted`: what was held comes, also of what they have not heard of yet: any incident in
 * which an official would have been asked.
 */
async function wakeAround(deps: Deps, person: PersonId, isLifted: boolean): Promise<void> {
  await wakePerson(deps, person, deps.now().getTime());
  await inParallel(await incidentsOf(deps, person), WOKEN_AT_ONCE, ({ id }) => wakeIncident(deps, id));
  if (!isLifted) return;
  const rows = await deps.contacts.read();
  if (rows.some((row) => row.person === person && isActive(row)))
    return deps.agenda.wakeAll(deps.now().getTime());
  for (const id of [OKAY, PRACTICE, MUNICIPALITY, MAINTENANCE]) await wakeNow(deps, id);
}

/** The incidents of which a person is the victim, as they are stored. */
export async function ownIncidents(deps: Deps, person: PersonId): Promise<Incident[]> {
  const own: Incident[] = [];
  await inParallel(await incidentsOf(deps, person), READS_AT_ONCE, async ({ id }) => {
    const incident = (await tryRead(deps, id))?.incident;
    if (incident && victimOf(incident) === person) own.push(incident);
  });
  return own;
}

/** The rest that holds of a person who has not said themselves that they are quiet: whoever leads one of their incidents has. */
export const saidOfThem = (own: readonly Incident[]): 'unable' | undefined =>
  own.some((one) => one.unable !== undefined && (one.state === 'open' || isDead(one))) ? 'unable' : undefined;

/**
 * Keeps how quiet it is to be around a person, with the contact list first: from there on nothing is sent. The other way round where it
 * is lifted: whoever crashes in between leaves it quiet.
 */
export async function keepQuiet(
  deps: Deps,
  { person, name }: Pick<Caller, 'person' | 'name'>,
  why: Quiet['why'] | undefined,
): Promise<void> {
  const known = (await deps.people.read(person))?.value;
  const before = known?.quiet;
  const quiet = why && (before?.why === why ? before : { why, at: deps.now().toISOString() });
  const row = async () => {
    // Who has no bot is not made known to it by what another says of them.
    if (known || (quiet && quiet.why !== 'unable'))
      await changePerson(deps, { person, name }, ({ quiet: held, ...one }) =>
        quiet ? { ...one, quiet } : held ? { ...one, heldUntil: deps.now().toISOString() } : one,
      );
  };
  if (quiet) await deps.contacts.hush(person, quiet);
  await row();
  if (!quiet) await deps.contacts.hush(person, undefined);
  await wakeAround(deps, person, quiet === undefined);
}
