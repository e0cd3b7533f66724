import { asked, strategistsOf, victimOf } from './chain';
import type { Contact, PersonId } from './contact';
import type { Incident } from './incident';
import { confirmersOf, followUpOpensAt, ownersOf, stateOf, stored } from './progress';
import type { Routine, StepSpec } from './routine';

/** Why someone hears of an incident. */
export type NoticeKind =
  | 'asked'
  | 'told'
  | 'broughtIn'
  | 'duty'
  | 'received'
  | 'decision'
  | 'belongs'
  | 'partyQuestion'
  | 'confirm'
  | 'ring'
  | 'reopened'
  | 'restored';

/** Someone should know something, since when; delivery rows say whether they have been told. */
export interface Notice {
  /** `kind|about|epoch|person` */
  key: string;
  kind: NoticeKind;
  person: PersonId;
  /** ISO; a time to come is when the agenda looks again. */
  since: string;
  isAcute: boolean;
}

/** What notices are computed from. */
export interface NoticeScene {
  incident: Incident;
  contacts: readonly Contact[];
  unreachable: ReadonlySet<PersonId>;
  routine: Routine;
  now: Date;
}

type Draw = (
  kind: NoticeKind,
  about: string,
  epoch: number,
  person: PersonId | undefined,
  since: string,
) => Notice[];

const draw =
  (incident: Incident): Draw =>
  (kind, about, epoch, person, since) =>
    person === undefined
      ? []
      : [{ key: `${kind}|${about}|${epoch}|${person}`, kind, person, since, isAcute: incident.acute }];

/** Who said "Jag kan inte" and is asked again, since nobody else is left, is told once more. */
const askedBefore = (incident: Incident, contact: Contact): string =>
  incident.declined.some((one) => one.person === contact.person) ? 'again' : '';

/** Those who are asked to lead, and the strategist who is told without content. */
function first(scene: NoticeScene, note: Draw): Notice[] {
  const { incident, contacts, unreachable } = scene;
  const candidates = asked(incident, contacts, unreachable);
  const told = incident.strategist ? [] : strategistsOf(incident, contacts);
  return [
    ...candidates.flatMap((contact) =>
      note('asked', askedBefore(incident, contact), incident.leadEpoch, contact.person, incident.createdAt),
    ),
    ...told
      .filter((contact) => !candidates.includes(contact) && contact.person !== incident.lead?.person)
      .flatMap((contact) => note('told', '', incident.epoch, contact.person, incident.createdAt)),
  ];
}

/** The strategist gets the incident itself (`contact-strategist`, police, information, support). */
function broughtIn(scene: NoticeScene, note: Draw): Notice[] {
  const { incident, contacts } = scene;
  const { strategist } = incident;
  if (!strategist) return [];
  return strategistsOf(incident, contacts)
    .filter((contact) => contact.person !== incident.lead?.person)
    .flatMap((contact) => note('broughtIn', '', strategist.epoch, contact.person, strategist.since));
}

const isTold = (scene: NoticeScene, step: StepSpec): boolean =>
  step.owner !== 'strategist' || scene.incident.strategist !== undefined;

/** Open steps arrive at their owners; the lead works from one card and is told only of what opens by date. */
function duties(scene: NoticeScene, note: Draw): Notice[] {
  const { incident, routine, now, contacts } = scene;
  return routine.steps.flatMap((step) => {
    const isByDate = step.opens === 'followUp' && incident.lead !== undefined;
    const opensAt = followUpOpensAt(incident, routine);
    const state = stateOf(incident, step, routine, now);
    const willOpen = isByDate && state === 'waiting';
    if ((state !== 'open' && !willOpen) || step.id === 'inform-officer' || !isTold(scene, step)) return [];
    const at = stored(incident, step.id);
    const since =
      at.openedAt ?? (isByDate ? opensAt.toISOString() : (incident.decision?.at ?? incident.createdAt));
    return ownersOf(incident, step, contacts)
      .filter((person) => person !== incident.lead?.person || (isByDate && at.state !== 'open'))
      .filter((person) => person !== victimOf(incident) || step.owner !== 'lead')
      .flatMap((person) => note('duty', dutyOf(step), at.epoch, person, since));
  });
}

/** One duty, one card: the three steps of the police report are worked on one. */
const dutyOf = (step: StepSpec): string => (step.section === '3.1.3' ? 'police-report' : step.id);

function toVictim(scene: NoticeScene, note: Draw): Notice[] {
  const { incident } = scene;
  const victim = victimOf(incident);
  const { lead, decision, partyQuestion } = incident;
  const isAskedDecision = decision?.askedAt && !decision.answer;
  return [
    ...(lead ? note('received', '', incident.leadEpoch, victim, lead.since) : []),
    ...(isAskedDecision ? note('decision', '', decision.epoch, victim, decision.askedAt ?? '') : []),
    ...(incident.victim.bound === 'asked'
      ? note('belongs', '', incident.victim.epoch, incident.victim.person, incident.victim.askedAt ?? '')
      : []),
    ...(partyQuestion && !partyQuestion.answer
      ? note('partyQuestion', '', 1, victim, partyQuestion.askedAt)
      : []),
  ];
}

function toLead(scene: NoticeScene, note: Draw): Notice[] {
  const { incident } = scene;
  const { lead, wantsCallAt } = incident;
  return [
    ...(lead && wantsCallAt ? note('ring', wantsCallAt, 1, lead.person, wantsCallAt) : []),
    ...(lead && incident.epoch > 1
      ? note('reopened', '', incident.epoch, lead.person, incident.createdAt)
      : []),
  ];
}

function toConfirmers(scene: NoticeScene, note: Draw): Notice[] {
  const { groups } = scene.incident;
  if (!groups) return [];
  return confirmersOf(scene.incident, scene.contacts).flatMap((person) =>
    note('confirm', '', groups.epoch, person, groups.at),
  );
}

const unique = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [notice.key, notice])).values(),
];

/**
 * Who should know what, and since when: a pure function of the incident, the contact list and the time. First notices
 * only; reminders and escalations are further rows.
 */
export function notices(scene: NoticeScene): Notice[] {
  if (scene.incident.state === 'closed') return [];
  const note = draw(scene.incident);
  return unique(
    [first, broughtIn, duties, toVictim, toLead, toConfirmers].flatMap((rows) => rows(scene, note)),
  );
}
