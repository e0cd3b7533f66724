import { dayOf } from '../../calendar/localTime';
import { inDaytime, isDayOff, roundOn, workingDayFrom } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { needOf } from '../../plan/evaluate';
import { filedSteps, isVictimAsked, isWorkedOn, reportStep } from '../../plan/traits';
import { filing, filingNow } from '../filing';
import { ownersOf, stateOf, stored } from '../progress';
import { asTimed, untakenAt } from '../steps/bringsIn';
import { type Duty, duties, openSince } from '../steps/duties';
import { hasteOf, remindersOf } from '../steps/limits';
import { isWithItsOwner, later, mayAskAgain } from '../steps/stepState';
import { accountsOf, victimOf } from '../succession';
import type { Draw, Notice } from './draw';

/*
 * To those whose step is open.
 */

/** The first is ended by who takes it on, the other has notices of its own (`talks`). */
const isToldOtherwise = (step: StepSpec): boolean => !isWorkedOn(step) || step.isTalk === true;

/** One duty, one card: what is worked on the card of another step is told with that. */
const dutyOf = (step: StepSpec): string => step.partOf ?? step.id;

/** Whether a step opens by date: that is told to the lead too, who else works from one card. */
const isByDate = ({ lead }: Incident, step: StepSpec): boolean =>
  (step.opens === 'followUp' || (typeof step.opens === 'object' && 'from' in step.opens)) &&
  (lead !== undefined || step.owner === 'victim');

/** Who hears that a step is theirs. */
function hearers(situation: Situation, { step, owners }: Duty): PersonId[] {
  const { incident } = situation;
  const mayTellLead = isByDate(incident, step) && stored(incident, step.id).state !== 'open';
  return owners
    .filter((person) => person !== incident.lead?.person || mayTellLead)
    .filter((person) => person !== victimOf(incident) || step.owner !== 'lead')
    .filter(() => step.owner !== 'filer' || filing(situation) === undefined);
}

/** Owners are reminded of what has a limit of its own, a strategist who leads too. */
function reminders(situation: Situation, note: Draw, { step, owners, since }: Duty): Notice[] {
  const { epoch } = stored(situation.incident, step.id);
  const at = remindersOf(step, since, hasteOf(situation));
  return (step.remind ?? []).flatMap(({ notice }, index) =>
    owners.flatMap((person) => {
      const about = notice === 'dutyAgain' ? `${step.id}.${index}` : '';
      return at[index] ? note(notice, about, epoch, person, at[index]) : [];
    }),
  );
}

/** The victim is told of what the plan does without asking them. */
const informed = ({ incident }: Situation, note: Draw, { step, since }: Duty): Notice[] =>
  step.informs ? note('informed', step.id, stored(incident, step.id).epoch, victimOf(incident), since) : [];

/** When the owners of a step hear of it: of one that opens by date in the morning of a working day. */
function toldAt({ incident, routine }: Situation, { step, since }: Duty): string {
  const { openedAt } = stored(incident, step.id);
  const day = dayOf(since);
  const morning = isDayOff(day) ? roundOn(workingDayFrom(day), routine.times) : since;
  if (mayAskAgain(incident, step, routine)) return morning.toISOString();
  if (step.owner === 'strategist' && (openedAt || incident.strategist)) return since.toISOString();
  // Nobody is woken by what opened while nobody led yet.
  const byDate = isByDate(incident, step)
    ? inDaytime(later(morning.toISOString(), incident.lead?.since), routine.times).toISOString()
    : undefined;
  return openedAt ?? byDate ?? incident.decision?.at ?? incident.createdAt;
}

function ofDuty(situation: Situation, note: Draw, duty: Duty): Notice[] {
  const { incident, routine } = situation;
  const { step } = duty;
  const { epoch } = stored(incident, step.id);
  const since = toldAt(situation, duty);
  const about = mayAskAgain(incident, step, routine) ? `${step.id}.again` : dutyOf(step);
  return [
    ...hearers(situation, duty).flatMap((person) => note('duty', about, epoch, person, since)),
    ...reminders(situation, note, duty),
    ...informed(situation, note, duty),
  ];
}

/** A step that will open by date, so that the agenda knows when to look again. */
function toCome(situation: Situation, step: StepSpec): Duty | undefined {
  const { incident, routine, now } = situation;
  const isWaiting = isByDate(incident, step) && stateOf(incident, step, routine, now) === 'waiting';
  const isToCome =
    (isWaiting && needOf(incident, step, routine) !== 'no') || mayAskAgain(incident, step, routine);
  return isToCome && isWithItsOwner(situation.incident, step)
    ? { step, owners: ownersOf(situation, step), since: openSince(situation, step) }
    : undefined;
}

/** Open steps arrive at their owners. */
export function toOwners(present: Situation, note: Draw): Notice[] {
  const { routine } = present;
  const untaken = untakenAt(present);
  // What the strategist will get by time alone is known before, so that the agenda looks then.
  const incident = untaken ? asTimed(present.incident, { routine, now: untaken.at }) : present.incident;
  const situation = { ...present, incident };
  const open = new Map(duties(situation).map((duty) => [duty.step, duty]));
  return situation.routine.steps.flatMap((step) => {
    const duty = open.get(step) ?? toCome(situation, step);
    return duty && !isToldOtherwise(step) ? ofDuty(situation, note, duty) : [];
  });
}

/** The police report by the municipality: its filer, then the next in line, then the victim is offered to make it. */
export function toFilers(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  const found = filing(situation);
  const report = reportStep(routine);
  const step = filedSteps(routine).find((one) => stateOf(incident, one, routine, now) === 'open');
  if (!found || !report || !step) return [];
  const { epoch } = stored(incident, step.id);
  const isFiled = stored(incident, report.id).state === 'done';
  // Once it is filed, nobody further down the line hears of it.
  const levels = isFiled ? filingNow(situation) : found.levels;
  const isOffered = !isFiled && isVictimAsked(routine);
  const first = isFiled ? [] : accountsOf(found.levels[0]?.contacts ?? []);
  const { remindAt } = found;
  return [
    ...(remindAt
      ? first.flatMap((person) => note('dutyAgain', `${report.id}.filed`, epoch, person, remindAt))
      : []),
    ...levels.flatMap(({ at, contacts }) =>
      accountsOf(contacts)
        .filter((person) => person !== incident.lead?.person)
        .flatMap((person) => note('duty', report.id, epoch, person, at)),
    ),
    ...(isOffered ? note('fileYourself', '', epoch, victimOf(incident), found.offeredAt) : []),
  ];
}
