import type { Agenda } from '../ports/agenda';
import type { IncidentStore } from '../ports/incidents';
import { decideAgain } from '../runtime/decideAgain';

export interface AccessStore {
  incidents: Pick<IncidentStore, 'read' | 'save'>;
  agenda: Pick<Agenda, 'wake'>;
}

export interface OperatorAccess {
  now: Date;
  /** Who sits at the terminal, as they say themselves: a name or a signature. */
  by: string;
  what: 'log' | 'personData';
  /** Why, and who asked for it. */
  purpose: string;
}

/**
 * An operator's look stands in the incident's own log before anything is given out, and a running bot is woken to write
 * the new head to its log. False: there is no such incident.
 */
export async function recordAccess(store: AccessStore, id: string, look: OperatorAccess): Promise<boolean> {
  const { now, by, what, purpose } = look;
  const view = { at: now.toISOString(), by: `operator ${by}`, what, as: 'operator', purpose };
  const incident = await decideAgain(
    () => store.incidents.read(id),
    (file) => file.incident,
    (file) => store.incidents.save(file, { view }),
  );
  if (!incident) return false;
  await store.agenda.wake(id, now.getTime(), incident.rev, incident.acute);
  return true;
}
