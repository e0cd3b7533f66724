import { dayOf } from '../calendar/localTime';
import type { Call, Talk } from '../model/incident';
import type { StepSpec } from '../model/routine';
import type { Situation } from '../model/situation';
import { callsFor } from './calls';
import { isAloneAsked, isRelayOut, needsAsking } from './deadlines';
import { callingSince, reaches } from './ladders/reaching';
import { confirmersOf, mayApprove, mayClose, missingToClose, plannedTalks } from './progress';
import { duties } from './steps/duties';
import type { OpenMeasure } from './steps/measures';
import { isBeforeItsDay } from './steps/stepState';
import { isFirstTalkDue, isFollowUpDay, plannedTalkTimes } from './steps/talks';
import { dueMeasure } from './tasks/measures';
import { isPartyAskedInPerson } from './victim/partyWord';
import { isReadingAsked, isRuledOut } from './victim/readFirst';
import { isKinFirst } from './wishes/unable';

/** The one thing that the lead is shown on top. */
export type Focus =
  | { kind: 'approve' | 'do'; step: StepSpec }
  | { kind: 'talk'; talk: Talk }
  | { kind: 'measure'; measure: OpenMeasure }
  | { kind: 'call'; to: Call['to'] }
  | {
      kind:
        | 'kinFirst'
        | 'confirm'
        | 'askVictim'
        | 'askReading'
        | 'askParty'
        | 'ring'
        | 'reached'
        | 'relay'
        | 'firstTalk'
        | 'checks'
        | 'review'
        | 'close'
        | 'wait';
    };

function stepFocus(situation: Situation, step: StepSpec): 'approve' | 'do' | undefined {
  const { incident, routine, now } = situation;
  if (mayApprove(incident, step, routine, now))
    return isBeforeItsDay(situation, step) ? undefined : 'approve';
  const duty = duties(situation).find((one) => one.step === step);
  if (!duty) return undefined;
  if (step.owner === 'twoPersons') return incident.groups && !isRuledOut(situation) ? undefined : 'do';
  const { owners } = duty;
  const isMine = owners.length === 0 || owners.includes(incident.lead?.person ?? '');
  return isMine ? 'do' : undefined;
}

type StepFocus = Extract<Focus, { step: StepSpec }>;

/** The steps that wait for the lead, in the routine's order. */
export const leadsWork = (situation: Situation): StepFocus[] =>
  situation.routine.steps.flatMap((step) => {
    const kind = stepFocus(situation, step);
    return kind ? [{ kind, step }] : [];
  });

/**
 * The order of tasks: what protects goes before paper once it has been asked who is with the victim; then what must be
 * passed on at once. A talk whose day has come goes before paper too: its last day does not move.
 */
function inOrder(situation: Situation): Focus | undefined {
  const work = leadsWork(situation);
  const protecting = work.find((focus) => focus.kind === 'do' && focus.step.opens === 'atOnce');
  if (isAloneAsked(situation) && protecting) return protecting;
  const atOnce = work.find((focus) => focus.kind === 'do' && focus.step.opensIf);
  if (atOnce) return atOnce;
  const measure = dueMeasure(situation, situation.incident.lead?.person ?? '');
  if (measure) return { kind: 'measure', measure };
  if (isFirstTalkDue(situation)) return { kind: 'firstTalk' };
  const isItsDay = isFollowUpDay(situation, dayOf(situation.now));
  const talk = work.find((focus) => focus.kind === 'do' && focus.step.isTalk);
  if (talk && isItsDay) return talk;
  const planned = plannedTalkTimes(situation).find(({ before }) => before <= situation.now);
  if (planned) return { kind: 'talk', talk: planned.talk };
  return isReadingAsked(situation) ? { kind: 'askReading' } : work[0];
}

/** The lead's next task: first in the routine's order of what waits for them. */
export function focusOf(situation: Situation): Focus {
  const { incident } = situation;
  const lead = incident.lead?.person ?? '';
  const isAskedToReach = reaches(situation).some(({ leadAt }) => leadAt <= situation.now);
  if (isKinFirst(incident)) return { kind: 'kinFirst' };
  if (callingSince(incident) || (incident.wantsCallAt && !incident.unable)) return { kind: 'ring' };
  if (isAskedToReach) return { kind: 'reached' };
  if (incident.enoughAt !== undefined) return { kind: 'close' };
  if (isRelayOut(situation)) return { kind: 'relay' };
  const [call] = callsFor(situation, lead);
  if (call) return { kind: 'call', to: call.to };
  if (incident.groups && confirmersOf(situation).includes(lead)) return { kind: 'confirm' };
  return inOrder(situation) ?? lastFocus(situation);
}

function lastFocus(situation: Situation): Focus {
  const { incident, routine } = situation;
  const missing = missingToClose(incident, routine);
  const talk = plannedTalks(incident)[0];
  if (talk) return { kind: 'talk', talk };
  if (isPartyAskedInPerson(situation)) return { kind: 'askParty' };
  if (needsAsking(situation)) return { kind: 'askVictim' };
  if (mayClose(missing)) return { kind: 'close' };
  // The plan's talk "as soon as possible": asked for when the steps of the first day are done.
  if (missing.firstTalk) return { kind: 'firstTalk' };
  if (missing.steps.length > 0) return { kind: 'wait' };
  if (missing.checks.length > 0) return { kind: 'checks' };
  return { kind: missing.review ? 'review' : 'wait' };
}
