import { dayOf } from '../../calendar/localTime';
import { nextRound } from '../../calendar/workingTime';
import { type Contact, OPERATOR } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { reportStep } from '../../plan/traits';
import { askedLevels } from '../ladders/asked';
import type { Notice, NoticeKind } from '../noticeRows/draw';
import { notices } from '../notices';
import { waitingIn } from '../pendingTasks';
import { hasEnded } from '../progress';
import { isReachable, victimOf } from '../succession';

/*
 * The next thing that the routine will do by itself, as the victim is told of it: their card is never without one as
 * long as there is any.
 */

/** The things to come that the victim is told of. */
export const AHEAD_KINDS = [
  'asked',
  'rung',
  'askedAgain',
  'round',
  'nobody',
  'silent',
  'stuck',
  'operator',
  'filer',
  'question',
  'decisionAgain',
  'fileYourself',
  'alone',
  'relay',
  'police',
  'reminder',
  'talk',
  'reached',
  'unreached',
  'ringAgain',
] as const;
export type AheadKind = (typeof AHEAD_KINDS)[number];

/** Something that comes by itself. */
export interface Ahead {
  kind: AheadKind;
  at: Date;
  /** Those whom it goes to; empty where it is the victim, or whoever runs the bot. */
  contacts: Contact[];
}

type Naming = AheadKind | ((notice: Notice, situation: Situation) => AheadKind | undefined) | undefined;

const aboutOf = ({ key }: Notice): string => key.split('|')[1] ?? '';

/** A step's notice: the police report has words of its own, and a question to the victim has too. */
const ofDuty: Naming = (notice, { incident, routine }) => {
  if (notice.person === victimOf(incident)) return 'question';
  return aboutOf(notice) === reportStep(routine)?.id && !isReported(incident, routine) ? 'filer' : undefined;
};

/** Whether the report is made. Then what goes with it may still wait for whoever files; nobody is asked to make it again. */
const isReported = (incident: Incident, routine: Routine): boolean => {
  const step = reportStep(routine);
  return step !== undefined && hasEnded(incident, step.id);
};

const toFile: Naming = (_, { incident, routine }) =>
  isReported(incident, routine) ? undefined : 'fileYourself';

const ofSilence: Naming = (notice, { incident }) => {
  const [owner] = aboutOf(notice).split('.');
  if (owner === 'registry') return undefined;
  if (notice.person === OPERATOR) return 'operator';
  return incident.lead ? 'stuck' : 'silent';
};

/** How each notice to come is told to the victim; undefined: it says nothing to them, or is never to come. */
const TOLD_AS: Readonly<Record<NoticeKind, Naming>> = {
  asked: undefined,
  askedAgain: 'askedAgain',
  nobody: ({ person }) => (person === OPERATOR ? 'operator' : 'nobody'),
  told: undefined,
  broughtIn: undefined,
  duty: ofDuty,
  received: undefined,
  decision: undefined,
  decisionAgain: 'decisionAgain',
  fileYourself: toFile,
  newOfficer: undefined,
  belongs: undefined,
  partyQuestion: 'question',
  confirm: undefined,
  readFirst: undefined,
  askReading: undefined,
  ruledOut: undefined,
  mask: undefined,
  maskAgain: undefined,
  ring: 'ringAgain',
  kinLook: undefined,
  kinAsked: undefined,
  kinWord: undefined,
  undone: undefined,
  enough: undefined,
  decided: undefined,
  reached: 'reached',
  unreached: 'unreached',
  call: undefined,
  alone: 'alone',
  relay: 'relay',
  passOn: undefined,
  policeToday: 'police',
  dutyAgain: 'reminder',
  informed: undefined,
  firstTalk: undefined,
  talk: 'talk',
  plannedTalk: 'talk',
  talkDay: undefined,
  measure: undefined,
  takenOver: undefined,
  up: ofSilence,
  waited: undefined,
  reopened: undefined,
  restored: undefined,
  occurrences: undefined,
  resent: undefined,
  eraseSoon: undefined,
  reviewAsked: undefined,
  closed: undefined,
  round: undefined,
  group: undefined,
  draft: undefined,
  news: undefined,
  drill: undefined,
  drillResult: undefined,
  retentionUnset: undefined,
  maintenance: undefined,
  maintenanceOver: undefined,
  maintenanceOff: undefined,
  homeAsk: undefined,
  home: undefined,
  homeTaken: undefined,
  okay: undefined,
  okayListed: undefined,
  practiceAsk: undefined,
  practice: undefined,
  files: undefined,
  correction: undefined,
  corrected: undefined,
};

/** Those that say that somebody rings: not to who is not to be rung. */
const RINGS: ReadonlySet<AheadKind> = new Set<AheadKind>(['reached', 'unreached', 'ringAgain']);

function fromNotices(situation: Situation): Ahead[] {
  const { contacts, now, unreachable, incident } = situation;
  const isHeld = incident.quiet !== undefined || incident.unable !== undefined;
  return notices(situation).flatMap((notice) => {
    const at = new Date(notice.since);
    if (at <= now || unreachable.has(notice.person)) return [];
    const naming = TOLD_AS[notice.kind];
    const kind = typeof naming === 'function' ? naming(notice, situation) : naming;
    if (!kind || (isHeld && RINGS.has(kind))) return [];
    const contact = contacts.find(({ person }) => person === notice.person);
    return [{ kind, at, contacts: contact ? [contact] : [] }];
  });
}

/** Those who will be asked to lead; who has no account is rung by those who were asked before. */
function fromLevels(situation: Situation): Ahead[] {
  const { now, unreachable } = situation;
  return askedLevels(situation).flatMap(({ at, contacts }): Ahead[] => {
    if (at <= now) return [];
    const reached = contacts.filter((one) => isReachable(one, unreachable));
    if (reached.length > 0) return [{ kind: 'asked', at, contacts: reached }];
    const rung = contacts.filter((one) => one.person === undefined);
    return rung.length > 0 ? [{ kind: 'rung', at, contacts: rung }] : [];
  });
}

/** Nobody has answered: it stands in the next morning's list of all who were asked. */
function fromRound(situation: Situation): Ahead[] {
  const { now, routine } = situation;
  const waits = waitingIn(situation).find(({ owner }) => owner === 'asked');
  const at = nextRound(now, routine.times.roundHour);
  if (!waits || waits.persons.length === 0 || dayOf(at) < waits.roundFrom) return [];
  return [{ kind: 'round', at, contacts: [] }];
}

/** The next thing that comes by itself, of whatever kind; undefined: nothing more will. */
export function aheadOf(situation: Situation): Ahead | undefined {
  if (situation.incident.state === 'closed') return undefined;
  const all = [...fromLevels(situation), ...fromNotices(situation), ...fromRound(situation)];
  const [first] = all.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!first) return undefined;
  const same = all.filter(({ kind, at }) => kind === first.kind && at.getTime() === first.at.getTime());
  const contacts = new Map(same.flatMap((one) => one.contacts).map((one) => [one.person ?? one.id, one]));
  return { ...first, contacts: [...contacts.values()] };
}
