import { createHash } from 'node:crypto';
import type { Action } from '../../cards/actions';
import { liveCard } from '../../cards/base/baseCard';
import { helpCard, noteCard, privacyCard } from '../../cards/pages/report';
import { LISTS } from '../../content/texts/pages';
import type { Answer, Caller, Outcome, Press } from '../bot';
import { newCardRow, setAside } from '../chat/liveCard';
import type { Deps } from '../deps';
import { readLog, readLooks } from '../queries/auditLog';
import { isKnownTo, loadIncident, sceneOf } from '../queries/loadIncident';
import { ALL_LISTED, myIncidents } from '../queries/myIncidents';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { pageNumber } from '../runtime/paging';
import { replaceContact, showContacts, showReplace } from './contacts';
import { start, startAnew } from './draft';
import { reachable, startDrill } from './drills';
import { act, type Deciding, isDeciding, showPage } from './incident';
import { parseMessage } from './parseMessage';
import { alarm } from './raiseAlarm';
import { discard, keepDraft, noteForm, tell, turnPage } from './report';
import { showRound, showSnooze, snooze } from './round';
import { safe, send } from './submitReport';

/** Pages of a report that are left open in a card, and presses that end them. */
const OPENS_REPORT: ReadonlySet<string> = new Set(['toPage', 'backTo', 'tell', 'safe']);

const ENDS_REPORT: ReadonlySet<string> = new Set(['keepDraft', 'discard', 'send', 'sendMunicipality']);

/** The report of an incident that began with an alarm is filled in on its card: no update may wipe it meanwhile. */
export async function onPress(deps: Deps, press: Press, action: Action): Promise<Outcome> {
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
      return myIncidents(deps, caller, pageNumber(action.from));
    case 'contacts':
      return showContacts(deps, caller, pageNumber(action.from));
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
      return readLog(deps, press, action, pageNumber(action.from));
    case 'looks':
      return readLooks(deps, press, action.id, pageNumber(action.from));
    case 'show':
    case 'page':
      return showPage(deps, press, action);
  }
}

/** `ärende 2026-7KQ4`: found among the person's own; posted, it becomes their live card. */
async function incidentByReference(deps: Deps, caller: Caller, reference: string): Promise<Answer> {
  const rows = await deps.index.of(caller.person, ALL_LISTED);
  const row = rows.find((one) => one.reference === reference);
  const read = row && (await loadIncident(deps, row.id));
  const scene = read && sceneOf(deps, read, caller.person, newId(deps));
  if (!read || !scene || !isKnownTo(read, caller.person)) return { view: noteCard(LISTS.notFound) };
  return {
    view: liveCard(scene),
    sent: (activityId) => adopt(deps, read.file.incident.id, caller, activityId),
  };
}

/** The card that was just posted is the live one from now on; the one before it is kept among the older. */
async function adopt(deps: Deps, id: string, caller: Caller, activityId: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    ({ cards }) => {
      const held = cards.find((row) => row.value.person === caller.person);
      const row = held?.value ?? newCardRow(caller.person);
      return { value: { ...row, ...setAside(row), activityId, hash: '' }, etag: held?.etag };
    },
    (file, card) => deps.incidents.save(file, { cards: [card] }),
  );
}

export async function onText(deps: Deps, caller: Caller, text: string): Promise<Answer> {
  const asked = parseMessage(text);
  switch (asked.kind) {
    case 'report':
    case 'danger':
      return { view: await start(deps, caller) };
    case 'mine':
      return myIncidents(deps, caller, 0);
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

/**
 * The mark of a press is kept in clear text, also as the id of what the press adds: whatever a client writes there
 * becomes a code that says nothing.
 */
export const withMark = (action: Action): Action =>
  'once' in action && typeof action.once === 'string'
    ? { ...action, once: createHash('sha256').update(action.once).digest('hex').slice(0, 26) }
    : action;
