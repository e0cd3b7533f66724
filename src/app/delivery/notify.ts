import { OPERATOR } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import type { Aggregate } from '../aggregates/aggregate';
import { drawnMessage } from '../chat/message';
import type { DeliveryRow } from '../ports/delivery';
import type { OutgoingMessage, SendResult } from '../ports/messenger';
import type { Address } from '../ports/people';
import type { Millis } from '../ports/runtime';
import { sideBySide } from '../runtime/concurrency';
import { whenUnavailable } from '../runtime/failures';
import { addressOf, type Dispatch, drawnCard, insideGate } from './context';
import { deliveryOf, notifiable, type PersonsNotices } from './dueNotices';
import { type Claim, recordOutcome } from './recordOutcome';
import { LEASE, mustWait, noteDue } from './retryPolicy';

/*
 * Who should know what is computed, who has been notified stands in delivery rows. The protocol is searched by machine
 * in test/app/interleavings.test.ts.
 */

/** The row of a notice that is claimed. */
export const claimOf = ({ deps, claimer }: Dispatch, aggregate: Aggregate, { key, person }: Notice) => {
  const held = deliveryOf(aggregate, key);
  const value: DeliveryRow = {
    key,
    person,
    claimer,
    leaseUntil: deps.realNow() + LEASE,
    attempts: (held?.value.attempts ?? 0) + 1,
    // Who is out of reach stays so until it has arrived, also while it is tried again.
    failedAt: held?.value.failedAt,
  };
  return { value, etag: held?.etag };
};

/** The claim; undefined: another was quicker, and nothing was. */
async function claim(
  dispatch: Dispatch,
  aggregate: Aggregate,
  due: readonly Notice[],
): Promise<Claim | undefined> {
  const deliveries = due.map((notice) => claimOf(dispatch, aggregate, notice));
  let claimed: Aggregate | undefined;
  const result = await aggregate.save({ deliveries }, (saved) => {
    claimed = saved;
  });
  return result === 'conflict' ? undefined : { rows: deliveries.map(({ value }) => value), claimed };
}

/** Rows of one save: a transaction takes a hundred, and the outcome writes the card's row and the state's beside. */
const MOST_CLAIMS = 90;

const kindAndAbout = (key: string): string => key.slice(0, key.lastIndexOf('|'));

/** Whoever runs the bot reads the log: it is told there, and counts as told. */
async function alertOperator(
  dispatch: Dispatch,
  aggregate: Aggregate,
  due: readonly Notice[],
): Promise<boolean> {
  const now = due.slice(0, MOST_CLAIMS);
  const claimed = await claim(dispatch, aggregate, now);
  if (!claimed) return true;
  const { reference } = aggregate;
  for (const { kind, key } of now)
    dispatch.deps.log.error(
      { incident: dispatch.id, reference, kind, key: kindAndAbout(key) },
      'operatorAlert',
    );
  await recordOutcome(dispatch, claimed, { kind: 'sent', activityId: '' });
  return true;
}

/** A notice that comes so long after its time is late. */
const LATE: Millis = 60_000;

/** When what waits for a person could first be told, where it is late: what they have held back themselves is not. */
async function heldUntil({ deps }: Dispatch, told: PersonsNotices): Promise<Millis> {
  const isLate = told.some(({ since }) => deps.now().getTime() - Date.parse(since) > LATE);
  if (!deps.telemetry || !isLate) return 0;
  const row = await whenUnavailable(deps.people.read(told[0].person), () => undefined);
  return Date.parse(row?.value.heldUntil ?? '') || 0;
}

function noteDelays({ deps: { telemetry, now } }: Dispatch, told: readonly Notice[], from: Millis): void {
  for (const { since, isAcute } of told) {
    const delay = now().getTime() - Math.max(Date.parse(since), from);
    telemetry?.record('noticeDelay', delay / 1_000, { isAcute });
    if (delay > LATE) telemetry?.record('noticeLate', 1, { isAcute });
  }
}

/** All that is due for one person, as one card. Whether something was written. */
async function notifyPerson(dispatch: Dispatch, aggregate: Aggregate, due: PersonsNotices): Promise<boolean> {
  const { deps, later } = dispatch;
  const [{ person }] = due;
  const address = await addressOf(dispatch, person);
  if (address && mustWait(deps, deps.gate.pausedUntil(address), later)) return false;
  // What is left over is due still: the next read finds it.
  const claimed = await claim(dispatch, aggregate, due.slice(0, MOST_CLAIMS));
  if (!claimed) return true;
  const isAgain = claimed.rows.some((row) => row.attempts > 1);
  const woken = await aggregate.beforeNotice(person, isAgain);
  if (woken !== undefined) dispatch.woken.add(woken);
  // What is sent is what is drawn of this read now, not of what is read after it.
  const { view, hash } = drawnCard(dispatch, aggregate, person);
  dispatch.stepAside();
  const result = await sendTo(dispatch, address, drawnMessage(view));
  if (result.kind === 'sent') noteDelays(dispatch, due, await heldUntil(dispatch, due));
  await recordOutcome(dispatch, { ...claimed, card: { person, hash } }, result);
  return true;
}

/** A pause that began since the claim holds it back too: nothing has been sent then. */
async function sendTo(
  { deps }: Dispatch,
  address: Address | undefined,
  message: OutgoingMessage,
): Promise<SendResult> {
  if (!address) return { kind: 'unreachable', code: 'noAddress' };
  const wait = deps.gate.pausedUntil(address) - deps.realNow();
  if (wait > 0) return { kind: 'failed', code: 'paused', retryAfter: wait };
  return deps.messenger.send(address, message);
}

/** Whether what is due may stand on a card of several. What was tried before comes alone: who is not reached is found out by that. */
export const mayComeTogether = (aggregate: Aggregate, due: readonly Notice[]): boolean =>
  due.every((notice) => aggregate.mayGroup?.(notice) === true && !deliveryOf(aggregate, notice.key));

/** Whether it is left for one card with what is due for the same person in other aggregates. */
function isCollected({ collect, later, deps }: Dispatch, aggregate: Aggregate, due: PersonsNotices): boolean {
  if (!collect || !mayComeTogether(aggregate, due)) return false;
  collect(due[0].person);
  // It stays due until that has been seen to.
  noteDue(later, deps.now().getTime());
  return true;
}

/** Notifies everybody of what is due for them. Whether something may have changed by it: then read again. */
export const notify = (dispatch: Dispatch, aggregate: Aggregate): Promise<boolean> =>
  sideBySide([...notifiable(dispatch, aggregate)], ([person, due]) => {
    if (person === OPERATOR) return alertOperator(dispatch, aggregate, due);
    if (isCollected(dispatch, aggregate, due)) return Promise.resolve(false);
    const isAcute = due.some((notice) => notice.isAcute);
    return insideGate(dispatch, { person, isAcute, before: aggregate }, async (current) => {
      const still = current === aggregate ? due : notifiable(dispatch, current).get(person);
      return still ? notifyPerson(dispatch, current, still) : true;
    });
  });
