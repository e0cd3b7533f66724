import type { PersonId } from '../../routine/model/contact';
import type { Aggregate } from '../aggregates/aggregate';
import { cardRowOf, newCardRow, setAside } from '../chat/liveCard';
import type { CardRow, DeliveryRow } from '../ports/delivery';
import type { SendResult } from '../ports/messenger';
import { decideAgain } from '../runtime/decideAgain';
import { type Dispatch, readFrom } from './context';
import { deliveryOf, isFinished } from './dueNotices';
import { RING_AFTER, retryAt } from './retryPolicy';

/** How a send ended, for the row: sent, never to be sent, or to be tried again. */
function outcomeOf({ deps }: Dispatch, claim: DeliveryRow, result: SendResult): DeliveryRow {
  const row = { ...claim, leaseUntil: 0 };
  const at = deps.now().toISOString();
  if (result.kind === 'sent')
    return { ...row, sentAt: at, activityId: result.activityId, failedAt: undefined };
  if (result.kind === 'unreachable') return { ...row, failed: 'unreachable', failedAt: at };
  if (result.kind === 'rejected') return { ...row, failed: 'dead', failedAt: at };
  // Tried on for as long as it takes; but by now somebody should ring. Once: since when it is so does not change.
  const failedAt = row.failedAt ?? (row.attempts >= RING_AFTER ? at : undefined);
  return { ...row, retryAt: retryAt(deps, row.attempts, result), failedAt };
}

/** The new card is the live one; the one before it becomes an older one and will shrink to a line. */
function newLiveCard(aggregate: Aggregate, { person, hash }: SentCard, activityId: string) {
  const held = cardRowOf(aggregate.cards, person);
  const row = held?.value ?? newCardRow(person);
  const value: CardRow = {
    ...row,
    activityId,
    isIdUnknown: activityId === '' || undefined,
    unchangeable: activityId === '' ? (row.unchangeable ?? 0) + 1 : row.unchangeable,
    ...setAside(row),
    // A form that is open stays open, in the older card.
    formIn: row.formIn ?? (row.formOpenUntil ? row.activityId : undefined),
    hash,
    failures: 0,
  };
  return { value, etag: held?.etag };
}

/** The card that was sent, and what it shows. */
interface SentCard {
  person: PersonId;
  hash: string;
}

/** Deliveries that this dispatch has claimed; `card`: what was sent for them. */
export interface Claim {
  rows: readonly DeliveryRow[];
  card?: SentCard;
  /** The aggregate as it was when they were claimed, where that is at hand. */
  claimed?: Aggregate | undefined;
}

/**
 * The outcome of a send, written down on its rows. The claim's rows are ours, the card's row may have been touched meanwhile: read again
 * until it is written, for a sent activity that nobody knows of would be sent twice.
 */
export async function recordOutcome(
  dispatch: Dispatch,
  { rows, card, claimed }: Claim,
  result: SendResult,
): Promise<void> {
  const ends = rows.map((row) => outcomeOf(dispatch, row, result));
  // Who is to be rung by now is so from this time on.
  if (result.kind !== 'sent') dispatch.now = dispatch.deps.now();
  const recorded = await decideAgain(
    readFrom(dispatch, claimed),
    (aggregate) => ({
      deliveries: ends.flatMap((value) => {
        const held = deliveryOf(aggregate, value.key);
        // Someone else may have claimed it when our lease ran out; that it has arrived counts all the same.
        const counts =
          held &&
          (held.value.claimer === value.claimer || (result.kind === 'sent' && !isFinished(held.value)));
        return counts ? [{ value, etag: held.etag }] : [];
      }),
      cards: card && result.kind === 'sent' ? [newLiveCard(aggregate, card, result.activityId)] : [],
    }),
    (aggregate, change) => aggregate.save(change),
  );
  if (recorded) logOutcome(dispatch, ends, result);
}

/** Ids and codes only. */
function logOutcome({ deps, id }: Dispatch, ends: readonly DeliveryRow[], result: SendResult): void {
  deps.log.info({ incident: id, notices: ends.length, result: result.kind }, 'notice');
  if (ends.some((row) => row.retryAt !== undefined)) deps.telemetry?.record('sendRetried', 1);
  if (result.kind === 'unreachable') deps.telemetry?.record('unreachable', 1);
  if (result.kind === 'failed' || result.kind === 'unknown')
    deps.log.warn({ incident: id, code: result.code }, 'sendFailed');
  if (ends.some((row) => row.failed === 'dead' || row.attempts === RING_AFTER) && 'code' in result)
    deps.log.error({ incident: id, code: result.code }, 'deadLetter');
}
