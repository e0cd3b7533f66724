import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Situation } from '../../routine/model/situation';
import { isFollowedBy, rolesIn } from '../../routine/rules/access';
import { begunFor, waitDue } from '../../routine/rules/pendingTasks';
import type { Deps } from '../deps';
import type { CardRow } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { personAggregateId } from '../ports/states';
import type { LoadedIncident } from '../queries/loadIncident';
import { inParallel } from '../runtime/concurrency';

/** Sets a person's own aggregate due by then at the latest; after that it wakes itself. */
export async function wakePerson(deps: Deps, person: PersonId, due: Millis): Promise<void> {
  const id = personAggregateId(person);
  const row = (await deps.agenda.read(id))?.value;
  if (row && row.due <= due) return;
  await deps.agenda.wake(id, due, row?.rev ?? 0);
}

/** A person, and whether they may have been involved before by a try that ended midway. */
interface Involved {
  person: PersonId;
  isAgain: boolean;
}

/**
 * Makes an incident one of a person's own: in their list, and in their round.
 * @returns the id of the person's own aggregate, if that is due now
 */
export async function involve(
  deps: Deps,
  { person, isAgain }: Involved,
  { id, reference, createdAt }: Pick<Incident, 'id' | 'reference' | 'createdAt'>,
): Promise<string | undefined> {
  const isNew = await deps.index.add(person, { id, reference, createdAt });
  if (!isNew && !isAgain) return undefined;
  await wakePerson(deps, person, deps.now().getTime());
  return personAggregateId(person);
}

const earliest = (times: readonly Date[]): string | undefined =>
  times.length > 0 ? new Date(Math.min(...times.map(Number))).toISOString() : undefined;

/** The place of an incident among what waits for a person: that of the most pressing of it. */
function waitPlaceFor(deps: Deps, situation: Situation, person: PersonId): string | undefined {
  const waits = begunFor(situation, person);
  const since = earliest(waits.map((one) => one.since));
  if (since === undefined) return undefined;
  const { id, acute } = situation.incident;
  const due = earliest(waits.flatMap((one) => waitDue(one) ?? []));
  return deps.index.waitPlace(id, { isAcute: acute, due, since });
}

/** The places of an incident in the parts of a person's list: by state, where they follow it, and where it is their own. */
function placesFor({ index }: Deps, situation: Situation, person: PersonId): string[] {
  const { incident } = situation;
  const roles = rolesIn(situation, person);
  return [
    index.partPlace(incident.state, incident),
    ...(isFollowedBy(incident, person) ? [index.partPlace('followed', incident)] : []),
    ...(roles.has('victim') || roles.has('reporter') ? [index.partPlace('own', incident)] : []),
  ];
}

const isSame = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.join(' ') === b.join(' ');

const MOVED_AT_ONCE = 8;
/** Rows of one transaction. */
const MOST_CARDS = 90;

/**
 * Lists an incident among what waits for those who have a card of it, where that has changed, and notes what their lines of it show. The
 * list first: after a crash in between, the card says that it is still to be done. A card that was changed meanwhile is looked at by the
 * dispatch of that.
 * @param lineOf what a person's line on a card of several shows by now
 */
export async function listWaits(
  deps: Deps,
  { file, situation }: LoadedIncident,
  lineOf: (row: CardRow) => string | undefined,
): Promise<void> {
  const { id, reference, createdAt } = situation.incident;
  const changed = file.cards.flatMap(({ value, etag }) => {
    const to = waitPlaceFor(deps, situation, value.person);
    const from = value.wait || undefined;
    const line = lineOf(value);
    const places = placesFor(deps, situation, value.person);
    return to === from && line === value.line && isSame(value.places, places)
      ? []
      : [{ value: { ...value, wait: to ?? '', line, places }, etag, from, to, before: value.places ?? [] }];
  });
  const listed = { id, reference, createdAt };
  await inParallel(changed, MOVED_AT_ONCE, ({ value, from, to, before }) =>
    deps.index.movePlaces(value.person, listed, {
      from: [...before, ...(from === undefined ? [] : [from])],
      to: [...value.places, ...(to === undefined ? [] : [to])],
    }),
  );
  for (let at = 0; at < changed.length; at += MOST_CARDS) {
    const cards = changed.slice(at, at + MOST_CARDS).map(({ value, etag }) => ({ value, etag }));
    if ((await deps.incidents.save(file, { cards })) === 'saved') continue;
    await noteAnew(deps, id, cards);
  }
}

/** Notes the same on the cards as they are by now: one of them was changed meanwhile. Another such change is followed by a dispatch of its own. */
async function noteAnew(deps: Deps, id: string, cards: readonly { value: CardRow }[]): Promise<void> {
  const file = await deps.incidents.read(id);
  if (!file) return;
  const noted = new Map(cards.map(({ value }) => [value.person, value]));
  const fresh = file.cards.flatMap(({ value, etag }) => {
    const one = noted.get(value.person);
    return one ? [{ value: { ...value, wait: one.wait, line: one.line, places: one.places }, etag }] : [];
  });
  await deps.incidents.save(file, { cards: fresh });
}
