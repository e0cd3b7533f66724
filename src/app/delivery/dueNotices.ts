import type { PersonId } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import type { Subject } from '../aggregates/aggregate';
import type { DeliveryRow, Held } from '../ports/delivery';
import type { Looker } from './delivering';
import { mustWait, sooner } from './retryPolicy';

/** The app was installed anew, or the card is gone: what waits is posted again. */
const lost = (subject: Subject, since: string): Notice[] =>
  subject.cards
    .filter(({ value }) => value.activityId === '' && value.epoch > 1 && subject.isPart(value.person))
    .map(({ value }) => ({
      key: `restored||${value.epoch}|${value.person}`,
      kind: 'restored' as const,
      person: value.person,
      since,
      isAcute: subject.isAcute,
    }));

function dueNotices({ deps, later }: Looker, subject: Subject): Notice[] {
  const now = deps.now();
  const all = subject.notices();
  for (const notice of all) {
    const since = Date.parse(notice.since);
    if (since > now.getTime()) sooner(later, since);
  }
  return [...all, ...lost(subject, now.toISOString())].filter(
    (notice) => Date.parse(notice.since) <= now.getTime(),
  );
}

export const rowOf = (subject: Subject, key: string): Held<DeliveryRow> | undefined =>
  subject.deliveries.find((row) => row.value.key === key);

export const isFinished = (row: DeliveryRow): boolean => row.sentAt !== undefined || row.failed !== undefined;

/**
 * Only who can be reached is asked to ring. Who could not be, and was reached by a later message, has the call back; that
 * message was drawn while another had it.
 */
const isBackAgain = (subject: Subject, row: DeliveryRow, { kind, person }: Notice): boolean =>
  kind === 'call' &&
  row.failed !== undefined &&
  subject.deliveries.some(
    ({ value }) => value.person === person && (value.sentAt ?? '') > (row.failedAt ?? ''),
  );

/** Whether this looker may tell a notice now; what must wait is noted for the agenda. */
function mayClaim({ deps, later }: Looker, subject: Subject, notice: Notice): boolean {
  const row = rowOf(subject, notice.key)?.value;
  if (!row || isBackAgain(subject, row, notice)) return true;
  return !isFinished(row) && !mustWait(deps, Math.max(row.leaseUntil, row.retryAt ?? 0), later);
}

/** What may be told now, by person. */
export function tellable(looker: Looker, subject: Subject): Map<PersonId, Notice[]> {
  const groups = new Map<PersonId, Notice[]>();
  for (const notice of dueNotices(looker, subject)) {
    if (!mayClaim(looker, subject, notice)) continue;
    groups.set(notice.person, [...(groups.get(notice.person) ?? []), notice]);
  }
  return groups;
}
