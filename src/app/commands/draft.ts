import type { DraftPage } from '../../cards/actions';
import { boardIn } from '../../cards/pages/boardField';
import {
  draftFields,
  draftPage,
  firstCard,
  partyCodes,
  type Raised,
  shownPart,
} from '../../cards/pages/report';
import { NOTHING_TYPED, type Typed } from '../../cards/parts';
import { titleWords } from '../../cards/scene';
import type { View } from '../../cards/view';
import { COMMON } from '../../content/texts/common';
import { REFUSALS } from '../../content/texts/refusals';
import { FIRST } from '../../content/texts/report';
import { dayOf } from '../../routine/calendar/localTime';
import { REMEMBERED_PARTY } from '../../routine/model/codes';
import type { Contact } from '../../routine/model/contact';
import { checkFields } from '../../routine/model/fields';
import type { Incident } from '../../routine/model/incident';
import { standsAs } from '../../routine/model/posts';
import type { Problem } from '../../routine/model/refusal';
import { isAcuteUntaken } from '../../routine/rules/deadlines';
import { chain, strategistsOf } from '../../routine/rules/succession';
import { begin, isOthers, takesReport } from '../../routine/transitions/reporting';
import { wakePerson } from '../aggregates/involvement';
import type { Caller, Press } from '../bot';
import type { Deps } from '../deps';
import type { IncidentFile } from '../ports/incidents';
import type { Draft, PersonRow } from '../ports/people';
import { isOwn, newTurn, tryRead } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { orElse, whenUnavailable } from '../runtime/failures';
import { newId, nextId } from '../runtime/ids';

/** The row of a person, made when they are first seen. Tried again when another turn wrote it meanwhile. */
export async function changePerson(
  deps: Deps,
  caller: Caller,
  change: (row: PersonRow) => PersonRow,
): Promise<PersonRow> {
  return decideAgain(
    async () => ({ held: await deps.people.read(caller.person) }),
    ({ held }) => change(held?.value ?? { person: caller.person, name: caller.name }),
    ({ held }, next) => deps.people.save(next, held?.etag),
  );
}

const emptyDraft = (deps: Deps, caller: Caller, id: string): Draft => ({
  id,
  person: caller.person,
  page: 'who',
  values: {},
  updatedAt: deps.now().toISOString(),
});

const remindFrom = (deps: Deps): number =>
  deps.now().getTime() + deps.municipality.routine.times.draftRemindDays * 86_400_000;

/** Changes the draft with that id, or begins it. Only ever the caller's own: it is found under their person. */
export async function changeDraft(
  deps: Deps,
  caller: Caller,
  id: string,
  change: (draft: Draft) => Draft,
): Promise<Draft> {
  return decideAgain(
    async () => ({ held: await deps.drafts.read(caller.person, id) }),
    ({ held }) => ({
      ...change(held?.value ?? emptyDraft(deps, caller, id)),
      updatedAt: deps.now().toISOString(),
    }),
    async ({ held }, next) => {
      // The reminder is on the agenda before there is something to be reminded of.
      if (!held) await wakePerson(deps, caller.person, remindFrom(deps));
      return deps.drafts.save(next, held?.etag);
    },
  );
}

/**
 * The id under which a report is written that somebody begins, or goes on with, on a card for that id, and what stands
 * there. Where their incident of that id takes no report, it is about something new. Another's is no more than an id.
 */
export async function draftFor(
  deps: Deps,
  caller: Caller,
  id: string,
): Promise<{ id: string; file: IncidentFile | undefined }> {
  const file = await whenUnavailable(tryRead(deps, id), () => undefined);
  if (!file || isOthers(file.incident, caller.person) || takesReport(file.incident, caller.person))
    return { id, file };
  return draftFor(deps, caller, nextId(caller.person, id));
}

/** Keeps what stands in the inputs of a page, right or wrong: nothing typed is lost. */
export async function keepPage(
  deps: Deps,
  { caller, activityId }: Pick<Press, 'caller' | 'activityId'>,
  id: string,
  page: DraftPage,
  data: Readonly<Record<string, unknown>>,
): Promise<{ draft: Draft; problems: Record<string, Problem> }> {
  const specs = draftFields(page, deps.municipality);
  const today = dayOf(deps.now());
  const sent = Object.entries(checkFields(specs, data, today).values).filter(
    ([key]) => data[key] !== undefined,
  );
  const draft = await changeDraft(deps, caller, id, (one) => {
    // The input showed the start of a text that is too long: sent back untouched, the whole text stays.
    const kept = sent.filter(([key, value]) => value !== shownPart(one.values[key] ?? ''));
    const shownIn = activityId ? [...new Set([...(one.shownIn ?? []), activityId])] : one.shownIn;
    return { ...one, page, shownIn, values: { ...one.values, ...Object.fromEntries(kept) } };
  });
  return { draft, problems: checkFields(specs, draft.values, today).problems };
}

/** Every page's problems, before sending: the first page that has one is where the person is taken. */
export function problemsOf(deps: Deps, draft: Draft, isOnIncident: boolean) {
  const pages: DraftPage[] = ['who', 'other', 'what', 'when', 'around', 'offender', 'you'];
  const used = pages.filter((page) => {
    if (page === 'other') return !isOnIncident && draft.values.who === 'other';
    return page !== 'who' || !isOnIncident;
  });
  for (const page of used) {
    const { problems } = checkFields(draftFields(page, deps.municipality), draft.values, dayOf(deps.now()));
    if (Object.keys(problems).length > 0) return { page, problems };
  }
  return undefined;
}

/** Names with their post, said once for those who share it. */
function namesWithPosts(contacts: readonly Contact[], titleOf: (contact: Contact) => string): string {
  const titles = [...new Set(contacts.map(titleOf))];
  const holders = (title: string) => contacts.filter((one) => titleOf(one) === title).map(({ name }) => name);
  return COMMON.listAnd(titles.map((title) => `${COMMON.listAnd(holders(title))}, ${title}`));
}

/** Who would get the report if it were sent now: shown beside the consent. */
function readersOf(
  deps: Deps,
  draft: Draft,
  contacts: readonly Contact[],
  incident: Incident | undefined,
  caller: Caller,
) {
  const trial = incident ?? trialIncident(deps, draft, contacts, caller);
  const { routine } = deps.municipality;
  const cast = { incident: trial, contacts, routine };
  const [first = []] = chain(cast);
  const isFirst = first.some((contact) => standsAs(routine.posts, contact, 'firstContact'));
  const { title } = deps.municipality.names.strategist;
  return {
    who: isFirst
      ? namesWithPosts(first, (contact) => titleWords(deps, contact))
      : namesWithPosts(strategistsOf(cast), () => title),
    isParty: isFirst && trial.route === 'party',
  };
}

const trialIncident = (deps: Deps, draft: Draft, contacts: readonly Contact[], caller: Caller): Incident =>
  begin(
    {
      id: draft.id,
      reference: '',
      via: 'report',
      acute: false,
      route: 'party',
      party: draft.values.party ?? '',
      board: boardIn(draft.values),
      reporter: {
        person: caller.person,
        name: caller.name,
        kind: draft.values.who !== 'other' ? 'self' : draft.values.knows === 'chosen' ? 'proxy' : 'other',
      },
      victim: draft.values.who === 'other' ? { name: '' } : { name: '', person: caller.person },
    },
    newTurn(deps, caller.person, contacts, ''),
  );

/**
 * A page of the draft as a card, with what was wrong with it.
 * @param found what stands under the draft's id
 */
export async function showDraft(
  deps: Deps,
  caller: Caller,
  draft: Draft,
  found: IncidentFile | undefined,
  page: DraftPage,
  problems: Record<string, Problem> = {},
): Promise<View> {
  const contacts = await deps.contacts.read();
  // A draft's id comes from a client: that of another's incident is no more than an id.
  const file = found && isOwn(found, caller.person) ? found : undefined;
  const typed: Typed =
    Object.keys(problems).length > 0 ? { values: {}, problems, problem: REFUSALS.badInput } : NOTHING_TYPED;
  return draftPage(
    {
      draft: draft.id,
      values: draft.values,
      municipality: deps.municipality,
      typed,
      readers: readersOf(deps, draft, contacts, file?.incident, caller),
      isOnIncident: file !== undefined,
    },
    page,
  );
}

/**
 * The very first card. Typed again it is the same draft and so the same alarm: twenty presses, one effect. While the
 * keys cannot be had it is a new one each time: nobody is left without it.
 */
export const start = (deps: Deps, caller: Caller): Promise<View> =>
  whenUnavailable(startKnown(deps, caller), () =>
    first(deps, { person: caller.person, name: caller.name }, newId(deps), undefined, false),
  );

async function startKnown(deps: Deps, caller: Caller): Promise<View> {
  const row = (await deps.people.read(caller.person))?.value;
  const id = row?.draft ?? '';
  let isUnreadable = false;
  const lost = () => {
    isUnreadable = true;
    return undefined;
  };
  const [file, draft] = await Promise.all([
    id ? orElse(deps, id, deps.incidents.read(id), lost) : undefined,
    id ? orElse(deps, id, deps.drafts.read(caller.person, id), lost) : undefined,
  ]);
  // An erased incident's id is not used again: what is new under it would be erased too.
  const isErased = row?.draft !== undefined && !file && (await deps.erasure.isBuried(row.draft));
  const isUsed =
    isUnreadable ||
    isErased ||
    (file !== undefined && (file.incident.state === 'closed' || file.incident.reportedAt !== undefined));
  if (!row?.draft || isUsed) return startAnew(deps, caller, row?.draft ?? '');
  const raised = file && raisedBy(file.incident);
  return first(
    deps,
    row,
    row.draft,
    raised,
    draft !== undefined && Object.keys(draft.value.values).length > 0,
  );
}

/**
 * The same, for something new that has happened.
 * @param before the draft that it takes the place of: typed twice at the same moment, the second one finds the first's
 */
export async function startAnew(deps: Deps, caller: Caller, before?: string): Promise<View> {
  const fresh = newId(deps);
  const row = await changePerson(deps, caller, (one) => ({
    ...one,
    name: caller.name || one.name,
    draft: before === undefined || (one.draft ?? '') === before ? fresh : one.draft,
  }));
  return first(deps, row, row.draft ?? fresh, undefined, false);
}

const raisedBy = (incident: Incident): Raised => ({
  reference: incident.reference,
  createdAt: incident.createdAt,
  isWaiting: isAcuteUntaken(incident),
});

/** The first card once more: the party that was to be the remembered one cannot be had. */
export const firstAgain = (deps: Deps, draft: string): View =>
  firstCard({
    draft,
    hasParty: false,
    municipality: deps.municipality,
    hasDraft: false,
    now: deps.now(),
    problem: FIRST.partyLost,
  });

const first = (
  deps: Deps,
  row: PersonRow,
  draft: string,
  raised: Raised | undefined,
  hasDraft: boolean,
): View =>
  firstCard({
    draft,
    hasParty: row.party !== undefined,
    municipality: deps.municipality,
    raised,
    hasDraft,
    now: deps.now(),
  });

/** What is kept of somebody. `isKnown` false: it cannot be read now, and is not written over. */
async function rowOf(deps: Deps, caller: Caller): Promise<{ row: PersonRow; isKnown: boolean }> {
  const fresh: PersonRow = { person: caller.person, name: caller.name };
  return whenUnavailable(
    deps.people.read(caller.person).then((held) => ({ row: held?.value ?? fresh, isKnown: true })),
    () => ({ row: fresh, isKnown: false }),
  );
}

/** The party chosen on the first card; remembered only if the person lets it be. */
export async function rememberParty(
  deps: Deps,
  caller: Caller,
  data: Readonly<Record<string, unknown>>,
): Promise<{ party: string; row: PersonRow; isLost: boolean }> {
  const { row, isKnown } = await rowOf(deps, caller);
  const named = data.party === REMEMBERED_PARTY ? row.party : data.party;
  const chosen = typeof named === 'string' && partyCodes(deps.municipality).includes(named) ? named : '';
  const remembered =
    data.remember === 'true' && chosen ? chosen : data.remember === 'false' ? undefined : row.party;
  const isLost = data.party === REMEMBERED_PARTY && chosen === '';
  if (remembered === row.party || !isKnown) return { party: chosen, row, isLost };
  return {
    party: chosen,
    isLost,
    row: await changePerson(deps, caller, (one) => ({ ...one, party: remembered })),
  };
}
