import type { Aggregate } from '../aggregates/aggregate';
import type { View } from '../bot';
import { openFormIn, without } from '../chat/liveCard';
import { drawnMessage, viewOf } from '../chat/message';
import type { CardRow, Held } from '../ports/delivery';
import type { UpdateResult } from '../ports/messenger';
import type { Millis } from '../ports/runtime';
import { sideBySide } from '../runtime/concurrency';
import { decideAgain } from '../runtime/decideAgain';
import { cardOf, type Dispatch, insideGate } from './context';
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
  const { view, hash } = cardOf(dispatch, aggregate, person);
  const isShut = isEnded(aggregate, row) && row.opened?.includes(activityId);
  if (row.hash === hash && !isShut) return undefined;
  const isSpared = aggregate.isPart(person) && openFormIn(row, dispatch.deps.realNow()) === activityId;
  const formUntil = isSpared ? (row.formOpenUntil ?? 0) : 0;
  const until = Math.max(formUntil, row.puttingUntil ?? 0, row.retryAt ?? 0);
  if (mustWait(dispatch.deps, until, dispatch.later)) return undefined;
  return { held, activityId, view, hash };
}

/** Nothing of it should stand open any more, for all or for this person. */
const isEnded = (aggregate: Aggregate, { person }: CardRow): boolean =>
  aggregate.isOver === true || !aggregate.isPart(person);

/** A card that a newer one took the place of, or another message whose page must not stay; not while a form is open there. */
function supersededCard(
  { deps, later }: Dispatch,
  aggregate: Aggregate,
  held: Held<CardRow>,
): CardUpdate | undefined {
  const row = held.value;
  const formIn = openFormIn(row, deps.realNow());
  const shut = isEnded(aggregate, row) ? (row.opened ?? []).filter((one) => one !== row.activityId) : [];
  const all = [...(row.unshrunk ?? []), ...shut];
  // Who has lost their part loses the open form too.
  const spared = aggregate.isPart(row.person) ? formIn : undefined;
  if (spared && all.includes(spared)) mustWait(deps, row.formOpenUntil ?? 0, later);
  const activityId = all.find((one) => one !== spared);
  if (!activityId || mustWait(deps, row.retryAt ?? 0, later)) return undefined;
  return { held, activityId, view: viewOf(deps, aggregate.older(row.person)) };
}

const nextUpdate = (dispatch: Dispatch, aggregate: Aggregate, held: Held<CardRow>): CardUpdate | undefined =>
  changedCard(dispatch, aggregate, held) ?? supersededCard(dispatch, aggregate, held);

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

/** A live card that has vanished is posted anew; one that cannot be changed any more counts as shown. */
function afterChange(
  dispatch: Dispatch,
  row: CardRow,
  hash: string,
  result: UpdateResult,
  formBefore: Millis | undefined,
): CardRow {
  const rest = { ...row, puttingUntil: undefined };
  if (result.kind === 'gone') return { ...rest, ...ENDED, activityId: '', hash: '', epoch: row.epoch + 1 };
  const again = retryOf(dispatch, row, result);
  if (again) return { ...rest, ...again };
  // What a press has opened there meanwhile stands there still.
  const isSame = row.formOpenUntil === formBefore;
  return { ...rest, ...ENDED, hash, opened: isSame ? without(row.opened, row.activityId) : row.opened };
}

/** Always the same words, so it needs no claim. */
function afterShrink(dispatch: Dispatch, row: CardRow, activityId: string, result: UpdateResult): CardRow {
  const again = retryOf(dispatch, row, result);
  if (again) return { ...row, ...again };
  const unshrunk = row.unshrunk?.filter((one) => one !== activityId);
  return { ...row, ...ENDED, unshrunk, opened: without(row.opened, activityId) };
}

/** Notes how it went on the card's row, unless another card has become the live one meanwhile. */
async function recordUpdate(
  dispatch: Dispatch,
  update: CardUpdate,
  hash: string,
  result: UpdateResult,
): Promise<void> {
  const { person, formOpenUntil } = update.held.value;
  await decideAgain(
    dispatch.read,
    ({ cards }) => {
      const held = cards.find((row) => row.value.person === person);
      if (held?.value.activityId !== update.activityId) return undefined;
      return { value: afterChange(dispatch, held.value, hash, result, formOpenUntil), etag: held.etag };
    },
    (aggregate, card) => aggregate.save({ cards: [card] }),
  );
}

/** Whether something may have changed: then read again. */
async function updateNow(dispatch: Dispatch, aggregate: Aggregate, update: CardUpdate): Promise<boolean> {
  const { deps, later } = dispatch;
  const { held, activityId, hash } = update;
  const address = (await deps.people.read(held.value.person))?.value.address;
  if (address && mustWait(deps, deps.gate.pausedUntil(address), later)) return false;
  const write = (value: CardRow) => aggregate.save({ cards: [{ value, etag: held.etag }] });
  const claim = { ...held.value, puttingUntil: deps.realNow() + LEASE };
  if (hash !== undefined && (await write(claim)) === 'conflict') return true;
  const result: UpdateResult = address
    ? await deps.messenger.update(address, activityId, drawnMessage(update.view))
    : { kind: 'unreachable', code: 'noAddress' };
  if (hash === undefined) await write(afterShrink(dispatch, held.value, activityId, result));
  else await recordUpdate(dispatch, update, hash, result);
  return true;
}

/** Changes the cards that stand in chats to what they should show. Whether something may have changed: then read again. */
export const updateCards = (dispatch: Dispatch, aggregate: Aggregate): Promise<boolean> =>
  sideBySide(
    aggregate.cards.flatMap((held) => nextUpdate(dispatch, aggregate, held) ?? []),
    (update) => {
      const { person } = update.held.value;
      const { isAcute } = aggregate;
      return insideGate(dispatch, { person, isAcute }, aggregate, async (current) => {
        if (current === aggregate) return updateNow(dispatch, current, update);
        const held = current.cards.find((row) => row.value.person === person);
        const still = held && nextUpdate(dispatch, current, held);
        return still ? updateNow(dispatch, current, still) : true;
      });
    },
  );
