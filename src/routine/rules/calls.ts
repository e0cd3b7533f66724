import { addWithin } from '../calendar/workingTime';
import { type Contact, isRung, OPERATOR, type PersonId } from '../model/contact';
import type { Call, Incident } from '../model/incident';
import { standsAs } from '../model/posts';
import { oncePerSituation, type Situation } from '../model/situation';
import { silencesIn } from './escalation';
import { filersOf } from './filing';
import { asked, askedLevels } from './ladders/asked';
import { type DutyNumber, dutyNumbers } from './ladders/dutyNumber';
import { hoursOf } from './ladders/spoken';
import { accountsOf, chain, isExcluded, isReachable, overseersOf, servingAs, victimOf } from './succession';

/*
 * "Ring nu": who cannot be reached in Teams is rung by the next in line, who writes down whether they answered. What is
 * due is computed from who failed, and from the calls that were made.
 */

/** Someone is to be rung. */
export interface CallDue {
  to: Call['to'];
  /** Since when: ISO. */
  since: string;
  /** How often it was tried in vain, and how often they have answered, since the incident began. */
  tries: number;
  answers: number;
  /** The operator when Teams reaches none of those who could. */
  by: PersonId;
}

/** Whom a call is made to: the victim, or a row of the contact list. */
interface Target {
  to: Call['to'];
  person: PersonId | undefined;
  since: string;
}

/** Who has a part in it of their own. */
const isServing = (situation: Situation, person: PersonId): boolean => {
  const { incident } = situation;
  const serving = [
    ...asked(situation),
    ...servingAs(situation, 'strategist').slice(0, 1).flat(),
    ...filersOf(situation),
  ];
  return person === incident.lead?.person || accountsOf(serving).includes(person);
};

/** Who should have heard that someone is silent. */
const isAbove = (situation: Situation, person: PersonId): boolean =>
  silencesIn(situation).some((silence) => silence.at <= situation.now && silence.persons.includes(person));

const isNeeded = (situation: Situation, { person }: Contact): boolean =>
  person !== undefined &&
  !isExcluded(situation.incident, person) &&
  (isServing(situation, person) || isAbove(situation, person));

const isDuty = ({ routine }: Situation, contact: Contact): boolean =>
  standsAs(routine.posts, contact, 'duty');

/** Whom Teams did not reach, and who has no account there but is next in line. */
function targets(situation: Situation): Target[] {
  const { incident, contacts, unreachable } = situation;
  const victim = victimOf(incident);
  const victimSince = victim && unreachable.get(victim);
  const seen = new Set<PersonId>();
  const gone = contacts.flatMap((contact): Target[] => {
    const { person, id } = contact;
    const since = person && unreachable.get(person);
    // Whoever is quiet is rung by nobody: the next in line has been told.
    if (!person || !since || !isRung(contact) || seen.has(person)) return [];
    if (!isNeeded(situation, contact)) return [];
    if (isDuty(situation, contact)) return [];
    seen.add(person);
    return [{ to: id, person, since }];
  });
  const without = askedLevels(situation).flatMap((level) =>
    level.contacts
      .filter((contact) => contact.person === undefined && !isDuty(situation, contact))
      .map((contact): Target => ({ to: contact.id, person: undefined, since: level.at.toISOString() })),
  );
  const victims: Target[] =
    victimSince && !incident.unable && !incident.quiet
      ? [{ to: 'victim', person: victim, since: victimSince }]
      : [];
  return [...victims, ...gone, ...without];
}

/**
 * Who may be asked to ring, first to be asked first, of those whom Teams reaches: who leads, then the next in line, then
 * those before.
 */
function callers(situation: Situation, target: Target): PersonId[] {
  const { incident, unreachable } = situation;
  const { lead } = incident;
  const line = chain(situation).flat();
  const at = line.findIndex((contact) => contact.id === target.to);
  const inLine = [...line.slice(at + 1), ...line.slice(0, Math.max(at, 0)).reverse()];
  const strategists = servingAs(situation, 'strategist').flat();
  if (isOnlyAbove(situation, target)) return callersAbove(situation, target);
  // Who was only told that something came in is rung by their own: who helps has other things to do.
  const isOnlyTold = !incident.strategist && isOnlyStrategist(situation, target);
  const serving = new Set(isOnlyTold ? strategists : [...asked(situation), ...strategists]);
  const next = inLine.filter((contact) => serving.has(contact) && isReachable(contact, unreachable));
  const first = lead && !isOnlyTold && !unreachable.has(lead.person) ? [lead.person] : [];
  const all = [...first, ...accountsOf(next)];
  return [...new Set(all)].filter((person) => person !== target.person && person !== incident.victim.person);
}

/** Has no part in it but to hear that someone is silent. */
const isOnlyAbove = (situation: Situation, { to, person }: Target): boolean =>
  to !== 'victim' && person !== undefined && !isServing(situation, person);

/** Strategists, then the overseer: who is silent is not asked to ring those who should hear of it. */
function callersAbove(situation: Situation, target: Target): PersonId[] {
  const { unreachable } = situation;
  const strategists = servingAs(situation, 'strategist');
  const overseers = overseersOf(situation);
  const above = [...strategists, ...overseers].flat().filter((contact) => isReachable(contact, unreachable));
  return accountsOf(above).filter((person) => person !== target.person);
}

/** A strategist who is not asked to lead. */
const isOnlyStrategist = (situation: Situation, { to, person }: Target): boolean => {
  const { incident } = situation;
  const isOne = servingAs(situation, 'strategist')
    .flat()
    .some((contact) => contact.id === to);
  return isOne && person !== incident.lead?.person && !asked(situation).some((contact) => contact.id === to);
};

const callsTo = (incident: Incident, to: Call['to']): Call[] =>
  (incident.calls ?? []).filter((call) => call.to === to);

/** "Inget svar": when they are rung again. */
const ringAgainAt = ({ incident, routine: { times } }: Situation, at: Date): Date =>
  addWithin(at, times.ringAgain, hoursOf(incident, times));

/** Whether a call needs no other: they answered, or whoever rang says no more than that. */
const isDone = ({ answered, rang }: Call): boolean => answered || rang === true;

function dueOf(situation: Situation, target: Target): CallDue[] {
  const { incident } = situation;
  const made = callsTo(incident, target.to);
  const answered = made.filter(isDone);
  if (answered.some((call) => call.at >= target.since)) return [];
  const vain = made.filter((call) => !isDone(call) && call.at >= target.since);
  const last = vain.at(-1);
  const all = callers(situation, target);
  // Whom nobody can be asked to ring must not be forgotten: whoever runs the bot has a telephone too.
  const by = all[Math.min(vain.length, all.length - 1)] ?? OPERATOR;
  const since = last ? ringAgainAt(situation, new Date(last.at)).toISOString() : target.since;
  // Counted over all times, so that no call has the name of one before.
  const tries = made.length - answered.length;
  return [{ to: target.to, since, tries, answers: answered.length, by }];
}

/** A duty officer is rung by everybody who has the number, until one of them has. */
function dutyCalls(situation: Situation, { contact, at, holders }: DutyNumber): CallDue[] {
  const made = callsTo(situation.incident, contact.id);
  const done = made.filter(isDone);
  if (done.some((call) => new Date(call.at) >= at)) return [];
  const due = (by: PersonId, from: Date): CallDue => {
    const vain = made.filter((call) => call.by === by && !isDone(call));
    const last = vain.filter((call) => new Date(call.at) >= at).at(-1);
    const since = last ? ringAgainAt(situation, new Date(last.at)) : from;
    return { to: contact.id, since: since.toISOString(), tries: vain.length, answers: done.length, by };
  };
  return holders.length === 0
    ? [due(OPERATOR, at)]
    : holders.map(({ person, at: from }) => due(person, from));
}

/** Every call that is to be made, now or later; a pure function like the notices. */
export const callsDue = oncePerSituation((situation): CallDue[] =>
  situation.incident.state === 'closed'
    ? []
    : [
        ...targets(situation).flatMap((target) => dueOf(situation, target)),
        ...dutyNumbers(situation).flatMap((duty) => dutyCalls(situation, duty)),
      ],
);

/** The calls that one person is to make now. */
export const callsFor = (situation: Situation, person: PersonId): CallDue[] =>
  callsDue(situation).filter(
    (call) => call.by === person && new Date(call.since).getTime() <= situation.now.getTime(),
  );
