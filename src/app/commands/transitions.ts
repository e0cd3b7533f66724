import type { Action } from '../../cards/actions';
import { DECISION_ANSWERS, type DecisionAnswer } from '../../routine/model/codes';
import type { FieldSpec } from '../../routine/model/fields';
import type { Incident, Report } from '../../routine/model/incident';
import { Refusal } from '../../routine/model/refusal';
import type { Act, Roles } from '../../routine/rules/access';
import * as closing from '../../routine/transitions/closing';
import * as leading from '../../routine/transitions/leading';
import { wait } from '../../routine/transitions/leading';
import { endCompany, recordCall, recordRegistry, setCompany } from '../../routine/transitions/records';
import * as opening from '../../routine/transitions/reporting';
import * as retention from '../../routine/transitions/retention';
import * as working from '../../routine/transitions/steps';
import { readForm, type Turn } from '../../routine/transitions/turn';
import * as word from '../../routine/transitions/victim';

/** A verb that changes an incident. */
export type ActionOf<V extends Action['verb']> = Extract<Action, { verb: V }>;

interface Rule<A> {
  /** What access asks for. */
  act: Act;
  /** What the history says it was about: a code, never a text. */
  about?: (action: A) => string;
  /** It adds something: `once` decides whether it has been done already. */
  adds?: true;
  decide: (incident: Incident, action: A, turn: Turn, roles: Roles) => Incident;
}

type Verbs = Exclude<
  Action['verb'],
  | 'start'
  | 'mine'
  | 'contacts'
  | 'round'
  | 'snoozePage'
  | 'snooze'
  | 'privacy'
  | 'reachable'
  | 'replacePage'
  | 'replaceContact'
  | 'alarmParty'
  | 'alarmMunicipality'
  | 'safe'
  | 'newDraft'
  | 'toPage'
  | 'backTo'
  | 'keepDraft'
  | 'discard'
  | 'send'
  | 'sendMunicipality'
  | 'tell'
  | 'show'
  | 'page'
  | 'readLog'
  | 'looks'
  | 'bindVictim'
>;

export type Rules = { [V in Verbs]: Rule<ActionOf<V>> };

const READ_ALOUD: readonly FieldSpec[] = [
  { id: 'answer', kind: 'choice', required: true, choices: DECISION_ANSWERS },
  { id: 'how', kind: 'name', required: true },
];

const contactOf = (action: Readonly<Record<string, unknown>>): string =>
  typeof action.contact === 'string' ? action.contact : '';
const stepOf = (action: { step: string }): string => action.step;

function amended(incident: Incident, action: ActionOf<'amend'>, turn: Turn): Incident {
  const page = turn.routine.pages.find((one) => one.id === action.page);
  if (!page) throw new Refusal('notOpen');
  return opening.amend(incident, readForm(page.fields, action, turn) as Partial<Report>);
}

function recorded(incident: Incident, action: ActionOf<'recordDecision'>, turn: Turn): Incident {
  const { answer, how } = readForm(READ_ALOUD, action, turn);
  return word.decide(incident, answer as DecisionAnswer, how, turn);
}

/** Every verb that changes an incident: who may, and the pure transition that decides it. */
export const RULES: Rules = {
  acknowledge: { act: 'acknowledge', decide: (incident, _, turn) => leading.acknowledge(incident, turn) },
  decline: { act: 'decline', decide: (incident, _, turn) => leading.decline(incident, turn) },
  recuse: { act: 'recuse', decide: (incident, _, turn) => leading.recuse(incident, turn) },
  changeContact: {
    act: 'changeContact',
    adds: true,
    decide: (incident, action, turn) => leading.changeContact(incident, contactOf(action), turn),
  },
  handOver: {
    act: 'handOver',
    adds: true,
    decide: (incident, action, turn) => leading.handOver(incident, contactOf(action), turn),
  },
  reportOwnParty: {
    act: 'reportOwnParty',
    decide: (incident, _, turn) => opening.reportOwnParty(incident, turn),
  },
  markMistake: { act: 'markMistake', decide: (incident, _, turn) => opening.markMistake(incident, turn) },
  callMe: { act: 'callMe', decide: (incident, _, turn) => word.callMe(incident, turn) },
  called: { act: 'called', decide: (incident) => word.called(incident) },
  takeOver: {
    act: 'takeOver',
    adds: true,
    decide: (incident, action, turn, roles) =>
      leading.takeOver(incident, action, roles.has('escalated'), turn),
  },
  wait: { act: 'wait', decide: (incident, _, turn) => wait(incident, turn) },
  keepLead: { act: 'keepLead', decide: (incident) => leading.keepLead(incident) },
  recordCall: {
    act: 'recordCall',
    about: (action) => `${action.to}.${action.answered}`,
    adds: true,
    decide: (incident, action, turn) => recordCall(incident, action.to, action.answered === 'yes', turn),
  },
  recordRegistry: {
    act: 'recordRegistry',
    adds: true,
    decide: (incident, action, turn) => recordRegistry(incident, action, turn),
  },
  recordArchived: {
    act: 'recordArchived',
    about: (action) => action.answer,
    decide: (incident, action, turn) => retention.recordArchived(incident, action.answer, turn),
  },
  hold: {
    act: 'hold',
    adds: true,
    decide: (incident, action, turn) => retention.hold(incident, action, turn),
  },
  release: { act: 'release', decide: (incident, _, turn) => retention.release(incident, turn) },
  setCompany: {
    act: 'setCompany',
    adds: true,
    decide: (incident, action, turn) => setCompany(incident, action, turn),
  },
  endCompany: { act: 'endCompany', adds: true, decide: (incident, _, turn) => endCompany(incident, turn) },
  approve: {
    act: 'approve',
    about: stepOf,
    decide: (incident, action, turn) => working.approve(incident, action.step, turn),
  },
  endStep: {
    act: 'endStep',
    about: stepOf,
    adds: true,
    decide: (incident, action, turn, roles) => working.endStep(incident, action.step, action, roles, turn),
  },
  skipStep: {
    act: 'skipStep',
    about: stepOf,
    adds: true,
    decide: (incident, action, turn, roles) => working.skipStep(incident, action.step, action, roles, turn),
  },
  reopenStep: {
    act: 'reopenStep',
    about: stepOf,
    adds: true,
    decide: (incident, action, turn) => working.reopenStep(incident, action.step, action, turn),
  },
  proposeGroups: {
    act: 'proposeGroups',
    adds: true,
    decide: (incident, action, turn, roles) => working.proposeGroups(incident, action, roles, turn),
  },
  confirmGroups: {
    act: 'confirmGroups',
    about: (action) => action.epoch ?? '',
    decide: (incident, action, turn) => working.confirmGroups(incident, action.epoch ?? '', turn),
  },
  decide: {
    act: 'decide',
    about: (action) => action.answer,
    decide: (incident, action, turn) => word.decide(incident, action.answer, undefined, turn),
  },
  recordDecision: { act: 'recordDecision', adds: true, decide: recorded },
  askDecision: { act: 'askDecision', decide: (incident, _, turn) => word.askDecision(incident, turn) },
  belongs: {
    act: 'belongs',
    about: (action) => action.answer,
    decide: (incident, action, turn) => word.belongs(incident, action.answer === 'yes', turn),
  },
  answerParty: {
    act: 'answerParty',
    about: (action) => action.answer,
    decide: (incident, action, turn) => word.answerParty(incident, action.answer, turn),
  },
  answerChecks: {
    act: 'answerChecks',
    about: (action) => action.section,
    adds: true,
    decide: (incident, action, turn) => closing.answerChecks(incident, action.section, action, turn),
  },
  addTalk: {
    act: 'addTalk',
    about: (action) => action.kind,
    adds: true,
    decide: (incident, action, turn) =>
      closing.addTalk(incident, action.kind, action.talk ?? '', action, turn),
  },
  waiveTalk: {
    act: 'waiveTalk',
    adds: true,
    decide: (incident, action, turn) => closing.waiveTalk(incident, action.talk, action, turn),
  },
  addProtection: {
    act: 'addProtection',
    adds: true,
    decide: (incident, action, turn) => closing.addProtection(incident, action, turn),
  },
  amend: { act: 'amend', about: (action) => action.page, decide: amended },
  raiseAcute: { act: 'raiseAcute', decide: (incident, _, turn) => word.raiseAcute(incident, turn) },
  lowerAcute: {
    act: 'lowerAcute',
    adds: true,
    decide: (incident, action, turn) => word.lowerAcute(incident, action, turn),
  },
  writeReview: {
    act: 'writeReview',
    adds: true,
    decide: (incident, action, turn) => closing.writeReview(incident, action, turn),
  },
  close: { act: 'close', decide: (incident, _, turn) => closing.close(incident, turn) },
  reopen: {
    act: 'reopen',
    adds: true,
    decide: (incident, action, turn) => closing.reopen(incident, action, turn),
  },
};

export const isRule = (verb: Action['verb']): verb is Verbs => verb in RULES;

/** Decides one action by its rule. */
export function decide(
  incident: Incident,
  action: Extract<Action, { verb: Verbs }>,
  turn: Turn,
  roles: Roles,
): Incident {
  const rule = RULES[action.verb] as Rule<typeof action>;
  return rule.decide(incident, action, turn, roles);
}

export const actOf = (verb: Verbs): Act => RULES[verb].act;
export const addsSomething = (verb: Verbs): boolean => RULES[verb].adds === true;
export function aboutOf(action: Extract<Action, { verb: Verbs }>): string {
  const rule = RULES[action.verb] as Rule<typeof action>;
  return rule.about?.(action) ?? '';
}
