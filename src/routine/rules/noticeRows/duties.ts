import type { PersonId } from '../../model/contact';
import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { filedSteps, isVictimAsked, isWorkedOn, reportStep } from '../../plan/traits';
import { talkTimes } from '../deadlines';
import { filing, filingNow } from '../filing';
import { ownersOf, stateOf, stored } from '../progress';
import { remindersOf } from '../steps/limits';
import { accountsOf, victimOf } from '../succession';
import { isTold, openSince } from '../tasks/openSteps';
import type { Draw, Notice } from './draw';

/*
 * To those whose step is open.
 */

/** The first is ended by who takes it on, the other has notices of its own (`talks`). */
const isToldOtherwise = (step: StepSpec): boolean => !isWorkedOn(step) || step.isTalk === true;

/** One duty, one card: what is worked on the card of another step is told with that. */
const dutyOf = (step: StepSpec): string => step.partOf ?? step.id;

type Told = { readonly step: StepSpec; readonly owners: readonly PersonId[]; readonly isByDate: boolean };

/** Who hears that a step is theirs: the lead works from one card and is told only of what opens by date. */
function hearers(situation: Situation, { step, owners, isByDate }: Told): PersonId[] {
  const { incident } = situation;
  const isOpened = stored(incident, step.id).state === 'open';
  return owners
    .filter((person) => person !== incident.lead?.person || (isByDate && !isOpened))
    .filter((person) => person !== victimOf(incident) || step.owner !== 'lead')
    .filter(() => step.owner !== 'filer' || filing(situation) === undefined);
}

/** Owners are reminded of what has a limit of its own, a strategist who leads too. */
function reminders(situation: Situation, note: Draw, { step, owners }: Told): Notice[] {
  const { epoch } = stored(situation.incident, step.id);
  const at = remindersOf(step, openSince(situation, step), situation.routine.times);
  return (step.remind ?? []).flatMap(({ notice }, index) =>
    owners.flatMap((person) => {
      const about = notice === 'dutyAgain' ? `${step.id}.${index}` : '';
      return at[index] ? note(notice, about, epoch, person, at[index]) : [];
    }),
  );
}

/** The victim is told of what the plan does without asking them. */
function informed(situation: Situation, note: Draw, step: StepSpec): Notice[] {
  if (!step.informs) return [];
  const { epoch } = stored(situation.incident, step.id);
  return note('informed', step.id, epoch, victimOf(situation.incident), openSince(situation, step));
}

function ofStep(situation: Situation, note: Draw, step: StepSpec): Notice[] {
  const { incident, routine, now } = situation;
  const isByDate = step.opens === 'followUp' && (incident.lead !== undefined || step.owner === 'victim');
  // Told in the morning of a working day, though it may be open since a Saturday.
  const opensAt = talkTimes(situation).book;
  const state = stateOf(incident, step, routine, now);
  const willOpen = isByDate && state === 'waiting';
  if ((state !== 'open' && !willOpen) || isToldOtherwise(step) || !isTold(situation, step)) return [];
  const at = stored(incident, step.id);
  const since =
    at.openedAt ?? (isByDate ? opensAt.toISOString() : (incident.decision?.at ?? incident.createdAt));
  const told = { step, owners: ownersOf(situation, step), isByDate };
  return [
    ...hearers(situation, told).flatMap((person) => note('duty', dutyOf(step), at.epoch, person, since)),
    ...reminders(situation, note, told),
    ...informed(situation, note, step),
  ];
}

/** Open steps arrive at their owners. */
export const duties = (situation: Situation, note: Draw): Notice[] =>
  situation.routine.steps.flatMap((step) => ofStep(situation, note, step));

/** The police report by the municipality: the chief executive, then the deputies, then the victim is offered to. */
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
