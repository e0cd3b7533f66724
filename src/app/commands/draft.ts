import { partyNamed } from '../../content/choices';
import { dayOf } from '../../routine/calendar/localTime';
import type { Contact } from '../../routine/model/contact';
import { checkFields } from '../../routine/model/fields';
import type { Incident } from '../../routine/model/incident';
import { type Position, standsAs } from '../../routine/model/posts';
import type { Problem } from '../../routine/model/refusal';
import { sortedJson } from '../../routine/plan/sortedJson';
import { isMarkedVictim } from '../../routine/rules/steps/bringsIn';
import { chain, strategistsOf } from '../../routine/rules/succession';
import { begin, isOthers, takesReport } from '../../routine/transitions/reporting';
import type { DraftPage } from '../../screens/actions';
import {
  boardIn,
  draftFields,
  EXTRA_PAGES,
  keptFields,
  mainPages,
  saidIn,
  shownPart,
  suspectsIn,
  toldBeside,
} from '../../screens/forms';
import { asEverybodySees } from '../../screens/seen';
import { wakePerson } from '../aggregates/involvement';
import { dropOldest } from '../aggregates/offers';
import type { Caller, Data, Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import type { IncidentFile } from '../ports/incidents';
import type { Draft } from '../ports/people';
import { isOwn, newTurn, tryRead } from '../queries/loadIncident';
import { namesOf, suspectsOrAsBefore } from '../queries/people/suspects';
import { decideAgain } from '../runtime/decideAgain';
import { whenUnavailable } from '../runtime/failures';
import { nextId } from '../runtime/ids';
import { withBombTicked } from './guidance/bombThreat';
import { withCallTold } from './guidance/callNotes';
import { isAboutWriter, reporterOf, victimTold } from './people/told';

/* A report while it is being written. */

const emptyDraft = (deps: Deps, caller: Caller, id: string): Draft => ({
  id,
  person: caller.person,
  page: 'you',
  values: {},
  updatedAt: deps.now().toISOString(),
});

const remindFrom = (deps: Deps): number =>
  deps.now().getTime() + deps.municipality.routine.times.draftRemindDays * 86_400_000;

/** Whether nothing has been typed since: a press that is made again tells of nothing else. */
const saysTheSame = (one: Draft, other: Draft): boolean =>
  one.page === other.page && sortedJson([one.values, one.files]) === sortedJson([other.values, other.files]);

/** Changes the draft with that id, or begins it. Only ever the caller's own: it is found under their person. */
export async function changeDraft(
  deps: Deps,
  caller: Caller,
  id: string,
  change: (draft: Draft) => Draft,
): Promise<Draft> {
  return decideAgain(
    async () => ({ held: await deps.drafts.read(caller.person, id) }),
    ({ held }) => {
      const next = change(held?.value ?? emptyDraft(deps, caller, id));
      return held && saysTheSame(held.value, next)
        ? { ...next, updatedAt: held.value.updatedAt }
        : { ...next, updatedAt: deps.now().toISOString() };
    },
    async ({ held }, next) => {
      // The reminder is on the agenda before there is something to be reminded of.
      if (!held) await wakePerson(deps, caller.person, remindFrom(deps));
      const saved = await deps.drafts.save(next, held?.etag);
      if (!held && saved === 'saved') await dropOldest(deps, caller.person);
      return saved;
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
  data: Data,
): Promise<{ draft: Draft; problems: Record<string, Problem> }> {
  const { municipality } = deps;
  const today = dayOf(deps.now());
  const draft = await changeDraft(deps, caller, id, (one) => {
    const read = checkFields(keptFields(page, municipality, one.values), data, today).values;
    const sent = Object.entries(read).filter(([key]) => data[key] !== undefined);
    // The input showed the start of a text that is too long: sent back untouched, the whole text stays.
    const kept = sent.filter(([key, value]) => value !== shownPart(one.values[key] ?? ''));
    const shownIn = activityId ? [...new Set([...(one.shownIn ?? []), activityId])] : one.shownIn;
    const told = withCallTold({ ...one.values, ...Object.fromEntries(kept) });
    return { ...one, page, shownIn, values: withBombTicked(told, one.values) };
  });
  return { draft, problems: pageProblems(deps, page, draft.values) };
}

/** Everything that is wrong on a page. */
function pageProblems(
  { municipality, now }: Deps,
  page: DraftPage,
  values: Draft['values'],
): Record<string, Problem> {
  const specs = draftFields(page, municipality, values);
  const { problems } = checkFields(specs, values, dayOf(now()));
  const { problem } = page === 'other' ? toldBeside(values, partyNamed(municipality)) : {};
  return { ...problems, ...(problem && !problems.moreVictims ? { moreVictims: problem } : {}) };
}

/** Every page's problems, before sending: the first page that has one is where the person is taken. */
export function problemsOf(deps: Deps, draft: Draft, isOnIncident: boolean) {
  const values = saidIn({ values: draft.values, isOnIncident });
  for (const page of [...mainPages(values), ...EXTRA_PAGES]) {
    const problems = pageProblems(deps, page, values);
    if (Object.keys(problems).length > 0) return { page, problems };
  }
  return undefined;
}

/** The list, the incident that the draft fills in, and whom it is not to reach. */
interface Surrounding {
  contacts: readonly Contact[];
  incident?: Incident | undefined;
  suspects: readonly string[];
}

/** The readers of the report if it were sent now: shown beside the consent. */
function readersOf(deps: Deps, draft: Draft, surrounding: Surrounding, caller: Caller) {
  const { contacts, incident } = surrounding;
  const trial = incident ?? trialIncident(deps, draft, surrounding, caller);
  const { routine } = deps.municipality;
  const cast = { incident: trial, contacts, routine };
  const line = chain(cast);
  const [first = []] = line;
  const isOf = (as: Position) => (group: readonly Contact[]) =>
    group.some((contact) => standsAs(routine.posts, contact, as));
  const isFirst = isOf('firstContact')(first);
  // Somebody of the municipality is part of it: the alternate comes before all others.
  const isInstead = isOf('alternate')(first);
  const readers = isFirst || isInstead ? first : strategistsOf(cast);
  const next = (isInstead && trial.route === 'party' && line.find(isOf('firstContact'))) || [];
  return {
    contacts: readers.map(asEverybodySees),
    as: isFirst ? ('firstContact' as const) : isInstead ? ('alternate' as const) : ('strategist' as const),
    isParty: trial.route === 'party' && (isFirst || next.length > 0),
    ...{ next: next.map(asEverybodySees), hasStrategist: line.some(isOf('strategist')) },
    // The strategist reads it as well, whatever is ticked.
    isMarked: isFirst && isMarkedVictim(trial, { routine, rows: contacts }),
  };
}

/** Whom it is not to reach: of another's matter nobody but they can say that from before. */
export const suspectsOfDraft = async (
  deps: Deps,
  { draft, caller, contacts }: { draft: Draft; caller: Caller; contacts: readonly Contact[] },
): Promise<readonly string[]> =>
  isAboutWriter(draft, caller)
    ? suspectsOrAsBefore(deps, { person: draft.person, data: draft.values, contacts })
    : suspectsIn(draft.values);

const trialIncident = (
  deps: Deps,
  draft: Draft,
  { contacts, suspects }: Surrounding,
  caller: Caller,
): Incident =>
  begin(
    {
      id: draft.id,
      reference: '',
      via: 'report',
      acute: false,
      route: 'party',
      party: draft.values.party ?? '',
      board: boardIn(draft.values),
      suspects,
      reporter: reporterOf(draft, caller),
      victim: { ...victimTold(draft, caller), name: '' },
    },
    newTurn(deps, contacts, { by: caller.person, once: '' }),
  );

/**
 * A page of the draft, with what was wrong with it.
 * @param found what stands under the draft's id
 */
export async function showDraft(
  deps: Deps,
  caller: Caller,
  draft: Draft,
  found: IncidentFile | undefined,
  page: DraftPage,
  problems: Record<string, Problem> = {},
): Promise<Outcome> {
  const contacts = await deps.contacts.read();
  // A draft's id comes from a client: that of another's incident is no more than an id.
  const file = found && isOwn(found, caller.person) ? found : undefined;
  const suspects = file ? [] : await suspectsOfDraft(deps, { draft, caller, contacts });
  return {
    screen: {
      kind: 'draft',
      page,
      draft: draft.id,
      values: draft.values,
      readers: readersOf(deps, draft, { contacts, incident: file?.incident, suspects }, caller),
      isOnIncident: file !== undefined,
      ...(file?.incident.practice ? { isPractice: true as const } : {}),
      files: draft.files?.length,
      untold: namesOf(contacts, suspectsIn(draft.values)),
      refusal: Object.keys(problems).length > 0 ? { reason: 'badInput', problems } : undefined,
    },
  };
}
