import { REMEMBERED_PARTY } from '../../routine/model/codes';
import { type Contact, isRung, type PersonId, postsIn } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import { asLookedFor } from '../../routine/rules/contactList/order';
import { mayBeNamed } from '../../routine/rules/contactList/suspects';
import { isAcuteUntaken } from '../../routine/rules/deadlines';
import { asked } from '../../routine/rules/ladders/asked';
import { dutyForVictim } from '../../routine/rules/ladders/dutyNumber';
import { eachOnce, strategistsOf } from '../../routine/rules/succession';
import { partyCodes } from '../../screens/forms';
import type { First } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Caller, Data, Outcome } from '../bot';
import type { Deps } from '../deps';
import type { PersonRow } from '../ports/people';
import { loadIncident } from '../queries/loadIncident';
import { namesOf, suspectsFor } from '../queries/people/suspects';
import { silentSoon } from '../queries/silentSoon';
import { decideAgain } from '../runtime/decideAgain';
import { orElse, whenUnavailable } from '../runtime/failures';
import { newId } from '../runtime/ids';

/* The very first screen, and what is kept of a person beside their incidents. */

/** The row of a person, made when they are first seen. Tried again when another turn wrote it meanwhile. */
export async function changePerson(
  deps: Deps,
  caller: Pick<Caller, 'person' | 'name'>,
  change: (row: PersonRow) => PersonRow,
): Promise<PersonRow> {
  return decideAgain(
    async () => ({ held: await deps.people.read(caller.person) }),
    ({ held }) => change(held?.value ?? { person: caller.person, name: caller.name }),
    ({ held }, next) => deps.people.save(next, held?.etag),
  );
}

type Given = Pick<First, 'draft' | 'hasParty'> & Partial<First>;

type FirstOutcome = Outcome & { screen: First };

const first = (deps: Deps, given: Given): FirstOutcome => ({
  screen: { kind: 'draft', page: 'first', hasDraft: false, now: deps.now().toISOString(), ...given },
});

/**
 * The very first screen. Typed again it is the same draft and so the same alarm: twenty presses, one effect. While the
 * keys cannot be had it is a new one each time: nobody is left without it.
 */
export async function start(deps: Deps, caller: Caller): Promise<Outcome> {
  const [begun, silent, without] = await Promise.all([
    whenUnavailable(startKnown(deps, caller), () => first(deps, { draft: newId(deps), hasParty: false })),
    silentSoon(deps, caller.person),
    untoldAsBefore(deps, caller.person),
  ]);
  const more = { ...(silent ? { silent } : {}), ...(without.length > 0 ? { without } : {}) };
  return { ...begun, screen: { ...begun.screen, ...more } };
}

/** The incident and the draft under an id; `isUnreadable`: one of them is there, and cannot be read any more. */
async function standing(deps: Deps, { person }: Caller, id: string) {
  let isUnreadable = false;
  const lost = () => {
    isUnreadable = true;
    return undefined;
  };
  const [file, draft] = await Promise.all([
    orElse(deps, id, deps.incidents.read(id), lost),
    orElse(deps, id, deps.drafts.read(person, id), lost),
  ]);
  return { incident: file?.incident, draft: draft?.value, isUnreadable };
}

async function startKnown(deps: Deps, caller: Caller): Promise<FirstOutcome> {
  const row = (await deps.people.read(caller.person))?.value;
  if (!row?.draft) return startAnew(deps, caller, '');
  const { incident, draft, isUnreadable } = await standing(deps, caller, row.draft);
  // An erased incident's id is not used again: what is new under it would be erased too.
  const isErased = !incident && (await deps.erasure.isBuried(row.draft));
  const isOver = incident?.state === 'closed' || incident?.reportedAt !== undefined;
  if (isUnreadable || isErased || isOver) return startAnew(deps, caller, row.draft);
  const begun = { draft: row.draft, hasParty: row.party !== undefined };
  // On a phone that another may see nothing on the card says that it was pressed before.
  if (row.quiet?.why === 'watched') return first(deps, begun);
  return first(deps, {
    ...begun,
    raised: incident && (await raisedBy(deps, incident)),
    hasDraft: draft !== undefined && (Object.keys(draft.values).length > 0 || draft.files !== undefined),
  });
}

/**
 * The same, for something new that has happened.
 * @param before the draft that it takes the place of: typed twice at the same moment, the second one finds the first's
 */
export async function startAnew(deps: Deps, caller: Caller, before?: string): Promise<FirstOutcome> {
  const fresh = newId(deps);
  const row = await changePerson(deps, caller, (one) => ({
    ...one,
    name: caller.name || one.name,
    draft: before === undefined || (one.draft ?? '') === before ? fresh : one.draft,
  }));
  return first(deps, { draft: row.draft ?? fresh, hasParty: row.party !== undefined });
}

/** An alarm that stands; while nobody has answered it, with the numbers that may be rung instead. */
async function raisedBy(deps: Deps, incident: Incident): Promise<First['raised']> {
  const { reference, createdAt } = incident;
  const isWaiting = isAcuteUntaken(incident);
  if (!isWaiting) return { reference, createdAt, isWaiting, toRing: [] };
  const read = await loadIncident(deps, incident.id);
  const found = read
    ? [...dutyForVictim(read.situation), ...asked(read.situation), ...strategistsOf(read.situation)]
    : [];
  return { reference, createdAt, isWaiting, toRing: eachOnce(found).filter(isRung).map(asEverybodySees) };
}

/** Those who hear nothing of what this person begins, as they have said before. Not on a phone that another may see. */
async function untoldAsBefore(deps: Deps, person: PersonId): Promise<Contact[]> {
  const read = async () => {
    const [row, contacts] = await Promise.all([deps.people.read(person), deps.contacts.read()]);
    if (row?.value.quiet?.why === 'watched') return [];
    return namesOf(contacts, await suspectsFor(deps, person, contacts));
  };
  return whenUnavailable(read(), () => []);
}

/** Whom it is not to reach: asked before anybody is told. */
export async function showInvolved(deps: Deps, caller: Caller, draft: string): Promise<Outcome> {
  const [{ row }, rows] = await Promise.all([rowOf(deps, caller), deps.contacts.read()]);
  const cast = { contacts: postsIn(rows), routine: deps.municipality.routine };
  const before = namesOf(rows, await suspectsFor(deps, caller.person, rows)).map(({ id }) => id);
  const named = mayBeNamed(cast).filter(
    ({ id, party }) => party === undefined || party === row.party || before.includes(id),
  );
  const contacts = asLookedFor(deps.municipality.routine, named, row.party)
    .filter(({ person }) => person !== caller.person)
    .map(asEverybodySees);
  const hasParty = row.party !== undefined;
  const chosen = contacts.map(({ id }) => id).filter((id) => before.includes(id));
  return { screen: { kind: 'page', page: 'involved', draft, hasParty, contacts, before: chosen } };
}

/** The first screen with the parties in sight, for who has another than the remembered one. */
export async function otherParty(deps: Deps, caller: Caller, draft: string): Promise<Outcome> {
  const { row } = await rowOf(deps, caller);
  return first(deps, { draft, hasParty: row.party !== undefined, choosesParty: true });
}

/** "Glöm mitt parti och nummer". */
export async function forget(deps: Deps, caller: Caller, draft: string): Promise<Outcome> {
  await changePerson(deps, caller, ({ party: _, phone: __, ...rest }) => rest);
  return first(deps, { draft, hasParty: false, isForgotten: true });
}

/** The row that is kept of somebody. `isKnown` false: it cannot be read now, and is not written over. */
export async function rowOf(deps: Deps, caller: Caller): Promise<{ row: PersonRow; isKnown: boolean }> {
  const fresh: PersonRow = { person: caller.person, name: caller.name };
  return whenUnavailable(
    deps.people.read(caller.person).then((held) => ({ row: held?.value ?? fresh, isKnown: true })),
    () => ({ row: fresh, isKnown: false }),
  );
}

/**
 * The party that somebody reported or alarmed with, kept for the next time; an answer that names no party changes nothing,
 * nor does one that cannot be read over now.
 */
export async function remember(
  deps: Deps,
  caller: Caller,
  { party, phone }: { party?: string | undefined; phone?: string | undefined },
): Promise<void> {
  const isParty = deps.municipality.parties.some(({ code }) => code === party);
  const next = { ...(isParty ? { party } : {}), ...(phone ? { phone } : {}) };
  const kept = decideAgain(
    async () => ({ held: await deps.people.read(caller.person) }),
    ({ held }): PersonRow | undefined => {
      const row = held?.value ?? { person: caller.person, name: caller.name };
      // The next first card and the contact list would show that a red button was pressed.
      if (row.quiet?.why === 'watched') return undefined;
      const isSame = row.party === (next.party ?? row.party) && row.phone === (next.phone ?? row.phone);
      return isSame ? undefined : { ...row, ...next };
    },
    ({ held }, row) => deps.people.save(row, held?.etag),
  );
  await whenUnavailable(kept, () => undefined);
}

/** The party of a red button: the one that it names, or the remembered one. '' where neither can be had. */
export async function partyOf(
  deps: Deps,
  caller: Caller,
  data: Data,
): Promise<{ party: string; row: PersonRow }> {
  const { row } = await rowOf(deps, caller);
  const named = data.party === REMEMBERED_PARTY ? row.party : data.party;
  const party = typeof named === 'string' && partyCodes(deps.municipality).includes(named) ? named : '';
  return { party, row };
}
