import type { Incident } from '../../routine/model/incident';
import type { StepState } from '../../routine/model/records';
import { filedSteps } from '../../routine/plan/traits';
import { scopeOf } from '../../routine/rules/access';
import { idsOf } from '../facts';
import type { Facts, Viewing } from '../scene';

/** The same step without what somebody wrote down. */
const bare = ({ reason: _, moves: __, ...state }: StepState): StepState => ({ ...state, records: {} });

/** The fields of another step that the form of the police report shows: what was advised, and by whom. */
const shownForReport = (routine: Viewing['routine'], id: string): readonly string[] =>
  filedSteps(routine)
    .flatMap(({ shows }) => shows?.records ?? [])
    .filter(({ step }) => step === id)
    .flatMap(({ fields }) => fields);

const partOf = (records: StepState['records'], fields: readonly string[]): StepState['records'] =>
  Object.fromEntries(Object.entries(records).filter(([field]) => fields.includes(field)));

/**
 * The steps that are a viewer's own, whole, and to the victim and the filer what the police advised; of the others how they
 * stand, or nothing.
 */
export function stepsFor({ incident, routine, viewer }: Viewing, { owned }: Facts): Incident['steps'] {
  const scope = scopeOf(viewer.roles);
  const groups = viewer.roles.has('confirmer')
    ? idsOf(routine.steps.filter(({ owner }) => owner === 'twoPersons'))
    : [];
  const toRead = idsOf(routine.steps.filter((step) => step.victimReads));
  return Object.fromEntries(
    Object.entries(incident.steps).flatMap(([id, state]) => {
      const isOwn = scope !== 'nothing' && owned.includes(id);
      if (isOwn || groups.includes(id)) return [[id, state]];
      if (scope === 'own' && toRead.includes(id))
        return [[id, { ...state, reason: undefined, moves: undefined }]];
      const forReport = scope === 'police' ? shownForReport(routine, id) : [];
      if (forReport.length > 0) return [[id, { ...bare(state), records: partOf(state.records, forReport) }]];
      const isShown = scope !== 'nothing' || state.endedBy === viewer.person;
      return isShown ? [[id, bare(state)]] : [];
    }),
  );
}
