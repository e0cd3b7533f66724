import { createHash } from 'node:crypto';
import { dayOf } from '../../../routine/calendar/localTime';
import type { PersonId } from '../../../routine/model/contact';
import type { Notice } from '../../../routine/rules/notices';
import { isLeftAlone } from '../../../routine/rules/wishes/quiet';
import type { RoundIncident } from '../../../screens/round';
import { cardRowOf, openFormIn } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import type { AggregateFile, CardRow, DeliveryRow } from '../../ports/delivery';
import type { Millis } from '../../ports/runtime';
import { type NoticeGroup, type PersonState, personAggregateId } from '../../ports/states';
import { isKnownTo, type LoadedIncident } from '../../queries/loadIncident';
import { changeState, DAY } from '../aggregate';
import { wakePerson } from '../involvement';
import { type LoadedPerson, lineText, toldLine } from './waits';

/*
 * What becomes due for one person in several incidents at one time comes as one card, a line each: their own live card, by a notice of
 * their own. How that notice ends is how those of the incidents do (src/app/delivery/grouped/).
 */

/** How the card of several stands: it arrived, is on its way, or will not come: then each incident tells it alone. */
export type GroupStand = 'sent' | 'pending' | 'gone';

const MOST_TRIES = 3;
const LONGEST: Millis = 15 * 60_000;

export const groupKey = (id: string, person: PersonId): string => `group|${id}|1|${person}`;

const rowOf = ({ deliveries }: AggregateFile<PersonState>, key: string): DeliveryRow | undefined =>
  deliveries.find(({ value }) => value.key === key)?.value;

/** A group and its row, as they stand now. */
export function standOf(
  { now, realNow }: Pick<Deps, 'now' | 'realNow'>,
  { file, id, person }: { file: AggregateFile<PersonState>; id: string; person: PersonId },
): { stand: GroupStand; row?: DeliveryRow | undefined } {
  const row = rowOf(file, groupKey(id, person));
  if (row?.sentAt) return { stand: 'sent', row };
  const group = file.state.groups?.find((one) => one.id === id);
  if (!group || row?.failed) return { stand: 'gone' };
  if (row && row.leaseUntil > realNow()) return { stand: 'pending' };
  const isOld = Date.parse(group.at) < now().getTime() - LONGEST;
  // On the way home their card is about that.
  const isOut = isOld || (row?.attempts ?? 0) >= MOST_TRIES || file.state.home !== undefined;
  return { stand: isOut ? 'gone' : 'pending' };
}

/** The notices of those that are on their way. */
export function groupNotices(deps: Deps, { person, file }: LoadedPerson): Notice[] {
  return (file.state.groups ?? [])
    .filter(({ id }) => standOf(deps, { file, id, person }).stand === 'pending')
    .map(({ id, at }) => ({
      ...{ key: groupKey(id, person), kind: 'group' as const },
      ...{ person, since: at, isAcute: false },
    }));
}

/** Whether a person's live card is the one that told of a group, or will be. */
function isOnCard(deps: Deps, { person, file }: LoadedPerson, { id }: NoticeGroup): boolean {
  const { stand, row } = standOf(deps, { file, id, person });
  if (stand !== 'sent') return stand === 'pending';
  return row?.activityId === (cardRowOf(file.cards, person)?.value.activityId ?? '');
}

/** Whether an incident may have a line on a person's card: open, theirs to know of, and nobody sees their phone. */
const mayHaveLine = (read: LoadedIncident, person: PersonId): boolean => {
  const { incident } = read.situation;
  return incident.state === 'open' && isKnownTo(read, person) && !isLeftAlone(incident, person);
};

/** The round of today: its day and hour, and whether anything waits in it. */
interface TodaysRound {
  day: string;
  at: Date;
  isAny: boolean;
}

/** Whether a group came with the round of today, or before it: there the incidents of one event are one line. */
function isInRound(
  { file, person }: LoadedPerson,
  group: NoticeGroup,
  { day, at, isAny }: TodaysRound,
): boolean {
  const sentAt = rowOf(file, `round|${day}|1|${person}`)?.sentAt;
  if (sentAt !== undefined) return sentAt >= group.at;
  return isAny && group.at >= at.toISOString();
}

/**
 * The lines of incidents of which a person was told beside others: all of them on the card that told so, on a later one those in which
 * something waits. Those of today stand alone, each with its own button.
 */
export function toldLines(deps: Deps, read: LoadedPerson, round: TodaysRound): RoundIncident[] {
  const found = new Map<string, { isOn: boolean; isToday: boolean }>();
  for (const group of read.file.state.groups ?? []) {
    const isOn = isOnCard(deps, read, group);
    const isToday = dayOf(new Date(group.at)) === round.day && !isInRound(read, group, round);
    for (const id of group.members) {
      const before = found.get(id);
      found.set(id, { isOn: isOn || before?.isOn === true, isToday: isToday || before?.isToday === true });
    }
  }
  return read.incidents.flatMap((one) => {
    const how = found.get(one.situation.incident.id);
    if (!how || !mayHaveLine(one, read.person)) return [];
    const line = toldLine(read, one);
    if (line.waiting.length === 0 && !how.isOn) return [];
    return [how.isToday ? line : { ...line, told: undefined }];
  });
}

/** Until when a message of a person's is not changed: they have opened one of its incidents in it (real time); 0: it may be. */
export function openedUntil(deps: Deps, { incidents, person }: LoadedPerson, activityId: string): Millis {
  const times = incidents
    .filter((one) => mayHaveLine(one, person))
    .flatMap(({ file }) => {
      const row = cardRowOf(file.cards, person)?.value;
      if (row?.line === undefined) return [];
      const form = openFormIn(row, deps.realNow()) === activityId ? (row.formOpenUntil ?? 0) : 0;
      return [form, row.shownIn?.activityId === activityId ? row.shownIn.until : 0];
    });
  return Math.max(0, ...times);
}

/** How long a card of several goes on to show its incidents. */
const KEPT: Millis = 14 * DAY;

/** Groups whose time is over are taken away, with what was noted of their sending. */
export async function dropOldGroups(deps: Deps, { person, file }: LoadedPerson): Promise<void> {
  const limit = deps.now().getTime() - KEPT;
  const isOld = ({ at }: NoticeGroup) => Date.parse(at) < limit;
  const old = (file.state.groups ?? []).filter(isOld).map(({ id }) => groupKey(id, person));
  if (old.length === 0) return;
  const groups = (file.state.groups ?? []).filter((one) => !isOld(one));
  const forgotten = file.deliveries.map(({ value }) => value).filter(({ key }) => old.includes(key));
  const state = { ...file.state, groups: groups.length > 0 ? groups : undefined, rev: file.rev + 1 };
  await deps.agenda.wake(personAggregateId(person), deps.now().getTime(), state.rev);
  await deps.persons.save(file, { state, forgotten });
}

/** A group is written down with the person, whose agenda row stands before that. */
export const addGroup = (deps: Deps, person: PersonId, group: NoticeGroup): Promise<void> =>
  changeState(
    deps,
    { store: deps.persons, id: person, aggregate: personAggregateId(person) },
    ({ groups = [], ...rest }) => ({ ...rest, groups: [...groups, group] }),
  );

/** A line as a code: another one when the line shows something else, or is gone. */
const lineCode = (read: LoadedIncident, person: PersonId): string =>
  mayHaveLine(read, person)
    ? createHash('sha256').update(lineText(read, person)).digest('base64url').slice(0, 12)
    : '';

/** The line of a person on a card of several as it is now, as a code, where they have one; `isNew`: it shows something else by now. */
export const lineNow = (
  read: LoadedIncident,
  { person, line }: CardRow,
): { line: string | undefined; isNew: boolean } => {
  const now = line === undefined ? undefined : lineCode(read, person);
  return { line: now, isNew: now !== line };
};

/**
 * The persons on whose card of several the incident's line is to be drawn anew: their agenda rows stand before what is noted of it.
 * @returns the ids of those aggregates
 */
export async function wakeLines(deps: Deps, read: LoadedIncident): Promise<string[]> {
  const persons = read.file.cards
    .filter(({ value }) => lineNow(read, value).isNew)
    .map(({ value }) => value.person);
  for (const person of persons) await wakePerson(deps, person, deps.now().getTime());
  return persons.map(personAggregateId);
}
