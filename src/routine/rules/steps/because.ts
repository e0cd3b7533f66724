import type { Because } from '../../model/codes';
import type { Incident } from '../../model/incident';
import type { StepSpec } from '../../model/routine';
import { isEndedByVictim } from '../../plan/evaluate';
import { conditionsIn } from '../../plan/faults/refer';
import { isEndedByState } from '../../plan/unable';

/** Why the party is not asked to lead. */
function whyNotParty({ party, reporter, partyQuestion }: Incident): Because {
  if (party === undefined) return 'noParty';
  const isAnswered = partyQuestion?.answer !== undefined && partyQuestion.answer !== 'yes';
  return reporter.kind === 'other' && !isAnswered ? 'partyNotAsked' : 'municipalityChosen';
}

/** Why a rule ends a step, where the plan's own condition says it; undefined: an answer of a step made it needless. */
export function becauseOf(incident: Incident, step: StepSpec): Because | undefined {
  const { need } = step;
  const conditions = need ? conditionsIn(need) : [];
  if (conditions.some(({ is }) => is === 'partyAsked') && incident.route !== 'party')
    return whyNotParty(incident);
  if (isEndedByVictim(incident, step)) return 'victimDeclined';
  if (isEndedByState(incident, step)) return 'unable';
  const isDeclined = incident.decision?.answer === 'no' && conditions.some(({ is }) => is === 'victimSays');
  return isDeclined ? 'victimDeclined' : undefined;
}
