import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Situation } from '../../routine/model/situation';
import { asked } from '../../routine/rules/ladders/asked';
import { accountsOf, victimOf } from '../../routine/rules/succession';
import { nothingHere } from '../../screens/screen';
import { involve } from '../aggregates/involvement';
import type { Caller, Outcome, Press } from '../bot';
import { newCardRow } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { CardRow } from '../ports/delivery';
import type { IncidentFile } from '../ports/incidents';
import type { JustSaved } from '../ports/justSaved';
import { liveScreen, loaded, loadIncident, rolesOf } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { whenUnavailable } from '../runtime/failures';
import { newId, newReference } from '../runtime/ids';
import { handedOver } from './handedOver';
import { startAnew } from './start';

/** A reference that no other incident has, taken for this one. */
export async function freeReference(deps: Deps, id: string): Promise<string> {
  return decideAgain(
    async () => id,
    () => newReference(deps),
    async (_, reference) => ((await deps.index.claimReference(reference, id)) ? 'saved' : 'conflict'),
  );
}

/** The role, in the log, of somebody who writes: the victim, or a reporter of another's. */
export const asWhat = (incident: Incident, person: PersonId): string =>
  victimOf(incident) === person ? 'victim' : 'reporter';

/**
 * Agenda and indexes come first: a crash between leaves a row that finds nothing, never an incident that nobody finds.
 * @returns undefined: there is one of that id already, made by another press in this moment
 */
export async function insert(
  deps: Deps,
  incident: Incident,
  press: Press,
  act: string,
  shownIn: readonly string[] = [],
): Promise<Inserted | undefined> {
  const by = press.caller.person;
  const [row] = await Promise.all([
    deps.agenda.wake(incident.id, deps.now().getTime(), incident.rev, incident.acute),
    deps.index.opens(incident.id, incident.rev),
    // A press that is made again does not know how far the first one came.
    involve(deps, { person: by, isAgain: true }, incident),
  ]);
  let file: IncidentFile | undefined;
  const change = {
    incident,
    history: [{ at: incident.createdAt, by, act, about: incident.via, as: asWhat(incident, by) }],
    cards: press.activityId ? [{ value: withPages(newCardRow(by, press.activityId), shownIn) }] : [],
  };
  const done = await deps.incidents.insert(change, (saved) => {
    file = saved;
  });
  if (done !== 'saved') {
    await listedOnce(deps, by, incident);
    return undefined;
  }
  deps.known?.add(incident);
  return { handed: row && file && handedOver(press, row, file) };
}

/**
 * Another press made it in the same moment, at a time of its own. Lists are in the order of those times: this press's row would
 * show the incident a second time.
 */
async function listedOnce(deps: Deps, person: PersonId, { id, createdAt }: Incident): Promise<void> {
  const first = (await deps.incidents.read(id))?.incident;
  if (first && first.createdAt !== createdAt) await deps.index.takeOff(person, { id, createdAt });
}

/** An incident that was made; `handed`: as it was saved, where that is known without a new read. */
export interface Inserted {
  handed: JustSaved | undefined;
}

/** Other messages in which pages of the report were open: they shrink to a line. */
function withPages(row: CardRow, shownIn: readonly string[]): CardRow {
  const others = shownIn.filter((activity) => activity !== row.activityId);
  return others.length === 0 ? row : { ...row, older: others, unshrunk: others };
}

/** Which of those who are told first cannot be reached in Teams: said in the very response. */
async function withoutAddress(deps: Deps, situation: Situation): Promise<Map<PersonId, string>> {
  const gone = new Map(situation.unreachable);
  const at = situation.now.toISOString();
  for (;;) {
    const now = accountsOf(asked({ ...situation, unreachable: new Map(gone) }));
    const fresh = now.filter((person) => !gone.has(person));
    // Whose address cannot be read now is told later: for the moment they are to be rung.
    const rows = await Promise.all(
      fresh.map((person) => whenUnavailable(deps.people.read(person), () => undefined)),
    );
    const missing = fresh.filter((_, index) => !rows[index]?.value.address);
    if (missing.length === 0 || missing.length < fresh.length) {
      for (const person of missing) gone.set(person, at);
      return gone;
    }
    for (const person of missing) gone.set(person, at);
  }
}

/**
 * The present state, whatever was pressed: the person's own card of the incident.
 * @param handed the incident as it was saved just now
 */
export async function presentState(
  deps: Deps,
  caller: Caller,
  { id, handed }: { id: string; handed?: JustSaved | undefined },
): Promise<Outcome> {
  const read = handed ? loaded(deps, handed.file, await deps.contacts.read()) : await loadIncident(deps, id);
  if (!read) return { ...(await startAnew(deps, caller)), touched: id };
  if (rolesOf(read, caller.person).size === 0) return { screen: nothingHere, touched: id };
  const unreachable = await withoutAddress(deps, read.situation);
  const known = { ...read, situation: { ...read.situation, unreachable } };
  return { screen: liveScreen(known, caller.person, newId(deps)), touched: id, handed };
}
