import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import { RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { Connect } from '../../src/storage/azure/connect';
import {
  Account,
  type Change,
  type Condition,
  conditionsOf,
  MAX_PAGE,
  Refused,
  STATUS,
  toChange,
  withoutTraces,
} from './memoryAccount';

/** The SDK tells a transaction's refusal by `code`, and every other by `details`. */
const transactionError = ({ code, at }: Refused): RestError =>
  new RestError(`${at}:${code}`, { code, statusCode: STATUS[code] });

const callError = ({ code }: Refused): RestError => {
  const error = new RestError(JSON.stringify({ 'odata.error': { code } }), { statusCode: STATUS[code] });
  error.details = { odataError: { code } };
  return error;
};

/** The part of a TableClient that the bot and its tests use. */
type Used = keyof Pick<
  TableClient,
  | 'tableName'
  | 'pipeline'
  | 'createTable'
  | 'getEntity'
  | 'listEntities'
  | 'submitTransaction'
  | 'deleteEntity'
  | 'updateEntity'
  | 'upsertEntity'
>;

/** To the server or back: others get their turn meanwhile, as on a network. */
const travel = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class MemoryTableClient implements Record<Used, unknown> {
  readonly pipeline: Pipeline = createEmptyPipeline();

  constructor(
    private readonly account: Account,
    readonly tableName: string,
  ) {}

  createTable = (): Promise<void> => this.call('POST', () => this.account.create(this.tableName), callError);

  getEntity = (partitionKey: string, rowKey: string) =>
    this.call('GET', () => this.account.read(this.tableName, partitionKey, rowKey), callError);

  listEntities = ({ queryOptions = {} }: { queryOptions?: { filter?: string } } = {}) => {
    const pages = (settings: { maxPageSize?: number } = {}) =>
      this.pages(conditionsOf(queryOptions.filter ?? ''), settings.maxPageSize ?? MAX_PAGE);
    async function* all() {
      for await (const page of pages()) yield* page;
    }
    return Object.assign(all(), { byPage: pages });
  };

  submitTransaction = async (actions: TransactionAction[]) => {
    const [first] = actions;
    if (!first) throw new TypeError('A transaction needs an action.');
    if (actions.some(([, { partitionKey }]) => partitionKey !== first[1].partitionKey))
      throw new Error('All operations in a transaction must target the same partitionKey');
    const changes = actions.map(toChange);
    const etags = await this.call(
      'POST',
      () => this.account.write(this.tableName, changes),
      transactionError,
    );
    const subResponses = etags.map((etag) => ({ status: 204, ...(etag ? { etag } : {}) }));
    return { status: 202, subResponses, getResponseForEntity: () => undefined };
  };

  deleteEntity = (partitionKey: string, rowKey: string, { etag = '*' } = {}) =>
    this.one('DELETE', {
      kind: 'delete',
      entity: { partitionKey, rowKey },
      properties: {},
      isMerge: false,
      etag,
    });

  updateEntity = (entity: Change['entity'], mode = 'Merge', { etag = '*' } = {}) =>
    this.one(mode === 'Merge' ? 'PATCH' : 'PUT', { ...toChange(['update', entity, mode] as never), etag });

  upsertEntity = (entity: Change['entity'], mode = 'Merge') =>
    this.one(mode === 'Merge' ? 'PATCH' : 'PUT', toChange(['upsert', entity, mode] as never));

  private async one(method: HttpMethods, change: Change) {
    const [etag] = await this.call(method, () => this.account.write(this.tableName, [change]), callError);
    return { etag };
  }

  private async *pages(conditions: readonly Condition[], size: number) {
    if (size > MAX_PAGE) throw callError(new Refused('InvalidInput'));
    let from: readonly [string, string] | undefined;
    do {
      const start = from;
      const page = await this.call(
        'GET',
        () => this.account.page(this.tableName, conditions, size, start),
        callError,
      );
      yield page.found;
      from = page.next;
    } while (from);
  }

  /** One call, through the policies that were added to the pipeline. */
  private async call<T>(
    method: HttpMethods,
    act: () => T,
    told: (refused: Refused) => RestError,
  ): Promise<T> {
    let result: { value: T } | undefined;
    const request = createPipelineRequest({ url: `memory:/${this.tableName}`, method });
    const server = {
      sendRequest: async () => {
        await travel();
        try {
          result = { value: withoutTraces(act) };
        } catch (error) {
          throw error instanceof Refused ? withoutTraces(() => told(error)) : error;
        } finally {
          await travel();
        }
        return { request, status: 200, headers: createHttpHeaders() };
      },
    };
    await this.pipeline.sendRequest(server, request);
    if (!result) throw new Error('A policy answered in place of the table.');
    return result.value;
  }
}

/** Storage of its own, empty unless an account is given: gives the client of a table by its name. */
export function memoryTables(account = new Account()): Connect {
  return (table) => new MemoryTableClient(account, table) as unknown as TableClient;
}
