import type { Page } from '../routine/acts/pages';
import type { Contact, PersonId } from '../routine/model/contact';
import type { Incident } from '../routine/model/incident';
import type { Routine } from '../routine/model/routine';
import { isWide, isWriterOnly, type Scope, scopeOf, type Viewer } from '../routine/rules/access';
import { isStrategistIn } from '../routine/rules/joined/carried';
import { assessmentsFor, forRegister, shownToStrategist, withoutMunicipal } from '../routine/rules/reading';
import { correctionsFor } from '../routine/rules/report/corrections';
import { withoutHidden } from '../routine/rules/report/hidden';
import { mapVersions } from '../routine/rules/report/occurrences';
import { ownOnly } from '../routine/rules/report/versions';
import { type Act, MAY, may } from '../routine/rules/roles/may';
import { asSentIn, isByProxy } from '../routine/rules/victim/partyWord';
import { toRead } from '../routine/rules/victim/readFirst';
import { letInAs } from '../routine/rules/victim/reporterSees';
import { heldBack } from './beside/heldBack';
import { factsOf } from './facts';
import { policeReport } from './policeReport';
import type { Facts, SceneData, Viewing } from './scene';
import { onThePhone } from './shown/phone';
import { sharedPart, VICTIM } from './shown/shared';
import { stepsFor } from './shown/steps';

const readsWho = (scope: Scope): boolean => isWide(scope) || scope === 'own';

/** Whether somebody has a part in it beside having written it, or being the one whom it is about. */
const isHelper = ({ roles }: Viewer): boolean =>
  [...roles].some(
    (role) => !['reporter', 'follower', 'confidant', 'maybeVictim', 'struck', 'kinHolder'].includes(role),
  );

/** The question for numbers of next of kin, to whom it went to: that it was asked, and what they said. */
const askOf = ({ kinAsk }: Incident, { person }: Viewer): Incident['kinAsk'] =>
  kinAsk?.asked.includes(person) ? { ...kinAsk, by: '', asked: [person] } : undefined;

/**
 * The part of an incident that whoever has to do with it may see: when and how it began, how it stands, which officials
 * act.
 */
function outline({ incident, viewer }: Viewing, hide: (person: PersonId) => PersonId): Incident {
  const { v, id, reference, practice, rev, createdAt, via, state, epoch, acute, route, leadEpoch } = incident;
  const { erased, closedAt, closeReason, closedBy, reopenedAt, acuteAt, reportedAt, askedAt } = incident;
  const { keptLead, strategist, victim, lead, archive, routine, spoken } = incident;
  return {
    ...{ v, id, reference, practice, rev, createdAt, via, state, epoch, acute, route, leadEpoch },
    ...{ erased, closedAt, closeReason, closedBy, reopenedAt, acuteAt, reportedAt, askedAt },
    ...{ keptLead, strategist, archive, routine },
    ...heldBack(incident, isHelper(viewer)),
    // When somebody spoke with the victim: those who climb the ladder see that it has ended.
    spoken: spoken && { ...spoken, by: '' },
    victim: {
      person: victim.person && hide(victim.person),
      bound: victim.bound,
      epoch: victim.epoch,
      not: victim.not?.filter((person) => person === viewer.person),
    },
    reporter: { person: '', name: '', kind: incident.reporter.kind },
    reporterSees: letInAs(incident) && viewer.roles.has('reporter') ? incident.reporterSees : undefined,
    lead: lead && { ...lead, reason: undefined },
    wanted: [],
    standby: incident.standby,
    kinAsk: askOf(incident, viewer),
    declined: incident.declined.filter(({ person }) => person === viewer.person),
    calls: incident.calls?.map((call) => ({ ...call, by: '' })),
    registry: incident.registry && { number: '', at: incident.registry.at, by: '' },
    hold: incident.hold && { ...incident.hold, by: '', reason: '' },
    report: {},
    steps: {},
    checks: {},
    talks: [],
    protection: [],
    once: [],
  };
}

/** The part that the victim, or whoever files the police report, sees beside the outline. */
function readIn({ incident, viewer, routine }: Viewing, scope: Scope): Partial<Incident> {
  const { victim, reporter, party, board, decision, report, versions, registry } = incident;
  const reviewWords = incident.reviewWords?.filter(({ by }) => by === viewer.person);
  if (scope === 'steps') return { reviewWords };
  if (scope === 'shared') return sharedPart(incident);
  if (scope !== 'own' && scope !== 'police') return {};
  const read = { party, board, reporter, registry, decision };
  if (scope === 'police')
    return {
      ...read,
      // How it was given is between the victim and whoever wrote it down.
      decision: decision && { ...decision, how: undefined, by: undefined },
      evidence: incident.evidence?.map((one) => ({ ...one, by: '' })),
      report: policeReport(report),
      versions: versions?.map((one) => ({ ...one, values: policeReport(one.values) })),
      occurrences: mapVersions(incident, (one) => ({ ...one, values: policeReport(one.values) })),
      reporter: { ...reporter, person: '' },
      victim: { ...victim, person: victim.person && VICTIM },
    };
  return { ...read, ...ownPart(incident, routine), reviewWords };
}

/** The part that is the victim's own to read, beside what an official reads for a report. */
function ownPart(incident: Incident, routine: Pick<Routine, 'keepsAssessments'>): Partial<Incident> {
  const { victim, report, versions, occurrences, company, talks, protection, tasks, outlook } = incident;
  const threats = assessmentsFor(incident, routine);
  const { partyQuestion, mistakeAt, wantsCallAt, consent, withdrawal, wanted, wantedAt, declined } = incident;
  const { callNow, spoken, wantsParty, partyAt, evidence, kinLooks, undone, safeAt, enoughAt } = incident;
  return {
    ...{ victim, report, versions, occurrences, evidence, protection, threats, tasks, consent },
    ...{ withdrawal, wanted, wantedAt, declined, outlook, reporterSees: incident.reporterSees },
    ...{ partyQuestion, mistakeAt, wantsCallAt, callNow, spoken, wantsParty, partyAt, kinLooks, undone },
    ...{ safeAt, enoughAt, merged: incident.merged, mergedInto: incident.mergedInto },
    ...heldBack(incident, true),
    company: company?.map((one) => ({ ...one, who: one.who && COMPANY, next: '', by: '' })),
    talks: talks.map((one) => ({
      ...{ ...one, attendees: '', notes: '', waived: one.waived && WAIVED },
      moves: undefined,
    })),
  };
}

/** That there is somebody, or a reason: not who, and not which. */
const [COMPANY, WAIVED] = ['company', 'waived'] as const;

/** A strategist who has not the whole of it. */
const isOnlyHelping = ({ roles }: Viewer): boolean =>
  roles.has('toldStrategist') || roles.has('stepStrategist');

/** Whether somebody reads what others are to be told: who confirms it, and the victim. */
const readsProposal = (viewing: Viewing): boolean =>
  viewing.viewer.roles.has('confirmer') ||
  (viewing.viewer.roles.has('victim') && toRead(viewing) !== undefined);

function incidentFor(
  viewing: Viewing,
  facts: Facts,
  page: Page | undefined,
  hide: (person: PersonId) => PersonId,
) {
  // What opens the files, and what a press was taken back to, are for storage alone.
  const { fileKeys: _, undo: __, masking, ...incident } = withoutHidden(viewing.incident, viewing.routine);
  const { viewer } = viewing;
  const scope = scopeOf(viewer.roles);
  if (scope === 'all') {
    if (page === 'mask') return { ...incident, hidden: forMasking(viewing) };
    return page && PREPARES.includes(page) && viewer.roles.has('strategist')
      ? { ...incident, masking }
      : incident;
  }
  if (scope === 'led') {
    const read = isByProxy(incident) ? asSentIn(incident, viewer.person, viewing.routine) : incident;
    return withoutMunicipal(read, viewing.routine);
  }
  const corrections = correctionsFor(incident, viewer).map((one) => ({
    ...one,
    ...{ by: hide(one.by), of: hide(one.of) },
    answer: one.answer && { ...one.answer, by: hide(one.answer.by) },
  }));
  const base = { ...outline(viewing, hide), steps: stepsFor(viewing, facts), corrections };
  return {
    ...(scope === 'steps' ? shownToStrategist(incident, base, viewing.routine) : base),
    ...readIn({ ...viewing, incident }, scope),
    ...(readsProposal(viewing) ? { groups: incident.groups } : {}),
    ...(page && WRITING.has(page) && isWriterOnly(viewer.roles) ? ownOnly(incident, viewer.person) : {}),
    ...(page === 'kin' && viewer.roles.has('kinHolder')
      ? { victim: { ...base.victim, name: nameForKin(viewing) } }
      : {}),
    ...(page === 'party' ? { party: incident.party } : {}),
    ...onThePhone({ ...viewing, incident }, page),
    ...(page === 'registry' && isOnlyHelping(viewer) ? forRegister(incident) : {}),
  };
}

/** The person whose next of kin are asked for: in the answer to the look that is logged, and told to the victim. */
const nameForKin = ({ kin, incident }: Viewing): string | undefined => kin && incident.victim.name;

/** The words that are hidden, for who may change them: nothing else that stands beside them. */
const forMasking = ({ incident: { hidden } }: Viewing): Incident['hidden'] =>
  hidden && { at: hidden.at, masked: hidden.masked };

/** A row of the contact list without what only the bot uses. */
export const asEverybodySees = ({
  email: _,
  person: __,
  silentAt: ___,
  quiet: ____,
  ...contact
}: Contact): Contact => contact;

const contactFor =
  (hide: (person: PersonId) => PersonId) =>
  ({ email: _, ...contact }: Contact): Contact =>
    contact.person && hide(contact.person) !== contact.person ? { ...contact, person: undefined } : contact;

/** Pages from which a copy is prepared. */
const PREPARES: readonly Page[] = ['maskedCopy', 'document'];

/** Pages that show more of an incident than the viewer's own card. */
const WRITING: ReadonlySet<Page> = new Set(['amend', 'occurrences', 'occurrence']);
const BESIDE: readonly Page[] = ['party', 'registry', 'kin', 'mask', 'reach', 'aloud'];
const SHOWS_MORE: ReadonlySet<Page> = new Set([...BESIDE, ...PREPARES, ...WRITING]);

/** Scenes worked out for a viewing, by the page that shows more. A card and its pages are of one viewing. */
const remembered = new WeakMap<Viewing, Map<Page | undefined, SceneData>>();

/**
 * An incident as a viewer may see it, as plain data: all that a screen of it holds.
 * @param page the page that is opened, where that shows more than the base card
 */
export function seen(viewing: Viewing, page?: Page): SceneData {
  const wider = page && SHOWS_MORE.has(page) ? page : undefined;
  const known = remembered.get(viewing) ?? new Map<Page | undefined, SceneData>();
  remembered.set(viewing, known);
  const shown = known.get(wider) ?? worked(viewing, wider);
  known.set(wider, shown);
  return shown;
}

/** That it shares an event is for strategists alone, who else follows it for nobody, and which press goes to others for storage. */
const withoutOthers = (shown: Incident, { incident, viewer }: Viewing): Incident => ({
  ...shown,
  carries: undefined,
  followers: incident.followers?.filter(({ person }) => person === viewer.person),
  event: isStrategistIn(viewer.roles) ? incident.event : undefined,
});

function worked(viewing: Viewing, page: Page | undefined): SceneData {
  const { incident, contacts, unreachable, viewer, now, once, retention, warnedAt } = viewing;
  const { victimEmail, kin, around } = viewing;
  const isHidden = !readsWho(scopeOf(viewer.roles));
  const hide = (person: PersonId): PersonId =>
    isHidden && person === incident.victim.person && person !== viewer.person ? VICTIM : person;
  const facts = factsOf(viewing, hide);
  return {
    viewer: {
      person: viewer.person,
      roles: [...viewer.roles],
      may: (Object.keys(MAY) as Act[]).filter((act) => may(viewer.roles, act)),
    },
    incident: withoutOthers(incidentFor(viewing, facts, page, hide), viewing),
    contacts: contacts.map(contactFor(hide)),
    unreachable: Object.fromEntries([...unreachable].map(([person, at]) => [hide(person), at])),
    facts,
    now: now.toISOString(),
    ...{ once, retention, warnedAt, victimEmail, kin, around },
  };
}
