import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { filedSteps, isVictimAsked, isWorkedOn, reportStep } from '../../plan/traits';
import { talkTimes } from '../deadlines';
import { filing, filingNow } from '../filing';
import { ownersOf, stateOf, stored } from '../progress';
import { type Duty, duties, openSince } from '../steps/duties';
import { remindersOf } from '../steps/limits';
import { isWithItsOwner } from '../steps/stepState';
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
  step.opens === 'followUp' && (lead !== undefined || step.owner === 'victim');

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
function reminders({ incident, routine }: Situation, note: Draw, { step, owners, since }: Duty): Notice[] {
  const { epoch } = stored(incident, step.id);
  const at = remindersOf(step, since, routine.times);
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

function ofDuty(situation: Situation, note: Draw, duty: Duty): Notice[] {
  const { incident } = situation;
  const { step } = duty;
  const { openedAt, epoch } = stored(incident, step.id);
  // Told in the morning of a working day, though it may be open since a Saturday.
  const byDate = isByDate(incident, step) ? talkTimes(situation).book.toISOString() : undefined;
  const since = openedAt ?? byDate ?? incident.decision?.at ?? incident.createdAt;
  return [
    ...hearers(situation, duty).flatMap((person) => note('duty', dutyOf(step), epoch, person, since)),
    ...reminders(situation, note, duty),
    ...informed(situation, note, duty),
  ];
}

/** A step that will open by date, so that the agenda knows when to look again. */
function toCome(situation: Situation, step: StepSpec): Duty | undefined {
  const { incident, routine, now } = situation;
  const isToCome = isByDate(incident, step) && stateOf(incident, step, routine, now) === 'waiting';
  return isToCome && isWithItsOwner(situation.incident, step)
    ? { step, owners: ownersOf(situation, step), since: openSince(situation, step) }
    : undefined;
}

/** Open steps arrive at their owners. */
export function toOwners(situation: Situation, note: Draw): Notice[] {
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
  return [
    ...levels.flatMap(({ at, contacts }) =>
      accountsOf(contacts)
        .filter((person) => person !== incident.lead?.person)
        .flatMap((person) => note('duty', report.id, epoch, person, at)),
    ),
    ...(isOffered ? note('fileYourself', '', epoch, victimOf(incident), found.offeredAt) : []),
  ];
}
