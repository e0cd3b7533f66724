import { nothingHereCard } from '../cards/reportPages';
import type { View } from '../cards/views';
import { accountsOf, asked, victimOf } from '../routine/chain';
import type { Contact, PersonId } from '../routine/contact';
import type { Incident, Report } from '../routine/incident';
import { type Beginning, begin, fileReport, reportOwnParty } from '../routine/opening';
import { REPORT_PAGES } from '../routine/plan';
import { settle } from '../routine/settle';
import type { Turn } from '../routine/turn';
import { type Deps, newId, newReference, nextId } from './deps';
import { draftFor, firstAgain, keepPage, problemsOf, rememberParty, showDraft, startAnew } from './drafting';
import { act } from './incidents';
import { makeKnown } from './known';
import { orElse } from './orElse';
import { type Caller, type CardRow, type Draft, type IncidentFile, type Press, unlessAway } from './ports';
import { isOwn, liveOf, type Read, readIncident, rolesOf, shutOut, situationOf } from './reading';

/** What an incident-making press came to: the card, and the incident that must be looked at. */
export interface Outcome {
  view: View;
  touched?: string;
  /** Other subjects that must be looked at. */
  also?: readonly string[];
  /** There is nothing, or nothing for this person: one answer, and nothing more is read. */
  isNothing?: true;
  /** Everything that is due must be looked at. */
  isWide?: true;
}

type Data = Readonly<Record<string, unknown>>;

const turnOf = (deps: Deps, caller: Caller, contacts: readonly Contact[], once: string): Turn => ({
  now: deps.now(),
  by: caller.person,
  contacts,
  unreachable: new Map(),
  routine: deps.municipality.routine,
  once,
});

/** The card that was pressed becomes the person's live card. */
export const cardRow = (person: PersonId, activityId: string | undefined): CardRow => ({
  person,
  activityId: activityId ?? '',
  hash: '',
  older: [],
  epoch: 1,
  failures: 0,
});

async function freeReference(deps: Deps, id: string): Promise<string> {
  for (;;) {
    const reference = newReference(deps);
    if (await deps.index.claimReference(reference, id)) return reference;
  }
}

/** As what somebody writes of it: whose it is, or who tells of another. */
const asWhat = (incident: Incident, person: PersonId): string =>
  victimOf(incident) === person ? 'victim' : 'reporter';

/**
 * Agenda and indexes come first: a crash between leaves a row that finds nothing, never an incident that nobody finds.
 * False: there is one of that id already, made by another press in this moment.
 */
async function insert(
  deps: Deps,
  incident: Incident,
  press: Press,
  act: string,
  shownIn: readonly string[] = [],
): Promise<boolean> {
  const by = press.caller.person;
  await Promise.all([
    deps.agenda.wake(incident.id, deps.now().getTime(), incident.rev, incident.acute),
    deps.index.opens(incident.id, incident.rev),
    // A press that is made again does not know how far the first one came.
    makeKnown(deps, by, incident, true),
  ]);
  const done = await deps.incidents.insert({
    incident,
    history: [{ at: incident.createdAt, by, act, about: incident.via, as: asWhat(incident, by) }],
    cards: press.activityId ? [{ value: withPages(cardRow(by, press.activityId), shownIn) }] : [],
  });
  return done === 'saved';
}

/** Other messages in which pages of the report were open: they shrink to a line. */
function withPages(row: CardRow, shownIn: readonly string[]): CardRow {
  const others = shownIn.filter((activity) => activity !== row.activityId);
  return others.length === 0 ? row : { ...row, older: others, unshrunk: others };
}

/** Which of those who are told first cannot be reached in Teams: said in the very response. */
async function withoutAddress(deps: Deps, read: Read): Promise<Map<PersonId, string>> {
  const gone = new Map(read.unreachable);
  const at = deps.now().toISOString();
  for (;;) {
    const now = accountsOf(asked({ ...situationOf(deps, read), unreachable: gone }));
    const fresh = now.filter((person) => !gone.has(person));
    // Whose address cannot be read now is told later: for the moment they are to be rung.
    const rows = await Promise.all(
      fresh.map((person) => unlessAway(deps.people.read(person), () => undefined)),
    );
    const missing = fresh.filter((_, index) => !rows[index]?.value.address);
    if (missing.length === 0 || missing.length < fresh.length) {
      for (const person of missing) gone.set(person, at);
      return gone;
    }
    for (const person of missing) gone.set(person, at);
  }
}

/** The present state, whatever was pressed: the person's own card of the incident. */
async function present(deps: Deps, caller: Caller, id: string): Promise<View> {
  const read = await readIncident(deps, id);
  if (!read) return startAnew(deps, caller);
  if (rolesOf(deps, read, caller.person).size === 0) return nothingHereCard();
  const known = { ...read, unreachable: await withoutAddress(deps, read) };
  return liveOf(deps, known, caller.person, newId(deps));
}

/**
 * Is the incident of that id another's? Its id came from a client, and stood on a card that was only this person's.
 * It is no reason that an alarm is not raised or a report not sent.
 */
const isOthers = ({ incident }: IncidentFile, person: PersonId): boolean =>
  incident.reporter.person !== person && victimOf(incident) !== person;

/** What stands under the id of a draft, for the person who presses. */
type Under = { kind: 'free' } | { kind: 'used' } | { kind: 'own'; incident: Incident };

/** What cannot be read now, or ever, is as good as used: an alarm does not wait for it. */
async function under(deps: Deps, person: PersonId, draft: string): Promise<Under> {
  const used: Under = { kind: 'used' };
  const read = async (): Promise<Under> => {
    const file = await deps.incidents.read(draft);
    if (!file) return (await deps.erasure.isBuried(draft)) ? used : { kind: 'free' };
    const isTheirs = victimOf(file.incident) === person && file.incident.state === 'open';
    return isTheirs ? { kind: 'own', incident: file.incident } : used;
  };
  return unlessAway(
    orElse(deps, draft, read(), () => used),
    () => used,
  );
}

/**
 * One press: someone is told at once. Under the draft's id, so that twenty presses are one alarm; where that is taken by
 * what this alarm is not about, under the next one that follows from it.
 */
export async function alarm(
  deps: Deps,
  press: Press,
  draft: string,
  route: 'party' | 'municipality',
  data: Data,
): Promise<Outcome> {
  const { caller } = press;
  const found = await under(deps, caller.person, draft);
  const next = () => alarm(deps, press, nextId(caller.person, draft), route, data);
  if (found.kind === 'used') return next();
  if (found.kind === 'own') {
    // Whoever turns from their party to the municipality does not want the party to hear of it.
    const isAway = route === 'municipality' && found.incident.route === 'party';
    return isAway ? next() : again(deps, press, found.incident);
  }
  const { party, row, isLost } = await rememberParty(deps, caller, data);
  if (isLost) return { view: firstAgain(deps, draft) };
  const contacts = await deps.contacts.read();
  const turn = turnOf(deps, caller, contacts, draft);
  const name = row.name || caller.name;
  const beginning: Beginning = {
    id: draft,
    reference: await freeReference(deps, draft),
    via: 'alarm',
    acute: true,
    route,
    party: party || row.party || '',
    reporter: { person: caller.person, name, kind: 'self' },
    victim: { person: caller.person, name },
    consents: 'alarm',
  };
  const isNew = await insert(deps, settle(begin(beginning, turn), turn), press, 'raiseAlarm');
  if (!isNew) return alarm(deps, press, draft, route, data);
  return { view: await present(deps, caller, draft), touched: draft };
}

/** An alarm where one's own incident is open: it is acute now, and who leads is to ring. */
function again(deps: Deps, press: Press, { id, acute, lead }: Incident): Promise<Outcome> {
  if (!acute) return act(deps, press, { verb: 'raiseAcute', id });
  if (lead) return act(deps, press, { verb: 'callMe', id });
  return present(deps, press.caller, id).then((view) => ({ view, touched: id }));
}

/** "Jag är i säkerhet": the report, with the party chosen on the first card. */
export async function safe(deps: Deps, press: Press, from: string, data: Data): Promise<View> {
  const { caller } = press;
  const id = await draftFor(deps, caller, from);
  const { party } = await rememberParty(deps, caller, data);
  const today = deps.now().toISOString();
  const { draft } = await keepPage(deps, press, id, 'who', party ? { party } : {});
  const values = { who: 'me', ...draft.values };
  return showDraft(deps, caller, { ...draft, values, updatedAt: today }, 'who');
}

const REPORT_FIELDS = REPORT_PAGES.flatMap((page) =>
  page.fields.map((field) => field.id),
) as (keyof Report)[];

const reportOf = (draft: Draft): Partial<Report> =>
  Object.fromEntries(
    REPORT_FIELDS.flatMap((field) => (draft.values[field] ? [[field, draft.values[field]]] : [])),
  );

function beginningOf(
  draft: Draft,
  caller: Caller,
  name: string,
  isMunicipality: boolean,
): Omit<Beginning, 'reference'> {
  const { values } = draft;
  const isOther = values.who === 'other';
  const knows = values.knows === 'chosen' || values.knows === 'yes' ? values.knows : 'no';
  return {
    id: draft.id,
    via: 'report',
    acute: false,
    route: isMunicipality ? 'municipality' : 'party',
    party: values.party ?? '',
    reporter: isOther
      ? {
          person: caller.person,
          name,
          kind: knows === 'chosen' ? 'proxy' : 'other',
          relation: values.relation,
          knows,
        }
      : { person: caller.person, name, kind: 'self' },
    victim: isOther ? { name: values.victimName ?? '' } : { person: caller.person, name },
  };
}

/** False: another press has made an incident of that id in this moment. */
async function sendNew(deps: Deps, press: Press, draft: Draft, isMunicipality: boolean): Promise<boolean> {
  const { caller } = press;
  const [contacts, person] = await Promise.all([deps.contacts.read(), deps.people.read(caller.person)]);
  const turn = turnOf(deps, caller, contacts, draft.id);
  const name = person?.value.name || caller.name;
  const rest = beginningOf(draft, caller, name, isMunicipality);
  const incident = begin({ ...rest, reference: await freeReference(deps, draft.id) }, turn);
  // To whom it goes is the routine's to say: without a known party it is the municipality.
  const consent = { at: incident.createdAt, to: incident.route, asked: 'report' as const };
  const reported = fileReport(incident, reportOf(draft), consent, turn);
  return insert(deps, settle(reported, turn), press, 'sendReport', draft.shownIn);
}

/**
 * The report of an incident that began with an alarm; decided again when someone else changed it meanwhile. False: it
 * has been closed, and takes no report any more.
 */
async function sendOnto(deps: Deps, press: Press, draft: Draft, isMunicipality: boolean): Promise<boolean> {
  const by = press.caller.person;
  for (;;) {
    const read = await readIncident(deps, draft.id);
    if (!read) return true;
    const { reportedAt, createdAt, state } = read.file.incident;
    // Sent before is this very draft; one that was written after that tells of something else.
    const since = isOwn(read.file, by) ? reportedAt : createdAt;
    if (since !== undefined) return draft.updatedAt <= since;
    if (state === 'closed') return false;
    const turn = { ...turnOf(deps, press.caller, read.contacts, draft.id), unreachable: read.unreachable };
    const at = turn.now.toISOString();
    const before = isMunicipality ? reportOwnParty(read.file.incident, turn) : read.file.incident;
    const filed = fileReport(before, reportOf(draft), { at, to: before.route, asked: 'report' }, turn);
    const incident = { ...settle(filed, turn), rev: filed.rev + 1 };
    await deps.agenda.wake(incident.id, turn.now.getTime(), incident.rev, incident.acute);
    const as = asWhat(incident, by);
    const history = [
      ...(before === read.file.incident ? [] : [{ at, by, act: 'reportOwnParty', about: '', as }]),
      { at, by, act: 'sendReport', about: 'alarm', as },
    ];
    const change = { incident, history, cards: shutOut(deps, read, incident) };
    if ((await deps.incidents.save(read.file, change)) === 'saved') return true;
  }
}

/** The draft under an id that no incident has. */
async function move(deps: Deps, { caller }: Press, draft: Draft): Promise<string> {
  const id = newId(deps);
  await deps.drafts.save({ ...draft, id });
  await deps.drafts.remove(caller.person, draft.id);
  return id;
}

/** "Skicka": the draft becomes the incident of the same id, or the report of its alarm; else an incident of its own. */
export async function send(deps: Deps, press: Press, id: string, isMunicipality: boolean): Promise<Outcome> {
  const { caller } = press;
  const [held, file] = await Promise.all([
    deps.drafts.read(caller.person, id),
    orElse(deps, id, deps.incidents.read(id), () => undefined),
  ]);
  const isMine = file !== undefined && !isOthers(file, caller.person);
  if (!held) {
    if (isMine) return { view: await present(deps, caller, id), touched: id };
    return { view: await startAnew(deps, caller) };
  }
  const sendAnew = async () => send(deps, press, await move(deps, press, held.value), isMunicipality);
  if ((file && !isMine) || (!file && (await deps.erasure.isBuried(id)))) return sendAnew();
  const wrong = problemsOf(deps, held.value, file !== undefined);
  if (wrong) return { view: await showDraft(deps, caller, held.value, wrong.page, wrong.problems) };
  if (!file && !(await sendNew(deps, press, held.value, isMunicipality)))
    return send(deps, press, id, isMunicipality);
  if (file && !(await sendOnto(deps, press, held.value, isMunicipality))) return sendAnew();
  await deps.drafts.remove(caller.person, id);
  return { view: await present(deps, caller, id), touched: id };
}
