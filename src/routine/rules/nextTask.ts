import type { Call, Incident, Talk } from '../model/incident';
import type { CheckSectionSpec, StepSpec } from '../model/routine';
import type { Situation } from '../model/situation';
import { callsFor } from './calls';
import { isAloneAsked, isRelayOut, needsAsking, plannedTalkTimes } from './deadlines';
import { callingSince, reaches } from './ladders/reaching';
import { checksDue, confirmersOf, mayApprove, mayClose, missingToClose, plannedTalks } from './progress';
import { duties } from './steps/duties';

/** What the lead is shown on top: one thing. */
export type Focus =
  | { kind: 'approve' | 'do'; step: StepSpec }
  | { kind: 'checks'; section: CheckSectionSpec }
  | { kind: 'talk'; talk: Talk }
  | { kind: 'call'; to: Call['to'] }
  | { kind: 'confirm' | 'askVictim' | 'ring' | 'reached' | 'relay' | 'review' | 'close' | 'wait' };

function stepFocus(situation: Situation, step: StepSpec): 'approve' | 'do' | undefined {
  const { incident, routine, now } = situation;
  if (mayApprove(incident, step, routine, now)) return 'approve';
  const duty = duties(situation).find((one) => one.step === step);
  if (!duty) return undefined;
  if (step.owner === 'twoPersons') return incident.groups ? undefined : 'do';
  const { owners } = duty;
  const isMine = owners.length === 0 || owners.includes(incident.lead?.person ?? '');
  return isMine ? 'do' : undefined;
}

/** All that waits for the lead in the routine's order, each section's checks after it. */
export function leadsWork(situation: Situation): Focus[] {
  const { incident, routine } = situation;
  const due = checksDue(incident, routine);
  return routine.steps.flatMap((step, index): Focus[] => {
    const kind = stepFocus(situation, step);
    const isLastOfSection = routine.steps[index + 1]?.section !== step.section;
    const section = isLastOfSection && due.find((one) => one.after.at(-1) === step.section);
    return [...(kind ? [{ kind, step }] : []), ...(section ? [{ kind: 'checks' as const, section }] : [])];
  });
}

/**
 * What protects goes before paper, and before everything once it has been asked who is with the victim. A talk whose
 * day has come goes before paper too: its last day does not move.
 */
function inOrder(situation: Situation): Focus | undefined {
  const work = leadsWork(situation);
  const [first] = work;
  const protecting = work.find((focus) => focus.kind === 'do' && focus.step.opens === 'atOnce');
  if (isAloneAsked(situation) && protecting) return protecting;
  const talk = work.find((focus) => focus.kind === 'do' && focus.step.isTalk);
  if (talk) return talk;
  const planned = plannedTalkTimes(situation).find(({ before }) => before <= situation.now);
  if (planned) return { kind: 'talk', talk: planned.talk };
  return first?.kind === 'checks' ? (protecting ?? first) : first;
}

/** What the lead does next: first in the routine's order of what waits for them. */
export function focusOf(situation: Situation): Focus {
  const { incident, routine } = situation;
  const lead = incident.lead?.person ?? '';
  const isAskedToReach = reaches(situation).some(({ leadAt }) => leadAt <= situation.now);
  if (callingSince(incident) || incident.wantsCallAt) return { kind: 'ring' };
  if (isAskedToReach) return { kind: 'reached' };
  if (isRelayOut(situation)) return { kind: 'relay' };
  const [call] = callsFor(situation, lead);
  if (call) return { kind: 'call', to: call.to };
  if (incident.groups && confirmersOf(situation).includes(lead)) return { kind: 'confirm' };
  const next = inOrder(situation);
  if (next) return next;
  return lastFocus(situation, missingToClose(incident, routine), incident);
}

function lastFocus(
  situation: Situation,
  missing: ReturnType<typeof missingToClose>,
  incident: Incident,
): Focus {
  const talk = plannedTalks(incident)[0];
  if (talk) return { kind: 'talk', talk };
  if (needsAsking(situation)) return { kind: 'askVictim' };
  if (mayClose(missing)) return { kind: 'close' };
  return missing.steps.length + missing.checks.length === 0 ? { kind: 'review' } : { kind: 'wait' };
}
