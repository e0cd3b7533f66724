import type { CardRow, DeliveryChange, DeliveryRow, Held } from '../../app/ports/delivery';
import type { StoredEntity } from '../azure/entity';
import type { Write } from '../azure/table';
import type { Ids } from '../sealing/pseudonyms';
import type { RowKind } from '../sealing/rowKind';
import type { OwnersRows } from '../sealing/rowSealer';
import { cardRow, deliveryRow } from './rowKinds';

export const CARD_ROW = '1|card|';
export const DELIVERY_ROW = '2|delivery|';

/** The rows that delivery keeps beside an aggregate, in its partition: its cards and its deliveries. */
export class DeliveryRows {
  constructor(
    private readonly partition: string,
    private readonly rows: OwnersRows,
    private readonly ids: Ids,
  ) {}

  /** Those among all hot rows of the partition. */
  among(entities: readonly StoredEntity[]): { cards: Held<CardRow>[]; deliveries: Held<DeliveryRow>[] } {
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

  /** Replaces the row that was read with that ETag; without one the row is new. */
  put<T>(kind: RowKind<T>, rowKey: string, { value, etag }: { value: T; etag?: string | undefined }): Write {
    const row = this.rows.seal(kind, { partitionKey: this.partition, rowKey }, value);
    return etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };
  }
}
