import { changeMaintenance, isWordOf } from '../../app/aggregates/maintenance';
import type { RandomBytes } from '../../app/ports/runtime';
import { MAINTENANCE, type MaintenanceState } from '../../app/ports/states';
import { newId } from '../../app/runtime/ids';
import { BadStart } from '../../config/settings';
import { atHour, clockOf, dayOf } from '../../routine/calendar/localTime';
import type { Times } from '../../routine/calendar/timeLimits';
import { type Contact, listOn, postsIn } from '../../routine/model/contact';
import type { Routine } from '../../routine/model/routine';
import {
  isAhead,
  type MaintenanceWindow,
  maintenanceWords,
  toldOfMaintenance,
} from '../../routine/rules/standing/maintenance';
import type { Tables } from '../../storage/openTables';

/* Times in which the bot is stopped: planned, listed and called off. The bot that runs tells people of them. */

/** The tables, the routine with its times, and the clock of a call. */
export interface Maintaining {
  tables: Pick<Tables, 'agenda' | 'contacts' | 'maintenance' | 'people'>;
  routine: Routine;
  now: Date;
  random: RandomBytes;
}

const HOUR = 3_600_000;
const LONGEST = 72 * HOUR;
const FURTHEST = 60 * 24 * HOUR;
/** The most windows that are kept: the oldest go first. */
const KEPT = 20;

/** A time of day in the municipality's zone, such as `2026-12-03 10:00`. @throws {BadStart} when it is none */
export function localTime(name: string, text: string): Date {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)[ T](\d\d)[:.](\d\d)$/.exec(text) ?? [];
  const isDay = day !== '' && !Number.isNaN(Date.parse(day));
  const at = isDay ? new Date(atHour(day, Number(hour)).getTime() + Number(minute) * 60_000) : undefined;
  if (at && dayOf(at) === day && clockOf(at) === `${hour}:${minute}`) return at;
  throw new BadStart(`--${name} "${text}": give a day and a time as "2026-12-03 10:00" (Swedish time).`);
}

/** A span that can be told beforehand. @throws {BadStart} that says what is wrong with it */
export function assertSpan(from: Date, to: Date, now: Date): void {
  const length = to.getTime() - from.getTime();
  if (length <= 0) throw new BadStart('--to is not after --from.');
  if (length > LONGEST) throw new BadStart('--to is more than 72 hours after --from: check the days.');
  if (to <= now) throw new BadStart('--to has passed: there is nobody to tell beforehand.');
  if (from.getTime() - now.getTime() > FURTHEST)
    throw new BadStart('--from is more than 60 days ahead: check the year, or tell it later.');
}

const shown = (iso: string): string => `${dayOf(new Date(iso))} ${clockOf(new Date(iso))}`;
const spanText = ({ from, to }: MaintenanceWindow): string => `${shown(from)} – ${shown(to)}`;

const windowsOf = async ({ tables }: Maintaining): Promise<MaintenanceState['windows']> =>
  (await tables.maintenance.read(MAINTENANCE)).state.windows;

const change = ({ tables, now }: Maintaining, work: (state: MaintenanceState) => MaintenanceState) =>
  changeMaintenance({ ...tables, now: () => now }, work);

/** Everybody who is told, as a row each, and whether the bot has a chat with them. */
async function audience({ tables, routine, now }: Maintaining): Promise<{ row: Contact; isMet: boolean }[]> {
  const contacts = postsIn(listOn(await tables.contacts.read(), dayOf(now)));
  const rows = toldOfMaintenance({ contacts, routine });
  return Promise.all(
    rows.map(async (row) => ({
      row,
      isMet: row.person !== undefined && (await tables.people.read(row.person))?.value.address !== undefined,
    })),
  );
}

const rowText = ({ role, party = '', board = '', name, phone }: Contact): string =>
  [`  ${name},`, role, party || board, phone].filter(Boolean).join(' ');

/** When it is told of: now, or in the morning. */
const whenTold = (one: MaintenanceWindow, now: Date, times: Times): string => {
  const [first, again] = maintenanceWords(one, false, { now, times }).map(({ at }) => at);
  const at = first && first > now ? `at ${shown(first.toISOString())}` : 'within a minute';
  return `${at}${again ? `, and once more at ${shown(again.toISOString())}` : ''}`;
};

/** The lines of what a window means: who is told when, and who is to be rung instead. */
async function consequences(given: Maintaining, one: MaintenanceWindow): Promise<string[]> {
  const all = await audience(given);
  const met = all.filter(({ isMet }) => isMet);
  const unmet = all.filter(({ isMet }) => !isMet).map(({ row }) => rowText(row));
  return [
    `${met.length} holders of a post are told in their own chats ${whenTold(one, given.now, given.routine.times)}: ` +
      'when the bot is silent, and whom to ring meanwhile. When it is over they are told that too (08–20).',
    ...(unmet.length > 0
      ? [`The bot has no chat with these ${unmet.length}. Ring them yourself:`, ...unmet]
      : []),
    'The bot that runs tells them: leave it running until they have heard.',
  ];
}

const sameSpan = (one: MaintenanceWindow, other: MaintenanceWindow): boolean =>
  one.from === other.from && one.to === other.to;

/** Plans a span, once however often it is given. @returns the lines to print */
export async function announce(
  given: Maintaining,
  span: { from: Date; to: Date },
  isTrial: boolean,
): Promise<string[]> {
  const { now } = given;
  assertSpan(span.from, span.to, now);
  const one: MaintenanceWindow = {
    id: newId(given).slice(0, 6),
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    at: now.toISOString(),
  };
  const known = (await windowsOf(given)).find((other) => isAhead(other, now) && sameSpan(other, one));
  if (known) return [`Planned already, as ${known.id}: ${spanText(known)}. Nobody is told twice.`];
  if (isTrial) return [`Would be planned: ${spanText(one)}.`, ...(await consequences(given, one))];
  await change(given, (state) =>
    state.windows.some((other) => isAhead(other, now) && sameSpan(other, one))
      ? state
      : { ...state, windows: [...state.windows, one].slice(-KEPT) },
  );
  return [
    `Planned as ${one.id}: ${spanText(one)}.`,
    ...(await consequences(given, one)),
    `To call it off: npm run maintenance -- --cancel ${one.id}`,
  ];
}

const standingOf = (one: MaintenanceWindow, now: Date): string => {
  if (one.cancelledAt) return 'called off';
  if (new Date(one.to) <= now) return 'over';
  return new Date(one.from) <= now ? 'going on' : 'planned';
};

/** Every window that is kept, with how many have heard of it. @returns the lines to print */
export async function listed({ tables, now }: Maintaining): Promise<string[]> {
  const { state, deliveries } = await tables.maintenance.read(MAINTENANCE);
  const heard = (id: string, isIn: (sentAt: string | undefined) => boolean) =>
    new Set(
      deliveries.flatMap(({ value }) =>
        isWordOf(value.key, id) && isIn(value.sentAt) ? [value.person] : [],
      ),
    );
  return state.windows.length === 0
    ? ['Nothing is planned.']
    : state.windows.map((one) => {
        const told = heard(one.id, (sentAt) => sentAt !== undefined);
        const not = [...heard(one.id, (sentAt) => sentAt === undefined)].filter(
          (person) => !told.has(person),
        );
        return `${one.id}  ${spanText(one)}  ${standingOf(one, now)}, ${told.size} told, ${not.length} not reached`;
      });
}

/** Calls a window off: whoever has heard of it hears that. @throws {BadStart} when there is none to call off */
export async function cancel(given: Maintaining, id: string): Promise<string[]> {
  const { now } = given;
  const found = (await windowsOf(given)).find((one) => one.id === id);
  if (!found) throw new BadStart(`There is no maintenance ${id}: see npm run maintenance -- --list.`);
  if (!isAhead(found, now)) throw new BadStart(`${id} is ${standingOf(found, now)}: nothing was changed.`);
  await change(given, (state) => ({
    ...state,
    windows: state.windows.map((one) =>
      one.id === id && isAhead(one, now) ? { ...one, cancelledAt: now.toISOString() } : one,
    ),
  }));
  return [`${id} is called off: ${spanText(found)}. Those who had heard of it are told.`];
}
