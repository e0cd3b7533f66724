import { type Contact, isActive, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { standsAs } from '../model/posts';
import type { Roster, Situation } from '../model/situation';
import { hasWhole } from '../plan/evaluate';
import { callsFor } from './calls';
import { type Hearing, toldOfSilence } from './escalation';
import { filersOf } from './filing';
import { asked, overseersAsked } from './ladders/asked';
import { isToldToReach } from './ladders/reaching';
import { haveLed, holdsOfMunicipality } from './leadership';
import { confirmersOf } from './progress';
import type { Role, Roles } from './roles/role';
import { isToldUntaken } from './steps/bringsIn';
import { accountsOf, isExcluded, peersOf, strategistsOf } from './succession';
import { isKinHolder } from './victim/kinHolders';
import { letInAs } from './victim/reporterSees';

/** The roles as the log has them. */
export const asText = (roles: Roles): string => [...roles].join(',');

/** Who asks, and as what. */
export interface Viewer {
  person: PersonId;
  roles: Roles;
}

/**
 * The roles of a person in an incident, from what stands in it and the contact list as it is now. Being its victim
 * takes every other role away; excluded persons have none but what they wrote themselves.
 */
export function rolesIn(situation: Situation, person: PersonId): Roles {
  const { incident } = situation;
  const roles = new Set<Role>();
  if (incident.erasing || (incident.practice && !incident.players?.includes(person))) return roles;
  if (incident.reporter.person === person && incident.reporter.kind !== 'self') roles.add('reporter');
  if (incident.victim.person === person) {
    if (incident.victim.bound === 'self' || incident.victim.bound === 'yes') roles.add('victim');
    if (incident.victim.bound === 'asked') roles.add('maybeVictim');
    if (roles.has('victim') && confirmersOf(situation).includes(person)) roles.add('confirmer');
    return roles;
  }
  if (incident.hidden?.person === person) return roles.add('struck');
  if (isExcluded(incident, person)) return roles;
  const letIn = roles.has('reporter') ? letInAs(incident) : undefined;
  if (letIn) roles.add(letIn);
  for (const role of officialRoles(situation, person)) roles.add(role);
  return roles;
}

/** The roles that come with a post on the contact list, or with having led. */
function officialRoles(situation: Situation, person: PersonId): Role[] {
  const { incident } = situation;
  const isAmong = (list: readonly Contact[]) => list.some((contact) => contact.person === person);
  const isLead = incident.lead?.person === person;
  const standsBy = !isLead && incident.standby.some((one) => one.person === person);
  const isStandby = standsBy && haveLed(incident).includes(person);
  const isOverseer = isAmong(overseersAsked(situation));
  const silence = toldOfSilence(situation, person);
  const has: [Role, boolean][] = [
    ['lead', isLead],
    ['standby', isStandby],
    ['helper', standsBy && !isStandby],
    ['overseer', isOverseer],
    ['official', (isLead || isStandby) && holdsOfMunicipality(situation, person)],
    ['candidate', (isAmong(asked(situation)) && !isOverseer) || (!standsBy && isAmong(peersOf(situation)))],
    ['declined', !incident.lead && incident.declined.some((one) => one.person === person)],
    [strategistIn(incident), isAmong(strategistsOf(situation))],
    ['filer', accountsOf(filersOf(situation)).includes(person)],
    ['confirmer', confirmersOf(situation).includes(person)],
    ['escalated', isEscalated(situation, person, silence) && !isLead],
    ['kinHolder', isKinHolder(situation, person)],
    ['informed', silence === 'informed' || callsFor(situation, person).length > 0],
  ];
  return has.flatMap(([role, is]) => (is ? [role] : []));
}

/** Whether somebody has been told that another is silent, or that nobody is there: they may take over. */
const isEscalated = (situation: Situation, person: PersonId, silence: Hearing | undefined): boolean =>
  silence === 'escalated' || isToldToReach(situation, person) || isToldUntaken(situation, person);

/** The role of the municipality's strategist, as the incident stands. */
const strategistIn = (incident: Incident): Role => {
  if (!incident.strategist) return 'toldStrategist';
  return hasWhole(incident) ? 'strategist' : 'stepStrategist';
};

/** Whether somebody may see its reference, and when it was: not who is only asked "Gäller det dig?", or for a number. */
export const mayKnowOf = (roles: Roles): boolean =>
  [...roles].some((role) => role !== 'maybeVictim' && role !== 'kinHolder');

/**
 * The part of an incident that a person may read. `led`: all but what only the municipality reads. `police`: what a police report
 * needs, and what the police advised. `steps`: what the steps show for which the strategist got it. `handed`: a step that was handed
 * on, and no more. `followed`: how the steps stand. `shared`: that and the report.
 */
export type Scope =
  | 'all'
  | 'led'
  | 'own'
  | 'police'
  | 'steps'
  | 'groups'
  | 'handed'
  | 'shared'
  | 'followed'
  | 'nothing';

export function scopeOf(roles: Roles): Scope {
  if (roles.has('official') || roles.has('strategist')) return 'all';
  if (roles.has('lead') || roles.has('standby')) return 'led';
  if (roles.has('victim')) return 'own';
  if (roles.has('filer')) return 'police';
  if (roles.has('stepStrategist')) return 'steps';
  if (roles.has('confirmer')) return 'groups';
  if (roles.has('helper')) return 'handed';
  if (roles.has('confidant')) return 'shared';
  return roles.has('follower') ? 'followed' : 'nothing';
}

const WRITERS: ReadonlySet<Scope> = new Set(['nothing', 'followed', 'shared']);

/** Whether somebody has no other part in an incident than what they wrote in it, whatever the victim lets them see. */
export const isWriterOnly = (roles: Roles): boolean => roles.has('reporter') && WRITERS.has(scopeOf(roles));

const ACTS_FOR_MUNICIPALITY: readonly Role[] = ['official', 'strategist', 'stepStrategist', 'filer'];

/** Whether somebody acts for the municipality. */
export const isOfficial = (roles: Roles): boolean => ACTS_FOR_MUNICIPALITY.some((role) => roles.has(role));

/** Whether a scope is an incident with all that its lead needs. */
export const isWide = (scope: Scope): boolean => scope === 'all' || scope === 'led';

/** Who may change the contact list and begin a drill: the strategists and their deputies. */
export const mayAdminister = ({ contacts, routine }: Roster, person: PersonId): boolean =>
  contacts.some(
    (contact) =>
      contact.person === person && standsAs(routine.posts, contact, 'strategist') && isActive(contact),
  );

/** Whether a person follows it ("Bevaka"): it stands first in their list, and gives no access. */
export const isFollowedBy = ({ followers }: Pick<Incident, 'followers'>, person: PersonId): boolean =>
  followers?.some((one) => one.person === person) === true;
