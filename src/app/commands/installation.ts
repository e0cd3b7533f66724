import type { PersonId } from '../../routine/model/contact';
import { courseReminder } from '../../routine/rules/standing/prevention';
import { note } from '../../screens/screen';
import type { Aggregate } from '../aggregates/aggregate';
import { wakePerson } from '../aggregates/involvement';
import { keepFound, lookUp } from '../aggregates/lookUp';
import { addNews } from '../aggregates/news';
import { LOOK_UP_AGAIN } from '../aggregates/person';
import { readAggregate } from '../aggregates/readAggregate';
import type { Caller } from '../bot';
import { cardRowOf, newCardRow, setAside } from '../chat/liveCard';
import { messageOf } from '../chat/message';
import { deliveryOf } from '../delivery/dueNotices';
import type { Deps } from '../deps';
import type { KnownMember } from '../ports/messenger';
import { ASKINGS, MAINTENANCE, MUNICIPALITY, personAggregateId, UNANSWERED } from '../ports/states';
import { incidentsOf } from '../queries/myIncidents';
import { decideAgain } from '../runtime/decideAgain';
import { orElse } from '../runtime/failures';
import { newId } from '../runtime/ids';
import { changePerson } from './start';

/** Whether something that still holds could not be sent to them. */
const hasMissed = (aggregate: Aggregate, person: PersonId): boolean =>
  aggregate
    .notices()
    .some(
      (notice) => notice.person === person && deliveryOf(aggregate, notice.key)?.value.failed !== undefined,
    );

/**
 * The chat is new or empty: the card that stood there is forgotten, and what waits is posted anew.
 * @param isCertain the person has been told of it, also if that never arrived and so left no card
 */
async function forgetChat(deps: Deps, caller: Caller, id: string, isCertain: boolean): Promise<void> {
  await decideAgain(
    () => readAggregate(deps, id),
    (aggregate) => {
      const held = cardRowOf(aggregate.cards, caller.person);
      if (!(held || isCertain || hasMissed(aggregate, caller.person))) return undefined;
      const row = held?.value ?? newCardRow(caller.person);
      const value = {
        ...row,
        activityId: '',
        hash: '',
        // Teams may keep the chat for whoever installs anew: what stood there is shrunk and blanked all the same.
        ...setAside(row),
        formOpenUntil: undefined,
        formIn: undefined,
        epoch: row.epoch + 1,
      };
      return { value, etag: held?.etag };
    },
    (aggregate, card) => aggregate.save({ cards: [card] }),
  );
}

/** Sets the person due when who is new is to hear of the municipality's courses. @param since when they came (ISO) */
async function wakeForCourses(deps: Deps, person: PersonId, since: string | undefined): Promise<void> {
  const { routine, prevention } = deps.municipality;
  const { at } = courseReminder(since, { now: deps.now(), times: routine.times });
  const isToCome = since !== undefined && at > deps.now();
  if (isToCome && prevention.courses.some(({ isForNew }) => isForNew))
    await wakePerson(deps, person, at.getTime());
}

/**
 * The app was installed, or its chat opened anew: greets, binds contacts by e-mail (own tenant only), posts anew what
 * stood in the chat. Returns the aggregates to dispatch.
 */
export async function arrived(deps: Deps, caller: Caller, found: KnownMember | undefined): Promise<string[]> {
  const { since } = await changePerson(deps, caller, (row) => ({
    ...row,
    name: caller.name || row.name,
    since: row.since ?? (row.address || row.leftAt ? undefined : deps.now().toISOString()),
    address: caller.address,
    leftAt: undefined,
  }));
  const asked = found ? await keepFound(deps, caller.person, found) : [];
  // Whom Teams did not tell of now is looked up again.
  if (!found) await wakePerson(deps, caller.person, deps.now().getTime() + LOOK_UP_AGAIN);
  await wakeForCourses(deps, caller.person, since);
  const { kind } = await deps.messenger.send(caller.address, messageOf(deps, note('welcome')));
  const missed = kind === 'sent' ? [] : await noteUnanswered(deps, caller);
  return [...new Set([...(await backAgain(deps, caller)), ...missed, ...asked])];
}

/**
 * Notes that an answer did not arrive, for the agenda: it tells the person as soon as Teams takes it. Returns the
 * subjects to look at.
 */
export async function noteUnanswered(deps: Deps, { person }: Caller): Promise<string[]> {
  await addNews(deps, person, { kind: UNANSWERED, id: newId(deps), at: deps.now().toISOString() });
  return [personAggregateId(person)];
}

/** Posts anew what waits for someone whose chat is new to us. Returns the aggregates to dispatch. */
export async function backAgain(deps: Deps, caller: Caller): Promise<string[]> {
  const known = await incidentsOf(deps, caller.person);
  const others = [personAggregateId(caller.person), MUNICIPALITY, MAINTENANCE, ...ASKINGS];
  for (const { id } of known) await orElse(deps, id, forgetChat(deps, caller, id, true), () => undefined);
  for (const id of others) await forgetChat(deps, caller, id, false);
  return [...known.map(({ id }) => id), ...others];
}

/** The app was removed: nothing more is sent there until it is installed again. Returns the aggregates to dispatch. */
export async function left(deps: Deps, caller: Caller): Promise<string[]> {
  await changePerson(deps, caller, (row) => ({
    ...row,
    address: undefined,
    leftAt: deps.now().toISOString(),
  }));
  const known = await incidentsOf(deps, caller.person);
  return [...known.map(({ id }) => id), personAggregateId(caller.person)];
}

/**
 * Keeps the latest name and address of who writes: serviceUrl may change over time. Who had no address has missed what
 * waits for them: the word of the installation was lost. Returns the aggregates to dispatch.
 */
export async function keepAddress(deps: Deps, caller: Caller): Promise<string[]> {
  const row = (await deps.people.read(caller.person))?.value;
  const isSame =
    row?.address &&
    JSON.stringify(row.address) === JSON.stringify(caller.address) &&
    (row.name === caller.name || !caller.name);
  if (isSame) return row.lookedUpAt ? [] : lookUp(deps, caller.person);
  await changePerson(deps, caller, (one) => ({
    ...one,
    name: caller.name || one.name,
    address: caller.address,
    leftAt: undefined,
  }));
  const asked = await lookUp(deps, caller.person);
  return row?.address ? asked : [...asked, ...(await backAgain(deps, caller))];
}
