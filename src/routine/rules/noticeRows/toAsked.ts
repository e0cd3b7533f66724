import { addMinutes, inHours } from '../../calendar/workingTime';
import { type Contact, OPERATOR, type PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { remindAskedAt } from '../deadlines';
import { type AskedLevel, askedLevels, askedSince, firstNoticeAt } from '../ladders/asked';
import { repeatedForADay } from '../ladders/rung';
import { hoursOf } from '../ladders/spoken';
import { passOnAt, untakenAt } from '../steps/bringsIn';
import { accountsOf, strategistsOf, victimOf } from '../succession';
import type { Draw, Notice } from './draw';

/*
 * To those who are asked to lead, and to the strategist beside them.
 */

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
export function toAsked(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const levels = askedLevels(situation);
  const remindAt = remindAskedAt(situation);
  const rows = levels.flatMap((level, index) =>
    level.contacts.flatMap((contact) => [
      ...note('asked', askedBefore(incident, contact), incident.leadEpoch, contact.person, level.at),
      ...(index === 0
        ? note('askedAgain', becameAcute(incident), incident.leadEpoch, contact.person, remindAt)
        : []),
    ]),
  );
  return [...rows, ...unanswered(situation, levels, note)];
}

/**
 * Acute, and the ladder has been climbed without an answer: the victim has the last number to ring, whoever runs the bot
 * hears of it, and all who were asked are reminded again and again.
 */
function unanswered(situation: Situation, levels: readonly AskedLevel[], note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  if (!incident.acute || levels.length === 0) return [];
  const { leadEpoch, reporter } = incident;
  const about = becameAcute(incident);
  const at = addMinutes(askedSince(incident), routine.times.alarmAll);
  const sender = victimOf(incident) ?? reporter.person;
  const again = repeatedForADay(addMinutes(at, routine.times.askEvery), routine.times, now);
  return [
    ...note('nobody', about, leadEpoch, sender, at),
    ...note('nobody', about, leadEpoch, OPERATOR, at),
    ...again.flatMap((time) =>
      accountsOf(levels.filter((level) => level.at <= time).flatMap((level) => level.contacts)).flatMap(
        (person) => note('askedAgain', `${about}.${time.toISOString()}`, leadEpoch, person, time),
      ),
    ),
  ];
}

/** The strategist is told without content, as long as the incident is not theirs. */
export function toStrategist(situation: Situation, note: Draw): Notice[] {
  const { incident, now } = situation;
  if (incident.strategist) return [];
  // A report that can wait does so for the strategist too.
  const toldAt = incident.lead || incident.acute ? incident.createdAt : firstNoticeAt(situation);
  const candidates = askedLevels(situation)
    .filter((level) => level.at <= now)
    .flatMap((level) => accountsOf(level.contacts));
  return accountsOf(strategistsOf(situation))
    .filter((person) => !candidates.includes(person) && person !== incident.lead?.person)
    .flatMap((person) => note('told', '', incident.epoch, person, toldAt));
}

/** The strategists, but for one who leads. */
const strategistsBeside = (situation: Situation): PersonId[] =>
  accountsOf(strategistsOf(situation)).filter((person) => person !== situation.incident.lead?.person);

/**
 * The strategist gets the incident itself by whatever step of the plan brings them in, or by time: what is not acute, or
 * has been talked over, in daytime; but whom somebody contacts of what is acute, contacts them at any hour.
 */
export function toBroughtIn(situation: Situation, note: Draw): Notice[] {
  const { incident, routine } = situation;
  const { strategist, acute } = incident;
  const since = strategist ? new Date(strategist.wholeAt ?? strategist.since) : untakenAt(situation)?.at;
  if (!since) return [];
  const isContacted = acute && strategist?.why === 'contacted';
  const at = isContacted ? since : inHours(since, hoursOf(incident, routine.times));
  return strategistsBeside(situation).flatMap((person) =>
    note('broughtIn', '', strategist?.epoch ?? 1, person, at),
  );
}

/** Notices to the strategist that something waits which should have been passed on at once: at any hour. */
export function toNotPassedOn(situation: Situation, note: Draw): Notice[] {
  const found = passOnAt(situation);
  if (!found) return [];
  return strategistsBeside(situation).flatMap((person) =>
    note('passOn', found.step.id, situation.incident.epoch, person, found.at),
  );
}
