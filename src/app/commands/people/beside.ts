import type { Acting } from '../../../routine/acts/acts';
import { victimOf } from '../../../routine/rules/succession';
import { wakePerson } from '../../aggregates/involvement';
import type { Press } from '../../bot';
import type { Deps } from '../../deps';
import type { PersonRow } from '../../ports/people';
import { changePerson } from '../start';

const PRESSES: ReadonlySet<string> = new Set<Acting['verb']>(['sayUnable', 'liftUnable']);

/** The person's own row, by how the incident stands: who hides, or whose phone is watched, stays so. */
const rowFor = (row: PersonRow, isUnable: boolean, at: string): PersonRow => {
  const { quiet, ...rest } = row;
  if (isUnable) return quiet ? row : { ...rest, quiet: { why: 'unable', at } };
  return quiet?.why === 'unable' ? rest : row;
};

/**
 * The rest of "den utsatte kan inte svara", beside the incident: nothing else comes to them by itself either, no reminder of a
 * draft, no course, no exercise. By how the incident stands now: pressed twice, or late, it is the same.
 */
async function unableBeside(deps: Deps, { verb, id }: Pick<Acting, 'verb' | 'id'>): Promise<void> {
  if (!PRESSES.has(verb)) return;
  const incident = (await deps.incidents.read(id))?.incident;
  const victim = incident && victimOf(incident);
  const row = victim && (await deps.people.read(victim))?.value;
  if (!incident || !row) return;
  const at = deps.now().toISOString();
  await changePerson(deps, row, (one) => rowFor(one, incident.unable !== undefined, at));
  await wakePerson(deps, row.person, deps.now().getTime());
}

/** The party that is remembered of whoever has changed it: the next alarm goes there, not to the old one. */
async function partyBeside(
  deps: Deps,
  { caller }: Press,
  { verb, id }: Pick<Acting, 'verb' | 'id'>,
): Promise<void> {
  if (verb !== 'changeParty') return;
  const incident = (await deps.incidents.read(id))?.incident;
  if (!incident || victimOf(incident) !== caller.person) return;
  await changePerson(deps, caller, ({ party: _, ...row }) =>
    incident.party === undefined ? row : { ...row, party: incident.party },
  );
}

/** The rest of an act, in what is kept of a person beside their incidents. */
export async function besideIncident(
  deps: Deps,
  press: Press,
  action: Pick<Acting, 'verb' | 'id'>,
): Promise<void> {
  await unableBeside(deps, action);
  await partyBeside(deps, press, action);
}
