import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { DataClass } from '../../routine/model/routine';
import { erasedFrom, erasedIn, erasureDays, mayErase, partsDue } from '../../routine/rules/retention';
import { beginErasure, withNoted, withoutPart } from '../../routine/transitions/retention';
import { note } from '../../screens/screen';
import { messageOf } from '../chat/message';
import type { Deps } from '../deps';
import type { CardRow } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import type { LoadedIncident } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { StorageUnavailable } from '../runtime/failures';

/*
 * Erasure of an incident. Each step may be done again: whoever crashes in between, the agenda comes back to it, and its
 * own row goes last.
 */

/** How long a card that Teams does not change holds up the erasure. */
const PATIENCE: Millis = 7 * 86_400_000;
/** How often it is tried meanwhile. */
const AGAIN: Millis = 6 * 3_600_000;

/** Blanks every card of the incident in a person's chat, older ones too. False: some has to be tried again. */
async function blank(deps: Deps, row: CardRow): Promise<boolean> {
  const address = (await deps.people.read(row.person))?.value.address;
  if (!address) return true;
  const pass = await deps.gate.enter(row.person, false);
  try {
    for (const activity of new Set([...row.older, ...(row.opened ?? []), row.activityId].filter(Boolean))) {
      const { kind } = await deps.messenger.update(address, activity, messageOf(deps, note('erased')));
      if (kind === 'failed' || kind === 'unknown') return false;
    }
    return true;
  } finally {
    pass.leave();
  }
}

async function blankAll(deps: Deps, { file }: LoadedIncident): Promise<boolean> {
  const ends = await Promise.all(file.cards.map(({ value }) => blank(deps, value)));
  return ends.every(Boolean);
}

/** Cards of an incident that is not erased after all: the next dispatch draws them as they should be. */
async function showAgain(deps: Deps, id: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    (file) =>
      file.cards.map(({ value, etag }) => ({ value: { ...value, hash: '', unshrunk: value.older }, etag })),
    (file, cards) => deps.incidents.save(file, { cards }),
  );
}

const decisionOn = ({ retention }: Deps, what: DataClass): string => retention?.[what]?.decision ?? '';

async function bury(deps: Deps, { file: { incident } }: LoadedIncident): Promise<void> {
  await deps.erasure.bury({
    id: incident.id,
    reference: incident.reference,
    createdAt: incident.createdAt,
    closedAt: incident.closedAt ?? '',
    erasedAt: deps.now().toISOString(),
    // Of the day on which it began: a decision may be changed meanwhile.
    decision: incident.erasing?.decision ?? decisionOn(deps, 'log'),
  });
}

/**
 * The decision, saved: somebody may have held or reopened the incident while its cards were blanked. From here on
 * nobody can.
 */
async function beginFinal(deps: Deps, { file }: LoadedIncident): Promise<boolean> {
  const incident = beginErasure(file.incident, decisionOn(deps, 'log'), deps.now());
  return incident === file.incident || (await deps.incidents.save(file, { incident })) === 'saved';
}

/** Everybody who had a part in it or was sent something of it. */
const concerned = ({ file: { incident, cards, deliveries } }: LoadedIncident): Set<PersonId> =>
  new Set([
    ...[incident.victim.person, incident.hidden?.person, incident.reporter.person].flatMap(
      (one) => one ?? [],
    ),
    ...[...cards, ...deliveries].map(({ value }) => value.person),
  ]);

/** Takes it out of a person's own rows. */
async function forgetWith(deps: Deps, person: PersonId, id: string): Promise<void> {
  await decideAgain(
    () => deps.people.read(person),
    ({ value }) => (value.draft === id ? { ...value, draft: undefined } : undefined),
    ({ etag }, row) => deps.people.save(row, etag),
  );
  await decideAgain(
    () => deps.persons.read(person),
    ({ state, rev, deliveries }) => {
      const snoozed = state.snoozed.filter(({ item }) => !item.startsWith(id));
      const forgotten = deliveries.map(({ value }) => value).filter(({ key }) => key.includes(`|${id}|`));
      const isIn = state.groups?.some(({ members }) => members.includes(id)) === true;
      const groups = state.groups?.map((one) => ({ ...one, members: one.members.filter((of) => of !== id) }));
      if (snoozed.length === state.snoozed.length && forgotten.length === 0 && !isIn) return undefined;
      return { state: { ...state, snoozed, groups, rev: rev + 1 }, forgotten };
    },
    (file, change) => deps.persons.save(file, change),
  );
}

/**
 * Erases the classes of data whose time has come, in one save with the mark that says so; then notes them beside the incident. A
 * crash in between leaves a mark that is not noted: the next dispatch does that.
 */
async function erasePartsDue(deps: Deps, { file, situation }: LoadedIncident): Promise<void> {
  const { routine } = situation;
  const at = deps.now().toISOString();
  const due = partsDue(situation);
  const erased = due.reduce(
    (value, part) => withoutPart(value, part, { routine, at, decision: decisionOn(deps, part) }),
    file.incident,
  );
  // One save, one revision.
  const incident = due.length > 0 ? { ...erased, rev: file.incident.rev + 1 } : file.incident;
  // Somebody was quicker, with a hold it may be: the dispatch of that save looks at it anew.
  if (due.length > 0 && (await deps.incidents.save(file, { incident })) !== 'saved') return;
  for (const what of due) deps.log.info({ incident: incident.id, what }, 'erasedPart');
  await noteErased(deps, incident.id);
}

/**
 * Work of erasure that storage may refuse, a file of the incident's above all: nothing of it can be read any more, and the
 * operator is told that it is still there. It stays due, so each sweep tries again.
 */
const told = (deps: Deps, incident: string, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    if (error instanceof StorageUnavailable) deps.log.error({ incident }, 'filesNotErased');
    throw error;
  });

/** Notes beside the incident what has been erased of it, where that has not been done. */
async function noteErased(deps: Deps, id: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    async ({ incident }) => {
      const open = (incident.erased ?? []).filter(({ noted }) => !noted);
      if (open.some(({ what }) => what === 'report')) await told(deps, id, deps.erasure.removeFiles(id));
      for (const { what, at, decision } of open) await deps.erasure.buryPart({ id, what, at, decision });
      return open.length > 0 ? withNoted(incident) : undefined;
    },
    (file, incident) => deps.incidents.save(file, { incident }),
  );
}

/** Whether an incident that went into another waits for that one, whose hold and days are of both. */
async function waitsForOther(deps: Deps, { mergedInto }: Incident): Promise<boolean> {
  if (!mergedInto) return false;
  const other = await deps.incidents.read(mergedInto.id);
  return other !== undefined && erasedIn(other.incident, 'report') === undefined;
}

/** Erases what of the incident has its time come; the steps, in their order, stand in this room's README. */
export async function eraseDue(deps: Deps, read: LoadedIncident): Promise<void> {
  const { situation } = read;
  if (await waitsForOther(deps, situation.incident)) return;
  if (situation.incident.state === 'closed' && !mayErase(situation)) await erasePartsDue(deps, read);
  if (!mayErase(situation)) return;
  const { incident } = situation;
  const from = erasedFrom(situation, 'log')?.getTime() ?? Date.parse(incident.erasing?.since ?? '');
  const since = situation.now.getTime() - from;
  const isBlank = (await blankAll(deps, read)) || since >= PATIENCE;
  if (!isBlank || !(await beginFinal(deps, read))) return showAgain(deps, incident.id);
  await bury(deps, read);
  for (const person of concerned(read)) await forgetWith(deps, person, incident.id);
  await told(deps, incident.id, deps.erasure.destroy(incident.id));
  // Teams gave these no id, so they stand in chats as they were: without a story, as all cards there.
  const left = read.file.cards.reduce((sum, { value }) => sum + (value.unchangeable ?? 0), 0);
  if (left > 0) deps.log.warn({ incident: incident.id, cards: left }, 'cardsNotBlanked');
  deps.log.info({ incident: incident.id }, 'erased');
}

/** Removes what is left of an incident whose key is destroyed already. */
export async function finishErasure(deps: Deps, id: string): Promise<void> {
  if (await deps.erasure.isBuried(id)) await told(deps, id, deps.erasure.destroy(id));
}

/** Time until it is to be dispatched again for this; undefined: nothing is to be erased. */
export function erasureDueIn({ situation }: LoadedIncident): Millis | undefined {
  if (mayErase(situation)) return AGAIN;
  const waits = erasureDays(situation).map(({ at }) => at.getTime() - situation.now.getTime());
  return waits.find((wait) => wait > 0);
}
