import type { AgendaRow } from '../../app/ports/agenda';
import type { Held } from '../../app/ports/delivery';
import type { Millis, RandomBytes } from '../../app/ports/runtime';
import { type Entity, etagOf, property, type StoredEntity } from '../azure/entity';
import { timeKey } from '../azure/rowKeys';
import { seal, unseal } from '../sealing/aead';
import type { Ids } from '../sealing/pseudonyms';

const SHARD_COUNT = 16;
const shardName = (number: number) => `shard${number.toString(16)}`;
export const SHARDS: readonly string[] = Array.from({ length: SHARD_COUNT }, (_, number) =>
  shardName(number),
);

const MAIN = 's|';
/** Due rows stand in two lanes, so that acute ones are found first however many others are due. */
const lane = (isAcute: boolean) => (isAcute ? 'a' : 'd');

/** A row named after a due time, which its aggregate may have left since. */
export interface DueRow {
  due: Millis;
  isAcute: boolean;
  mainRowKey: string;
  entity: StoredEntity;
}

/** The rows of a lane of a shard due at `until` or before; without it all. */
export const dueRange = (partition: string, isAcute: boolean, until?: Millis) => ({
  partition,
  from: `${lane(isAcute)}|`,
  to: lane(isAcute) + (until === undefined ? '}' : `|${timeKey(until + 1)}`),
});

/**
 * The agenda's rows. An aggregate's id may name a person, so keys hold its HMAC, and the id itself is sealed (as `subject`); with a key
 * from the index secret, for an incident must be woken, and so be saved, while the vault is down.
 */
export class AgendaRows {
  constructor(
    private readonly ids: Ids,
    private readonly random: RandomBytes,
  ) {}

  mainKey(id: string): Entity {
    const hash = this.ids.aggregate(id);
    const shard = (Buffer.from(hash, 'base64url')[0] ?? 0) % SHARD_COUNT;
    return { partitionKey: shardName(shard), rowKey: MAIN + hash };
  }

  /** Both rows of an aggregate. */
  of({ id, due, rev, isAcute, writtenAt }: AgendaRow): { main: Entity; index: Entity } {
    const key = this.mainKey(id);
    const hash = key.rowKey.slice(MAIN.length);
    const sealed = seal(this.ids.agendaKey, Buffer.from(id), { bound: hash, random: this.random });
    return {
      main: {
        ...key,
        due: timeKey(due),
        rev,
        isAcute,
        writtenAt: timeKey(writtenAt),
        subject: sealed,
      },
      index: {
        partitionKey: key.partitionKey,
        rowKey: `${lane(isAcute)}|${timeKey(due)}|${hash}`,
        subject: sealed,
      },
    };
  }

  held(main: StoredEntity): Held<AgendaRow> {
    const value = {
      id: this.idIn(main, main.rowKey.slice(MAIN.length)),
      due: Number(property(main, 'due')),
      rev: Number(property(main, 'rev')),
      isAcute: property(main, 'isAcute') === true,
      writtenAt: Number(property(main, 'writtenAt')),
    };
    return { value, etag: etagOf(main) };
  }

  /** Whether the main row says just what the due row does. */
  agrees(main: Entity, row: DueRow): boolean {
    return Number(property(main, 'due')) === row.due && (property(main, 'isAcute') === true) === row.isAcute;
  }

  dueRow(entity: StoredEntity): DueRow {
    const [which, due, hash] = entity.rowKey.split('|');
    return { due: Number(due), isAcute: which === lane(true), mainRowKey: MAIN + hash, entity };
  }

  idOf(row: DueRow): string {
    return this.idIn(row.entity, row.mainRowKey.slice(MAIN.length));
  }

  private idIn(entity: Entity, hash: string): string {
    const sealed = property(entity, 'subject');
    return Buffer.from(
      unseal(this.ids.agendaKey, sealed instanceof Uint8Array ? sealed : Buffer.of(), hash),
    ).toString();
  }
}
