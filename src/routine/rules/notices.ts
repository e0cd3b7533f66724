import { inDaytime } from '../calendar/workingTime';
import { OPERATOR } from '../model/contact';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';
import { callsDue } from './calls';
import { aloneAskedAt, askAgainAt, isProtectionOpen, relayAt } from './deadlines';
import { silencesIn } from './escalation';
import { asksForLead } from './leadership';
import { type Draw, draw, type Notice } from './noticeRows/draw';
import { toAskWord, toldClosed } from './noticeRows/ending';
import { talks, toTalkers } from './noticeRows/talks';
import { toAsked, toBroughtIn, toNotPassedOn, toStrategist } from './noticeRows/toAsked';
import { toCorrectors } from './noticeRows/toCorrectors';
import { toDigest } from './noticeRows/toDigest';
import { toFollowers } from './noticeRows/toFollowers';
import { toKin } from './noticeRows/toKin';
import { toFilers, toOwners } from './noticeRows/toOwners';
import { toReach } from './noticeRows/toReach';
import { toFileReaders, toMaskers, toReaders } from './noticeRows/toReaders';
import { toResent } from './noticeRows/toResent';
import type { WaitOwner } from './pendingTasks';
import { confirmersOf } from './progress';
import { eraseEpoch, warnings } from './retention';
import { firstTalkTimes, isFirstTalkMissing } from './steps/talks';
import { accountsOf, strategistsOf, victimOf } from './succession';
import { partyAgainAt } from './victim/partyWord';
import { confirmFrom } from './victim/readFirst';
import { unlessEnough } from './wishes/enough';
import { unlessHeld } from './wishes/quiet';

export type { Notice, NoticeKind } from './noticeRows/draw';

function toVictim(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const victim = victimOf(incident);
  const { lead, decision, partyQuestion } = incident;
  const isAskedDecision = decision?.askedAt && !decision.answer;
  return [
    // Nobody pressed anything for it: the first card comes by itself.
    ...(incident.practice ? note('practice', '', 1, victim, incident.createdAt) : []),
    ...(lead ? note('received', '', incident.leadEpoch, victim, lead.since) : []),
    ...(isAskedDecision ? note('decision', '', decision.epoch, victim, decision.askedAt ?? '') : []),
    ...askAgainAt(situation).flatMap((at, index) =>
      note('decisionAgain', String(index), decision?.epoch ?? 0, victim, at),
    ),
    ...(incident.victim.bound === 'asked'
      ? note('belongs', '', incident.victim.epoch, incident.victim.person, incident.victim.askedAt ?? '')
      : []),
    ...(partyQuestion && !partyQuestion.answer
      ? note('partyQuestion', '', 1, victim, partyQuestion.askedAt)
      : []),
    ...partyAgainAt(situation).flatMap((at, index) =>
      note('partyQuestion', `again.${partyQuestion?.ringMe ?? 1}.${index}`, 1, victim, at),
    ),
    ...(asksForLead(situation) ? note('newOfficer', '', incident.leadEpoch, victim, lead?.since ?? '') : []),
    ...toldUndone(incident, note),
    // By day: nobody is woken by it.
    ...(incident.kinLooks ?? []).flatMap(({ at }) =>
      note('kinLook', at.replace(/\D/g, ''), 1, victim, inDaytime(new Date(at), situation.routine.times)),
    ),
  ];
}

/** Somebody took back that they lead, or that it was over: at once, for somebody waits for them. */
function toldUndone(incident: Incident, note: Draw): Notice[] {
  const { undone } = incident;
  const victim = victimOf(incident);
  if (!undone?.isTold || undone.by === victim) return [];
  return note('undone', undone.at.replace(/\D/g, ''), 1, victim, undone.at);
}

/** The victim's answer has opened the police report: whoever leads is told by day, and cannot hold it. Not who wrote it down. */
function toldOfDecision({ incident, routine }: Situation, note: Draw): Notice[] {
  const { lead, decision } = incident;
  const isOpened = ['municipality', 'self', 'other'].includes(decision?.answer ?? '');
  if (!lead || !decision?.at || !isOpened || decision.by === lead.person || decision.at < lead.since)
    return [];
  return note('decided', '', decision.epoch, lead.person, inDaytime(new Date(decision.at), routine.times));
}

function toLead(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const { lead } = incident;
  if (!lead) return [];
  const aloneAt = aloneAskedAt(situation);
  const relay = relayAt(situation);
  return [
    ...(incident.epoch > 1
      ? note('reopened', '', incident.epoch, lead.person, incident.reopenedAt ?? incident.createdAt)
      : []),
    ...(aloneAt && isProtectionOpen(situation)
      ? note('alone', '', incident.leadEpoch, lead.person, aloneAt)
      : []),
    ...(isFirstTalkMissing(incident) && !incident.unable
      ? note('firstTalk', '', incident.leadEpoch, lead.person, firstTalkTimes(situation).at)
      : []),
    // In daytime: it is no news that wakes anybody.
    ...(incident.enoughAt
      ? note(
          'enough',
          incident.enoughAt.replace(/\D/g, ''),
          1,
          lead.person,
          inDaytime(new Date(incident.enoughAt), situation.routine.times),
        )
      : []),
    ...(relay ? note('relay', incident.company?.at(-1)?.id ?? '', 1, lead.person, relay) : []),
    // Their post has ended, and the victim cannot be asked here: they ask instead.
    ...(asksForLead(situation) && !victimOf(incident)
      ? note('newOfficer', '', incident.leadEpoch, lead.person, lead.since)
      : []),
    ...(lead.from ? note('takenOver', '', incident.leadEpoch, lead.from, lead.since) : []),
    ...toldOfDecision(situation, note),
    ...talks(situation, note),
  ];
}

function toConfirmers(situation: Situation, note: Draw): Notice[] {
  const { groups } = situation.incident;
  const from = confirmFrom(situation);
  if (!groups || !from) return [];
  const seconds = confirmersOf({ ...situation, now: from });
  return seconds.flatMap((person) => note('confirm', '', groups.epoch, person, from));
}

/** Who is to be rung, since Teams does not reach them. */
const toCallers = (situation: Situation, note: Draw): Notice[] =>
  callsDue(situation).flatMap((call) =>
    note('call', `${call.to}.${call.answers}`, call.tries, call.by, call.since),
  );

const OF_THE_LEAD: ReadonlySet<WaitOwner> = new Set<WaitOwner>(['asked', 'lead']);

/** Somebody has been silent for too long. What began on one day is one silence: who works it off is not told of again. */
function toThoseAbove(situation: Situation, note: Draw): Notice[] {
  const { incident, now } = situation;
  const up = silencesIn(situation).flatMap((silence) => {
    const { basis } = silence;
    const at = basis.upAt?.toISOString() ?? '';
    const began = basis.pace ? `${basis.pace.minutes}m.${at.slice(0, 16)}` : at.slice(0, 10);
    const about = `${silence.owner}.${began}.${silence.level}`;
    const persons = silence.persons.length > 0 ? silence.persons : [OPERATOR];
    // A new lead is silent anew; others' silence lasts, whoever leads.
    const epoch = OF_THE_LEAD.has(silence.owner) ? incident.leadEpoch : incident.epoch;
    return persons.flatMap((person) => note('up', about, epoch, person, silence.at));
  });
  const told = new Set(up.filter((one) => new Date(one.since) <= now).map((one) => one.person));
  const waited = (incident.waits ?? [])
    .filter((one) => told.has(one.person))
    .flatMap((one) => note('waited', one.until, incident.epoch, one.person, one.until));
  return [...up, ...waited];
}

/** The strategists, before a closed incident is erased. */
function toKeepers(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const keepers = accountsOf(strategistsOf(situation));
  return warnings(situation).flatMap(({ about, from }) =>
    keepers.flatMap((person) => note('eraseSoon', about, eraseEpoch(incident), person, from)),
  );
}

/** One a key: who has two posts is told at the earlier time. */
function unique(notices: readonly Notice[]): Notice[] {
  const first = new Map<string, Notice>();
  for (const notice of notices) {
    const before = first.get(notice.key);
    if (!before || notice.since < before.since) first.set(notice.key, notice);
  }
  return [...first.values()];
}

const ROWS = [
  toAsked,
  toStrategist,
  toBroughtIn,
  toNotPassedOn,
  toOwners,
  toFilers,
  toVictim,
  toLead,
  toReach,
  toReaders,
  toFileReaders,
  toCorrectors,
  toMaskers,
  toFollowers,
  toKin,
  toConfirmers,
  toTalkers,
  toCallers,
  toResent,
  toDigest,
  toThoseAbove,
  toAskWord,
];

/**
 * Who should know what, and since when: a pure function of the incident, the contact list and the time. What is still to
 * come is in it with its time, so that the agenda knows when to look again.
 */
export function notices(situation: Situation): Notice[] {
  const { incident } = situation;
  if (incident.erasing) return [];
  return unlessHeld(situation, unlessEnough(incident, all(situation)));
}

function all(situation: Situation): Notice[] {
  const { incident } = situation;
  const note = draw(incident);
  if (incident.state === 'closed')
    return [...toKeepers(situation, note), ...toldClosed(situation, note), ...toMaskers(situation, note)];
  const all = unique(ROWS.flatMap((rows) => rows(situation, note)));
  // Whoever runs the bot has no part in an exercise.
  return incident.practice ? all.filter(({ person }) => person !== OPERATOR) : all;
}
