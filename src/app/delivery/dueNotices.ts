import type { PersonId } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import type { Aggregate } from '../aggregates/aggregate';
import type { DeliveryRow, Held } from '../ports/delivery';
import type { Dispatch } from './context';
import { mustWait, noteDue } from './retryPolicy';

/** The app was installed anew, or the card is gone: what waits is posted again. */
const restoredNotices = (aggregate: Aggregate, since: string): Notice[] =>
  aggregate.cards
    .filter(({ value }) => value.activityId === '' && value.epoch > 1 && aggregate.isPart(value.person))
    .map(({ value }) => ({
      key: `restored||${value.epoch}|${value.person}`,
      kind: 'restored' as const,
      person: value.person,
      since,
      isAcute: aggregate.isAcute,
    }));

function dueNotices({ now, later }: Dispatch, aggregate: Aggregate): Notice[] {
  const all = aggregate.notices();
  for (const notice of all) {
    const since = Date.parse(notice.since);
    if (since > now.getTime()) noteDue(later, since);
  }
  return [...all, ...restoredNotices(aggregate, now.toISOString())].filter(
    (notice) => Date.parse(notice.since) <= now.getTime(),
  );
}

export const deliveryOf = (aggregate: Aggregate, key: string): Held<DeliveryRow> | undefined =>
  aggregate.deliveries.find((row) => row.value.key === key);

export const isFinished = (row: DeliveryRow): boolean => row.sentAt !== undefined || row.failed !== undefined;

/**
 * Only who can be reached is asked to ring. Who could not be, and was reached by a later message, has the call back; that
 * message was drawn while another had it.
 */
const isBackAgain = (aggregate: Aggregate, row: DeliveryRow, { kind, person }: Notice): boolean =>
  kind === 'call' &&
  row.failed !== undefined &&
  aggregate.deliveries.some(
    ({ value }) => value.person === person && (value.sentAt ?? '') > (row.failedAt ?? ''),
  );

/** Whether a notice may be claimed now; what must wait is noted for the agenda. */
function mayClaim({ deps, later }: Dispatch, aggregate: Aggregate, notice: Notice): boolean {
  const row = deliveryOf(aggregate, notice.key)?.value;
  if (!row || isBackAgain(aggregate, row, notice)) return true;
  return !isFinished(row) && !mustWait(deps, Math.max(row.leaseUntil, row.retryAt ?? 0), later);
}

/** All that is due for one person: it goes as one card. */
export type PersonsNotices = [Notice, ...Notice[]];

/** Notices that may be sent now, by person. */
export function notifiable(dispatch: Dispatch, aggregate: Aggregate): Map<PersonId, PersonsNotices> {
  const groups = new Map<PersonId, PersonsNotices>();
  for (const notice of dueNotices(dispatch, aggregate)) {
    if (!mayClaim(dispatch, aggregate, notice)) continue;
    const group = groups.get(notice.person);
    if (group) group.push(notice);
    else groups.set(notice.person, [notice]);
  }
  return groups;
}
