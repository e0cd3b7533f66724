import { z } from 'zod';
import { DECISION_ANSWERS, PARTY_ANSWERS, READ_ANSWERS } from '../model/codes';
import type { Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { Act } from '../rules/roles/may';
import { withNamed } from '../transitions/beside/suspects';
import * as closing from '../transitions/closing';
import * as consent from '../transitions/consent';
import * as groups from '../transitions/groups';
import * as leading from '../transitions/leading';
import * as records from '../transitions/records';
import * as reporting from '../transitions/reporting';
import * as steps from '../transitions/steps';
import { moveDay } from '../transitions/talks';
import type { ActTurn } from '../transitions/turn';
import * as victim from '../transitions/victim';
import { CORRECTING } from './beside/correcting';
import { BY_CHANNEL } from './byChannel';
import { ON_EVENTS } from './events';
import { IN_PERSON } from './inPerson';
import { keyText, talk } from './inputs';
import { KEEPING } from './keeping';
import { MASKING } from './masking';
import { NOTING } from './noting';
import { PROTECTING } from './protecting';
import { type DataOf, type FormAt, type Row, row, type Shape } from './row';
import { aboutStep, contactIn, onOneStep, onStep } from './stepInputs';
import { BY_WISH } from './wish/byWish';

/**
 * Every act on an incident, by its verb. Who may do it stands under the same verb in `MAY` (../rules/roles/may.ts); words
 * for the log in `LOG_ACTS` (content/texts/log.ts), which the compiler asks for.
 */
export const ACTS = {
  acknowledge: row({ opens: 'name', apply: (incident, _, turn) => leading.acknowledge(incident, turn) }),
  decline: row({ apply: (incident, _, turn) => leading.decline(incident, turn) }),
  recuse: row({ apply: (incident, _, turn) => leading.recuse(incident, turn) }),
  changeContact: row({
    adds: true,
    form: 'changeContact',
    apply: (incident, data, turn) => leading.changeContact(incident, contactIn(data), turn),
  }),
  withdrawConsent: row({ apply: (incident, _, turn) => consent.withdrawConsent(incident, turn) }),
  reportOwnParty: row({ apply: (incident, _, turn) => reporting.reportOwnParty(incident, turn) }),
  markMistake: row({ apply: (incident, _, turn) => reporting.markMistake(incident, turn) }),
  callMe: row({ apply: (incident, _, turn) => victim.callMe(incident, turn) }),
  callNow: row({ apply: (incident, data, turn) => victim.callNow(withNamed(incident, data, turn), turn) }),
  spoke: row({ apply: (incident, _, turn) => victim.spoke(incident, 'talked', turn) }),
  policeTookOver: row({ apply: (incident, _, turn) => victim.spoke(incident, 'police', turn) }),
  tellParty: row({
    data: { party: keyText() },
    apply: (incident, data, turn) => reporting.tellParty(withNamed(incident, data, turn), data, turn),
  }),
  handOver: row({
    adds: true,
    form: 'handOver',
    apply: (incident, data, turn) => leading.handOver(incident, contactIn(data), turn),
  }),
  takeOver: row({ adds: true, opens: 'name', form: 'takeOver', apply: leading.takeOver }),
  wait: row({ apply: (incident, _, turn) => leading.wait(incident, turn) }),
  keepLead: row({ apply: (incident) => leading.keepLead(incident) }),
  recordCall: row({
    data: { to: keyText(), answered: z.enum(records.CALL_OUTCOMES) },
    about: ({ to, answered }) => `${to}.${answered}`,
    adds: true,
    apply: records.recordCall,
  }),
  resend: row({ data: { to: keyText() }, about: ({ to }) => to, adds: true, apply: records.resend }),
  ...KEEPING,
  setCompany: row({ adds: true, form: 'company', apply: records.setCompany }),
  endCompany: row({ adds: true, apply: (incident, _, turn) => records.endCompany(incident, turn) }),
  approve: row({
    data: onOneStep,
    about: aboutStep,
    opens: 'next',
    apply: (incident, data, turn) => steps.approve(incident, data.step, turn),
  }),
  endStep: row({
    data: onOneStep,
    about: aboutStep,
    form: onStep('step'),
    adds: true,
    opens: 'next',
    approvesNext: true,
    apply: (incident, data, turn) => steps.endStep(incident, data.step, data, turn.roles, turn),
  }),
  skipStep: row({
    data: onOneStep,
    about: aboutStep,
    form: onStep('skip'),
    adds: true,
    opens: 'next',
    approvesNext: true,
    apply: (incident, data, turn) => steps.skipStep(incident, data.step, data, turn.roles, turn),
  }),
  reopenStep: row({
    data: onOneStep,
    about: aboutStep,
    form: onStep('reopenStep'),
    adds: true,
    apply: (incident, data, turn) => steps.reopenStep(incident, data.step, data, turn),
  }),
  addRecord: row({
    data: onOneStep,
    about: aboutStep,
    form: onStep('later'),
    adds: true,
    apply: (incident, data, turn) => steps.addRecord(incident, data, turn),
  }),
  proposeGroups: row({
    adds: true,
    opens: 'next',
    approvesNext: true,
    form: 'groups',
    apply: (incident, data, turn) => groups.proposeGroups(incident, data, turn.roles, turn),
  }),
  confirmGroups: row({
    data: { epoch: keyText().optional(), namesNobody: z.enum(['true']).optional() },
    opens: 'next',
    approvesNext: true,
    about: ({ epoch = '' }) => epoch,
    apply: groups.confirmGroups,
  }),
  answerGroups: row({
    data: { epoch: keyText().optional(), answer: z.enum(READ_ANSWERS) },
    about: ({ answer }) => answer,
    form: 'readFirst',
    apply: groups.answerGroups,
  }),
  decide: row({
    data: { answer: z.enum(DECISION_ANSWERS) },
    about: ({ answer }) => answer,
    apply: (incident, { answer }, turn) => victim.decide(incident, { answer }, turn),
  }),
  ...IN_PERSON,
  askDecision: row({ apply: (incident, _, turn) => victim.askDecision(incident, turn) }),
  belongs: row({
    data: { answer: z.enum(['yes', 'no']) },
    about: ({ answer }) => answer,
    apply: (incident, { answer }, turn) => victim.belongs(incident, answer === 'yes', turn),
  }),
  answerParty: row({
    data: { answer: z.enum(PARTY_ANSWERS) },
    about: ({ answer }) => answer,
    apply: (incident, { answer }, turn) => victim.answerParty(incident, answer, turn),
  }),
  ...MASKING,
  ...NOTING,
  ...CORRECTING,
  bindVictim: row({
    adds: true,
    form: 'bind',
    accountBy: 'email',
    apply: (incident, _, turn) => {
      if (!turn.account) throw new Refusal('noSuchPerson');
      return victim.bindVictim(incident, turn.account, turn);
    },
  }),
  answerChecks: row({
    data: { section: keyText().optional() },
    about: ({ section = '' }) => section,
    form: ({ section = '' }) => ['checks', section],
    adds: true,
    opens: 'next',
    apply: closing.answerChecks,
  }),
  addTalk: row({
    data: { kind: z.enum(['first', 'followUp']), talk: talk().optional() },
    about: ({ kind }) => kind,
    form: ({ kind, talk = '' }) => [kind === 'first' ? 'firstTalk' : 'talk', talk],
    adds: true,
    apply: closing.addTalk,
  }),
  waiveTalk: row({
    data: { talk: talk() },
    form: ({ talk }) => ['waiveTalk', talk],
    adds: true,
    apply: closing.waiveTalk,
  }),
  moveDay: row({
    data: { wait: keyText() },
    about: ({ wait }) => wait,
    form: ({ wait }) => ['moveDay', wait],
    adds: true,
    apply: moveDay,
  }),
  ...PROTECTING,
  ...BY_CHANNEL,
  ...BY_WISH,
  ...ON_EVENTS,
  raiseAcute: row({
    apply: (incident, data, turn) => victim.raiseAcute(withNamed(incident, data, turn), turn),
  }),
  lowerAcute: row({ adds: true, form: 'lowerAcute', apply: victim.lowerAcute }),
  keepAcute: row({ apply: (incident, _, turn) => victim.keepAcute(incident, turn) }),
  writeReview: row({ adds: true, form: 'review', apply: closing.writeReview }),
  sayWord: row({ adds: true, form: 'word', apply: closing.sayWord }),
  close: row({ form: 'missing', apply: (incident, _, turn) => closing.close(incident, turn) }),
  reopen: row({ adds: true, form: 'reopen', apply: closing.reopen }),
} satisfies Partial<Record<Act, unknown>>;

/** A verb that changes an incident. */
export type ActVerb = keyof typeof ACTS;

type ShapeOf<V extends ActVerb> = (typeof ACTS)[V] extends Row<infer S> ? S : never;

/** A press of a verb on an incident, as it came: codes, and whatever stood in the inputs. */
export type ActOf<V extends ActVerb> = {
  verb: V;
  id: string;
  /** Of the press: what it adds is added once. */
  once?: string | undefined;
} & DataOf<ShapeOf<V>>;
/** A press that changes an incident. */
export type Acting = { [V in ActVerb]: ActOf<V> }[ActVerb];

/** Whether a verb changes an incident. */
export const isAct = (verb: string): verb is ActVerb => Object.hasOwn(ACTS, verb);

/** The row of an action, for any action: its verb says which row takes it. */
const rowOf = ({ verb }: Pick<Acting, 'verb'>): Row<Shape> => ACTS[verb] as unknown as Row<Shape>;

/** The incident after the act; the same value when nothing changes. Throws a Refusal when the routine says no. */
export const applyAct = (incident: Incident, action: Acting, turn: ActTurn): Incident =>
  rowOf(action).apply(incident, action, turn);

/** The object of an act, as the history names it. */
export const aboutOf = (action: Acting): string => rowOf(action).about?.(action) ?? '';

/** The form that an action came from; undefined where there is none. */
export function formOf(action: Acting): FormAt | undefined {
  const { form } = rowOf(action);
  return typeof form === 'string' ? [form, ''] : form?.(action);
}

/** Whether pressed twice must count once. */
export const adds = (verb: ActVerb): boolean => rowOf({ verb }).adds === true;
/** The thing that the answer opens: a name, the form of what is next, the list of tasks, or nothing. */
export const opensOf = (verb: ActVerb): Row<Shape>['opens'] => rowOf({ verb }).opens;
/** Whether the lead approves the next step with the same press. */
export const approvesNext = (verb: ActVerb): boolean => rowOf({ verb }).approvesNext === true;

/** The e-mail address whose account the act asks for; undefined where it asks for none. */
export function accountAsked(action: Acting): string | undefined {
  const { accountBy } = rowOf(action);
  const typed = accountBy && action[accountBy];
  return accountBy && (typeof typed === 'string' ? typed.trim() : '');
}
