import type { PersonId } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import { victimOf } from '../../../routine/rules/succession';
import type { Deps } from '../../deps';
import type { AgendaRow } from '../../ports/agenda';
import type { Held } from '../../ports/delivery';
import type { Change, IncidentFile } from '../../ports/incidents';
import { decideAgain } from '../../runtime/decideAgain';
import { newReference } from '../../runtime/ids';
import { involve } from '../involvement';

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

/** Who makes an incident by which act, and the card on which it is shown. */
interface Making extends Pick<Change, 'cards'> {
  by: PersonId;
  act: string;
}

/** An incident that was made, and its agenda row. */
interface Made {
  row: Held<AgendaRow> | undefined;
  file: IncidentFile | undefined;
}

/**
 * Agenda and indexes come first: a crash between leaves a row that finds nothing, never an incident that nobody finds.
 * @returns undefined: there is one of that id already, made by another press in this moment
 */
export async function insertIncident(
  deps: Deps,
  incident: Incident,
  { by, act, cards = [] }: Making,
): Promise<Made | undefined> {
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
    cards,
  };
  const done = await deps.incidents.insert(change, (saved) => {
    file = saved;
  });
  if (done !== 'saved') {
    await listedOnce(deps, by, incident);
    return undefined;
  }
  deps.known?.add(incident);
  return { row: row ?? undefined, file };
}

/**
 * Another press made it in the same moment, at a time of its own. Lists are in the order of those times: this press's row would
 * show the incident a second time.
 */
async function listedOnce(deps: Deps, person: PersonId, { id, createdAt }: Incident): Promise<void> {
  const first = (await deps.incidents.read(id))?.incident;
  if (first && first.createdAt !== createdAt) await deps.index.takeOff(person, { id, createdAt });
}
