import { isDaytime } from '../routine/calendar/workingTime';
import { type Contact, isRung, type PersonId } from '../routine/model/contact';
import { standsAs } from '../routine/model/posts';
import type { Situation } from '../routine/model/situation';
import type { StepSpec } from '../routine/model/step';
import { isWorkedOn } from '../routine/plan/traits';
import { isWriterOnly } from '../routine/rules/access';
import { callsFor } from '../routine/rules/calls';
import { rowsAndAccounts, suspectsOf } from '../routine/rules/contactList/suspects';
import { remindAskedAt } from '../routine/rules/deadlines';
import { silencesFor } from '../routine/rules/escalation';
import { asked, askedFirst, askedLevels, overseersAsked } from '../routine/rules/ladders/asked';
import { dutyForVictim } from '../routine/rules/ladders/dutyNumber';
import { hearersOf, reaches } from '../routine/rules/ladders/reaching';
import { asksWord } from '../routine/rules/noticeRows/ending';
import { movableFor } from '../routine/rules/pendingTasks';
import { isWithItsOwner, ownersOf, secondPersonsOf, stateOf } from '../routine/rules/progress';
import { drawnUp } from '../routine/rules/report/documents';
import { maskTimes } from '../routine/rules/report/hidden';
import { versionsOf } from '../routine/rules/report/versions';
import { may } from '../routine/rules/roles/may';
import { numbersFor } from '../routine/rules/standing/numbers';
import { passOnAt } from '../routine/rules/steps/bringsIn';
import { maySkip } from '../routine/rules/steps/skipping';
import { talksFor } from '../routine/rules/steps/talkDays';
import { mayOpenAgain, mayWork } from '../routine/rules/steps/working';
import { chain, strategistsOf } from '../routine/rules/succession';
import { warningsFor } from '../routine/rules/tasks/byChannel';
import { waitKey } from '../routine/rules/tasks/ownDay';
import { aheadOf } from '../routine/rules/victim/ahead';
import { mayReadAloud } from '../routine/rules/victim/aloud';
import { kinAsked } from '../routine/rules/victim/kinHolders';
import { isByProxy } from '../routine/rules/victim/partyWord';
import { beingTold, toldOf, toldToRing } from '../routine/rules/victim/told';
import { undoUntil } from '../routine/rules/wishes/undo';
import type { Facts, Viewing } from './scene';

/*
 * Results of the routine's rules for one viewer, where a rule needs more of the incident than they may see.
 */

/** Ids of those who may be named and rung as ones who help. */
const rungIds = (all: readonly Contact[]): string[] => idsOf(all.filter(isRung));

export const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

/** Whether a step is somebody's to do, once it is open and theirs. */
const isDuty = ({ incident }: Situation, step: StepSpec): boolean =>
  isWorkedOn(step) && incident.state === 'open' && isWithItsOwner(incident, step);

/** Whether nobody could confirm what a person proposes. */
const isAlone = (viewing: Viewing): boolean => {
  const groups = { by: viewing.viewer.person, at: '', values: {}, epoch: 0 };
  return secondPersonsOf({ ...viewing, incident: { ...viewing.incident, groups } }).length === 0;
};

/** The ladders that this viewer is to climb, from when they have heard of them on. */
function reachingFor(viewing: Viewing): Facts['reaching'] {
  const { incident, viewer, now } = viewing;
  const isMine = incident.lead?.person === viewer.person;
  return reaches(viewing).flatMap((reach) => {
    const heard = hearersOf(viewing, reach).find(({ person }) => person === viewer.person);
    // A lead is to ring from the beginning, and is only asked about it later.
    const isHeard = heard !== undefined && (isMine || heard.at <= now);
    return isHeard ? [{ kind: reach.kind, since: reach.since, at: heard.at.toISOString(), isMine }] : [];
  });
}

/** The parts of the victim's own card alone, and of whoever reads it aloud to who has none. */
function victimFacts(viewing: Viewing): Facts['victim'] {
  if (!viewing.viewer.roles.has('victim') && !mayReadAloud(viewing, viewing.viewer)) return undefined;
  const ahead = aheadOf(viewing);
  const { wantsCallAt, callNow } = viewing.incident;
  return {
    told: toldOf(viewing).map(({ how, at, contacts }) => ({ how, at, contacts: idsOf(contacts) })),
    telling: idsOf(beingTold(viewing)),
    ringTold: {
      plain: wantsCallAt && toldToRing(viewing, wantsCallAt),
      now: callNow?.since && toldToRing(viewing, callNow.since),
    },
    isLadderOver: askedLevels(viewing).every(({ at }) => at <= viewing.now),
    ahead: ahead && { kind: ahead.kind, at: ahead.at.toISOString(), contacts: idsOf(ahead.contacts) },
    numbers: idsOf(
      numbersFor(viewing, {
        person: viewing.viewer.person,
        suspects: rowsAndAccounts(suspectsOf(viewing.incident)),
        isDay: isDaytime(viewing.now, viewing.routine.times),
      }),
    ),
  };
}

/** Which documents closing makes final: before it, whoever closes; after it, whoever registers too. */
const readsDrawnUp = ({ incident, viewer: { roles } }: Viewing): boolean =>
  may(roles, 'close') || (incident.state === 'closed' && may(roles, 'recordRegistry'));

/** Whether it is for this viewer to hide the name in free text: the strategist, and whoever leads for the municipality. */
const masksIt = ({ viewer: { roles } }: Viewing): boolean =>
  may(roles, 'mask') && (roles.has('strategist') || roles.has('lead'));

/** The latest addition of a reporter who reads nothing but their own words. */
function addedBy({ incident, viewer }: Viewing): Facts['added'] {
  if (!isWriterOnly(viewer.roles)) return undefined;
  const [, ...later] = versionsOf(incident).filter(({ by }) => by === viewer.person);
  const last = later.at(-1);
  return last && { at: last.at, isWaiting: isByProxy(incident) };
}

/** Whether a message has really arrived at a first contact: a reporter is not told so before. */
const isPartyTold = (viewing: Viewing): boolean =>
  viewing.viewer.roles.has('reporter') &&
  toldOf(viewing).some(({ contacts }) =>
    contacts.some((one) => standsAs(viewing.routine.posts, one, 'firstContact')),
  );

/** The things that whoever reports must not do, by the way that it came: only they are told. */
function warnedOf({ incident, routine, viewer: { person, roles } }: Viewing): string[] {
  const isVictim = roles.has('victim');
  return isVictim || roles.has('reporter') ? warningsFor(incident, routine, { person, isVictim }) : [];
}

/** Until when the viewer's latest press may be taken back. */
const mayUndo = (viewing: Viewing): string | undefined => {
  const { roles, person } = viewing.viewer;
  return may(roles, 'undo') ? undoUntil(viewing, person)?.toISOString() : undefined;
};

/** Until when a viewer who was asked for numbers of next of kin sees them. */
const kinUntil = (viewing: Viewing): string | undefined =>
  viewing.viewer.roles.has('kinHolder') ? kinAsked(viewing)?.until.toISOString() : undefined;

/** The steps that a viewer may work on, put aside, or open again; nothing where they have no such part in it. */
function stepRights(viewing: Viewing): Pick<Facts, 'workable' | 'skippable' | 'reopenable'> {
  const { viewer, routine } = viewing;
  const mayDo = (act: 'endStep' | 'skipStep' | 'reopenStep', rule: typeof mayWork): string[] =>
    may(viewer.roles, act) ? idsOf(routine.steps.filter((step) => rule(viewing, step, viewer))) : [];
  return {
    workable: mayDo('endStep', mayWork),
    skippable: mayDo('skipStep', maySkip),
    reopenable: mayDo('reopenStep', mayOpenAgain),
  };
}

/** The things whose days a viewer may change. */
const movableOf = (viewing: Viewing): Facts['movable'] =>
  may(viewing.viewer.roles, 'moveDay')
    ? movableFor(viewing, viewing.viewer.person).map((one) => ({
        ...{ key: waitKey(one), last: one.last, until: one.day?.until },
      }))
    : [];

/** Whether this person was to file the police report, and the victim has taken the yes back. */
const isCalledOff = ({ incident, viewer, routine, contacts }: Viewing): boolean =>
  incident.state === 'open' &&
  incident.decision?.takenBackAt !== undefined &&
  contacts.some((one) => one.person === viewer.person && standsAs(routine.posts, one, 'filer'));

/** The facts of a viewing. `hide`: a person's account as this viewer may see it. */
export function factsOf(viewing: Viewing, hide: (person: PersonId) => PersonId): Facts {
  const { incident, viewer, routine, now } = viewing;
  const inLine = chain(viewing).flat();
  const waits = passOnAt(viewing);
  const owned = routine.steps.filter((step) => ownersOf(viewing, step).includes(viewer.person));
  const open = routine.steps.filter((step) => stateOf(incident, step, routine, now) === 'open');
  return {
    ...{ asked: rungIds(asked(viewing)), askedFirst: rungIds(askedFirst(viewing)) },
    remindAt: remindAskedAt(viewing).toISOString(),
    ...{ strategists: rungIds(strategistsOf(viewing)), line: rungIds(inLine) },
    calls: callsFor(viewing, viewer.person),
    silences: silencesFor(viewing, viewer.person)
      .filter(({ persons }) => persons.length > 0)
      .map(({ owner, hearing, basis, at }) => ({
        owner,
        hearing,
        persons: basis.persons.map(hide),
        since: basis.since.toISOString(),
        at: at.toISOString(),
      })),
    ...{ duty: idsOf(dutyForVictim(viewing)), overseers: idsOf(overseersAsked(viewing)) },
    reaching: reachingFor(viewing),
    ...{ owned: idsOf(owned), ...stepRights(viewing), movable: movableOf(viewing) },
    talks: talksFor(viewing, viewer),
    open: idsOf(open),
    duties: idsOf(owned.filter((step) => open.includes(step) && isDuty(viewing, step))),
    isAlone: isAlone(viewing),
    asksWord: may(viewer.roles, 'sayWord') && asksWord(viewing, viewer),
    notPassedOn: waits && waits.at <= now ? waits.step.id : '',
    masksBy: masksIt(viewing) ? (maskTimes(viewing)?.last ?? '') : '',
    added: addedBy(viewing),
    ...{ isPartyTold: isPartyTold(viewing), isCalledOff: isCalledOff(viewing) },
    ...{ undoUntil: mayUndo(viewing), kinUntil: kinUntil(viewing), isListed: viewing.isListed === true },
    drawnUp: readsDrawnUp(viewing) ? drawnUp(incident) : [],
    ...{ warnings: warnedOf(viewing), victim: victimFacts(viewing) },
    isInLine:
      incident.state === 'open' &&
      inLine.some((one) => one.person === viewer.person && standsAs(routine.posts, one, 'firstContact')),
  };
}
