import type { Deps } from './deps';
import type { IncidentFile } from './ports';

/**
 * Writes the heads of an incident's chains to the operators' log when they have changed: after each act, and with the
 * daily look. Who cuts rows and puts an older head back cannot do so there (`npm run verify-log`).
 */
export function logHeads(
  { log, loggedHeads }: Deps,
  { incident, historyHead, viewHead }: IncidentFile,
): void {
  const views = viewHead?.value ?? { seq: 0, mac: '' };
  const now = `${historyHead.mac} ${views.mac}`;
  if (!loggedHeads || loggedHeads.get(incident.id) === now) return;
  loggedHeads.set(incident.id, now);
  log.info(
    {
      incident: incident.id,
      historySeq: historyHead.seq,
      historyMac: historyHead.mac,
      viewSeq: views.seq,
      viewMac: views.mac,
    },
    'chainHeads',
  );
}
