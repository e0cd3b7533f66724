import { OPERATOR, type PersonId } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import { type Subject, shownHash } from '../aggregates/aggregate';
import { messageOf } from '../chat/message';
import type { DeliveryRow } from '../ports/delivery';
import type { SendResult } from '../ports/messenger';
import type { Address } from '../ports/people';
import { baseScreen, each, type Looker } from './delivering';
import { rowOf, tellable } from './dueNotices';
import { finish } from './recordOutcome';
import { LEASE, mustWait } from './retryPolicy';

/*
 * Tells what is due: who should know what is computed, who has been told stands in delivery rows. The protocol is
 * searched by machine in test/app/interleavings.test.ts.
 */

const claimOf = ({ deps, claimer }: Looker, subject: Subject, notice: Notice) => {
  const held = rowOf(subject, notice.key);
  const value: DeliveryRow = {
    key: notice.key,
    person: notice.person,
    claimer,
    leaseUntil: deps.realNow() + LEASE,
    attempts: (held?.value.attempts ?? 0) + 1,
    // Who is out of reach stays so until it has arrived, also while it is tried again.
    failedAt: held?.value.failedAt,
  };
  return { value, etag: held?.etag };
};

const kindAndAbout = (key: string): string => key.slice(0, key.lastIndexOf('|'));

/** Whoever runs the bot reads the log: it is told there, and counts as told. */
async function alert(looker: Looker, subject: Subject, due: readonly Notice[]): Promise<boolean> {
  const claims = due.map((notice) => claimOf(looker, subject, notice));
  if ((await subject.save({ deliveries: claims })) === 'conflict') return true;
  for (const { kind, key } of due)
    looker.deps.log.error({ incident: looker.id, kind, key: kindAndAbout(key) }, 'operatorAlert');
  const claimed = claims.map(({ value }) => value);
  await finish(looker, claimed, { kind: 'sent', activityId: '' });
  return true;
}

/** All that is due for one person goes as one card. Returns whether something was written (so: look again). */
async function post(
  looker: Looker,
  subject: Subject,
  person: PersonId,
  due: readonly Notice[],
): Promise<boolean> {
  const { deps, later } = looker;
  const address: Address | undefined = (await deps.people.read(person))?.value.address;
  if (address && mustWait(deps, deps.gate.pausedUntil(address), later)) return false;
  const claims = due.map((notice) => claimOf(looker, subject, notice));
  if ((await subject.save({ deliveries: claims })) === 'conflict') return true;
  const claimed = claims.map(({ value }) => value);
  await subject.tells(
    person,
    claimed.some((row) => row.attempts > 1),
  );
  // What is sent is what is drawn of this read now, not of what is read after it.
  const hash = shownHash(deps, subject, person);
  const result = await sendNow(looker, subject, person, address);
  await finish(looker, claimed, result, { person, hash });
  return true;
}

/** A pause that began since the claim holds it back too: nothing has been sent then. */
async function sendNow(
  looker: Looker,
  subject: Subject,
  person: PersonId,
  address: Address | undefined,
): Promise<SendResult> {
  const { deps } = looker;
  if (!address) return { kind: 'unreachable', code: 'noAddress' };
  const wait = deps.gate.pausedUntil(address) - deps.realNow();
  if (wait > 0) return { kind: 'failed', code: 'paused', retryAfter: wait };
  return deps.messenger.send(address, messageOf(deps, baseScreen(looker, subject, person)));
}

/** Who had to wait at the gate reads again, so that nothing is told that holds no more. */
async function tellOne(
  looker: Looker,
  before: Subject,
  person: PersonId,
  due: readonly Notice[],
): Promise<boolean> {
  const pass = await looker.deps.gate.enter(
    person,
    due.some((notice) => notice.isAcute),
  );
  try {
    if (!pass.hasWaited) return await post(looker, before, person, due);
    const subject = await looker.read();
    const still = subject && tellable(looker, subject).get(person);
    return subject && still ? await post(looker, subject, person, still) : true;
  } finally {
    pass.leave();
  }
}

/** Tells everybody what is due for them. Returns whether something may have changed by it (so: look again). */
export const tell = (looker: Looker, subject: Subject): Promise<boolean> =>
  each([...tellable(looker, subject)], ([person, due]) =>
    person === OPERATOR ? alert(looker, subject, due) : tellOne(looker, subject, person, due),
  );
