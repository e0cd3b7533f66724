import { createHash } from 'node:crypto';
import { isAct } from '../../routine/acts/acts';
import type { Action, ActionOf, OtherVerb } from '../../screens/actions';
import type { Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import { readLog, readLooks } from '../queries/auditLog';
import { showDeliveries } from '../queries/deliveries';
import { myIncidents } from '../queries/myIncidents';
import { orderDocument, orderFile } from '../queries/taking/order';
import { StorageUnavailable } from '../runtime/failures';
import { pageNumber } from '../runtime/paging';
import { askOkay, endOkay, okayHelp, okayYes, rungOkay, showOkay } from './asking/okay';
import {
  askPractice,
  practiceNo,
  practiceYes,
  removePractice,
  showPractice,
  startPractice,
} from './asking/practice';
import { endAbsence, saveAbsence, showAbsence } from './contactList/absence';
import { replaceContact, sameAccount, showContacts, showReplace } from './contactList/contacts';
import { showCsv, showCsvOut, takeCsv, tryCsv } from './contactList/csv';
import { csvFromFile } from './contactList/csvFromFile';
import { addRow, endRow, saveRow, showEditList, showEnd, showNewRow, showRow } from './contactList/editRow';
import { addFullTime, removeFullTime, showFullTime } from './contactList/fullTime';
import { showListHistory } from './contactList/listHistory';
import { sayRight, sayWrong, showOwnRow } from './contactList/ownRow';
import { drillOne, reachable } from './drills';
import { dropDraftFile, showDraftFiles } from './evidence/draftFiles';
import { dropFiles, keepInDraft, keepInIncident, showFiles } from './evidence/keep';
import { callForm, callReport, callTap } from './guidance/phoneCall';
import {
  forgetRiskDay,
  readRisk,
  remindRisk,
  shareRisk,
  showRisk,
  unshareRisk,
} from './guidance/riskAnalysis';
import { reportSituation, showSituation } from './guidance/situations';
import { act } from './incident';
import { besideIncident } from './people/beside';
import { TELLING_FOR } from './people/handlers';
import { removeKin, saveKin, showKin, showKinForm, showOwnKin } from './people/kin';
import { hidePhone, quietBeside, showPhone } from './people/watched';
import { alarm } from './raiseAlarm';
import { discard, keepDraft, noteForm, tell, turnPage } from './report';
import { showRound, showSnooze, snooze } from './round';
import { confirmSilence, showPage } from './showPage';
import { OWN_HOME } from './standing/home';
import { homeReached, homeTake, homeWho } from './standing/homeTaken';
import { showPrevention, tookCourse } from './standing/prevention';
import { beginDrill, showWatch } from './standing/watch';
import { forget, otherParty, start, startAnew } from './start';
import { safe, send } from './submitReport';

type Handler<V extends OtherVerb> = (deps: Deps, press: Press, action: ActionOf<V>) => Promise<Outcome>;

/** The command of each verb that changes no incident that is there. */
const HANDLERS: { [V in OtherVerb]: Handler<V> } = {
  start: (deps, { caller }) => start(deps, caller),
  mine: (deps, { caller }, { from }) => myIncidents(deps, caller, pageNumber(from)),
  contacts: (deps, { caller }, { from }) => showContacts(deps, caller, pageNumber(from)),
  guidance: async (_, __, { id }) => ({ screen: { kind: 'guide', incident: id } }),
  situation: (deps, { caller }, action) => showSituation(deps, caller, action),
  risk: (deps, { caller }, { page }) => showRisk(deps, caller, page),
  prevention: (deps, { caller }) => showPrevention(deps, caller),
  tookCourse: (deps, { caller }, action) => tookCourse(deps, caller, action),
  remindRisk: (deps, { caller }, action) => remindRisk(deps, caller, action),
  forgetRiskDay: (deps, { caller }) => forgetRiskDay(deps, caller),
  shareRisk: (deps, { caller }, action) => shareRisk(deps, caller, action),
  unshareRisk: (deps, { caller }) => unshareRisk(deps, caller),
  readRisk,
  reportSituation,
  callForm,
  callTap,
  callReport,
  files: (deps, { caller }) => showFiles(deps, caller),
  keepInDraft,
  keepInIncident,
  dropFiles,
  draftFiles: (deps, { caller }, { draft }) => showDraftFiles(deps, caller, draft),
  dropDraftFile,
  round: (deps, { caller }) => showRound(deps, caller),
  privacy: async (_, __, { draft }) => ({ screen: { kind: 'note', note: 'privacy', draft } }),
  snoozePage: (deps, { caller }, action) => showSnooze(deps, caller, action),
  snooze: (deps, { caller }, action) => snooze(deps, caller, action),
  watch: (deps, { caller }, { from }) => showWatch(deps, caller, pageNumber(from)),
  beginDrill: (deps, { caller }, { drill }) => beginDrill(deps, caller, drill),
  drillOne: (deps, { caller }, { contact }) => drillOne(deps, caller, contact),
  okay: (deps, { caller }, { from }) => showOkay(deps, caller, pageNumber(from)),
  askOkay,
  rungOkay,
  endOkay,
  okayYes,
  okayHelp,
  practice: (deps, { caller }) => showPractice(deps, caller),
  askPractice,
  practiceYes,
  practiceNo,
  startPractice,
  endPractice: removePractice,
  ...OWN_HOME,
  homeTake,
  homeWho,
  homeReached,
  reachable: (deps, { caller }, { drill }) => reachable(deps, caller, drill),
  sameAccount: (deps, { caller }, { contact }) => sameAccount(deps, caller, contact),
  absencePage: (deps, { caller }, { contact }) => showAbsence(deps, caller, { contact }),
  saveAbsence: (deps, { caller }, action) => saveAbsence(deps, caller, action),
  endAbsence: (deps, { caller }, { contact }) => endAbsence(deps, caller, contact),
  fullTimePage: (deps, { caller }, { from }) => showFullTime(deps, caller, { from: pageNumber(from) }),
  addFullTime: (deps, { caller }, action) => addFullTime(deps, caller, action),
  removeFullTime: (deps, { caller }, { contact }) => removeFullTime(deps, caller, contact),
  editList: (deps, { caller }, { from }) => showEditList(deps, caller, pageNumber(from)),
  contactRow: (deps, { caller }, { contact }) => showRow(deps, caller, contact),
  saveContact: (deps, { caller }, action) => saveRow(deps, caller, action),
  newContact: (deps, { caller }) => showNewRow(deps, caller),
  addContact: (deps, { caller }, action) => addRow(deps, caller, action),
  endContactPage: (deps, { caller }, { contact }) => showEnd(deps, caller, contact),
  endContact: (deps, { caller }, { contact }) => endRow(deps, caller, contact),
  ownRow: (deps, { caller }, { contact }) => showOwnRow(deps, caller, contact),
  sayRight: (deps, { caller }, { contact }) => sayRight(deps, caller, contact),
  sayWrong: (deps, { caller }, { contact }) => sayWrong(deps, caller, contact),
  csv: (deps, { caller }) => showCsv(deps, caller),
  csvFromFile,
  tryCsv: (deps, press, action) => tryCsv(deps, press, action),
  takeCsv: (deps, press, action) => takeCsv(deps, press, action),
  csvOut: (deps, { caller }, { from }) => showCsvOut(deps, caller, pageNumber(from)),
  listHistory: (deps, { caller }, { from }) => showListHistory(deps, caller, pageNumber(from)),
  kin: (deps, { caller }) => showKin(deps, caller),
  ownKin: (deps, { caller }) => showOwnKin(deps, caller),
  kinForm: (deps, { caller }, { kin }) => showKinForm(deps, caller, kin),
  saveKin: (deps, { caller }, action) => saveKin(deps, caller, action),
  removeKin: (deps, { caller }, { kin }) => removeKin(deps, caller, kin),
  hidePhone,
  showPhone,
  ...TELLING_FOR,
  replacePage: (deps, { caller }) => showReplace(deps, caller),
  replaceContact: (deps, { caller }, action) => replaceContact(deps, caller, action),
  alarmParty: (deps, press, action) => alarm(deps, press, action.draft, 'party', action),
  alarmMunicipality: (deps, press, action) => alarm(deps, press, action.draft, 'municipality', action),
  safe,
  otherParty: (deps, { caller }, { draft }) => otherParty(deps, caller, draft),
  forget: (deps, { caller }, { draft }) => forget(deps, caller, draft),
  newDraft: (deps, { caller }, { draft }) => startAnew(deps, caller, draft),
  toPage: turnPage,
  backTo: turnPage,
  keepDraft,
  discard: (deps, press, { draft }) => discard(deps, press, draft),
  send: (deps, press, action) => send(deps, press, action, false),
  sendMunicipality: (deps, press, action) => send(deps, press, action, true),
  tell: (deps, { caller }, { id }) => tell(deps, caller, id),
  readLog,
  orderDocument,
  orderFile,
  looks: readLooks,
  deliveries: showDeliveries,
  confirmSilence,
  show: showPage,
  page: showPage,
};

/** Presses that leave a page of a report open in the card, and presses that end it; by the draft's id. */
const REPORT: Partial<Record<OtherVerb, 'opens' | 'ends'>> = {
  toPage: 'opens',
  backTo: 'opens',
  tell: 'opens',
  reportSituation: 'opens',
  callForm: 'opens',
  callTap: 'opens',
  callReport: 'opens',
  safe: 'opens',
  keepDraft: 'ends',
  discard: 'ends',
  send: 'ends',
  sendMunicipality: 'ends',
};

const isOther = (action: Action): action is ActionOf<OtherVerb> => !isAct(action.verb);

/** An act; after a card was sent again, the page that it was sent from. */
async function acted(
  deps: Deps,
  press: Press,
  action: Exclude<Action, ActionOf<OtherVerb>>,
): Promise<Outcome> {
  const outcome = await act(deps, press, action);
  await Promise.all([quietBeside(deps, press, action), besideIncident(deps, press, action)]);
  const { screen } = outcome;
  if (action.verb !== 'resend' || screen.kind !== 'incident' || screen.refusal) return outcome;
  return { ...outcome, screen: (await showDeliveries(deps, press, { id: action.id })).screen };
}

/** The report of an incident that began with an alarm is filled in on its card: no update may wipe it meanwhile. */
export async function onPress(deps: Deps, press: Press, action: Action): Promise<Outcome> {
  if (!isOther(action)) return acted(deps, press, action);
  const outcome = await (HANDLERS[action.verb] as Handler<OtherVerb>)(deps, press, action);
  const page = REPORT[action.verb];
  const id: unknown = action.verb === 'tell' ? action.id : action.draft;
  if (!page || outcome.isNothing || typeof id !== 'string') return outcome;
  const isNoted = await noteForm(deps, press, id, page === 'opens');
  return isNoted && page === 'ends' ? { ...outcome, touched: id } : outcome;
}

/**
 * The mark of a press is kept in clear text, also as the id of what the press adds: whatever a client writes there
 * becomes a code that says nothing.
 */
export const withHashedOnce = (action: Action): Action =>
  'once' in action && typeof action.once === 'string'
    ? { ...action, once: createHash('sha256').update(action.once).digest('hex').slice(0, 26) }
    : action;

/** Presses that make an incident of a draft; it gets the draft's id. */
const MAKING: ReadonlySet<string> = new Set<OtherVerb>([
  'alarmParty',
  'alarmMunicipality',
  'send',
  'sendMunicipality',
]);

/**
 * The look at what a press was about, for its repeat: what was done is not done twice. A press that changes no incident
 * is the same when it is handled again.
 */
export function asLook(action: Action): Action {
  if (!isOther(action)) return { verb: 'show', id: action.id };
  if (action.verb === 'replaceContact' || action.verb === 'sameAccount') return { verb: 'contacts' };
  return MAKING.has(action.verb) && 'draft' in action && typeof action.draft === 'string'
    ? { verb: 'show', id: action.draft }
    : action;
}

/**
 * The outcome of a press, tried once more where storage did not answer: only presses on a draft, which have one effect by
 * its id. Whoever raises an alarm is not told to try again for what passes in a moment.
 */
export async function onceMore(action: Action, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageUnavailable && isOther(action) && 'draft' in action) return work();
    throw error;
  }
}
