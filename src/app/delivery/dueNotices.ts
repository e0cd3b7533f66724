import type { PersonId } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import type { Aggregate } from '../aggregates/aggregate';
import type { CardRow, DeliveryRow, Held } from '../ports/delivery';
import { type Dispatch, drawnCard } from './context';
import { mustWait, noteDue } from './retryPolicy';

/**
 * The subject of a card that is to be posted anew; undefined: it is not to be. The app was installed anew, or the card is
 * gone; or it has no id, so that it cannot be changed, and should show something else.
 */
function restoredAbout(dispatch: Dispatch, aggregate: Aggregate, row: CardRow): string | undefined {
  if (row.activityId !== '') return undefined;
  if (!row.isIdUnknown) return row.epoch > 1 && aggregate.isPart(row.person) ? '' : undefined;
  const { hash } = drawnCard(dispatch, aggregate, row.person);
  return hash === row.hash ? undefined : hash;
}

const restoredNotices = (dispatch: Dispatch, aggregate: Aggregate): Notice[] =>
  aggregate.cards.flatMap(({ value }) => {
    const about = restoredAbout(dispatch, aggregate, value);
    if (about === undefined) return [];
    const key = `restored|${about}|${value.epoch}|${value.person}`;
    const since = dispatch.now.toISOString();
    return [{ key, kind: 'restored' as const, person: value.person, since, isAcute: aggregate.isAcute }];
  });

function dueNotices(dispatch: Dispatch, aggregate: Aggregate): Notice[] {
  const { now, later } = dispatch;
  const mayCome = ({ person }: Notice) => aggregate.isHeld?.(person) !== true;
  const all = aggregate.notices().filter(mayCome);
  for (const notice of all) {
    const since = Date.parse(notice.since);
    if (since > now.getTime()) noteDue(later, since);
  }
  return [...all, ...restoredNotices(dispatch, aggregate).filter(mayCome)].filter(
    (notice) => Date.parse(notice.since) <= now.getTime(),
  );
}

export const deliveryOf = (aggregate: Aggregate, key: string): Held<DeliveryRow> | undefined =>
  aggregate.deliveries.find((row) => row.value.key === key);

export const isFinished = (row: DeliveryRow): boolean => row.sentAt !== undefined || row.failed !== undefined;

/**
 * Only who can be reached is asked to ring. Who could not be, and was reached by a later message, has the call back; that
 * message was drawn while another had it. At one and the same time counts as later, as it does where it is decided who is
 * out of reach (`unreachableIn`): else nobody would have the call.
 */
const isBackAgain = (aggregate: Aggregate, row: DeliveryRow, { kind, person }: Notice): boolean =>
  kind === 'call' &&
  row.failed !== undefined &&
  aggregate.deliveries.some(
    ({ value }) =>
      value.person === person && value.sentAt !== undefined && value.sentAt >= (row.failedAt ?? ''),
  );

/** Whether a notice may be claimed now; what must wait is noted for the agenda. */
function mayClaim({ deps, later }: Dispatch, aggregate: Aggregate, notice: Notice): boolean {
  const row = deliveryOf(aggregate, notice.key)?.value;
  if (!row || isBackAgain(aggregate, row, notice)) return true;
  // A card of several tells it, or has just failed to: that is seen to before anything is sent (grouped/settle.ts).
  if (row.group !== undefined) return false;
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
