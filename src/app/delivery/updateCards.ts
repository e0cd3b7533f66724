import type { PersonId } from '../../routine/model/contact';
import type { Screen } from '../../screens/screen';
import { type Subject, shownHash } from '../aggregates/aggregate';
import { openFormIn, without } from '../chat/liveCard';
import { messageOf } from '../chat/message';
import type { CardRow, Held } from '../ports/delivery';
import type { UpdateResult } from '../ports/messenger';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';
import { baseScreen, each, type Looker } from './delivering';
import { GIVE_UP, LEASE, mustWait, retryAt } from './retryPolicy';

/** A card that is to be changed where it stands. */
interface Put {
  held: Held<CardRow>;
  activityId: string;
  screen: Screen;
  /** Of the live card; undefined: an older one that shrinks to a line. */
  hash?: string;
}

/**
 * The live card, when what it should show has changed. Who has lost access loses the open form too; and where it is
 * over, or they have no part in it, also a page that a press opened in a card that has not changed.
 */
function changed(looker: Looker, subject: Subject, held: Held<CardRow>): Put | undefined {
  const row = held.value;
  const { activityId, person } = row;
  if (!activityId) return undefined;
  const hash = shownHash(looker.deps, subject, person);
  const isShut = isEnded(subject, row) && row.opened?.includes(activityId);
  if (row.hash === hash && !isShut) return undefined;
  const isSpared = subject.isPart(person) && openFormIn(row, looker.deps.realNow()) === activityId;
  const formUntil = isSpared ? (row.formOpenUntil ?? 0) : 0;
  const until = Math.max(formUntil, row.puttingUntil ?? 0, row.retryAt ?? 0);
  if (mustWait(looker.deps, until, looker.later)) return undefined;
  return { held, activityId, screen: baseScreen(looker, subject, person), hash };
}

/** Nothing of it should stand open any more, for all or for this person. */
const isEnded = (subject: Subject, { person }: CardRow): boolean =>
  subject.isOver === true || !subject.isPart(person);

/** A card that a newer one took the place of, or another message whose page must not stay; not while a form is open there. */
function superseded({ deps, later }: Looker, subject: Subject, held: Held<CardRow>): Put | undefined {
  const row = held.value;
  const formIn = openFormIn(row, deps.realNow());
  const shut = isEnded(subject, row) ? (row.opened ?? []).filter((one) => one !== row.activityId) : [];
  const all = [...(row.unshrunk ?? []), ...shut];
  // Who has lost their part loses the open form too.
  const spared = subject.isPart(row.person) ? formIn : undefined;
  if (spared && all.includes(spared)) mustWait(deps, row.formOpenUntil ?? 0, later);
  const activityId = all.find((one) => one !== spared);
  if (!activityId || mustWait(deps, row.retryAt ?? 0, later)) return undefined;
  return { held, activityId, screen: subject.older(row.person) };
}

const nextPut = (looker: Looker, subject: Subject, held: Held<CardRow>): Put | undefined =>
  changed(looker, subject, held) ?? superseded(looker, subject, held);

/** Whether it is to be tried again: then when; otherwise it is left as it is. */
function retryOf({ deps, id }: Looker, row: CardRow, result: UpdateResult): Partial<CardRow> | undefined {
  if (result.kind === 'sent' || result.kind === 'unreachable' || result.kind === 'gone') return undefined;
  const failures = row.failures + 1;
  if (result.kind !== 'rejected' && failures < GIVE_UP)
    return { failures, retryAt: retryAt(deps, failures, result) };
  deps.log.error({ incident: id, code: result.code }, 'cardGivenUp');
  return undefined;
}

const ENDED = { failures: 0, retryAt: undefined } as const;

/** A live card that has vanished is posted anew; one that cannot be changed any more counts as shown. */
function afterChange(
  looker: Looker,
  row: CardRow,
  hash: string,
  result: UpdateResult,
  formBefore: Millis | undefined,
): CardRow {
  const rest = { ...row, puttingUntil: undefined };
  if (result.kind === 'gone') return { ...rest, ...ENDED, activityId: '', hash: '', epoch: row.epoch + 1 };
  const again = retryOf(looker, row, result);
  if (again) return { ...rest, ...again };
  // What a press has opened there meanwhile stands there still.
  const isSame = row.formOpenUntil === formBefore;
  return { ...rest, ...ENDED, hash, opened: isSame ? without(row.opened, row.activityId) : row.opened };
}

/** Always the same words, so it needs no claim. */
function afterShrink(looker: Looker, row: CardRow, activityId: string, result: UpdateResult): CardRow {
  const again = retryOf(looker, row, result);
  if (again) return { ...row, ...again };
  const unshrunk = row.unshrunk?.filter((one) => one !== activityId);
  return { ...row, ...ENDED, unshrunk, opened: without(row.opened, activityId) };
}

/** Notes how it went on the card's row, unless another card has become the live one meanwhile. */
async function changeDone(looker: Looker, put: Put, hash: string, result: UpdateResult): Promise<void> {
  const { person, formOpenUntil } = put.held.value;
  await decideAgain(
    looker.read,
    ({ cards }) => {
      const held = cards.find((row) => row.value.person === person);
      if (held?.value.activityId !== put.activityId) return undefined;
      return { value: afterChange(looker, held.value, hash, result, formOpenUntil), etag: held.etag };
    },
    (subject, card) => subject.save({ cards: [card] }),
  );
}

/** Returns whether something may have changed (so: look again). */
async function putNow(looker: Looker, subject: Subject, put: Put): Promise<boolean> {
  const { deps, later } = looker;
  const { held, activityId, hash } = put;
  const address = (await deps.people.read(held.value.person))?.value.address;
  if (address && mustWait(deps, deps.gate.pausedUntil(address), later)) return false;
  const write = (value: CardRow) => subject.save({ cards: [{ value, etag: held.etag }] });
  const claim = { ...held.value, puttingUntil: deps.realNow() + LEASE };
  if (hash !== undefined && (await write(claim)) === 'conflict') return true;
  const result: UpdateResult = address
    ? await deps.messenger.update(address, activityId, messageOf(deps, put.screen))
    : { kind: 'unreachable', code: 'noAddress' };
  if (hash === undefined) await write(afterShrink(looker, held.value, activityId, result));
  else await changeDone(looker, put, hash, result);
  return true;
}

/** Who had to wait at the gate reads again, so that nothing is shown that holds no more. */
async function putOne(looker: Looker, before: Subject, person: PersonId, put: Put): Promise<boolean> {
  const pass = await looker.deps.gate.enter(person, before.isAcute);
  try {
    if (!pass.hasWaited) return await putNow(looker, before, put);
    const subject = await looker.read();
    const held = subject?.cards.find((row) => row.value.person === person);
    const still = subject && held && nextPut(looker, subject, held);
    return still ? await putNow(looker, subject, still) : true;
  } finally {
    pass.leave();
  }
}

/** Changes the cards that stand in chats to what they should show. Returns whether to look again. */
export const putCards = (looker: Looker, subject: Subject): Promise<boolean> =>
  each(
    subject.cards.flatMap((held) => nextPut(looker, subject, held) ?? []),
    (put) => putOne(looker, subject, put.held.value.person, put),
  );
