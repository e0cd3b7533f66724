import { type Contact, OPERATOR, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import type { StepSpec } from '../model/routine';
import type { Situation } from '../model/situation';
import { callsDue } from './calls';
import {
  aloneAskedAt,
  askAgainAt,
  isProtectionOpen,
  plannedTalkTimes,
  policeTimes,
  relayAt,
  remindAskedAt,
  talkTimes,
} from './deadlines';
import { silencesIn } from './escalation';
import { filing, filingNow } from './filing';
import { asksForLead } from './leadership';
import { openSince, type WaitOwner } from './pendingTasks';
import { confirmersOf, followUpDays, ownersOf, stateOf, stored } from './progress';
import { eraseEpoch, warnedFrom } from './retention';
import { accountsOf, askedLevels, strategistsOf, victimOf } from './succession';

/** Why someone hears of an incident. */
export type NoticeKind =
  | 'asked'
  | 'askedAgain'
  | 'told'
  | 'broughtIn'
  | 'duty'
  | 'received'
  | 'decision'
  | 'decisionAgain'
  | 'fileYourself'
  | 'newOfficer'
  | 'belongs'
  | 'partyQuestion'
  | 'confirm'
  | 'ring'
  | 'call'
  | 'alone'
  | 'relay'
  | 'policeToday'
  | 'talk'
  | 'plannedTalk'
  | 'takenOver'
  | 'up'
  | 'waited'
  | 'reopened'
  | 'restored'
  | 'eraseSoon'
  // Of other subjects than an incident: a person, the town.
  | 'round'
  | 'draft'
  | 'news'
  | 'drill'
  | 'drillResult'
  | 'retentionUnset';

/** Someone should know something, since when; delivery rows say whether they have been told. */
export interface Notice {
  /** `kind|about|epoch|person` */
  key: string;
  kind: NoticeKind;
  person: PersonId;
  /** ISO; a time to come is when the agenda looks again. */
  since: string;
  isAcute: boolean;
}

type Draw = (
  kind: NoticeKind,
  about: string,
  epoch: number,
  person: PersonId | undefined,
  since: string | Date,
) => Notice[];

const draw =
  (incident: Incident): Draw =>
  (kind, about, epoch, person, since) =>
    person === undefined
      ? []
      : [
          {
            key: `${kind}|${about}|${epoch}|${person}`,
            kind,
            person,
            since: typeof since === 'string' ? since : since.toISOString(),
            isAcute: incident.acute,
          },
        ];

/**
 * Who said "Jag kan inte" and is asked again, since nobody else is left, is told once more; so is everyone when a report
 * has become acute.
 */
const askedBefore = (incident: Incident, contact: Contact): string =>
  [hasDeclined(incident, contact) ? 'again' : '', becameAcute(incident)].filter(Boolean).join('.');

const hasDeclined = (incident: Incident, contact: Contact): boolean =>
  incident.declined.some((one) => one.person === contact.person);

const becameAcute = ({ acute, acuteAt }: Incident): string => (acute ? (acuteAt ?? '') : '');

/** Those who are asked to lead: at once, reminded, and more of them as long as nobody answers. */
function toAsked(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const levels = askedLevels(situation);
  const remindAt = remindAskedAt(situation);
  return levels.flatMap((level, index) =>
    level.contacts.flatMap((contact) => [
      ...note('asked', askedBefore(incident, contact), incident.leadEpoch, contact.person, level.at),
      ...(index === 0
        ? note('askedAgain', becameAcute(incident), incident.leadEpoch, contact.person, remindAt)
        : []),
    ]),
  );
}

/** The strategist is told without content, as long as the incident is not theirs. */
function toStrategist(situation: Situation, note: Draw): Notice[] {
  const { incident, now } = situation;
  if (incident.strategist) return [];
  const candidates = askedLevels(situation)
    .filter((level) => level.at <= now)
    .flatMap((level) => accountsOf(level.contacts));
  return accountsOf(strategistsOf(situation))
    .filter((person) => !candidates.includes(person) && person !== incident.lead?.person)
    .flatMap((person) => note('told', '', incident.epoch, person, incident.createdAt));
}

/** The strategist gets the incident itself (`contact-strategist`, police, information, support). */
function broughtIn(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const { strategist } = incident;
  if (!strategist) return [];
  return accountsOf(strategistsOf(situation))
    .filter((person) => person !== incident.lead?.person)
    .flatMap((person) => note('broughtIn', '', strategist.epoch, person, strategist.since));
}

const isTold = (situation: Situation, step: StepSpec): boolean =>
  step.owner !== 'strategist' || situation.incident.strategist !== undefined;

/** The first is ended by who takes it on, the other has notices of its own (`talks`). */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['inform-officer', 'follow-up-talk']);

/** Open steps arrive at their owners; the lead works from one card and is told only of what opens by date. */
function duties(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  return routine.steps.flatMap((step) => {
    const isByDate = step.opens === 'followUp' && (incident.lead !== undefined || step.owner === 'victim');
    // Told in the morning of a working day, though it may be open since a Saturday.
    const opensAt = talkTimes(situation).book;
    const state = stateOf(incident, step, routine, now);
    const willOpen = isByDate && state === 'waiting';
    if ((state !== 'open' && !willOpen) || TOLD_OTHERWISE.has(step.id) || !isTold(situation, step)) return [];
    const at = stored(incident, step.id);
    const since =
      at.openedAt ?? (isByDate ? opensAt.toISOString() : (incident.decision?.at ?? incident.createdAt));
    const police =
      step.id === 'contact-police' ? policeTimes(openSince(situation, step), situation) : undefined;
    const owners = ownersOf(situation, step);
    const hear = owners
      .filter((person) => person !== incident.lead?.person || (isByDate && at.state !== 'open'))
      .filter((person) => person !== victimOf(incident) || step.owner !== 'lead')
      .filter(() => step.owner !== 'filer' || incident.decision?.answer !== 'municipality');
    return [
      ...hear.flatMap((person) => note('duty', dutyOf(step), at.epoch, person, since)),
      // The same day: a strategist who leads is reminded too.
      ...(police ? owners.flatMap((person) => note('policeToday', '', at.epoch, person, police.remind)) : []),
    ];
  });
}

/** One duty, one card: the three steps of the police report are worked on one. */
const dutyOf = (step: StepSpec): string => (step.section === '3.1.3' ? 'police-report' : step.id);

/** The police report by the municipality: the chief executive, then the deputies, then the victim is offered to. */
function toFilers(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  const found = filing(situation);
  const open = routine.steps.filter(
    (step) => step.section === '3.1.3' && stateOf(incident, step, routine, now) === 'open',
  );
  const [step] = open;
  if (!found || !step) return [];
  const { epoch } = stored(incident, step.id);
  const isFiled = stored(incident, 'police-report').state === 'done';
  // Once it is filed, nobody further down the line hears of it.
  const levels = isFiled ? filingNow(situation) : found.levels;
  return [
    ...levels.flatMap(({ at, contacts }) =>
      accountsOf(contacts)
        .filter((person) => person !== incident.lead?.person)
        .flatMap((person) => note('duty', 'police-report', epoch, person, at)),
    ),
    ...(isFiled ? [] : note('fileYourself', '', epoch, victimOf(incident), found.offeredAt)),
  ];
}

function toVictim(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const victim = victimOf(incident);
  const { lead, decision, partyQuestion } = incident;
  const isAskedDecision = decision?.askedAt && !decision.answer;
  return [
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
    ...(asksForLead(situation) ? note('newOfficer', '', incident.leadEpoch, victim, lead?.since ?? '') : []),
  ];
}

function toLead(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const { lead, wantsCallAt } = incident;
  if (!lead) return [];
  const aloneAt = aloneAskedAt(situation);
  const relay = relayAt(situation);
  return [
    ...(wantsCallAt ? note('ring', wantsCallAt, 1, lead.person, wantsCallAt) : []),
    ...(incident.epoch > 1
      ? note('reopened', '', incident.epoch, lead.person, incident.reopenedAt ?? incident.createdAt)
      : []),
    ...(aloneAt && isProtectionOpen(situation)
      ? note('alone', '', incident.leadEpoch, lead.person, aloneAt)
      : []),
    ...(relay ? note('relay', incident.company?.at(-1)?.id ?? '', 1, lead.person, relay) : []),
    // Their post has ended, and the victim cannot be asked here: they ask instead.
    ...(asksForLead(situation) && !victimOf(incident)
      ? note('newOfficer', '', incident.leadEpoch, lead.person, lead.since)
      : []),
    ...(lead.from ? note('takenOver', '', incident.leadEpoch, lead.from, lead.since) : []),
    ...talks(situation, note),
  ];
}

/** The follow-up talk: book, remind, last day, overdue (the strategist too); and talks 2, 3, …. */
function talks(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  const { lead } = incident;
  const step = routine.steps.find((one) => one.id === 'follow-up-talk');
  const state = step && stateOf(incident, step, routine, now);
  const { epoch } = stored(incident, 'follow-up-talk');
  const times = talkTimes(situation);
  const strategists = accountsOf(strategistsOf(situation)).filter((one) => one !== lead?.person);
  const isHeld = state !== 'open' && state !== 'waiting';
  // When the event turns out to have been on another day, so is the last day: told anew.
  const { last } = followUpDays(incident, routine);
  const dated = (about: string) => `${about}.${last}`;
  // Who takes it on later sees it on the card they take it on from.
  const toThisLead = (about: string, at: Date) =>
    lead && at > new Date(lead.since) ? note('talk', dated(about), epoch, lead.person, at) : [];
  const first = isHeld
    ? []
    : [
        ...toThisLead('book', times.book),
        ...(times.remind ? toThisLead('remind', times.remind) : []),
        ...toThisLead('last', times.last),
        ...toThisLead('overdue', times.overdue),
        ...strategists.flatMap((person) => note('talk', dated('overdue'), epoch, person, times.overdue)),
      ];
  const planned = plannedTalkTimes(situation).flatMap(({ talk, before, day, after }) => {
    const of = (about: string, at: Date) =>
      note('plannedTalk', `${talk.id}.${talk.plannedFor}.${about}`, 1, lead?.person, at);
    // Planned at short notice: what has passed already is not said.
    const isAhead = before.getTime() > Date.parse(talk.at ?? incident.createdAt);
    return [...(isAhead ? of('before', before) : []), ...of('day', day), ...of('after', after)];
  });
  return [...first, ...planned];
}

function toConfirmers(situation: Situation, note: Draw): Notice[] {
  const { groups } = situation.incident;
  if (!groups) return [];
  return confirmersOf(situation).flatMap((person) => note('confirm', '', groups.epoch, person, groups.at));
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
    const about = `${silence.owner}.${silence.basis.upAt?.toISOString().slice(0, 10)}.${silence.level}`;
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
  const from = warnedFrom(situation);
  if (!from) return [];
  return accountsOf(strategistsOf(situation)).flatMap((person) =>
    note('eraseSoon', '', eraseEpoch(incident), person, from),
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
  broughtIn,
  duties,
  toFilers,
  toVictim,
  toLead,
  toConfirmers,
  toCallers,
  toThoseAbove,
];

/**
 * Who should know what, and since when: a pure function of the incident, the contact list and the time. What is still to
 * come is in it with its time, so that the agenda knows when to look again.
 */
export function notices(situation: Situation): Notice[] {
  const note = draw(situation.incident);
  if (situation.incident.state === 'closed') return toKeepers(situation, note);
  return unique(ROWS.flatMap((rows) => rows(situation, note)));
}
