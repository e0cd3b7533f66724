import type { DecisionAnswer, PartyAnswer } from '../model/codes';
import type { PersonId } from '../model/contact';
import type { Incident, StepState } from '../model/incident';
import { Refusal } from '../model/refusal';
import { filedSteps, isVictimAsked } from '../plan/traits';
import { suspectsOf } from '../rules/contactList/suspects';
import { callingSince } from '../rules/ladders/reaching';
import { stored } from '../rules/progress';
import { isDecidedByVictim, isRecorded } from '../rules/victim/decision';
import { isByProxy, isPartyWordOpen } from '../rules/victim/partyWord';
import { shutOutParty } from './consent';
import { strike } from './name';
import { type ActTurn, needOpen, needTaking, readForm, spokenNow, stamp, type Turn, unled } from './turn';

/** Where the police report is always made, the victim is told and not asked. */
function needAsked(incident: Incident, turn: Turn): void {
  needOpen(incident);
  if (!isVictimAsked(turn.routine)) throw new Refusal('notOpen');
}

/** A decision that is changed begins its steps anew: each owner is told anew. */
const renew = (incident: Incident, step: string): Incident => {
  const fresh: StepState = { state: 'waiting', epoch: stored(incident, step).epoch + 1, records: {} };
  return { ...incident, steps: { ...incident.steps, [step]: fresh } };
};

/** Asks the victim before the routine does so by itself. */
export function askDecision(incident: Incident, turn: Turn): Incident {
  needAsked(incident, turn);
  if (incident.decision?.askedAt) return incident;
  return { ...incident, decision: { epoch: 1, ...incident.decision, askedAt: stamp(turn) } };
}

/** The victim's answer, written down by another: not over what the victim has answered here, which is theirs to take back. */
export function recordDecision(
  incident: Incident,
  said: { answer: DecisionAnswer; how: string },
  turn: Turn,
): Incident {
  needAsked(incident, turn);
  if (isDecidedByVictim(incident)) throw new Refusal('victimDecided');
  return decide(incident, said, turn);
}

/**
 * The victim's word on the police report. Changeable until the report is made, not after (plan 3.1.3). `how` says how the answer was given when someone else recorded it.
 */
export function decide(
  incident: Incident,
  { answer, how }: { answer: DecisionAnswer; how?: string | undefined },
  turn: Turn,
): Incident {
  needAsked(incident, turn);
  if (filedSteps(turn.routine).some((step) => step.report && stored(incident, step.id).state === 'done'))
    throw new Refusal('reportMade');
  // "Inte nu" may be said again: it is asked again later.
  if (incident.decision?.answer === answer && answer !== 'notNow') return confirmed(incident, how);
  const decision = {
    askedAt: incident.decision?.askedAt ?? stamp(turn),
    answer,
    at: stamp(turn),
    how,
    by: how === undefined ? undefined : turn.by,
    epoch: (incident.decision?.epoch ?? 0) + 1,
    takenBackAt: answer === 'municipality' ? undefined : takenBackAt(incident, turn),
    notNow: (incident.decision?.notNow ?? 0) + (answer === 'notNow' ? 1 : 0),
  };
  return filedSteps(turn.routine).reduce<Incident>((value, { id }) => renew(value, id), {
    ...incident,
    decision,
  });
}

/** When the newest yes to the municipality was taken back, by this answer or an earlier one. */
const takenBackAt = ({ decision }: Incident, turn: Turn): string | undefined =>
  decision?.answer === 'municipality' ? stamp(turn) : decision?.takenBackAt;

/** The same answer again: what was written down for the victim is their own once they say it themselves. */
const confirmed = (incident: Incident, how: string | undefined): Incident =>
  incident.decision && how === undefined && isRecorded(incident.decision)
    ? { ...incident, decision: { ...incident.decision, how: undefined, by: undefined } }
    : incident;

/** Binds the victim whom another reported to an account; that person is asked before they see anything. */
export function bindVictim(incident: Incident, person: PersonId, turn: Turn): Incident {
  needOpen(incident);
  if (incident.victim.bound === 'self' || incident.victim.bound === 'yes') throw new Refusal('alreadyBound');
  // Only the person takes back that their name is hidden.
  if (incident.victim.bound === 'struck') throw new Refusal('notOpen');
  // Who is part of it hears nothing of it, not even the question.
  if (suspectsOf(incident).some((one) => one.person === person)) throw new Refusal('isSuspect');
  return {
    ...(incident.lead?.person === person ? unled(incident, turn) : incident),
    victim: {
      ...incident.victim,
      person,
      bound: 'asked',
      askedAt: stamp(turn),
      epoch: incident.victim.epoch + 1,
    },
    standby: incident.standby.filter((one) => one.person !== person),
  };
}

/** "Gäller det dig?" */
export function belongs(incident: Incident, isMine: boolean, turn: Turn): Incident {
  needOpen(incident);
  const victim = { ...incident.victim, bound: isMine ? ('yes' as const) : ('no' as const) };
  const not = [...(incident.victim.not ?? []), turn.by];
  if (!isMine) return { ...incident, victim: { ...victim, person: undefined, not } };
  // Who has been asked aloud has answered already.
  const isAsked =
    isByProxy(incident) ||
    (incident.route === 'municipality' && incident.party !== undefined && !incident.consent);
  const question = isAsked ? { askedAt: stamp(turn) } : undefined;
  return { ...incident, victim, partyQuestion: incident.partyQuestion ?? question };
}

/** Written down for a victim who answers in person, by somebody of the municipality: a party does not say its own yes. */
export function recordParty(
  incident: Incident,
  { answer, how }: { answer: PartyAnswer; how: string },
  turn: ActTurn,
): Incident {
  needOpen(incident);
  if (!turn.roles.has('official') && !turn.roles.has('strategist')) throw new Refusal('notYours');
  if (!isPartyWordOpen(incident)) throw new Refusal('alreadyEnded');
  const partyQuestion = { askedAt: stamp(turn), ...incident.partyQuestion, how };
  return answerParty({ ...incident, partyQuestion }, answer, turn);
}

/** "Är det okej att ditt parti får veta?" */
export function answerParty(incident: Incident, answer: PartyAnswer, turn: Turn): Incident {
  needOpen(incident);
  if (!incident.partyQuestion) throw new Refusal('notOpen');
  // Pressed again while they wait to be rung: the question is not put off once more.
  if (answer === 'ringMe' && incident.partyQuestion.answer === answer && incident.wantsCallAt)
    return incident;
  const ringMe = (incident.partyQuestion.ringMe ?? 0) + (answer === 'ringMe' ? 1 : 0);
  const partyQuestion = { ...incident.partyQuestion, answer, at: stamp(turn), ringMe };
  const answered = { ...incident, partyQuestion };
  switch (answer) {
    case 'yes':
      // An old card in the chat does not give back what was taken back since.
      if (incident.withdrawal) throw new Refusal('alreadyEnded');
      // The party has it already, by the word of a proxy: now by the victim's own.
      if (incident.route === 'party')
        return { ...answered, consent: { at: stamp(turn), to: 'party', asked: 'card' } };
      return {
        ...unled(answered, turn),
        route: 'party',
        ...(incident.acute && !incident.lead ? { partyAt: stamp(turn) } : {}),
        standby: incident.lead
          ? [...incident.standby, { person: incident.lead.person, at: stamp(turn), led: true }]
          : incident.standby,
        consent: { at: stamp(turn), to: 'party', asked: 'card' },
      };
    case 'municipalityOnly':
      return incident.route === 'party' ? shutOutParty(answered, 'asked', turn) : answered;
    case 'removeName':
      // Nobody who was told by a proxy reads on without a name either.
      return strike(isByProxy(answered) ? shutOutParty(answered, 'asked', turn) : answered, turn);
    case 'ringMe':
      return { ...answered, wantsCallAt: stamp(turn) };
    default:
      return answered;
  }
}

/** "Ring mig": stands on top of the lead's card until someone has rung. */
export const callMe = (incident: Incident, turn: Turn): Incident => ({
  ...incident,
  wantsCallAt: incident.wantsCallAt ?? stamp(turn),
});

/**
 * "Ring mig nu", and the alarm pressed again: a ladder of its own where somebody leads. A press while one runs, or while
 * nobody has answered, is added to it and moves nothing.
 */
export function callNow(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const running = callingSince(incident);
  const before = running || !incident.lead ? incident.callNow : undefined;
  const since = running ?? (incident.lead ? stamp(turn) : undefined);
  return { ...incident, callNow: { since, lastAt: stamp(turn), presses: (before?.presses ?? 0) + 1 } };
}

/** "Vi har pratat", by lead or victim; or "Polisen tar över". Every ladder that was to reach the victim ends. */
export function spoke(incident: Incident, how: 'talked' | 'police', turn: Turn): Incident {
  needOpen(incident);
  return spokenNow(incident, how, turn);
}

/**
 * Raised by victim, reporter and lead; lowered by the lead with a reason. Who leads is to ring at once, also when it was
 * acute already.
 */
export function raiseAcute(incident: Incident, turn: Turn): Incident {
  needTaking(incident, turn);
  const isOpen = incident.state === 'open';
  const isOthers = isOpen && incident.lead !== undefined && incident.lead.person !== turn.by;
  // Said again where it went into another: that one hears it again.
  if (incident.acute && !(incident.mergedInto && !isOpen))
    return isOthers ? callNow(incident, turn) : incident;
  const raised = { ...incident, acute: true, acuteReason: undefined, acuteAt: stamp(turn) };
  return isOthers ? callNow(raised, turn) : raised;
}
export function lowerAcute(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Incident {
  needOpen(incident);
  const { reason } = readForm([{ id: 'reason', kind: 'text', required: true }], data, turn);
  return { ...incident, acute: false, acuteReason: reason, acuteAt: undefined };
}

/** "Ja, fortfarande akut": they are not asked again until it has been lowered and has become acute anew. */
export function keepAcute(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  return incident.acute ? { ...incident, acuteKeptAt: stamp(turn) } : incident;
}
