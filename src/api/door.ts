import type { Bot, Caller } from '../app/bot';
import type { Log } from '../app/ports/runtime';
import { faultOf, KeysUnavailable, StorageUnavailable } from '../app/runtime/failures';
import type { Municipality } from '../content/municipalities/municipality';
import { type ApiFault, askSchema, type PressAnswer, pressSchema, type TabPage } from './contract';
import { presentTab } from './present/present';
import type { TokenVerdict } from './token';

/** A call of the tab. `body`: undefined where it could not be read, for which `status` stands. */
export interface ApiCall {
  what: 'ask' | 'press';
  authorization: string | undefined;
  ifMatch: string | undefined;
  body(): Promise<{ value: unknown } | { status: number }>;
}

/** Its answer. `etag`: the revision that it shows. */
export interface ApiReply {
  status: number;
  body: TabPage | PressAnswer | ApiFault;
  etag?: string | undefined;
}

/** All that the tab's way in needs. */
export interface ApiOptions {
  bot: Pick<Bot, 'onAction' | 'onAsk' | 'callerOf' | 'takeFile' | 'seePicture' | 'giveFile'>;
  check(authorization: string | undefined): Promise<TokenVerdict>;
  /** Whether a person may ask once more now. */
  mayAsk(person: string): boolean;
  /** Notes a refused call, by why. */
  turnedAway(why: string): void;
  municipality: Municipality;
  newId(): string;
  log: Log;
}

/** An error, by its kind. */
export interface FaultReply {
  status: number;
  body: ApiFault;
}

export const fault = (status: number, error: ApiFault['error'], id?: string): FaultReply => ({
  status,
  body: { error, ...(id ? { id } : {}) },
});

/** Whether a call counts against the limit: a press never does, as in a chat, nor does the contact list with its numbers. */
const isCounted = (what: ApiCall['what'], value: unknown): boolean =>
  what === 'ask' &&
  !(typeof value === 'object' && value !== null && 'ask' in value && value.ask === 'contacts');

/** The revision in an `If-Match`; undefined: none was given. NaN: one that nothing has. */
const revOf = (ifMatch: string | undefined): number | undefined =>
  ifMatch === undefined ? undefined : Number(/^"(\d{1,9})"$/.exec(ifMatch)?.[1] ?? Number.NaN);

const etagOf = (rev: number | undefined): string | undefined => (rev === undefined ? undefined : `"${rev}"`);

async function asked(options: ApiOptions, caller: Caller, value: unknown): Promise<ApiReply> {
  const { bot, municipality } = options;
  const query = askSchema.safeParse(value);
  if (!query.success) return refuse(options, fault(400, 'body'), 'body');
  const screen = await bot.onAsk(caller, query.data);
  if (screen.kind === 'nothing') return refuse(options, fault(404, 'nothing'), `${query.data.ask} nothing`);
  const body = presentTab(screen, municipality);
  return { status: 200, body, etag: 'rev' in body ? etagOf(body.rev) : undefined };
}

async function pressed(
  options: ApiOptions,
  call: { caller: Caller; ifMatch: string | undefined },
  value: unknown,
): Promise<ApiReply> {
  const press = pressSchema.safeParse(value);
  if (!press.success) return refuse(options, fault(400, 'body'), 'body');
  const { caller, ifMatch } = call;
  const { view, rev, isStale, ready } = await options.bot.onAction({
    caller,
    ...press.data,
    isOutside: true,
    rev: revOf(ifMatch),
  });
  return { status: isStale ? 412 : 200, body: { view, rev, ready }, etag: etagOf(rev) };
}

/** The boundary for unexpected errors: logged with an id that the person is shown. */
export async function guarded<R>(
  { log, newId }: Pick<ApiOptions, 'log' | 'newId'>,
  work: () => Promise<R | FaultReply>,
): Promise<R | FaultReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageUnavailable || error instanceof KeysUnavailable) {
      log.warn(faultOf(error), 'tabUnavailable');
      return fault(503, 'unavailable');
    }
    const id = newId().slice(0, 8);
    log.error({ id, ...faultOf(error) }, 'tabFailed');
    return fault(500, 'failed', id);
  }
}

/** A refusal, noted by why. */
export const refuse = (
  { turnedAway }: Pick<ApiOptions, 'turnedAway'>,
  reply: FaultReply,
  why: string,
): FaultReply => {
  turnedAway(`tab ${why}`);
  return reply;
};

/** The person of a call by its token, or the refusal. Identity is the token's account, whatever else is sent. */
export async function personOf(
  options: ApiOptions,
  authorization: string | undefined,
): Promise<{ person: string } | FaultReply> {
  const verdict = await options.check(authorization);
  if (verdict.kind === 'known') return { person: verdict.person };
  const { status, why } = verdict;
  return refuse(options, fault(status, status === 503 ? 'unavailable' : 'token'), why);
}

/** The caller of a person who may ask now, or the refusal. */
export async function callerIn(
  options: ApiOptions,
  person: string,
  isCounted: boolean,
): Promise<Caller | FaultReply> {
  const caller = await options.bot.callerOf(person);
  if (!caller) return refuse(options, fault(403, 'noChat'), 'noChat');
  return !isCounted || options.mayAsk(person) ? caller : refuse(options, fault(429, 'tooMany'), 'tooMany');
}

/** The checks of a call of the tab, in order: token, body, chat with the bot, limit. */
export function createApi(options: ApiOptions) {
  return async ({ what, authorization, ifMatch, body }: ApiCall): Promise<ApiReply> => {
    const known = await personOf(options, authorization);
    if ('status' in known) return known;
    const read = await body();
    if ('status' in read) return refuse(options, fault(read.status, 'body'), 'body');
    return guarded(options, async (): Promise<ApiReply> => {
      const caller = await callerIn(options, known.person, isCounted(what, read.value));
      if ('status' in caller) return caller;
      return what === 'ask'
        ? asked(options, caller, read.value)
        : pressed(options, { caller, ifMatch }, read.value);
    });
  };
}

/** The tab's way in. */
export type Api = ReturnType<typeof createApi>;
