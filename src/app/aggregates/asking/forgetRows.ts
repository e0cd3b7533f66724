import type { AggregateStore, CardRow, DeliveryRow } from '../../ports/delivery';

/** Rows of each kind that go in one save: a transaction takes a hundred. */
const AT_ONCE = 45;

/** Which rows are left of what is over; all of them where nothing else is kept there. */
export interface Left {
  card(row: CardRow): boolean;
  delivery(row: DeliveryRow): boolean;
}

const ALL: Left = { card: () => true, delivery: () => true };

/**
 * Deletes what delivery has left of a question that is over. A card that Teams has not changed yet keeps its row; whoever
 * was quicker tidies up.
 */
export async function forgetRows<S>(store: AggregateStore<S>, id: string, left: Left = ALL): Promise<void> {
  for (;;) {
    const file = await store.read(id);
    const isIdle = ({ value }: (typeof file.cards)[number]) =>
      left.card(value) && !value.retryAt && !value.puttingUntil && !value.unshrunk?.length;
    const forgottenCards = file.cards.filter(isIdle).slice(0, AT_ONCE);
    const forgotten = file.deliveries
      .map(({ value }) => value)
      .filter(left.delivery)
      .slice(0, AT_ONCE);
    if (forgottenCards.length + forgotten.length === 0) return;
    if ((await store.save(file, { forgotten, forgottenCards })) !== 'saved') return;
  }
}
