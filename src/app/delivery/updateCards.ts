import type { Aggregate } from '../aggregates/aggregate';
import type { View } from '../bot';
import { cardRowOf, openFormIn, withoutActivity } from '../chat/liveCard';
import { drawnMessage, viewOf } from '../chat/message';
import type { CardRow, Held } from '../ports/delivery';
import type { UpdateResult } from '../ports/messenger';
import { sideBySide } from '../runtime/concurrency';
import { decideAgain } from '../runtime/decideAgain';
import { addressOf, type Dispatch, drawnCard, insideGate, readFrom } from './context';
import { GIVE_UP, LEASE, mustWait, retryAt } from './retryPolicy';

/** A card that is to be changed where it stands. */
interface CardUpdate {
  held: Held<CardRow>;
  activityId: string;
  view: View;
  /** Of the live card; undefined: an older one that shrinks to a line. */
  hash?: string;
}

/**
 * The live card, when what it should show has changed. Who has lost access loses the open form too; and where it is
 * over, or they have no part in it, also a page that a press opened in a card that has not changed.
 */
function changedCard(dispatch: Dispatch, aggregate: Aggregate, held: Held<CardRow>): CardUpdate | undefined {
  const row = held.value;
  const { activityId, person } = row;
  if (!activityId) return undefined;
  const { view, hash } = drawnCard(dispatch, aggregate, person);
  const isShut = isOverFor(aggregate, row) && row.opened?.includes(activityId);
  if (row.hash === hash && !isShut) return undefined;
  const isSpared = aggregate.isPart(person) && openFormIn(row, dispatch.deps.realNow()) === activityId;
  const formUntil = isSpared ? (row.formOpenUntil ?? 0) : 0;
  const openedUntil = aggregate.openedUntil?.(activityId) ?? 0;
  const until = Math.max(formUntil, openedUntil, row.puttingUntil ?? 0, row.retryAt ?? 0);
  if (mustWait(dispatch.deps, until, dispatch.later)) return undefined;
  return { held, activityId, view, hash };
}

/** Nothing of it should stand open any more, for all or for this person. */
const isOverFor = (aggregate: Aggregate, { person }: CardRow): boolean =>
  aggregate.isOver === true || !aggregate.isPart(person);

/** A card that a newer one took the place of, or another message whose page must not stay; not while a form is open there. */
function supersededCard(
  { deps, later }: Dispatch,
  aggregate: Aggregate,
  held: Held<CardRow>,
): CardUpdate | undefined {
  const row = held.value;
  const formIn = openFormIn(row, deps.realNow());
  // A card of several is drawn anew without the line (grouped/settle.ts).
  const ofSeveral = new Set(
    aggregate.deliveries.flatMap(({ value }) => (value.group ? value.activityId : [])),
  );
  const isElsewhere = (one: string) => one !== row.activityId && !ofSeveral.has(one);
  const shut = isOverFor(aggregate, row) ? (row.opened ?? []).filter(isElsewhere) : [];
  const all = [...(row.unshrunk ?? []), ...shut];
  // Who has lost their part loses the open form too.
  const spared = aggregate.isPart(row.person) ? formIn : undefined;
  if (spared && all.includes(spared)) mustWait(deps, row.formOpenUntil ?? 0, later);
  const activityId = all.find((one) => one !== spared);
  if (!activityId || mustWait(deps, row.retryAt ?? 0, later)) return undefined;
  return { held, activityId, view: viewOf(deps, aggregate.older(row.person)) };
}

const nextUpdate = (dispatch: Dispatch, aggregate: Aggregate, held: Held<CardRow>): CardUpdate | undefined =>
  aggregate.isLeftAlone?.(held.value.person)
    ? undefined
    : (changedCard(dispatch, aggregate, held) ?? supersededCard(dispatch, aggregate, held));

/** Whether it is to be tried again: then when; otherwise it is left as it is. */
function retryOf({ deps, id }: Dispatch, row: CardRow, result: UpdateResult): Partial<CardRow> | undefined {
  if (result.kind === 'sent' || result.kind === 'unreachable' || result.kind === 'gone') return undefined;
  const failures = row.failures + 1;
  if (result.kind !== 'rejected' && failures < GIVE_UP)
    return { failures, retryAt: retryAt(deps, failures, result) };
  deps.log.error({ incident: id, code: result.code }, 'cardGivenUp');
  return undefined;
}

const ENDED = { failures: 0, retryAt: undefined } as const;

/** How the update of a card ended. */
interface UpdateEnd {
  update: CardUpdate;
  result: UpdateResult;
}

/** The card's row after it. A live card that has vanished is posted anew; one that cannot be changed counts as shown. */
function afterUpdate(dispatch: Dispatch, row: CardRow, { update, result }: UpdateEnd): CardRow {
  const { activityId, hash, held } = update;
  const isLive = hash !== undefined;
  const rest = isLive ? { ...row, puttingUntil: undefined } : row;
  if (isLive && result.kind === 'gone')
    return { ...rest, ...ENDED, activityId: '', hash: '', epoch: row.epoch + 1 };
  const again = retryOf(dispatch, row, result);
  if (again) return { ...rest, ...again };
  const opened = withoutActivity(row.opened, activityId);
  if (!isLive)
    return { ...rest, ...ENDED, unshrunk: row.unshrunk?.filter((one) => one !== activityId), opened };
  // What a press has opened there meanwhile stands there still.
  const isSame = row.formOpenUntil === held.value.formOpenUntil;
  return { ...rest, ...ENDED, hash, opened: isSame ? opened : row.opened };
}

/** Whether something may have changed: then read again. */
async function updateNow(dispatch: Dispatch, aggregate: Aggregate, update: CardUpdate): Promise<boolean> {
  const { deps, later } = dispatch;
  const { held, activityId, hash } = update;
  const { person } = held.value;
  const address = await addressOf(dispatch, person);
  if (address && mustWait(deps, deps.gate.pausedUntil(address), later)) return false;
  let atHand: Aggregate | undefined;
  const write = (value: CardRow) =>
    aggregate.save({ cards: [{ value, etag: held.etag }] }, (saved) => {
      atHand = saved;
    });
  const claim = { ...held.value, puttingUntil: deps.realNow() + LEASE };
  if (hash !== undefined && (await write(claim)) === 'conflict') return true;
  const result: UpdateResult = address
    ? await deps.messenger.update(address, activityId, drawnMessage(update.view))
    : { kind: 'unreachable', code: 'noAddress' };
  // Always the same words on an older card, so it needs no claim.
  if (hash === undefined) {
    const value = afterUpdate(dispatch, held.value, { update, result });
    if ((await write(value)) === 'conflict' || result.kind !== 'sent') return true;
    return hasMore(dispatch, aggregate, { ...held, value });
  }
  const noted = await recordUpdate(dispatch, { update, result }, atHand);
  if (!noted || result.kind !== 'sent' || noted.from !== aggregate.drawnFrom()) return true;
  return hasMore(dispatch, aggregate, noted.card);
}

/**
 * Whether more of a card is to be changed. What was read holds still but for this row, as far as is known here: the agenda
 * row says whether it does.
 */
function hasMore(dispatch: Dispatch, aggregate: Aggregate, held: Held<CardRow>): boolean {
  dispatch.isUnread = true;
  return nextUpdate(dispatch, aggregate, held) !== undefined;
}

/**
 * Notes how it went on the card's row, unless another card has become the live one meanwhile.
 * @param claimed the aggregate as it was when the card was claimed, where that is at hand
 * @returns the row, and what the cards were drawn from when it was noted
 */
async function recordUpdate(dispatch: Dispatch, ended: UpdateEnd, claimed: Aggregate | undefined) {
  const { activityId, held: before } = ended.update;
  return decideAgain(
    readFrom(dispatch, claimed),
    (aggregate) => {
      const held = cardRowOf(aggregate.cards, before.value.person);
      if (held?.value.activityId !== activityId) return undefined;
      const card: Held<CardRow> = { value: afterUpdate(dispatch, held.value, ended), etag: held.etag };
      return { card, from: aggregate.drawnFrom() };
    },
    (aggregate, { card }) => aggregate.save({ cards: [card] }),
  );
}

/** Changes the cards that stand in chats to what they should show. Whether something may have changed: then read again. */
export const updateCards = (dispatch: Dispatch, aggregate: Aggregate): Promise<boolean> =>
  sideBySide(
    aggregate.cards.flatMap((held) => nextUpdate(dispatch, aggregate, held) ?? []),
    (update) => {
      const { person } = update.held.value;
      const { isAcute } = aggregate;
      return insideGate(dispatch, { person, isAcute, before: aggregate }, async (current) => {
        if (current === aggregate) return updateNow(dispatch, current, update);
        const held = cardRowOf(current.cards, person);
        const still = held && nextUpdate(dispatch, current, held);
        return still ? updateNow(dispatch, current, still) : true;
      });
    },
  );
