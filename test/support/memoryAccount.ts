import type { TransactionAction } from '@azure/data-tables';

/*
 * Table storage in memory, below the real sealed storage. It keeps the rules of Azure Table storage that the bot relies
 * on: ETags, transactions, limits, order of keys, paging and the errors of the SDK. test/storage/tableClient.test.ts
 * holds it and Azurite to the same answers.
 */

type Value = string | number | boolean | Uint8Array;
type Properties = Readonly<Record<string, Value>>;

interface Row {
  partitionKey: string;
  rowKey: string;
  etag: string;
  timestamp: string;
  properties: Properties;
}

/** Rows of a partition by row key. `order` is made when it is asked for, and dropped when a row comes or goes. */
interface Partition {
  rows: Map<string, Row>;
  order?: string[] | undefined;
}

interface TableRows {
  partitions: Map<string, Partition>;
  order?: string[] | undefined;
}

const MAX_ACTIONS = 100;
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const MAX_ENTITY_BYTES = 1024 * 1024;
const MAX_VALUE_BYTES = 64 * 1024;
const MAX_PROPERTIES = 252;
const MAX_KEY_CHARACTERS = 512;
const MAX_NAME_CHARACTERS = 255;
export const MAX_PAGE = 1000;

/** Bytes that each part of a multipart body has beside its entity. */
const PART_BYTES = 600;

const TABLE_NAME = /^[A-Za-z][A-Za-z0-9]{2,62}$/;
const PROPERTY_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** `Cc`: control characters. */
const FORBIDDEN_IN_KEYS = /[/\\#?\p{Cc}]/u;
const ETAG = /^(\*|W\/"datetime'.+'")$/;

export const STATUS = {
  EntityAlreadyExists: 409,
  EntityTooLarge: 400,
  InvalidDuplicateRow: 400,
  InvalidInput: 400,
  PropertyNameInvalid: 400,
  PropertyNameTooLong: 400,
  PropertyValueTooLarge: 400,
  RequestBodyTooLarge: 413,
  ResourceNotFound: 404,
  TableNotFound: 404,
  TooManyProperties: 400,
  UpdateConditionNotSatisfied: 412,
} as const;
type Code = keyof typeof STATUS;

/** A refusal, not yet in the form in which the SDK throws it. `at`: the number of the action in a transaction. */
export class Refused extends Error {
  constructor(
    readonly code: Code,
    readonly at = 0,
  ) {
    super(code);
  }
}

/** Runs without stack traces: to most calls a refusal is an answer like another, and a trace costs more than the call. */
export function withoutTraces<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

const bytesOf = (value: Value): number => {
  if (typeof value === 'string') return 2 * value.length;
  return value instanceof Uint8Array ? value.length : 8;
};

/** The size of an entity as Azure counts it, in bytes. */
const entityBytes = (properties: Properties): number =>
  Object.entries(properties).reduce(
    (sum, [name, value]) => sum + 8 + 2 * name.length + bytesOf(value) + 4,
    4,
  );

/** About the size of an entity on its way: text as UTF-8, binary as base64. */
const wireBytes = (properties: Properties): number =>
  Object.entries(properties).reduce((sum, [name, value]) => {
    const size = value instanceof Uint8Array ? (4 * value.length) / 3 + 30 : Buffer.byteLength(String(value));
    return sum + name.length + size + 10;
  }, PART_BYTES);

function checkKeys({ partitionKey, rowKey }: { partitionKey: string; rowKey: string }): void {
  for (const key of [partitionKey, rowKey])
    if (key.length > MAX_KEY_CHARACTERS || FORBIDDEN_IN_KEYS.test(key)) throw new Refused('InvalidInput');
}

function checkProperties(properties: Properties): void {
  const entries = Object.entries(properties);
  if (entries.length > MAX_PROPERTIES) throw new Refused('TooManyProperties');
  for (const [name, value] of entries) {
    if (name.length > MAX_NAME_CHARACTERS) throw new Refused('PropertyNameTooLong');
    if (!PROPERTY_NAME.test(name)) throw new Refused('PropertyNameInvalid');
    if (bytesOf(value) > MAX_VALUE_BYTES) throw new Refused('PropertyValueTooLarge');
  }
  if (entityBytes(properties) > MAX_ENTITY_BYTES) throw new Refused('EntityTooLarge');
}

const OWN_NAMES = new Set(['partitionKey', 'rowKey', 'etag', 'timestamp']);

/** @throws Error on a kind of value that the bot does not store */
function toValue(name: string, value: unknown): Value {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Error(`The table client in memory keeps no ${typeof value}, as ${name} is.`);
}

/** Properties as they are kept: without what is nothing, and with bytes of their own. */
const propertiesOf = (entity: object): Properties =>
  Object.fromEntries(
    Object.entries(entity)
      .filter(([name, value]) => !OWN_NAMES.has(name) && value !== undefined && value !== null)
      .map(([name, value]) => [name, toValue(name, value)]),
  );

const entityOf = ({ partitionKey, rowKey, etag, timestamp, properties }: Row) => {
  const entity: Record<string, unknown> = { etag, partitionKey, rowKey, timestamp };
  for (const [name, value] of Object.entries(properties))
    entity[name] = value instanceof Uint8Array ? Buffer.from(value) : value;
  return entity;
};

/** One change of a transaction. */
export interface Change {
  kind: TransactionAction[0];
  entity: { partitionKey: string; rowKey: string };
  properties: Properties;
  isMerge: boolean;
  etag: string;
}

export function toChange([kind, entity, mode, options]: readonly [
  ...TransactionAction,
  unknown?,
  unknown?,
]): Change {
  const etag = (options as { etag?: string } | undefined)?.etag ?? '*';
  const properties = kind === 'delete' ? {} : propertiesOf(entity);
  // The SDK merges unless it is told to replace.
  const isMerge = (kind === 'update' || kind === 'upsert') && mode !== 'Replace';
  return { kind, entity, properties, isMerge, etag };
}

type Compare = (key: string, bound: string) => boolean;
const COMPARE: Readonly<Record<string, Compare>> = {
  eq: (key, bound) => key === bound,
  ge: (key, bound) => key >= bound,
  gt: (key, bound) => key > bound,
  le: (key, bound) => key <= bound,
  lt: (key, bound) => key < bound,
};

export interface Condition {
  name: string;
  operator: string;
  bound: string;
}

const CONDITION = /^(PartitionKey|RowKey) (eq|ge|gt|le|lt) '((?:[^']|'')*)'(?: and |$)/;

/** @throws Error on a filter that is not comparisons of the keys, joined by `and` */
export function conditionsOf(filter: string): Condition[] {
  const found: Condition[] = [];
  for (let rest = filter; rest !== ''; ) {
    const [all, name, operator, bound] = CONDITION.exec(rest) ?? [];
    if (!all || !name || !operator || bound === undefined)
      throw new Error(`The table client in memory knows no such filter: ${filter}`);
    found.push({ name, operator, bound: bound.replaceAll("''", "'") });
    rest = rest.slice(all.length);
  }
  return found;
}

const holds = (conditions: readonly Condition[], name: string, key: string): boolean =>
  conditions.every((one) => one.name !== name || COMPARE[one.operator]?.(key, one.bound) === true);

/** The first place in a sorted list at which the key, or one after it, stands. */
function placeOf(order: readonly string[], key: string): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((order[middle] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

const sortedKeys = (map: ReadonlyMap<string, unknown>): string[] => [...map.keys()].sort();

/** All tables of an account. */
export class Account {
  private readonly tables = new Map<string, TableRows>();
  private ticks = 0n;

  /** Another account with the same rows: what is written to one is not in the other. */
  copy(): Account {
    const copy = new Account();
    copy.ticks = this.ticks;
    for (const [name, { partitions }] of this.tables) {
      const own = [...partitions].map(([key, { rows }]) => [key, { rows: new Map(rows) }] as const);
      copy.tables.set(name, { partitions: new Map(own) });
    }
    return copy;
  }

  create(name: string): void {
    if (!TABLE_NAME.test(name)) throw new Refused('InvalidInput');
    if (!this.tables.has(name.toLowerCase())) this.tables.set(name.toLowerCase(), { partitions: new Map() });
  }

  read(name: string, partitionKey: string, rowKey: string): Record<string, unknown> {
    const row = this.table(name).partitions.get(partitionKey)?.rows.get(rowKey);
    if (!row) throw new Refused('ResourceNotFound');
    return entityOf(row);
  }

  /** A page of rows in order of their keys, and where the next begins. */
  page(name: string, conditions: readonly Condition[], limit: number, from?: readonly [string, string]) {
    const table = this.table(name);
    const found: Record<string, unknown>[] = [];
    for (const row of this.inOrder(table, conditions, from)) {
      if (found.length === limit) return { found, next: [row.partitionKey, row.rowKey] as const };
      found.push(entityOf(row));
    }
    return { found, next: undefined };
  }

  /** All of the changes or none. @returns ETags, undefined for what was deleted */
  write(name: string, changes: readonly Change[]): (string | undefined)[] {
    if (changes.length > MAX_ACTIONS) throw new Refused('InvalidInput');
    const body = changes.reduce((sum, { properties }) => sum + wireBytes(properties), 0);
    if (body > MAX_BODY_BYTES) throw new Refused('RequestBodyTooLarge');
    const table = this.table(name);
    const touched = new Set<string>();
    for (const [at, change] of changes.entries()) {
      try {
        const { rowKey } = change.entity;
        if (touched.has(rowKey)) throw new Refused('InvalidDuplicateRow');
        touched.add(rowKey);
        this.check(table, change);
      } catch (error) {
        throw error instanceof Refused ? new Refused(error.code, at) : error;
      }
    }
    return changes.map((change) => this.apply(table, change));
  }

  private table(name: string): TableRows {
    const table = this.tables.get(name.toLowerCase());
    if (!table) throw new Refused('TableNotFound');
    return table;
  }

  private *inOrder(
    table: TableRows,
    conditions: readonly Condition[],
    from: readonly [string, string] = ['', ''],
  ): Generator<Row> {
    const one = conditions.find(({ name, operator }) => name === 'PartitionKey' && operator === 'eq');
    table.order ??= sortedKeys(table.partitions);
    const partitions = one ? [one.bound] : table.order.slice(placeOf(table.order, from[0]));
    for (const key of partitions) {
      const partition = table.partitions.get(key);
      if (!partition || !holds(conditions, 'PartitionKey', key)) continue;
      partition.order ??= sortedKeys(partition.rows);
      const lower =
        conditions.find(({ name, operator }) => name === 'RowKey' && operator === 'ge')?.bound ?? '';
      const begin = key === from[0] && from[1] > lower ? from[1] : lower;
      for (let at = placeOf(partition.order, begin); at < partition.order.length; at++) {
        const rowKey = partition.order[at] ?? '';
        const row = partition.rows.get(rowKey);
        if (row && holds(conditions, 'RowKey', rowKey)) yield row;
      }
    }
  }

  private check(table: TableRows, { kind, entity, properties, isMerge, etag }: Change): void {
    checkKeys(entity);
    if (!ETAG.test(etag)) throw new Refused('InvalidInput');
    const row = table.partitions.get(entity.partitionKey)?.rows.get(entity.rowKey);
    checkProperties(isMerge && row ? { ...row.properties, ...properties } : properties);
    if (kind === 'upsert') return;
    if (kind === 'create') {
      if (row) throw new Refused('EntityAlreadyExists');
      return;
    }
    if (!row) throw new Refused('ResourceNotFound');
    if (etag !== '*' && etag !== row.etag) throw new Refused('UpdateConditionNotSatisfied');
  }

  private apply(table: TableRows, { kind, entity, properties, isMerge }: Change): string | undefined {
    const { partitionKey, rowKey } = entity;
    let partition = table.partitions.get(partitionKey);
    if (kind === 'delete') {
      partition?.rows.delete(rowKey);
      if (partition) partition.order = undefined;
      return undefined;
    }
    if (!partition) {
      partition = { rows: new Map() };
      table.partitions.set(partitionKey, partition);
      table.order = undefined;
    }
    const before = partition.rows.get(rowKey);
    if (!before) partition.order = undefined;
    const { etag, timestamp } = this.stamp();
    const merged = isMerge && before ? { ...before.properties, ...properties } : properties;
    partition.rows.set(rowKey, { partitionKey, rowKey, etag, timestamp, properties: merged });
    return etag;
  }

  /** No two writes have the same: time goes on by at least 100 ns between them. */
  private stamp(): { etag: string; timestamp: string } {
    const now = BigInt(Date.now()) * 10_000n;
    this.ticks = now > this.ticks ? now : this.ticks + 1n;
    const seconds = new Date(Number(this.ticks / 10_000n)).toISOString().slice(0, 19);
    const timestamp = `${seconds}.${String(this.ticks % 10_000_000n).padStart(7, '0')}Z`;
    return { timestamp, etag: `W/"datetime'${encodeURIComponent(timestamp)}'"` };
  }
}
