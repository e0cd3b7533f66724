import type { PersonId } from '../../../routine/model/contact';
import type { Aggregate } from '../../aggregates/aggregate';
import { standOf } from '../../aggregates/round/groups';
import { cardRowOf, newCardRow } from '../../chat/liveCard';
import type { AggregateFile, DeliveryRow, Held } from '../../ports/delivery';
import type { PersonState } from '../../ports/states';
import type { Dispatch } from '../context';
import { isFinished } from '../dueNotices';
import { mustWait } from '../retryPolicy';

const UNKNOWN = '?';
/** How soon a card that is on its way is looked after. Real time. */
const LOOK_AGAIN = 30_000;

/** The rows of an aggregate that a card of several is to tell, by person. */
function openRows({ deliveries }: Aggregate): Map<PersonId, Held<DeliveryRow>[]> {
  const byPerson = new Map<PersonId, Held<DeliveryRow>[]>();
  for (const held of deliveries) {
    const { value } = held;
    if (value.group === undefined || isFinished(value)) continue;
    byPerson.set(value.person, [...(byPerson.get(value.person) ?? []), held]);
  }
  return byPerson;
}

/** A row as its card of several ended; undefined: that has not ended. */
function ended(
  { deps, later }: Dispatch,
  file: AggregateFile<PersonState>,
  { value }: Held<DeliveryRow>,
): DeliveryRow | undefined {
  const { stand, row } = standOf(deps, { file, id: value.group ?? '', person: value.person });
  if (stand === 'sent')
    return {
      ...{ ...value, leaseUntil: 0, failedAt: undefined },
      ...{ sentAt: row?.sentAt, activityId: row?.activityId },
    };
  if (stand === 'pending') {
    mustWait(deps, deps.realNow() + LOOK_AGAIN, later);
    return undefined;
  }
  // Its card is written down after the claims: until their lease ends it may be just about to be.
  if (mustWait(deps, value.leaseUntil, later)) return undefined;
  return { ...value, group: undefined, leaseUntil: 0 };
}

/**
 * Notices of an aggregate that a card of several has told are written down as told; those whose card will not come are set free. What is
 * noted with the person decides, so that no process has to be there for all of it. Whether something was written: then read again.
 */
export async function settleGroups(dispatch: Dispatch, aggregate: Aggregate): Promise<boolean> {
  const { deps } = dispatch;
  let isWritten = false;
  for (const [person, rows] of openRows(aggregate)) {
    const file = await deps.persons.read(person);
    const deliveries = rows.flatMap((held) => {
      const value = ended(dispatch, file, held);
      return value ? [{ value, etag: held.etag }] : [];
    });
    if (deliveries.length === 0) continue;
    const isTold = deliveries.some(({ value }) => value.sentAt !== undefined);
    const card = cardRowOf(aggregate.cards, person);
    // Another than any line's: what changed since the card was drawn is found by it.
    const value = { ...(card?.value ?? newCardRow(person)), line: UNKNOWN };
    const cards = isTold ? [{ value, etag: card?.etag }] : [];
    await aggregate.save({ deliveries, cards });
    isWritten = true;
    break;
  }
  return isWritten;
}
