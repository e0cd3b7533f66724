import type { CardRow, DeliveryChange, DeliveryRow, Held } from '../../app/ports/delivery';
import type { StoredEntity } from '../azure/entity';
import type { Tags, Write } from '../azure/table';
import type { Ids } from '../sealing/pseudonyms';
import type { RowKind } from '../sealing/rowKind';
import type { OwnersRows } from '../sealing/rowSealer';
import { cardRow, deliveryRow } from './rowKinds';

export const CARD_ROW = '1|card|';
export const DELIVERY_ROW = '2|delivery|';

/** The cards and deliveries of an aggregate. */
interface AggregateRows {
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
}

/** A value as it is read again: without what is undefined. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** Rows of one kind that were written, and values whose rows were deleted. */
interface Written<T> {
  written: readonly { value: T }[];
  gone: readonly T[];
  tags: Tags;
  keyOf(value: T): string;
}

/** The rows of a kind after a write, in order of their keys as a read gives them; undefined: a new ETag is not known. */
function merged<T>(
  before: readonly Held<T>[],
  { written, gone, tags, keyOf }: Written<T>,
): Held<T>[] | undefined {
  if (written.length + gone.length === 0) return [...before];
  const rows = new Map(before.map((held) => [keyOf(held.value), held]));
  for (const value of gone) rows.delete(keyOf(value));
  for (const { value } of written) {
    const key = keyOf(value);
    const etag = tags.get(key);
    if (etag === undefined) return undefined;
    rows.set(key, { value: asStored(value), etag });
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, held]) => held);
}

/** The rows that delivery keeps beside an aggregate, in its partition: its cards and its deliveries. */
export class DeliveryRows {
  constructor(
    private readonly partition: string,
    private readonly rows: OwnersRows,
    private readonly ids: Ids,
  ) {}

  /** Those among all hot rows of the partition. */
  among(entities: readonly StoredEntity[]): AggregateRows {
    const of = (key: string) => entities.filter((entity) => entity.rowKey.startsWith(key));
    return {
      cards: of(CARD_ROW).map((entity) => this.rows.held(cardRow, entity)),
      deliveries: of(DELIVERY_ROW).map((entity) => this.rows.held(deliveryRow, entity)),
    };
  }

  writesOf({ cards = [], deliveries = [], forgotten = [], forgottenCards = [] }: DeliveryChange): Write[] {
    return [
      ...forgotten.map(({ key }): Write => {
        const rowKey = DELIVERY_ROW + this.ids.delivery(key);
        return { kind: 'delete', row: { partitionKey: this.partition, rowKey } };
      }),
      ...forgottenCards.map(({ value }): Write => {
        const rowKey = CARD_ROW + this.ids.person(value.person);
        return { kind: 'delete', row: { partitionKey: this.partition, rowKey } };
      }),
      ...cards.map(({ value, etag }) =>
        this.put(cardRow, CARD_ROW + this.ids.person(value.person), { value, etag }),
      ),
      ...deliveries.map(({ value, etag }) =>
        this.put(deliveryRow, DELIVERY_ROW + this.ids.delivery(value.key), { value, etag }),
      ),
    ];
  }

  /** The rows after a change of them was written; undefined where a new ETag is not known. */
  after(
    before: AggregateRows,
    { cards = [], deliveries = [], forgotten = [], forgottenCards = [] }: DeliveryChange,
    tags: Tags,
  ): AggregateRows | undefined {
    const gone = { cards: forgottenCards.map(({ value }) => value), deliveries: forgotten };
    const cardKey = ({ person }: CardRow) => CARD_ROW + this.ids.person(person);
    const deliveryKey = ({ key }: DeliveryRow) => DELIVERY_ROW + this.ids.delivery(key);
    const heldCards = merged(before.cards, { written: cards, gone: gone.cards, tags, keyOf: cardKey });
    const heldDeliveries = merged(before.deliveries, {
      ...{ written: deliveries, gone: gone.deliveries },
      ...{ tags, keyOf: deliveryKey },
    });
    return heldCards && heldDeliveries && { cards: heldCards, deliveries: heldDeliveries };
  }

  /** Replaces the row that was read with that ETag; without one the row is new. */
  put<T>(kind: RowKind<T>, rowKey: string, { value, etag }: { value: T; etag?: string | undefined }): Write {
    const row = this.rows.seal(kind, { partitionKey: this.partition, rowKey }, value);
    return etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };
  }
}
