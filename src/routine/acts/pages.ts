import type { Situation } from '../model/situation';
import { isVictimAsked, twoPersonsStep } from '../plan/traits';
import { isOfficial, type Viewer } from '../rules/access';
import { reviewTexts } from '../rules/figures/improvements';
import { holdsOfMunicipality } from '../rules/leadership';
import { checksLeft, stored } from '../rules/progress';
import { mayPropose, measuresFor, owesSilence, PROMISES } from '../rules/reading';
import { isThreatAssessed } from '../rules/report/versions';
import { type Act, MAY, may } from '../rules/roles/may';
import type { Role } from '../rules/roles/role';
import { openTasks, tasksOf } from '../rules/tasks/byChannel';
import { mayBeRecorded } from '../rules/victim/decision';
import { isPartyWordOpen } from '../rules/victim/partyWord';
import { toRead } from '../rules/victim/readFirst';
import { isLeftAlone } from '../rules/wishes/quiet';
import { CORRECTING_PAGE_RULES, CORRECTING_PAGES } from './beside/correctingPages';
import { STEP_PAGE_RULES } from './beside/stepPages';
import { TAKING_PAGE_RULES, TAKING_PAGES } from './beside/takingPages';
import { PHONE_PAGE_RULES, PHONE_PAGES } from './phonePages';
import { WISH_PAGE_RULES, WISH_PAGES } from './wish/wishPages';

/** Pages of an incident that a press opens; they change nothing. */
export const PAGES = [
  'details',
  'story',
  'versions',
  'steps',
  'step',
  'skip',
  'reopenStep',
  'later',
  'focus',
  'question',
  'more',
  'checks',
  'talk',
  'firstTalk',
  'waiveTalk',
  'moveDay',
  'protection',
  'measure',
  'moveProtection',
  'waiveProtection',
  'threat',
  'tasks',
  'task',
  'waiveTask',
  'review',
  'missing',
  'close',
  'word',
  'decision',
  'result',
  'readDecision',
  'changeContact',
  'handOver',
  'bind',
  'lowerAcute',
  'reopen',
  'ownParty',
  'suspects',
  'withdraw',
  'amend',
  'again',
  'occurrences',
  'occurrence',
  'groups',
  'confirm',
  'askParty',
  'mask',
  'readFirst',
  'askReading',
  'takeOver',
  'registry',
  'company',
  'kin',
  'bookTalk',
  'hold',
  ...TAKING_PAGES,
  ...CORRECTING_PAGES,
  'notes',
  'improvement',
  'party',
  'silence',
  ...PHONE_PAGES,
  ...WISH_PAGES,
] as const;
/** A name of a page of an incident. */
export type Page = (typeof PAGES)[number];

interface PageRule {
  /** The act whose roles may open it; a list of roles where there is none. */
  may: Act | readonly Role[];
  /** Set where it shows content: opening it is a look that is logged. */
  shows?: true;
  /** Whether there is such a page of the incident, about this, for this viewer. Absent: always. */
  isThere?: (situation: Situation, viewer: Viewer, about: string) => boolean;
}

/** Pages on the police report exist where the plan leaves it to the victim. */
const isDecided: PageRule['isThere'] = ({ routine }) => isVictimAsked(routine);

/** A measure that waits, and that this viewer reads: this one, or ('') any. */
const isMeasure: PageRule['isThere'] = ({ incident }, { roles }, about) =>
  measuresFor(incident, roles).some(({ id }) => about === '' || id === about);

const isTask: PageRule['isThere'] = ({ incident, routine }, _, about) =>
  tasksOf(incident, routine).some(({ id }) => id === about);
const isOpenTask: PageRule['isThere'] = ({ incident, routine }, _, about) =>
  openTasks(incident, routine).some(({ id }) => id === about);

/** The control questions as inputs, to change what was filled in. */
export const CHANGE = 'change';

/** A step that is done, of which the victim reads what was written down. */
const isResult: PageRule['isThere'] = ({ incident, routine }, _, about) =>
  routine.steps.some(({ id, victimReads }) => id === about && victimReads) &&
  stored(incident, about).state === 'done';

/** The victim's word on the party, for somebody of the municipality to write down. */
const isPartyOpen: PageRule['isThere'] = ({ incident }, { roles }) =>
  isOfficial(roles) && isPartyWordOpen(incident);

/** A proposal that is the victim's to read. */
const isToRead: PageRule['isThere'] = (situation) => toRead(situation) !== undefined;

/** Those who read a report, and whoever wrote in it. */
const READS_EVENTS: readonly Role[] = [...MAY.seeReport, 'reporter'];

/** Every page of an incident: who may open it, and whether that is a look at content. */
export const PAGE_RULES: Readonly<Record<Page, PageRule>> = {
  details: { may: 'seeReport', shows: true },
  story: { may: 'seeReport', shows: true },
  versions: { may: 'seeReport', shows: true },
  steps: { may: 'seeSteps' },
  ...STEP_PAGE_RULES,
  focus: { may: ['victim'] },
  question: { may: ['victim'] },
  more: { may: 'addTalk' },
  checks: {
    may: 'answerChecks',
    shows: true,
    // All that are left, as they are filled in ('') or to be changed, or one section's.
    isThere: ({ incident, routine }, _, about) =>
      about === '' || about === CHANGE
        ? checksLeft(incident, routine).length > 0
        : routine.checks.some(({ id }) => id === about),
  },
  talk: { may: 'addTalk', shows: true },
  firstTalk: { may: 'addTalk', shows: true },
  waiveTalk: { may: 'waiveTalk' },
  protection: { may: 'addProtection' },
  measure: { may: 'endProtection', shows: true, isThere: isMeasure },
  moveProtection: { may: 'moveProtection', isThere: isMeasure },
  waiveProtection: { may: 'waiveProtection', isThere: isMeasure },
  threat: { may: 'assessThreat', isThere: ({ incident }) => isThreatAssessed(incident) },
  tasks: { may: ['lead', 'standby', 'strategist'], shows: true },
  task: { may: 'endTask', shows: true, isThere: isTask },
  waiveTask: { may: 'waiveTask', isThere: isOpenTask },
  review: { may: 'writeReview', shows: true },
  missing: { may: 'close' },
  close: { may: 'close' },
  word: { may: 'sayWord', shows: true },
  decision: { may: 'decide', isThere: isDecided },
  result: { may: ['victim'], shows: true, isThere: isResult },
  readDecision: { may: 'recordDecision', shows: true, isThere: mayBeRecorded },
  changeContact: { may: 'changeContact' },
  handOver: { may: 'handOver' },
  bind: { may: 'bindVictim' },
  lowerAcute: { may: 'lowerAcute' },
  reopen: { may: 'reopen', isThere: ({ incident }) => !incident.erased },
  // What the party is to lose it has.
  ownParty: { may: 'reportOwnParty', isThere: ({ incident }) => incident.route === 'party' },
  // Closed too: who is named reads no more of it, and hears nothing when it goes on.
  suspects: { may: 'nameSuspects', isThere: ({ incident }) => !incident.erased },
  withdraw: { may: 'withdrawConsent', isThere: ({ incident }) => incident.route === 'party' },
  amend: { may: 'amend', shows: true },
  again: { may: ['victim'], isThere: ({ incident }) => incident.state === 'open' },
  occurrences: { may: READS_EVENTS, shows: true },
  occurrence: {
    may: READS_EVENTS,
    shows: true,
    isThere: ({ incident }, { roles }, about) =>
      about === ''
        ? may(roles, 'addOccurrence') && incident.state === 'open'
        : incident.occurrences?.some(({ id }) => id === about) === true,
  },
  groups: {
    may: 'proposeGroups',
    shows: true,
    isThere: ({ incident, routine }, { roles }) =>
      twoPersonsStep(routine) !== undefined &&
      (!roles.has('stepStrategist') || roles.has('confirmer') || mayPropose(incident, routine)),
  },
  confirm: {
    may: 'confirmGroups',
    shows: true,
    isThere: ({ incident }) => incident.groups !== undefined,
  },
  askParty: { may: 'recordParty', shows: true, isThere: isPartyOpen },
  // The report as it is read, and the words that are hidden in it.
  mask: { may: 'mask', shows: true, isThere: ({ incident }) => incident.hidden !== undefined },
  // The victim reads what others are to be told; the lead reads it aloud to who has no account.
  readFirst: { may: 'answerGroups', shows: true, isThere: isToRead },
  askReading: { may: 'recordGroupsWord', shows: true, isThere: isToRead },
  takeOver: {
    may: 'takeOver',
    isThere: ({ incident }, { roles }) => incident.lead !== undefined || roles.has('overseer'),
  },
  registry: {
    may: 'recordRegistry',
    shows: true,
    isThere: (situation, { person }) => holdsOfMunicipality(situation, person),
  },
  company: { may: 'setCompany', shows: true },
  // The question before; whom to ring stands in the answer to the press that is told to the victim.
  kin: { may: 'readKin', shows: true, isThere: ({ incident }) => incident.state === 'open' },
  hold: { may: 'hold' },
  bookTalk: { may: 'addTalk', shows: true },
  party: { may: 'seeParty', shows: true },
  ...TAKING_PAGE_RULES,
  ...CORRECTING_PAGE_RULES,
  notes: { may: 'addNote', shows: true },
  improvement: {
    may: 'addImprovement',
    shows: true,
    isThere: ({ incident }) => reviewTexts(incident).length > 0,
  },
  ...PHONE_PAGE_RULES,
  // Stands in the place of the first content that a party's officer opens in a term.
  ...WISH_PAGE_RULES,
  silence: { may: PROMISES, isThere: (situation, viewer) => owesSilence(situation, viewer) },
};

/** Whether a viewer may open a page about something (a step's id, a number, nothing), and it is there. */
export function mayOpen(situation: Situation, viewer: Viewer, page: Page, about: string): boolean {
  const { may: who, isThere } = PAGE_RULES[page];
  // Old cards keep their buttons on a phone that another may see: they lead to numbers alone.
  if (isLeftAlone(situation.incident, viewer.person)) return false;
  const isAllowed =
    typeof who === 'string' ? may(viewer.roles, who) : who.some((role) => viewer.roles.has(role));
  return isAllowed && (isThere?.(situation, viewer, about) ?? true);
}
