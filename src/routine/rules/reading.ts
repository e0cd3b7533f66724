import { dayOf } from '../calendar/localTime';
import { termBegan } from '../calendar/terms';
import type { Contact, PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import type { ProtectionMeasure } from '../model/records';
import type { Routine, StepSpec } from '../model/routine';
import type { Roster } from '../model/situation';
import { isWide, scopeOf, type Viewer } from './access';
import { isOfMunicipality } from './leadership';
import { stored } from './progress';
import { mapVersions } from './report/occurrences';
import type { Roles } from './roles/role';
import { type OpenMeasure, openMeasures } from './steps/measures';
import { isStrategists } from './steps/stepState';

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
  const shown: Incident['steps'] = { ...incident.steps, ...Object.fromEntries(masked) };
  // Why a strategist moved the day of their own step is the municipality's.
  const unsaid = steps.flatMap(({ id, owner }) => {
    const state = shown[id];
    return owner === 'strategist' && state?.moves ? [[id, { ...state, moves: undefined }] as const] : [];
  });
  return {
    ...withoutNotes(incident),
    steps: { ...shown, ...Object.fromEntries(unsaid) },
    protection: incident.protection.filter(({ isShared }) => isShared),
    threats: incident.threats?.filter(({ isShared }) => isShared),
    improvements: undefined,
  };
}

/** The threat assessments that the victim reads: all, but those of the municipality itself where it has decided to keep them. */
export const assessmentsFor = (
  { threats }: Pick<Incident, 'threats'>,
  { keepsAssessments }: Pick<Routine, 'keepsAssessments'>,
): Incident['threats'] => (keepsAssessments ? threats?.filter(({ isShared }) => isShared) : threats);

/** Whether somebody reads a protection measure: it is the municipality's own, unless it was shared with the party's lead. */
export const readsMeasure = (roles: Roles, { isShared }: ProtectionMeasure): boolean =>
  isShared === true || roles.has('official') || roles.has('strategist');

/** The measures that wait, of those that somebody reads. */
export const measuresFor = (incident: Incident, roles: Roles): OpenMeasure[] =>
  openMeasures(incident).filter((measure) => readsMeasure(roles, measure));

/**
 * An incident without what strategists noted: those notes are theirs alone, and not the victim's to read either; nor the copies
 * that would hold them again, of a press that can be taken back and of the words that are masked. Nor what leads to other victims.
 */
export const withoutNotes = (incident: Incident): Incident => ({
  ...incident,
  undo: undefined,
  ...{ event: undefined, carries: undefined },
  masking: undefined,
  notes: incident.notes?.filter(({ isShared }) => isShared),
  talks: incident.talks.map((talk) => (talk.onlyMunicipality ? { ...talk, notes: '' } : talk)),
});

const isHanded = ({ steps, standby }: Incident, person: PersonId): boolean =>
  standby.some((one) => one.person === person) &&
  Object.values(steps).some(
    ({ handedTo, state }) => handedTo === person && state !== 'done' && state !== 'notApplicable',
  );

/**
 * Whether somebody has the victim's name and number. Beside those who read it: who helps or oversees while nobody leads, and whoever
 * has been handed a step. It is a look of its own, and they read nothing else (routine, section 5).
 */
export function mayRing({ incident }: { incident: Incident }, { person, roles }: Viewer): boolean {
  if (isWide(scopeOf(roles))) return true;
  if (incident.state === 'closed') return false;
  if (roles.has('helper') && isHanded(incident, person)) return true;
  return incident.lead === undefined && (roles.has('helper') || roles.has('overseer'));
}

/** The part of an incident that whoever is only to ring the victim needs. */
export function forRinging(incident: Incident, viewer: Viewer): Partial<Incident> {
  if (!mayRing({ incident }, viewer)) return {};
  const { victim, report } = incident;
  return {
    victim: { ...victim, person: undefined, not: undefined },
    report: { phone: report.phone },
  };
}

/*
 * A strategist whom a step of their own brought in reads what that step shows, and no more (routine, section 5). A routine that
 * does not say so of a step opens the whole by it.
 */

/** The steps that are the strategist's: all, where the whole incident is. */
const strategistsSteps = (incident: Incident, { steps }: Plan): StepSpec[] =>
  steps.filter((step) => isStrategists(incident, step));

/** Whether the strategist may propose what is told to whom: as soon as that step is theirs too. */
export const mayPropose = (incident: Incident, plan: Plan): boolean =>
  strategistsSteps(incident, plan).some(({ owner }) => owner === 'twoPersons');

/** An incident as a strategist reads it who has some of its steps; on top of how it stands (`outline`). */
export function shownToStrategist(incident: Incident, outline: Incident, plan: Plan): Incident {
  const mine = strategistsSteps(incident, plan);
  const shown = mine.flatMap(({ shows }) => shows ?? []);
  const fields = new Set<string>(shown.flatMap(({ report }) => (typeof report === 'object' ? report : [])));
  const partOf = (report: Incident['report']): Incident['report'] =>
    Object.fromEntries(Object.entries(report).filter(([field]) => fields.has(field)));
  const whole = mine.flatMap(({ id }) => (incident.steps[id] ? [[id, incident.steps[id]] as const] : []));
  return {
    ...outline,
    steps: { ...outline.steps, ...Object.fromEntries(whole) },
    report: partOf(incident.report),
    versions: incident.versions
      ?.map((one) => ({ ...one, by: '', values: partOf(one.values) }))
      .filter(({ values }) => Object.keys(values).length > 0),
    occurrences: mapVersions(incident, (one) => ({ ...one, by: '', values: partOf(one.values) })),
    victim: { ...outline.victim, ...(shown.some(({ who }) => who) ? { name: incident.victim.name } : {}) },
    groups: mayPropose(incident, plan) ? incident.groups : undefined,
  };
}

/** The sender and subject of a document, which the register wants beside its date and number (OSL 5:2). */
export const forRegister = ({ reporter, report, victim }: Incident): Partial<Incident> => ({
  reporter: { person: '', name: victim.bound === 'struck' ? '' : reporter.name, kind: reporter.kind },
  report: { kinds: report.kinds },
});

/*
 * Silence: an outsider to the municipality is bound by no law of its own. Before the first content of a term whoever reads for a
 * party confirms that they tell it to nobody but those whom the routine or the victim names (routine, section 5).
 */

/** A person's rows of party posts, ended ones too: who is kept as lead after it has confirmed already. */
export const partyRows = (roster: Roster, person: PersonId): Contact[] =>
  roster.contacts.filter((contact) => contact.person === person && !isOfMunicipality(roster, contact));

/** Whether a row's holder has confirmed it in the term that `now` lies in. */
export const isSilent = ({ silentAt }: Contact, now: Date): boolean =>
  silentAt !== undefined && dayOf(new Date(silentAt)) >= termBegan(now);

/** Those of a party who read something: whoever leads or stands by, and whoever is asked for the numbers of next of kin. */
export const PROMISES = ['lead', 'standby', 'kinHolder'] as const;

/** Whether a person is asked to confirm it before they read, and has not yet. */
export function owesSilence(
  roster: Roster & { readonly now: Date },
  { person, roles }: { readonly person: PersonId; readonly roles: Roles },
): boolean {
  if (roles.has('official') || roles.has('strategist') || !PROMISES.some((role) => roles.has(role)))
    return false;
  const rows = partyRows(roster, person);
  return rows.length > 0 && !rows.some((row) => isSilent(row, roster.now));
}
