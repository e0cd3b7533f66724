import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { type Acting, type ActVerb, applyAct, isAct } from '../../src/routine/acts/acts';
import { PAGES, type Page } from '../../src/routine/acts/pages';
import { addDays } from '../../src/routine/calendar/localTime';
import {
  DECISION_ANSWERS,
  EARLY_REASONS,
  KIN_ANSWERS,
  PARTY_ANSWERS,
  READ_ANSWERS,
  UNABLE,
} from '../../src/routine/model/codes';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { assessmentStep, twoPersonsStep } from '../../src/routine/plan/traits';
import { rolesIn } from '../../src/routine/rules/access';
import { asListed } from '../../src/routine/rules/leadership';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { occurrenceFields } from '../../src/routine/rules/report/occurrences';
import { ARCHIVE_ANSWERS } from '../../src/routine/rules/retention';
import { may } from '../../src/routine/rules/roles/may';
import { fieldsOfTask } from '../../src/routine/rules/tasks/byChannel';
import { lastProgress } from '../../src/routine/rules/tasks/leadsDuties';
import { waitKey } from '../../src/routine/rules/tasks/ownDay';
import { kinAskable } from '../../src/routine/rules/victim/kinHolders';
import { IMPROVEMENT_FIELDS } from '../../src/routine/transitions/beside/noting';
import { OUTLOOK_FIELDS } from '../../src/routine/transitions/beside/outlook';
import { checkFieldsOf, REVIEW_FIELDS, TALK_FIELDS } from '../../src/routine/transitions/closing';
import { settle } from '../../src/routine/transitions/consequences';
import { PROTECTION_FIELDS, THREAT_FIELDS } from '../../src/routine/transitions/protection';
import { COMPANY_FIELDS, REGISTRY_FIELDS } from '../../src/routine/transitions/records';
import { readAction, VERBS, type Verb } from '../../src/screens/actions';
import { fill, ordinary, type Stage, stages } from '../cards/stages';
import { chosen } from '../support/chosen';
import {
  contacts,
  incident,
  isActing,
  NOW,
  people,
  press,
  routine,
  sample,
  situation,
  turn,
} from '../support/pureTown';

/*
 * The axes of the matrix, taken from the code's own lists: whatever is added there is a row here as well, and fails
 * until test/access/policy.ts says who may.
 */

const walked = stages(ordinary);

/** The same as it would be closed: who then may still do what. */
const closed = walked
  .filter(({ incident }, index) => index % 3 === 0 || incident.hidden)
  .map((stage): Stage => {
    const incident = { ...stage.incident, state: 'closed' as const, closedAt: stage.now.toISOString() };
    return { ...stage, name: `${stage.name}, closed`, incident };
  });

/** The same as it would be when nobody leads any more. */
const unled = walked
  .filter(({ incident }, index) => {
    const isRare =
      incident.hidden ||
      incident.threats ||
      incident.groups ||
      incident.company ||
      incident.victim.bound === 'asked';
    return incident.lead && (index % 3 === 1 || isRare);
  })
  .map((stage): Stage => {
    const strategist = { since: stage.now.toISOString(), why: 'contacted' as const, epoch: 1 };
    const incident = { strategist, ...stage.incident, lead: undefined };
    return { ...stage, name: `${stage.name}, unled`, incident };
  });

/** Situations that the gallery lacks: another party's incident, two officers of the same order, a post that ended. */
function special(): Stage[] {
  const acknowledge = (value: Incident, who: string) =>
    press(value, who, pressOf('acknowledge', value, {}), NOW);
  const other = incident({ party: 'M' });
  const peers = contacts.map((one) => (one.party === 'S' ? { ...one, order: 1 } : one));
  const led = acknowledge(incident(), people.officer);
  const stood = { ...led, standby: [{ person: people.deputy, at: NOW.toISOString(), led: true }] };
  const reserve = { ...led, standby: [{ person: people.deputy, at: NOW.toISOString() }] };
  const deputyId = contacts.find((one) => one.person === people.deputy)?.id;
  const ended = contacts.map((one) =>
    one.person === people.deputy ? { ...one, ended: NOW.toISOString() } : one,
  );
  const at = (name: string, value: Incident, more?: Stage['more']): Stage =>
    more ? { name, incident: value, now: NOW, more } : { name, incident: value, now: NOW };
  /** The assessment, whose day may be chosen, as it was handed to the deputy. */
  const handed = (value: Incident): Incident => {
    const step = assessmentStep(routine)?.id;
    const open = press(value, people.officer, pressOf('approve', value, { step }), NOW);
    return press(open, people.officer, pressOf('handStep', open, { step, contact: deputyId }), NOW);
  };
  const strategist = { since: NOW.toISOString(), why: 'step' as const, epoch: 1 };
  const partly = { ...led, strategist: { ...strategist, steps: routine.steps.map(({ id }) => id) } };
  return [
    at('a step with a day, handed', handed(led)),
    at('a step with a day, handed to who has led', handed(stood)),
    at('followed by who has some steps', {
      ...partly,
      followers: [{ person: people.strategist, at: NOW.toISOString() }],
    }),
    at("another party's alarm", other),
    at("another party's alarm, led", acknowledge(other, people.otherOfficer)),
    at(
      'step handed',
      press(
        led,
        people.officer,
        pressOf('handStep', led, {
          step: routine.steps.find(({ owner, opens }) => owner === 'lead' && opens === 'atOnce')?.id,
          contact: deputyId,
        }),
        NOW,
      ),
    ),
    at('hiding', press(led, people.victim, pressOf('hide', led, {}), NOW)),
    at('watched, closed', {
      ...press(led, people.victim, pressOf('phoneWatched', led, {}), NOW),
      state: 'closed',
      closedAt: NOW.toISOString(),
    }),
    at('watched, untaken', press(incident(), people.victim, pressOf('phoneWatched', incident(), {}), NOW)),
    at('unable', press(led, people.officer, pressOf('sayUnable', led, { why: 'hospital' }), NOW)),
    at('dead', { ...led, unable: { why: 'dead', at: NOW.toISOString(), by: people.officer } }),
    // Where whoever leads holds the party's list, nobody else is asked.
    ...(kinAskable(situation(led)).length > 0
      ? [at('kin asked', press(led, people.officer, pressOf('askKin', led, {}), NOW))]
      : []),
    at('enough', press(led, people.victim, pressOf('sayEnough', led, {}), NOW)),
    at('enough, unled', { ...incident(), enoughAt: NOW.toISOString() }),
    at('peers, led', led, { contacts: peers }),
    at('handed over', press(led, people.officer, pressOf('handOver', led, { contact: deputyId }), NOW)),
    at('standby', stood),
    at('standby, unled', { ...stood, lead: undefined }),
    at('in reserve, never led', reserve),
    at('helps, unled', press(incident(), people.officer, pressOf('help', incident(), {}), NOW)),
    {
      ...at('overseer asked', incident({ route: 'municipality' })),
      now: new Date(NOW.getTime() + 7 * 60_000),
    },
    at('standby whose post ended', asListed(stood, { contacts: ended, routine }), { contacts: ended }),
  ];
}

/** Where incidents are routed by board: one that names a board. */
function ofBoard(): Stage[] {
  const [board] = routine.boards;
  if (board === undefined) return [];
  const value = incident({ board });
  const officer = contacts.find((one) => one.board === board)?.person ?? '';
  const led = press(value, officer, pressOf('acknowledge', value, {}), NOW);
  return [
    { name: "a board's alarm", incident: value, now: NOW },
    { name: "a board's alarm, led by its officer", incident: led, now: NOW },
  ];
}

/** Every incident of the gallery at every point of the routine, and some more. */
const whole: readonly Stage[] = [...walked, ...closed, ...unled, ...special(), ...ofBoard()];

/** Another municipality than the first is looked at in some stages, and in all by `npm run test:long`. */
export const isSampled = chosen !== 'oxelosund' && !process.env.TEST_LONG;
const EVERY = 15;
export const allStages = isSampled
  ? [...whole.filter((_, index) => index % EVERY === 0), ...ofBoard()]
  : whole;

export type Where = 'untaken' | 'led' | 'closed';
export const WHERE: readonly Where[] = ['untaken', 'led', 'closed'];
export const whereOf = ({ state, lead }: Incident): Where =>
  state === 'closed' ? 'closed' : lead ? 'led' : 'untaken';

/** Everyone of the invented town who can press: posts of every kind and party, politicians, a stranger. */
export const cast: Readonly<Record<string, string>> = Object.fromEntries([
  ...sample.contacts.flatMap(({ role, party, board, order, userId }) =>
    userId ? [[[role, party, board, order].filter(Boolean).join(' '), userId]] : [],
  ),
  ...sample.politicians.map(({ party, userId }) => [`politician ${party}`, userId]),
  ['stranger', people.stranger],
]);

export const allVerbs: readonly Verb[] = VERBS;
/** Verbs that change an incident. */
export const decidingVerbs: readonly ActVerb[] = VERBS.filter(isAct);
export const allPages: readonly Page[] = PAGES;

type Data = Readonly<Record<string, unknown>>;

const reason = { reason: 'Skäl' };
const perStep = (more: Data = {}): Data[] =>
  routine.steps.map((step) => ({ step: step.id, ...fill(step.fields, ordinary), ...more }));
const perContact: Data[] = contacts.map((one) => ({ contact: one.id }));
const talks = ({ talks: all }: Incident): string[] => ['', ...all.map((talk) => talk.id)];

/** Of what may be given another day, to the last one and the one before it. */
const waits = (incident: Incident): Data[] => [
  { wait: 'none', day: '2027-06-01', ...reason },
  ...waitingIn(situation(incident, new Date(lastProgress(incident)))).flatMap((one) =>
    one.day
      ? [one.day.until ?? '2027-06-01', addDays(one.day.until ?? '2027-06-01', -1)].map((day) => ({
          ...{ wait: waitKey(one), day },
          ...reason,
        }))
      : [],
  ),
];

const measures = ({ protection }: Incident): string[] => ['none', ...protection.map(({ id }) => id)];

/** The data of a correct press, by verb; a verb that is not here needs none. */
const SAMPLES: Partial<Record<Verb, (incident: Incident) => readonly Data[]>> = {
  addNote: () => [{ text: 'Ny uppgift' }],
  askCorrection: () =>
    ['what.0', 'what.1', 'place.0'].map((passage) => ({ passage, what: 'Fel dag', why: 'Jag var där' })),
  answerCorrection: ({ corrections = [] }) =>
    [...corrections.map(({ id }) => id), 'other'].map((correction) => ({
      correction,
      answer: 'declined',
      reason: 'Det stämmer',
    })),
  addImprovement: () => [fill(IMPROVEMENT_FIELDS, ordinary)],
  endImprovement: ({ improvements = [] }) =>
    ['none', ...improvements.map(({ id }) => id)].map((improvement) => ({ improvement })),
  maskCopy: () => [{ lines: 'Eva Lind | namn' }],
  changeContact: () => perContact,
  handOver: () => perContact,
  takeOver: () => [reason],
  recordCall: () =>
    ['victim', ...contacts.map((one) => one.id)].flatMap((to) => [
      { to, answered: 'yes' },
      { to, answered: 'no' },
      { to, answered: 'rang' },
    ]),
  resend: () => ['victim', 'reporter', ...contacts.map((one) => one.id)].map((to) => ({ to })),
  tellParty: () => routine.parties.map((party) => ({ party })),
  recordRegistry: () => [fill(REGISTRY_FIELDS, ordinary)],
  recordArchived: () => ARCHIVE_ANSWERS.map((answer) => ({ answer })),
  hold: () => [reason],
  setOutlook: () => [fill(OUTLOOK_FIELDS, ordinary)],
  setCompany: () => [{ ...fill(COMPANY_FIELDS, ordinary), until: '18:30' }],
  approve: () => routine.steps.map((step) => ({ step: step.id })),
  endStep: () => perStep(),
  skipStep: () => perStep(reason),
  reopenStep: () => perStep(reason),
  addRecord: () => routine.steps.map(({ id, fields }) => ({ step: id, ...fill(fields, ordinary, 1) })),
  proposeGroups: () => perStep(reason).filter((one) => one.step === twoPersonsStep(routine)?.id),
  confirmGroups: ({ groups }) =>
    [{}, { namesNobody: 'true' }].map((more) => ({ epoch: String(groups?.epoch ?? 0), ...more })),
  answerGroups: ({ groups }) => READ_ANSWERS.map((answer) => ({ epoch: String(groups?.epoch ?? 0), answer })),
  recordGroupsWord: ({ groups }) =>
    READ_ANSWERS.map((answer) => ({ epoch: String(groups?.epoch ?? 0), answer, how: 'ringde' })),
  answerKin: () => KIN_ANSWERS.map((how) => ({ how })),
  decide: () => DECISION_ANSWERS.map((answer) => ({ answer })),
  recordDecision: () => DECISION_ANSWERS.map((answer) => ({ answer, how: 'ringde' })),
  belongs: () => [{ answer: 'yes' }, { answer: 'no' }],
  answerParty: () => PARTY_ANSWERS.map((answer) => ({ answer })),
  recordParty: () => PARTY_ANSWERS.map((answer) => ({ answer, how: 'ringde' })),
  bindVictim: () => [{ email: sample.politicians[0]?.email }],
  answerChecks: () =>
    routine.checks.map((section) => ({ section: section.id, ...fill(checkFieldsOf(section), ordinary) })),
  addTalk: (incident) => [
    { kind: 'first', ...fill(TALK_FIELDS, ordinary) },
    ...talks(incident).map((talk) => ({ kind: 'followUp', talk, ...fill(TALK_FIELDS, ordinary) })),
  ],
  waiveTalk: (incident) => talks(incident).map((talk) => ({ talk, ...reason })),
  addProtection: () => [0, 1].map((pick) => fill(PROTECTION_FIELDS, ordinary, pick)),
  assessThreat: () => [fill(THREAT_FIELDS, ordinary)],
  endTask: (incident) =>
    routine.tasks.map((spec) => ({
      task: spec.id,
      ...fill(fieldsOfTask(situation(incident), spec), ordinary),
    })),
  waiveTask: () => routine.tasks.map(({ id, reasons: [why] }) => ({ task: id, why, ...reason })),
  reopenTask: () => routine.tasks.map(({ id }) => ({ task: id })),
  endProtection: (incident) => measures(incident).map((measure) => ({ measure })),
  moveProtection: (incident) =>
    measures(incident).map((measure) => ({ measure, day: '2027-06-01', ...reason })),
  moveDay: (incident) => waits(incident),
  waiveProtection: (incident) => measures(incident).map((measure) => ({ measure, ...reason })),
  amend: () => REPORT_PAGES.map((page) => ({ page: page.id, ...fill(page.fields, ordinary) })),
  addOccurrence: ({ occurrences = [] }) =>
    ['', ...occurrences.map(({ id }) => id)].map((occurrence) => ({
      ...(occurrence && { occurrence }),
      ...fill(occurrenceFields(routine, occurrence === ''), ordinary),
    })),
  merge: () => [{ into: 'other1' }],
  letReporter: () => ['status', 'report', 'nothing'].map((sees) => ({ sees })),
  nameSuspects: () => contacts.map(({ id }) => ({ suspects: id })),
  lowerAcute: () => [reason],
  writeReview: () => [fill(REVIEW_FIELDS, ordinary)],
  reopen: () => [reason],
  handStep: () =>
    routine.steps.flatMap(({ id }) => perContact.slice(0, 2).map((one) => ({ step: id, ...one }))),
  changeParty: () => [{ party: 'M' }, { party: 'none' }],
  sayUnable: () => UNABLE.map((why) => ({ why })),
  closeEarly: () => EARLY_REASONS.map((why) => ({ why, ...reason })),
};

export const samplesOf = (verb: Verb, incident: Incident): readonly Data[] =>
  SAMPLES[verb]?.(incident) ?? [{}];

/** A right press; fails when the sample is no action, so that a verb with new parts gets a sample. */
export function pressOf(verb: Verb, incident: Incident, data: Data): Acting {
  const action = readAction(verb, { id: incident.id, ...data, once: `${verb}1` });
  if (!action || !isActing(action)) throw new Error(`${verb} needs a sample in test/access/cells.ts.`);
  return action;
}

/** The list as it stood at a stage. */
export const listAt = (stage: Stage): readonly Contact[] => stage.more?.contacts ?? contacts;

/** Works a thing out once a stage and key: every press of every person asks it again. */
export function oncePerStage<K, T>(work: (stage: Stage, key: K) => T): (stage: Stage, key: K) => T {
  const known = new WeakMap<Stage, Map<K, T>>();
  return (stage, key) => {
    const answers = known.get(stage) ?? new Map<K, T>();
    known.set(stage, answers);
    if (!answers.has(key)) answers.set(key, work(stage, key));
    return answers.get(key) as T;
  };
}

const situated = oncePerStage((stage, _: 'once') => situation(stage.incident, stage.now, stage.more));
export const situationAt = (stage: Stage) => situated(stage, 'once');

export const rolesAt = oncePerStage((stage, person: string) => rolesIn(situationAt(stage), person));

/** The outcome of a press: not allowed, refused or without effect, or done. */
export type Effect = 'no' | 'nothing' | 'does';

/** As `act` of src/app/commands/incident.ts decides it, without storage. */
export function effectOf(stage: Stage, person: string, action: Acting): Effect {
  const roles = rolesAt(stage, person);
  if (roles.size === 0 || !may(roles, action.verb)) return 'no';
  const at = turn(person, { now: stage.now, once: action.once ?? '', contacts: listAt(stage) });
  // What shares an event with others: the others are not there, and are not looked for.
  const event = { id: 'event1', at: stage.now.toISOString(), by: people.strategist };
  const incident = action.verb === 'leaveEvent' ? { ...stage.incident, event } : stage.incident;
  const joins = { others: ['other'] };
  try {
    const into = { ...incident, id: 'other1' };
    const after = applyAct(incident, action, { ...at, roles, account: people.victim, joins, into });
    return settle(after, at) === settle(incident, at) || isSame(after, incident) ? 'nothing' : 'does';
  } catch (error) {
    if (error instanceof Refusal) return 'nothing';
    throw error;
  }
}

const isSame = (a: Incident, b: Incident): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `partySecurityOfficer S 1` is a `partySecurityOfficer`. */
export const postOf = (who: string): string => who.split(' ')[0] ?? '';

/** Persons whose post belongs to another party or board than the incident. */
export function isOtherParty(person: string, stage: Stage): boolean {
  const posts = listAt(stage).filter((one) => one.person === person);
  const { party, board, victim, erased } = stage.incident;
  return (
    // The report took the party with it when it was erased.
    !erased?.some(({ what }) => what === 'report') &&
    person !== victim.person &&
    posts.length > 0 &&
    posts.every((one) => (one.party && one.party !== party) || (one.board && one.board !== board))
  );
}
