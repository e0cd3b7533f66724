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
import { isToldUntaken } from './steps/bringsIn';
import { accountsOf, isExcluded, peersOf, strategistsOf } from './succession';
import { isKinHolder } from './victim/kinHolders';
import { MAY_WISH } from './wishes/mayWish';

/** A role of a person in an incident. One person may have several. */
export type Role =
  | 'victim'
  /** Bound by e-mail and asked "Gäller det dig?" content-free. */
  | 'maybeVictim'
  /** Had their name hidden, and may take that back. */
  | 'struck'
  | 'reporter'
  | 'lead'
  /** Stands by, and has led: reads on. */
  | 'standby'
  /** Stands by and has not led: knows whom to ring, and does what was handed to them. */
  | 'helper'
  /** The overseer, asked beside those who may lead: knows whom to ring, and leads only by taking over. */
  | 'overseer'
  /** Leads or has led, and holds a post of the municipality's own: no outsider to it. */
  | 'official'
  /** Asked to lead, has not answered. */
  | 'candidate'
  /** Said "Jag kan inte"; may still take it as long as nobody leads. */
  | 'declined'
  | 'strategist'
  /** The strategist, who got it for some steps alone and reads what those show. */
  | 'stepStrategist'
  /** Told that something came in, without content. */
  | 'toldStrategist'
  | 'filer'
  /** Told that somebody has been silent for too long: may take over, and reads nothing before that. */
  | 'escalated'
  /** Told of silence, or asked to ring someone: by reference only. */
  | 'informed'
  /** The second of the two persons of 3.2.3. */
  | 'confirmer'
  /** Holds the party's list of next of kin and is asked for it now: nothing else of the incident is theirs. */
  | 'kinHolder';

export type Roles = ReadonlySet<Role>;

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
 * on, and no more.
 */
export type Scope = 'all' | 'led' | 'own' | 'police' | 'steps' | 'groups' | 'handed' | 'nothing';

export function scopeOf(roles: Roles): Scope {
  if (roles.has('official') || roles.has('strategist')) return 'all';
  if (roles.has('lead') || roles.has('standby')) return 'led';
  if (roles.has('victim')) return 'own';
  if (roles.has('filer')) return 'police';
  if (roles.has('stepStrategist')) return 'steps';
  if (roles.has('confirmer')) return 'groups';
  return roles.has('helper') ? 'handed' : 'nothing';
}

/** Whether somebody reads nothing of an incident but what they wrote in it themselves. */
export const isWriterOnly = (roles: Roles): boolean => roles.has('reporter') && scopeOf(roles) === 'nothing';
const ACTS_FOR_MUNICIPALITY: readonly Role[] = ['official', 'strategist', 'stepStrategist', 'filer'];

/** Whether somebody acts for the municipality. */
export const isOfficial = (roles: Roles): boolean => ACTS_FOR_MUNICIPALITY.some((role) => roles.has(role));

/** Whether a scope is an incident with all that its lead needs. */
export const isWide = (scope: Scope): boolean => scope === 'all' || scope === 'led';

/** Every act on an incident, and the roles that may do it. The steps have rules of their own beside (`mayWork`). */
export const MAY = {
  ...MAY_WISH,
  acknowledge: ['candidate', 'declined', 'standby', 'helper', 'lead'],
  decline: ['candidate', 'standby', 'helper', 'lead'],
  recuse: [
    'candidate',
    'standby',
    'helper',
    'overseer',
    'lead',
    'strategist',
    'stepStrategist',
    'toldStrategist',
  ],
  /** Who is part of it has no place in it (routine, section 5). */
  nameSuspects: ['victim', 'lead', 'strategist'],
  spoke: ['lead', 'victim'],
  policeTookOver: ['lead'],
  handOver: ['lead'],
  takeOver: ['overseer', 'escalated', 'strategist', 'stepStrategist', 'toldStrategist'],
  wait: ['escalated'],
  recordCall: [
    'victim',
    'lead',
    'candidate',
    'standby',
    'helper',
    'overseer',
    'strategist',
    'stepStrategist',
    'toldStrategist',
    'escalated',
    'informed',
  ],
  /** Somebody's own card, to them again. */
  resend: ['lead', 'strategist'],
  recordRegistry: ['strategist', 'stepStrategist', 'toldStrategist', 'escalated', 'informed'],
  recordArchived: ['strategist', 'stepStrategist', 'toldStrategist'],
  hold: ['strategist', 'stepStrategist', 'toldStrategist'],
  release: ['strategist', 'stepStrategist', 'toldStrategist'],
  approve: ['lead'],
  endStep: ['lead', 'standby', 'helper', 'strategist', 'stepStrategist', 'filer', 'victim'],
  skipStep: ['lead', 'standby', 'helper', 'strategist', 'stepStrategist', 'victim'],
  reopenStep: ['lead', 'strategist'],
  addRecord: ['lead', 'strategist', 'stepStrategist', 'filer', 'victim'],
  proposeGroups: ['lead', 'strategist', 'stepStrategist', 'confirmer'],
  confirmGroups: ['confirmer'],
  answerGroups: ['victim'],
  recordGroupsWord: ['lead', 'strategist'],
  recordDecision: ['lead', 'strategist'],
  askDecision: ['lead'],
  belongs: ['maybeVictim'],
  showName: ['struck'],
  amend: ['victim', 'reporter', 'lead', 'strategist'],
  addOccurrence: ['victim', 'reporter', 'lead', 'strategist'],
  /** Who reads the whole of it; the author of the words answers. */
  askCorrection: ['victim', 'lead', 'standby', 'strategist'],
  answerCorrection: ['victim', 'reporter', 'lead', 'standby', 'strategist'],
  raiseAcute: ['victim', 'reporter', 'lead'],
  lowerAcute: ['lead'],
  writeReview: ['lead', 'strategist'],
  sayWord: ['victim', 'strategist', 'stepStrategist'],
  close: ['lead'],
  reopen: ['lead', 'strategist', 'victim'],
  seeReport: ['victim', 'lead', 'standby', 'strategist', 'stepStrategist', 'filer'],
  seeSteps: ['lead', 'standby', 'strategist'],
  /** Asked for by itself, and logged: who was only told needs it now and then, to know whom to ring. */
  seeParty: ['stepStrategist', 'toldStrategist'],
  /** Who did and looked at what: of the incidents that the strategist has. */
  readLog: ['strategist'],
  takeDocument: ['strategist'],
  /** A file of evidence, as it was given: it leaves the bot. */
  takeFile: ['strategist'],
  /** A picture that was given as evidence, shown and not handed over. */
  seePicture: ['victim', 'lead', 'standby', 'strategist'],
  /** Who was told of what, and whether it arrived. */
  seeDeliveries: ['lead', 'strategist'],
  /** When it was looked at, as what, and by whom (routine, section 5). */
  seeLooks: ['victim'],
} as const satisfies Record<string, readonly Role[]>;

/** Who may change the contact list and begin a drill: the strategists and their deputies. */
export const mayAdminister = ({ contacts, routine }: Roster, person: PersonId): boolean =>
  contacts.some(
    (contact) =>
      contact.person === person && standsAs(routine.posts, contact, 'strategist') && isActive(contact),
  );

export type Act = keyof typeof MAY;

export const may = (roles: Roles, act: Act): boolean =>
  (MAY[act] as readonly Role[]).some((role) => roles.has(role));
