import { type Action, type DraftPage, readAction } from '../cards/actions';
import { minePage } from '../cards/lists';
import { liveCard } from '../cards/live';
import {
  discardedCard,
  helpCard,
  noteCard,
  nothingHereCard,
  privacyCard,
  savedCard,
} from '../cards/reportPages';
import { LISTS } from '../content/texts';
import { alarm } from './alarming';
import { arrived, backAgain, left } from './arriving';
import { orElse, unlessAway } from './away';
import type { Outcome } from './beginning';
import type { Answer, Bot } from './bot';
import { cardRow, setAside } from './cardRows';
import { type Deps, newId } from './deps';
import { changeDraft, changePerson, draftFor, keepPage, showDraft, start, startAnew } from './drafting';
import { faultOf } from './fault';
import { foldPages } from './foldPages';
import { noteForm } from './formMark';
import { act, type Deciding, isDeciding, showPage } from './incidents';
import { ALL_LISTED, listedFor } from './listing';
import { readLog, readLooks } from './logReading';
import type { Caller, Press } from './ports';
import { withMark } from './pressMark';
import { isKnownTo, isOwn, readIncident, readListed, readOf, rolesOf, sceneOf } from './reading';
import { showRound, showSnooze, snooze } from './rounds';
import { safe, send } from './sending';
import { reachable, replaceContact, showContacts, showReplace, startDrill } from './steering';
import { lookSafely, sweep } from './sweeping';
import { beginTown } from './townSubject';
import { readTyped } from './typed';

const number = (text: unknown): number =>
  typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0;

async function mine(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const [rows, contacts] = await Promise.all([listedFor(deps, caller.person), deps.contacts.read()]);
  const listed = (await readListed(deps, rows)).flatMap((file) => {
    const { id, reference, createdAt, state } = file.incident;
    const read = readOf(file, contacts);
    if (isKnownTo(deps, read, caller.person))
      return [{ id, known: { reference, createdAt }, isClosed: state === 'closed' }];
    return rolesOf(deps, read, caller.person).size > 0 ? [{ id, isClosed: false }] : [];
  });
  return { view: minePage(listed, from) };
}

/** The pages of a report. The page that was left is saved first, whatever is wrong with it. */
async function turnPage(
  deps: Deps,
  press: Press,
  action: Extract<Action, { verb: 'toPage' | 'backTo' }>,
): Promise<Outcome> {
  const { caller } = press;
  const { id, file } = await draftFor(deps, caller, action.draft);
  const { draft, problems } = await keepPage(deps, press, id, action.page, action);
  const show = (page: DraftPage, wrong = {}) => showDraft(deps, caller, draft, file, page, wrong);
  if (action.verb === 'backTo')
    return { view: action.to === 'first' ? await start(deps, caller) : await show(action.to) };
  if (Object.keys(problems).length > 0) return { view: await show(action.page, problems) };
  return { view: await show(action.page === 'who' && draft.values.who === 'other' ? 'other' : action.to) };
}

/** "Spara och fortsätt senare". */
async function keepDraft(
  deps: Deps,
  press: Press,
  action: Extract<Action, { verb: 'keepDraft' }>,
): Promise<Outcome> {
  const { id } = await draftFor(deps, press.caller, action.draft);
  await keepPage(deps, press, id, action.page, action);
  return { view: savedCard() };
}

async function discard(deps: Deps, { caller, activityId }: Press, draft: string): Promise<Outcome> {
  const held = await orElse(deps, draft, deps.drafts.read(caller.person, draft), () => undefined);
  await deps.drafts.remove(caller.person, draft);
  const others = (held?.value.shownIn ?? []).filter((activity) => activity !== activityId);
  await foldPages(deps, caller.person, others);
  return { view: discardedCard() };
}

/** "Berätta vad som hänt": the report of an incident that began with an alarm. */
async function tell(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const file = await deps.incidents.read(id);
  if (!file || !isOwn(file, caller.person)) return { view: nothingHereCard(), isNothing: true };
  if (file.incident.reportedAt)
    return showPage(deps, { caller, verb: 'show', data: {} }, { verb: 'show', id });
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    values: { who: 'me', party: file.incident.party ?? '', ...one.values },
  }));
  return { view: await showDraft(deps, caller, draft, file, 'what') };
}

/** Pages of a report that are left open in a card, and presses that end them. */
const OPENS_REPORT: ReadonlySet<string> = new Set(['toPage', 'backTo', 'tell', 'safe']);
const ENDS_REPORT: ReadonlySet<string> = new Set(['keepDraft', 'discard', 'send', 'sendMunicipality']);

/** The report of an incident that began with an alarm is filled in on its card: no update may wipe it meanwhile. */
async function onPress(deps: Deps, press: Press, action: Action): Promise<Outcome> {
  if (isDeciding(action)) return act(deps, press, action);
  const draft: unknown = action.verb === 'tell' ? action.id : 'draft' in action ? action.draft : undefined;
  const id = typeof draft === 'string' ? draft : '';
  const isOpening = OPENS_REPORT.has(action.verb);
  if (id === '' || !(isOpening || ENDS_REPORT.has(action.verb))) return onOther(deps, press, action);
  const outcome = await onOther(deps, press, action);
  if (outcome.isNothing) return outcome;
  const isNoted = await noteForm(deps, press, id, isOpening);
  return isNoted && !isOpening ? { ...outcome, touched: id } : outcome;
}

async function onOther(deps: Deps, press: Press, action: Exclude<Action, Deciding>): Promise<Outcome> {
  const { caller } = press;
  switch (action.verb) {
    case 'start':
      return { view: await start(deps, caller) };
    case 'mine':
      return mine(deps, caller, number(action.from));
    case 'contacts':
      return showContacts(deps, caller, number(action.from));
    case 'round':
      return showRound(deps, caller);
    case 'privacy':
      return { view: privacyCard(deps.municipality, action.draft) };
    case 'snoozePage':
      return showSnooze(deps, caller);
    case 'snooze':
      return snooze(deps, caller, action);
    case 'reachable':
      return reachable(deps, caller, action.drill);
    case 'replacePage':
      return showReplace(deps, caller);
    case 'replaceContact':
      return replaceContact(deps, caller, action);
    case 'alarmParty':
      return alarm(deps, press, action.draft, 'party', action);
    case 'alarmMunicipality':
      return alarm(deps, press, action.draft, 'municipality', action);
    case 'safe':
      return { view: await safe(deps, press, action.draft, action) };
    case 'newDraft':
      return { view: await startAnew(deps, caller, action.draft) };
    case 'toPage':
    case 'backTo':
      return turnPage(deps, press, action);
    case 'keepDraft':
      return keepDraft(deps, press, action);
    case 'discard':
      return discard(deps, press, action.draft);
    case 'send':
    case 'sendMunicipality':
      return send(deps, press, action.draft, action.verb === 'sendMunicipality');
    case 'tell':
      return tell(deps, caller, action.id);
    case 'readLog':
      return readLog(deps, press, action, number(action.from));
    case 'looks':
      return readLooks(deps, press, action.id, number(action.from));
    case 'show':
    case 'page':
      return showPage(deps, press, action);
  }
}

/** `ärende 2026-7KQ4`: found among the person's own; posted, it becomes their live card. */
async function incidentByReference(deps: Deps, caller: Caller, reference: string): Promise<Answer> {
  const rows = await deps.index.of(caller.person, ALL_LISTED);
  const row = rows.find((one) => one.reference === reference);
  const read = row && (await readIncident(deps, row.id));
  const scene = read && sceneOf(deps, read, caller.person, newId(deps));
  if (!read || !scene || !isKnownTo(deps, read, caller.person)) return { view: noteCard(LISTS.notFound) };
  return {
    view: liveCard(scene),
    sent: (activityId) => adopt(deps, read.file.incident.id, caller, activityId),
  };
}

/** The card that was just posted is the live one from now on; the one before it is kept among the older. */
async function adopt(deps: Deps, id: string, caller: Caller, activityId: string): Promise<void> {
  for (;;) {
    const file = await deps.incidents.read(id);
    if (!file) return;
    const held = file.cards.find((row) => row.value.person === caller.person);
    const row = held?.value ?? cardRow(caller.person);
    const value = { ...row, ...setAside(row), activityId, hash: '' };
    if ((await deps.incidents.save(file, { cards: [{ value, etag: held?.etag }] })) === 'saved') return;
  }
}

async function onText(deps: Deps, caller: Caller, text: string): Promise<Answer> {
  const asked = readTyped(text);
  switch (asked.kind) {
    case 'report':
    case 'danger':
      return { view: await start(deps, caller) };
    case 'mine':
      return mine(deps, caller, 0);
    case 'contacts':
      return showContacts(deps, caller, 0);
    case 'drill':
      return startDrill(deps, caller);
    case 'privacy':
      return { view: privacyCard(deps.municipality, undefined) };
    case 'incident':
      return incidentByReference(deps, caller, asked.reference);
    default:
      return { view: helpCard() };
  }
}

/** What goes on after an answer has been given: counted, so that a stop or a test can wait for it. */
function background(deps: Deps) {
  const running = new Set<Promise<void>>();
  return {
    begin(work: () => Promise<unknown>): void {
      const run: Promise<void> = work()
        .then(() => undefined)
        .catch((error: unknown) => {
          deps.log.error(faultOf(error), 'backgroundFailed');
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** The bot: everything it does between an activity in and a card out. */
export function createBot(deps: Deps): Bot {
  const claimer = newId(deps);
  const place = (deps.random(1)[0] ?? 0) / 256;
  const after = background(deps);
  const lookAfter = (touched: readonly string[]) => {
    for (const id of touched) after.begin(() => lookSafely(deps, id, claimer));
  };
  return {
    async said(caller, text) {
      const answer = await onText(deps, caller, text);
      lookAfter([...(answer.also ?? []), ...(await unlessAway(seen(deps, caller), () => []))]);
      return answer;
    },
    async pressed(press) {
      const action = readAction(press.verb, press.data);
      if (!action) return { view: helpCard() };
      const { view, touched, also = [], isWide } = await onPress(deps, press, withMark(action));
      lookAfter(touched ? [touched, ...also] : also);
      if (isWide) after.begin(() => sweep(deps, claimer, place));
      return { view };
    },
    async installed(caller, member) {
      lookAfter(await arrived(deps, caller, member));
    },
    async met(caller) {
      lookAfter(await seen(deps, caller));
    },
    async removed(caller) {
      lookAfter(await left(deps, caller));
    },
    begin: () => beginTown(deps),
    sweep: () => sweep(deps, claimer, place),
    idle: () => after.idle(),
  };
}

/**
 * Keeps the latest name and address of who writes: serviceUrl may change over time. Who had no address has missed what
 * waits for them: the word of the installation was lost. Returns the subjects to look at.
 */
async function seen(deps: Deps, caller: Caller): Promise<string[]> {
  const row = (await deps.people.read(caller.person))?.value;
  const isSame =
    row?.address &&
    JSON.stringify(row.address) === JSON.stringify(caller.address) &&
    (row.name === caller.name || !caller.name);
  if (isSame) return [];
  await changePerson(deps, caller, (one) => ({
    ...one,
    name: caller.name || one.name,
    address: caller.address,
  }));
  return row?.address ? [] : backAgain(deps, caller);
}
