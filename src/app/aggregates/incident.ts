import type { Deps } from '../deps';
import { eraseDue, erasesIn } from '../erasure/eraseIncident';
import type { Millis } from '../ports/runtime';
import { logHeads } from '../queries/chainHeads';
import { isKnownTo, liveOf, noticesOf, readIncident, rolesOf } from '../queries/loadIncident';
import type { Subject } from './aggregate';
import { makeKnown } from './involvement';

const DAY: Millis = 86_400_000;

/** An incident, as delivery sees it. */
export async function incidentSubject(deps: Deps, id: string): Promise<Subject | undefined> {
  const read = await readIncident(deps, id);
  if (!read) return undefined;
  const { file } = read;
  const { incident, cards, deliveries } = file;
  const isClosed = incident.state === 'closed';
  return {
    rev: incident.rev,
    isAcute: incident.acute,
    cards,
    deliveries,
    notices: () => noticesOf(deps, read),
    screen: (person, once) => liveOf(deps, read, person, once),
    older: (person) => ({
      kind: 'note',
      note: 'superseded',
      reference: isKnownTo(deps, read, person) ? incident.reference : undefined,
    }),
    isOver: isClosed,
    isPart: (person) => rolesOf(deps, read, person).size > 0,
    rest: isClosed ? Math.min(30 * DAY, erasesIn(deps, read) ?? 30 * DAY) : DAY,
    tells: (person, isAgain) => makeKnown(deps, person, incident, isAgain),
    // Here and not where it is closed: whoever crashes in between, the agenda comes back to it.
    rests: async () => {
      logHeads(deps, file);
      if (isClosed) await deps.index.closes(id, incident.rev);
      await eraseDue(deps, read);
    },
    save: (change) => deps.incidents.save(file, change),
  };
}
