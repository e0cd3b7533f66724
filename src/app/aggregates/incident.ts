import { notices } from '../../routine/rules/notices';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { Deps } from '../deps';
import { eraseDue, erasureDueIn } from '../erasure/eraseIncident';
import { logChainHeads } from '../queries/chainHeads';
import { isKnownTo, liveScreen, loadIncident, rolesOf } from '../queries/loadIncident';
import { type Aggregate, DAY } from './aggregate';
import { involve, listWaits } from './involvement';
import { carryOn } from './joined/carry';

/** An incident as an aggregate; undefined: it is not there. */
export async function incidentAggregate(deps: Deps, id: string): Promise<Aggregate | undefined> {
  const read = await loadIncident(deps, id);
  if (!read) return undefined;
  const { file, situation } = read;
  const { incident, cards, deliveries } = file;
  const { now, contacts, unreachable, retention, warnedAt, sent } = situation;
  const pressId = `${id}.${incident.rev}`;
  const isClosed = incident.state === 'closed';
  return {
    rev: incident.rev,
    isAcute: incident.acute,
    cards,
    deliveries,
    notices: () => notices(situation),
    screen: (person) => liveScreen(read, person, pressId),
    pressId,
    // Revision and routine stand in pressId: an incident keeps the routine that it began with.
    drawnFrom: () => JSON.stringify([pressId, now, contacts, [...unreachable], retention, warnedAt, sent]),
    older: (person) => ({
      kind: 'note',
      note: 'superseded',
      reference: isKnownTo(read, person) ? incident.reference : undefined,
    }),
    // Its writer is not told that it went into another one.
    isOver: isClosed && !incident.mergedInto,
    isPart: (person) => rolesOf(read, person).size > 0,
    isLeftAlone: (person) => isLeftAlone(incident, person),
    rest: isClosed || incident.erasing ? Math.min(30 * DAY, erasureDueIn(read) ?? 30 * DAY) : DAY,
    beforeNotice: (person, isAgain) => involve(deps, { person, isAgain }, incident),
    beside: () => carryOn(deps, read),
    // Here and not where it is closed: after a crash in between, the agenda comes back to it.
    whenDone: async () => {
      logChainHeads(deps, file);
      await listWaits(deps, read);
      if (isClosed) await deps.index.closes(id, incident.rev);
      await eraseDue(deps, read);
    },
    save: (change) => deps.incidents.save(file, change),
  };
}
