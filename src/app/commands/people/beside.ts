import type { Acting } from '../../../routine/acts/acts';
import { victimOf } from '../../../routine/rules/succession';
import type { Press } from '../../bot';
import type { Deps } from '../../deps';
import { changePerson } from '../start';
import { keepQuiet, ownIncidents, saidOfThem } from './quietPerson';

/** Presses after which it may be otherwise whether a victim cannot answer: an end of the incident ends that too, but for the dead. */
const PRESSES: ReadonlySet<string> = new Set<Acting['verb']>([
  'sayUnable',
  'liftUnable',
  'close',
  'closeEarly',
  'reopen',
]);

/**
 * The rest of "den utsatte kan inte svara", beside the incident: nothing else comes to them by itself either. By how all of their
 * incidents stand now: pressed twice, or late, it is the same. Whoever hides, or whose phone is watched, stays so.
 */
async function unableBeside(deps: Deps, { verb, id }: Pick<Acting, 'verb' | 'id'>): Promise<void> {
  if (!PRESSES.has(verb)) return;
  const incident = (await deps.incidents.read(id))?.incident;
  const victim = incident && victimOf(incident);
  if (!victim) return;
  const known = (await deps.people.read(victim))?.value;
  const why = known?.quiet?.why;
  if (why !== undefined && why !== 'unable') return;
  const next = saidOfThem(await ownIncidents(deps, victim));
  if (next !== why) await keepQuiet(deps, { person: victim, name: known?.name ?? '' }, next);
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
