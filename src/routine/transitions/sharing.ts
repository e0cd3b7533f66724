import type { FieldSpec } from '../model/fields';
import type { Incident, StepState } from '../model/incident';
import type { StepSpec } from '../model/routine';
import { isOfficial } from '../rules/access';
import { stored } from '../rules/progress';
import { hasMunicipalFields } from '../rules/reading';
import type { Roles } from '../rules/roles/role';

type Data = Readonly<Record<string, unknown>>;

/** The input that lets the lead read what else only the municipality would. */
export const SHARE = 'share';

/** Whether what somebody writes may be read by the party's lead: always their own; an official's where they say so. */
export const isShared = (roles: Roles, data: Data): boolean => !isOfficial(roles) || data[SHARE] === 'true';

/** The field by which the party's lead is told, where an official must fill it in: nobody said that there is nothing to tell. */
const toldField = (
  incident: Incident,
  { tellsLead }: StepSpec,
  data: Data,
  roles: Roles,
): string | undefined =>
  tellsLead && incident.route === 'party' && isOfficial(roles) && data[tellsLead.nothing] !== 'true'
    ? tellsLead.field
    : undefined;

/** Both texts, the older first; one where the other is empty or the same. */
const joined = (before: string, now: string): string =>
  [before, now].filter((text, index, all) => text && all.indexOf(text) === index).join('\n');

/** The records of a step that are hidden from who writes. */
const hiddenFrom = (roles: Roles, { isShared: wasShared, records }: StepState): StepState['records'] =>
  isOfficial(roles) || wasShared ? {} : records;

/** The fields that somebody is asked for: not again for what they cannot see that it stands there. */
export function askedOf(
  incident: Incident,
  step: StepSpec,
  { data, roles }: { data: Data; roles: Roles },
): FieldSpec[] {
  const hidden = hiddenFrom(roles, stored(incident, step.id));
  const told = toldField(incident, step, data, roles);
  return step.fields.map((field) => {
    if (field.id === told) return { ...field, required: true };
    return field.onlyMunicipality && hidden[field.id]
      ? { ...field, required: false, requiredIf: undefined }
      : field;
  });
}

/**
 * The records of a step, and whether the lead reads all of them. What is hidden from who writes is neither lost nor
 * shown by that.
 */
export function sharedRecords(
  incident: Incident,
  step: StepSpec,
  values: Record<string, string>,
  { data, roles }: { data: Data; roles: Roles },
): Pick<StepState, 'records' | 'isShared'> {
  if (!hasMunicipalFields(step)) return { records: values };
  const hidden = hiddenFrom(roles, stored(incident, step.id));
  const kept = step.fields.filter(({ id, onlyMunicipality }) => onlyMunicipality && hidden[id]);
  const records = {
    ...values,
    ...Object.fromEntries(kept.map(({ id }) => [id, joined(hidden[id] ?? '', values[id] ?? '')])),
  };
  return { records, isShared: kept.length === 0 && isShared(roles, data) };
}
