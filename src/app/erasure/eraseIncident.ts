import type { PersonId } from '../../routine/model/contact';
import { erasedFrom, mayErase } from '../../routine/rules/retention';
import { beginErasure } from '../../routine/transitions/retention';
import { note } from '../../screens/screen';
import { messageOf } from '../chat/message';
import type { Deps } from '../deps';
import type { CardRow } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import type { LoadedIncident } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';

/*
 * Erasure of an incident. Each step may be done again: whoever crashes in between, the agenda comes back to it, and its
 * own row goes last.
 */

/** A card that Teams does not let be changed for so long keeps nothing from being erased. */
const PATIENCE: Millis = 7 * 86_400_000;
/** When it is tried again, in between. */
const AGAIN: Millis = 6 * 3_600_000;

/** Every card of the incident in a person's chat, older ones too. Says whether none has to be tried again. */
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

/** What is not erased after all does not say that it is: the next look draws its cards as they should be. */
async function showAgain(deps: Deps, id: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    (file) =>
      file.cards.map(({ value, etag }) => ({ value: { ...value, hash: '', unshrunk: value.older }, etag })),
    (file, cards) => deps.incidents.save(file, { cards }),
  );
}

async function bury(deps: Deps, { file: { incident } }: LoadedIncident): Promise<void> {
  await deps.erasure.bury({
    id: incident.id,
    reference: incident.reference,
    createdAt: incident.createdAt,
    closedAt: incident.closedAt ?? '',
    erasedAt: deps.now().toISOString(),
    // Of the day on which it began: a decision may be changed meanwhile.
    decision: incident.erasing?.decision ?? deps.retention?.decision ?? '',
  });
}

/** Blanking takes its time: somebody may have held it, or opened it again. From this save on nobody can. */
async function beginFinal(deps: Deps, { file }: LoadedIncident): Promise<boolean> {
  const incident = beginErasure(file.incident, deps.retention?.decision ?? '', deps.now());
  return incident === file.incident || (await deps.incidents.save(file, { incident })) === 'saved';
}

/** All who ever had to do with it. */
const concerned = ({ file: { incident, cards, deliveries } }: LoadedIncident): Set<PersonId> =>
  new Set([
    ...[incident.victim.person, incident.reporter.person].flatMap((one) => one ?? []),
    ...[...cards, ...deliveries].map(({ value }) => value.person),
  ]);

/** What a person's own rows know of it. */
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
      if (snoozed.length === state.snoozed.length && forgotten.length === 0) return undefined;
      return { state: { ...state, snoozed, rev: rev + 1 }, forgotten };
    },
    (file, change) => deps.persons.save(file, change),
  );
}

/** Erases the incident if its time has come. */
export async function eraseDue(deps: Deps, read: LoadedIncident): Promise<void> {
  const { situation } = read;
  if (!mayErase(situation)) return;
  const { incident } = situation;
  const since = situation.now.getTime() - (erasedFrom(situation)?.getTime() ?? 0);
  const isBlank = (await blankAll(deps, read)) || since >= PATIENCE;
  if (!isBlank || !(await beginFinal(deps, read))) return showAgain(deps, incident.id);
  await bury(deps, read);
  for (const person of concerned(read)) await forgetWith(deps, person, incident.id);
  await deps.erasure.destroy(incident.id);
  deps.log.info({ incident: incident.id }, 'erased');
}

/** An incident that cannot be read any more, since its key is gone: what is left of it goes too. */
export async function finishErasure(deps: Deps, id: string): Promise<void> {
  if (await deps.erasure.isBuried(id)) await deps.erasure.destroy(id);
}

/** When it is to be looked at again for this; undefined: nothing is to be erased. */
export function erasureDueIn({ situation }: LoadedIncident): Millis | undefined {
  if (mayErase(situation)) return AGAIN;
  const wait = (erasedFrom(situation)?.getTime() ?? 0) - situation.now.getTime();
  return wait > 0 ? wait : undefined;
}
