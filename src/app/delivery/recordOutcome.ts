import type { PersonId } from '../../routine/model/contact';
import type { Subject } from '../aggregates/aggregate';
import { cardRow, setAside } from '../chat/liveCard';
import type { CardRow, DeliveryRow } from '../ports/delivery';
import type { SendResult } from '../ports/messenger';
import { decideAgain } from '../runtime/decideAgain';
import type { Looker } from './delivering';
import { isFinished, rowOf } from './dueNotices';
import { RING_AFTER, retryAt } from './retryPolicy';

/** How a send ended, for the row: sent, never to be sent, or to be tried again. */
function settled({ deps }: Looker, claim: DeliveryRow, result: SendResult): DeliveryRow {
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
function moved(subject: Subject, person: PersonId, activityId: string, hash: string) {
  const held = subject.cards.find((row) => row.value.person === person);
  const row = held?.value ?? cardRow(person);
  const value: CardRow = {
    ...row,
    activityId,
    ...setAside(row),
    // A form that is open stays open, in the older card.
    formIn: row.formIn ?? (row.formOpenUntil ? row.activityId : undefined),
    hash,
    failures: 0,
  };
  return { value, etag: held?.etag };
}

/**
 * Writes down how it went. The claim's rows are ours, the card's row may have been touched meanwhile: read afresh
 * until it is written, for a sent activity that nobody knows of would be sent twice.
 */
export async function finish(
  looker: Looker,
  claimed: readonly DeliveryRow[],
  result: SendResult,
  card?: { person: PersonId; hash: string },
): Promise<void> {
  const ends = claimed.map((row) => settled(looker, row, result));
  const recorded = await decideAgain(
    looker.read,
    (subject) => ({
      deliveries: ends.flatMap((value) => {
        const held = rowOf(subject, value.key);
        // Someone else may have claimed it when our lease ran out; that it has arrived counts all the same.
        const counts =
          held &&
          (held.value.claimer === value.claimer || (result.kind === 'sent' && !isFinished(held.value)));
        return counts ? [{ value, etag: held.etag }] : [];
      }),
      cards:
        card && result.kind === 'sent' ? [moved(subject, card.person, result.activityId, card.hash)] : [],
    }),
    (subject, change) => subject.save(change),
  );
  if (recorded) report(looker, ends, result);
}

/** Ids and codes only. */
function report({ deps, id }: Looker, ends: readonly DeliveryRow[], result: SendResult): void {
  deps.log.info({ incident: id, notices: ends.length, result: result.kind }, 'notice');
  if (result.kind === 'failed' || result.kind === 'unknown')
    deps.log.warn({ incident: id, code: result.code }, 'sendFailed');
  if (ends.some((row) => row.failed === 'dead' || row.attempts === RING_AFTER) && 'code' in result)
    deps.log.error({ incident: id, code: result.code }, 'deadLetter');
}
