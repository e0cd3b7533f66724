import type { Deps } from '../deps';
import type { ChainHead } from '../ports/audit';
import type { IncidentFile } from '../ports/incidents';
import { LIST } from '../ports/states';

const NONE: ChainHead = { seq: 0, mac: '' };

/**
 * Writes the heads of an incident's chains to the operators' log when they have changed: after each act, and with the
 * daily look. Who cuts rows and puts an older head back cannot do so there (`npm run verify-log`).
 */
export const logChainHeads = (deps: Deps, { incident, historyHead, viewHead }: IncidentFile): void =>
  logChanged(deps, incident.id, { history: historyHead, views: viewHead?.value ?? NONE });

/** The same for the history of the contact list. */
export const logContactListHead = (deps: Deps, head: ChainHead): void =>
  logChanged(deps, LIST, { history: head, views: NONE });

function logChanged(
  { log, lastHeads }: Pick<Deps, 'log' | 'lastHeads'>,
  incident: string,
  { history, views }: Readonly<Record<'history' | 'views', ChainHead>>,
): void {
  const now = `${history.mac} ${views.mac}`;
  if (!lastHeads || lastHeads.get(incident) === now) return;
  lastHeads.set(incident, now);
  const seqs = { historySeq: history.seq, viewSeq: views.seq };
  log.info({ incident, ...seqs, historyMac: history.mac, viewMac: views.mac }, 'chainHeads');
}
