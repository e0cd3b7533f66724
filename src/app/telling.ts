import type { PersonId } from '../routine/contact';
import type { Notice } from '../routine/notices';
import type { Address, CardRow, DeliveryRow, Held, SendResult } from './ports';
import { baseView, each, type Looker, messageOf, OPERATOR, type Subject, shownHash } from './subject';
import { GIVE_UP, LEASE, mustWait, retryAt, sooner } from './waiting';

/*
 * Tells what is due: who should know what is computed, who has been told stands in delivery rows. The protocol is
 * searched by machine in test/app/interleavings.test.ts.
 */

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

const rowOf = (subject: Subject, key: string): Held<DeliveryRow> | undefined =>
  subject.deliveries.find((row) => row.value.key === key);

const isFinished = (row: DeliveryRow): boolean => row.sentAt !== undefined || row.failed !== undefined;

/** Whether this looker may tell a notice now; what must wait is noted for the agenda. */
function mayClaim({ deps, later }: Looker, subject: Subject, notice: Notice): boolean {
  const row = rowOf(subject, notice.key)?.value;
  if (!row) return true;
  return !isFinished(row) && !mustWait(deps, Math.max(row.leaseUntil, row.retryAt ?? 0), later);
}

/** What may be told now, by person. */
function tellable(looker: Looker, subject: Subject): Map<PersonId, Notice[]> {
  const groups = new Map<PersonId, Notice[]>();
  for (const notice of dueNotices(looker, subject)) {
    if (!mayClaim(looker, subject, notice)) continue;
    groups.set(notice.person, [...(groups.get(notice.person) ?? []), notice]);
  }
  return groups;
}

const claimOf = ({ deps, claimer }: Looker, subject: Subject, notice: Notice) => {
  const held = rowOf(subject, notice.key);
  const value: DeliveryRow = {
    key: notice.key,
    person: notice.person,
    claimer,
    leaseUntil: deps.realNow() + LEASE,
    attempts: (held?.value.attempts ?? 0) + 1,
  };
  return { value, etag: held?.etag };
};

/** How a send ended, for the row: sent, never to be sent, or to be tried again. */
function settled({ deps }: Looker, claim: DeliveryRow, result: SendResult): DeliveryRow {
  const row = { ...claim, leaseUntil: 0 };
  const at = deps.now().toISOString();
  if (result.kind === 'sent') return { ...row, sentAt: at, activityId: result.activityId };
  if (result.kind === 'unreachable') return { ...row, failed: 'unreachable', failedAt: at };
  const isDead = result.kind === 'rejected' || row.attempts >= GIVE_UP;
  if (isDead) return { ...row, failed: 'dead', failedAt: at };
  return { ...row, retryAt: retryAt(deps, row.attempts, result) };
}

const newCard = (person: PersonId): CardRow => ({
  person,
  activityId: '',
  hash: '',
  older: [],
  epoch: 1,
  failures: 0,
});

/** The new card is the live one; the one before it becomes an older one and will shrink to a line. */
function moved(subject: Subject, person: PersonId, activityId: string, hash: string) {
  const held = subject.cards.find((row) => row.value.person === person);
  const row = held?.value ?? newCard(person);
  const value: CardRow = {
    ...row,
    activityId,
    older: row.activityId ? [...row.older, row.activityId] : row.older,
    unshrunk: row.activityId ? [...(row.unshrunk ?? []), row.activityId] : row.unshrunk,
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
async function finish(
  looker: Looker,
  claimed: readonly DeliveryRow[],
  result: SendResult,
  card?: { person: PersonId; hash: string },
): Promise<void> {
  const ends = claimed.map((row) => settled(looker, row, result));
  for (;;) {
    const subject = await looker.read();
    if (!subject) return;
    const deliveries = ends.flatMap((value) => {
      const held = rowOf(subject, value.key);
      // Someone else may have claimed it when our lease ran out; that it has arrived counts all the same.
      const counts =
        held && (held.value.claimer === value.claimer || (result.kind === 'sent' && !isFinished(held.value)));
      return counts ? [{ value, etag: held.etag }] : [];
    });
    const cards =
      card && result.kind === 'sent' ? [moved(subject, card.person, result.activityId, card.hash)] : [];
    if ((await subject.save({ deliveries, cards })) === 'saved') break;
  }
  report(looker, ends, result);
}

/** Ids and codes only. */
function report({ deps, id }: Looker, ends: readonly DeliveryRow[], result: SendResult): void {
  deps.log.info({ incident: id, notices: ends.length, result: result.kind }, 'notice');
  if (result.kind === 'failed' || result.kind === 'unknown')
    deps.log.warn({ incident: id, code: result.code }, 'sendFailed');
  if (ends.some((row) => row.failed === 'dead') && 'code' in result)
    deps.log.error({ incident: id, code: result.code }, 'deadLetter');
}

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
  const result: SendResult = address
    ? await deps.messenger.send(address, messageOf(baseView(looker, subject, person)))
    : { kind: 'unreachable', code: 'noAddress' };
  // What was sent is what was drawn of this read, not of what is read after it.
  await finish(looker, claimed, result, { person, hash: shownHash(subject, person) });
  return true;
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
