import { createHash } from 'node:crypto';
import { line } from '../cards/build';
import { liveCard } from '../cards/live';
import { render } from '../cards/render';
import type { View } from '../cards/views';
import { COMMON, STEP_CARD } from '../content/texts';
import type { PersonId } from '../routine/contact';
import { type Notice, notices } from '../routine/notices';
import type { Deps } from './deps';
import { openFormIn } from './formMark';
import type { CardRow, DeliveryRow, Held, Millis, OutgoingMessage, SendResult } from './ports';
import { type Read, readIncident, rolesOf, sceneOf, situationOf } from './reading';

/*
 * Delivers what is due for one incident: who should know what is computed (`notices`), who has been told stands in
 * delivery rows. The protocol is searched by machine in test/app/interleavings.test.ts.
 */

const SECOND = 1_000;
/** Longer than the longest send (see SEND_TIMEOUT_SECONDS). Real time. */
export const LEASE: Millis = 30 * SECOND;
const DAY: Millis = 86_400 * SECOND;
/** A row whose save never came may be moved after this real time. */
const ORPHAN: Millis = 600 * SECOND;
/** Looks at one incident in a row until nothing more is to be done. */
const ROUNDS = 80;
const BACK_OFF: readonly Millis[] = [5, 30, 120, 600, 1_800, 3_600].map((seconds) => seconds * SECOND);
/** After this many failures a notice is given up: a dead letter, logged as an error. */
const GIVE_UP = 12;

export const hashOf = (view: View): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22);

const messageOf = (view: View): OutgoingMessage => ({
  card: render(view, { fallback: COMMON.fallback, speak: COMMON.summary }),
  summary: COMMON.summary,
});

/** When the agenda must look again, of everything that was left undone. Routine time. */
interface Later {
  due: Millis;
}

/** Real-time waits are counted from now in routine time: in production the two clocks are one. */
const inRealTime = (deps: Deps, at: Millis): Millis =>
  deps.now().getTime() + Math.max(0, at - deps.realNow());

const sooner = (later: Later, due: Millis): void => {
  later.due = Math.min(later.due, due);
};

/** A card as it stands in a chat. Its `once` is left empty for the hash: it is not part of what is shown. */
function baseView(deps: Deps, read: Read, person: PersonId): View {
  return liveCard(sceneOf(deps, read, person, `${read.file.incident.id}.${read.file.incident.rev}`));
}

const shownHash = (deps: Deps, read: Read, person: PersonId): string =>
  hashOf(liveCard(sceneOf(deps, read, person, '')));

const dueNotices = (deps: Deps, read: Read, later: Later): Notice[] => {
  const now = deps.now();
  const all = notices(situationOf(deps, read));
  for (const notice of all) {
    const since = Date.parse(notice.since);
    if (since > now.getTime()) sooner(later, since);
  }
  return [...all, ...lost(deps, read)].filter((notice) => Date.parse(notice.since) <= now.getTime());
};

/** The app was installed anew: the chat is empty, and what waits is posted again. */
const lost = (deps: Deps, read: Read): Notice[] =>
  read.file.cards
    .filter(({ value }) => value.activityId === '' && value.epoch > 1)
    .filter(({ value }) => rolesOf(deps, read, value.person).size > 0)
    .map(({ value }) => ({
      key: `restored||${value.epoch}|${value.person}`,
      kind: 'restored' as const,
      person: value.person,
      since: read.file.incident.createdAt,
      isAcute: read.file.incident.acute,
    }));

const rowOf = (read: Read, key: string): Held<DeliveryRow> | undefined =>
  read.file.deliveries.find((row) => row.value.key === key);

const isFinished = (row: DeliveryRow): boolean => row.sentAt !== undefined || row.failed !== undefined;

/** Whether this looker may tell a notice now; what must wait is noted for the agenda. */
function mayClaim(deps: Deps, read: Read, notice: Notice, later: Later): boolean {
  const row = rowOf(read, notice.key)?.value;
  if (!row) return true;
  if (isFinished(row)) return false;
  const waitUntil = Math.max(row.leaseUntil, row.retryAt ?? 0);
  if (waitUntil <= deps.realNow()) return true;
  sooner(later, inRealTime(deps, waitUntil));
  return false;
}

const claimOf = (deps: Deps, read: Read, claimer: string, notice: Notice) => {
  const held = rowOf(read, notice.key);
  const value: DeliveryRow = {
    key: notice.key,
    person: notice.person,
    claimer,
    leaseUntil: deps.realNow() + LEASE,
    attempts: (held?.value.attempts ?? 0) + 1,
  };
  return { value, etag: held?.etag };
};

/** The next wait after so many failed attempts; the server's own word goes first. Real time. */
const retryAt = (deps: Deps, attempts: number, result: SendResult): Millis => {
  const asked = 'retryAfter' in result ? (result.retryAfter ?? 0) : 0;
  return deps.realNow() + Math.max(asked, BACK_OFF[Math.min(attempts - 1, BACK_OFF.length - 1)] ?? 0);
};

function settled(deps: Deps, row: DeliveryRow, result: SendResult): DeliveryRow {
  if (result.kind === 'sent') {
    return { ...row, leaseUntil: 0, sentAt: deps.now().toISOString(), activityId: result.activityId };
  }
  if (result.kind === 'unreachable') return { ...row, leaseUntil: 0, failed: 'unreachable' };
  if (row.attempts >= GIVE_UP) return { ...row, leaseUntil: 0, failed: 'dead' };
  return { ...row, leaseUntil: 0, retryAt: retryAt(deps, row.attempts, result) };
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
function moved(
  deps: Deps,
  read: Read,
  person: PersonId,
  activityId: string,
): { value: CardRow; etag?: string | undefined } {
  const held = read.file.cards.find((row) => row.value.person === person);
  const row = held?.value ?? newCard(person);
  const older = row.activityId ? [...row.older, row.activityId] : row.older;
  const unshrunk = row.activityId ? [...(row.unshrunk ?? []), row.activityId] : row.unshrunk;
  const value = {
    ...row,
    activityId,
    older,
    unshrunk,
    // A form that is open stays open, in the older card.
    formIn: row.formIn ?? (row.formOpenUntil ? row.activityId : undefined),
    hash: shownHash(deps, read, person),
    failures: 0,
  };
  return { value, etag: held?.etag };
}

/** All that is due for one person goes as one card. Returns whether something was written (so: look again). */
async function tell(
  deps: Deps,
  read: Read,
  claimer: string,
  person: PersonId,
  due: readonly Notice[],
): Promise<boolean> {
  const claims = due.map((notice) => claimOf(deps, read, claimer, notice));
  const { incident } = read.file;
  if ((await deps.incidents.save(read.file, { deliveries: claims })) === 'conflict') return true;
  const [row] = await Promise.all([
    deps.people.read(person),
    deps.index.add(person, { id: incident.id, reference: incident.reference, createdAt: incident.createdAt }),
  ]);
  const address = row?.value.address;
  const result: SendResult = address
    ? await deps.messenger.send(address, messageOf(baseView(deps, read, person)))
    : { kind: 'unreachable', code: 'noAddress' };
  deps.log.info({ incident: incident.id, notices: due.length, result: result.kind }, 'notice');
  await finish(
    deps,
    read,
    claims.map((claim) => claim.value),
    result,
  );
  return true;
}

/**
 * Writes down how it went. The claim's rows are ours, the card's row may have been touched meanwhile: read afresh
 * until it is written, for a sent activity that nobody knows of would be sent twice.
 */
async function finish(
  deps: Deps,
  before: Read,
  claimed: readonly DeliveryRow[],
  result: SendResult,
): Promise<void> {
  const person = claimed[0]?.person ?? '';
  for (;;) {
    const read = await readIncident(deps, before.file.incident.id);
    if (!read) return;
    const deliveries = claimed.flatMap((row) => {
      const held = rowOf(read, row.key);
      // Someone else may have claimed it when our lease ran out; that it has arrived counts all the same.
      const counts =
        held && (held.value.claimer === row.claimer || (result.kind === 'sent' && !isFinished(held.value)));
      return counts ? [{ value: settled(deps, row, result), etag: held.etag }] : [];
    });
    const cards =
      result.kind === 'sent' ? [withHash(before, deps, moved(deps, read, person, result.activityId))] : [];
    if ((await deps.incidents.save(read.file, { deliveries, cards })) === 'saved') break;
  }
  if (result.kind === 'failed' || result.kind === 'unknown') {
    deps.log.warn({ incident: before.file.incident.id, code: result.code }, 'sendFailed');
  }
}

/** What was sent is what was drawn from `before`, not from what has been read since. */
const withHash = (before: Read, deps: Deps, card: { value: CardRow; etag?: string | undefined }) => ({
  ...card,
  value: { ...card.value, hash: shownHash(deps, before, card.value.person) },
});

/**
 * Shrinks a card that a newer one took the place of to one line; not while a form is open in it. Always the same
 * words, so it needs no claim.
 */
async function shrink(deps: Deps, read: Read, held: Held<CardRow>, later: Later): Promise<boolean> {
  const row = held.value;
  const formIn = openFormIn(row, deps.realNow());
  if (formIn && row.unshrunk?.includes(formIn)) sooner(later, inRealTime(deps, row.formOpenUntil ?? 0));
  const activityId = row.unshrunk?.find((one) => one !== formIn);
  if (!activityId) return false;
  if ((row.retryAt ?? 0) > deps.realNow()) {
    sooner(later, inRealTime(deps, row.retryAt ?? 0));
    return false;
  }
  const address = (await deps.people.read(row.person))?.value.address;
  const message = messageOf(line(STEP_CARD.superseded(read.file.incident.reference)));
  const result: SendResult = address
    ? await deps.messenger.update(address, activityId, message)
    : { kind: 'unreachable', code: 'noAddress' };
  const { failures, retryAt: again } = afterPut(deps, row, row.hash, result);
  const unshrunk = again ? row.unshrunk : row.unshrunk?.filter((one) => one !== activityId);
  const value = { ...row, unshrunk, failures: failures ?? 0, retryAt: again };
  await deps.incidents.save(read.file, { cards: [{ value, etag: held.etag }] });
  return true;
}

/** Updates a live card in place when what it should show has changed. */
async function refresh(deps: Deps, read: Read, held: Held<CardRow>, later: Later): Promise<boolean> {
  const row = held.value;
  const hash = shownHash(deps, read, row.person);
  if (!row.activityId || row.hash === hash) return false;
  // Who has lost access loses the open form too.
  const isIn = rolesOf(deps, read, row.person).size > 0;
  const isFormHere = isIn && openFormIn(row, deps.realNow()) === row.activityId;
  const formUntil = isFormHere ? (row.formOpenUntil ?? 0) : 0;
  const waitUntil = Math.max(formUntil, row.puttingUntil ?? 0, row.retryAt ?? 0);
  if (waitUntil > deps.realNow()) {
    sooner(later, inRealTime(deps, waitUntil));
    return false;
  }
  const claimed = { ...row, puttingUntil: deps.realNow() + LEASE };
  if ((await deps.incidents.save(read.file, { cards: [{ value: claimed, etag: held.etag }] })) === 'conflict')
    return true;
  const address = (await deps.people.read(row.person))?.value.address;
  const result: SendResult = address
    ? await deps.messenger.update(address, row.activityId, messageOf(baseView(deps, read, row.person)))
    : { kind: 'unreachable', code: 'noAddress' };
  await putDone(deps, read, claimed, hash, result);
  return true;
}

async function putDone(
  deps: Deps,
  before: Read,
  claimed: CardRow,
  hash: string,
  result: SendResult,
): Promise<void> {
  for (;;) {
    const file = await deps.incidents.read(before.file.incident.id);
    const held = file?.cards.find((row) => row.value.person === claimed.person);
    if (!file || !held || held.value.activityId !== claimed.activityId) return;
    const value = { ...held.value, puttingUntil: undefined, ...afterPut(deps, held.value, hash, result) };
    if ((await deps.incidents.save(file, { cards: [{ value, etag: held.etag }] })) === 'saved') return;
  }
}

/** A card that is gone for good counts as shown: the next notice posts a new one. */
function afterPut(deps: Deps, row: CardRow, hash: string, result: SendResult): Partial<CardRow> {
  if (result.kind === 'sent' || result.kind === 'unreachable')
    return { hash, failures: 0, retryAt: undefined };
  const failures = row.failures + 1;
  return failures >= GIVE_UP
    ? { hash, failures: 0, retryAt: undefined }
    : { failures, retryAt: retryAt(deps, failures, result) };
}

const byPerson = (due: readonly Notice[]): Map<PersonId, Notice[]> => {
  const groups = new Map<PersonId, Notice[]>();
  for (const notice of due) groups.set(notice.person, [...(groups.get(notice.person) ?? []), notice]);
  return groups;
};

/** One thing done for one incident; false: nothing was left to do. */
async function step(deps: Deps, read: Read, claimer: string, later: Later): Promise<boolean> {
  const due = dueNotices(deps, read, later).filter((notice) => mayClaim(deps, read, notice, later));
  for (const [person, mine] of byPerson(due)) return tell(deps, read, claimer, person, mine);
  for (const held of read.file.cards) {
    if (await refresh(deps, read, held, later)) return true;
    if (await shrink(deps, read, held, later)) return true;
  }
  return false;
}

const restOf = (read: Read): Millis => (read.file.incident.state === 'closed' ? 30 * DAY : DAY);

/**
 * Delivers what is due for one incident and moves its agenda row. The row is read before the incident, and is moved
 * only as it was read, and only past a revision that has been seen (architecture: delivery protocol).
 */
export async function look(deps: Deps, id: string, claimer: string): Promise<void> {
  const agenda = await deps.agenda.read(id);
  const later: Later = { due: Number.POSITIVE_INFINITY };
  let read = await readIncident(deps, id);
  for (let round = 0; read && (await step(deps, read, claimer, later)); round++) {
    later.due = Number.POSITIVE_INFINITY;
    read = await readIncident(deps, id);
    if (round === ROUNDS) break;
  }
  if (!agenda) return;
  const isOrphan = deps.realNow() - agenda.value.writtenAt > ORPHAN;
  if (!isOrphan && (!read || read.file.incident.rev < agenda.value.rev)) return;
  const rest = deps.now().getTime() + (read ? restOf(read) : 30 * DAY);
  await deps.agenda.move(agenda, Math.min(later.due, rest));
}
