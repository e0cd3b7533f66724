import type { Contact } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import type { StepSpec } from '../../model/step';
import { holdsOfMunicipality, isOfMunicipality, othersToLead } from '../leadership';
import { stateOf, stored } from '../steps/stepState';

/*
 * One step handed to a deputy, who stands by for it; the rest stays with the lead. A talk is not handed on: who leads is
 * reminded of its days.
 */

/** The person whom a step was handed to, as long as they stand by. */
export function handedTo(incident: Incident, step: StepSpec): string | undefined {
  const person = stored(incident, step.id).handedTo;
  return incident.standby.some((one) => one.person === person) ? person : undefined;
}

/** Those whom the lead may hand a step to: on the lead's own side, in the party or in the municipality. */
export function helpersFor(situation: Situation): Contact[] {
  const lead = situation.incident.lead?.person ?? '';
  const isMunicipal = holdsOfMunicipality(situation, lead);
  return othersToLead(situation).filter((one) => isOfMunicipality(situation, one) === isMunicipal);
}

/** Whether the lead may hand a step on now: it is theirs, open, and there is somebody. */
export const mayHand = (situation: Situation, step: StepSpec): boolean =>
  step.owner === 'lead' &&
  step.isTalk !== true &&
  step.endedBy !== 'acknowledgement' &&
  stateOf(situation.incident, step, situation.routine, situation.now) === 'open' &&
  helpersFor(situation).length > 0;
