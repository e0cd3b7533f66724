import type { Incident } from '../model/incident';
import type { Routine, StepSpec } from '../model/routine';
import { stored } from './progress';

/*
 * What only the municipality reads: the police's advice, protection measures, what a strategist noted of a talk. The
 * victim's consent lifts the victim's own secrecy for the party's officer, not the police's nor a third person's (routine, section 5).
 */

type Plan = Pick<Routine, 'steps'>;

/** Whether a step writes down something that only the municipality reads. */
export const hasMunicipalFields = ({ fields }: StepSpec): boolean =>
  fields.some(({ onlyMunicipality }) => onlyMunicipality);

/** The records of a step, without what only the municipality reads. */
const openRecords = ({ fields }: StepSpec, records: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(records).filter(([id]) => !fields.find((one) => one.id === id)?.onlyMunicipality),
  );

/** An incident as an outsider to the municipality who leads it reads it. */
export function withoutMunicipal(incident: Incident, { steps }: Plan): Incident {
  const hiding = steps.filter((step) => hasMunicipalFields(step) && !stored(incident, step.id).isShared);
  const masked = hiding
    .filter(({ id }) => incident.steps[id])
    .map((step) => {
      const state = stored(incident, step.id);
      return [step.id, { ...state, records: openRecords(step, state.records) }];
    });
  return {
    ...withoutNotes(incident),
    steps: { ...incident.steps, ...Object.fromEntries(masked) },
    protection: incident.protection.filter(({ isShared }) => isShared),
  };
}

/** An incident without what strategists noted of talks: those notes are theirs alone, and not the victim's to read either. */
export const withoutNotes = (incident: Incident): Incident => ({
  ...incident,
  talks: incident.talks.map((talk) => (talk.onlyMunicipality ? { ...talk, notes: '' } : talk)),
});
