import { atHour, dayOf } from '../../calendar/localTime';
import { inHours, nextWorkingDay, roundOn, workingDayUntil } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import { MEASURE_OWNERS, type MeasureOwner, type ProtectionMeasure } from '../../model/records';
import type { Cast, Situation } from '../../model/situation';
import { hasWhole } from '../../plan/evaluate';
import { hoursOf } from '../ladders/spoken';
import { type OpenMeasure, openMeasures } from '../steps/measures';
import { accountsOf, strategistsOf } from '../succession';
import { leadOf, type Waiting, waiting } from './waiting';

/*
 * Protection measures that were decided: each has an owner, a day, and a reminder that comes by itself; a late one goes up
 * like everything else that is late.
 */

/** Whether the strategist leads, or the alternate in their place: then both owners are one. */
const isLedByStrategist = (cast: Cast): boolean =>
  strategistsOf(cast).some(({ person }) => person !== undefined && person === cast.incident.lead?.person);

/** Whether there is an owner of that kind who reads the incident. */
export const mayFollow = (cast: Cast, owner: MeasureOwner): boolean =>
  owner === 'lead' ? cast.incident.lead !== undefined : hasWhole(cast.incident) || isLedByStrategist(cast);

/** The owners to choose among; one or none where there is nothing to choose. */
export const ownersOfMeasures = (cast: Cast): MeasureOwner[] =>
  isLedByStrategist(cast) ? ['lead'] : MEASURE_OWNERS.filter((owner) => mayFollow(cast, owner));

/** The persons who see to a measure now. */
export const followersOf = (situation: Situation, { owner }: ProtectionMeasure): PersonId[] =>
  owner === 'lead' ? leadOf(situation) : accountsOf(strategistsOf(situation));

/** The latest word on a measure's day: when it was set, by whom, and how often it had been moved by then. */
export const daySet = ({ at, by, moves = [] }: ProtectionMeasure) => ({
  ...(moves.at(-1) ?? { at, by }),
  moved: moves.length,
});

/** The instants of a measure. */
export interface MeasureTimes {
  /** When its owner hears that it is theirs, or that it has another day. */
  toldAt: Date;
  /** The morning of its day, or of the working day before; set later than that: in the afternoon. */
  remindAt: Date | undefined;
  /** From then on it is asked for on its owner's card. */
  dueAt: Date;
  /** When it goes up: the working day after. */
  upAt: Date;
}

export function measureTimes(
  { incident, routine: { times } }: Situation,
  measure: OpenMeasure,
): MeasureTimes {
  const at = new Date(daySet(measure).at);
  const { day } = measure;
  const morning = roundOn(workingDayUntil(day), times);
  const remindAt = [morning, atHour(day, times.sameDayUntil)].find((one) => one > at);
  const last = [day, dayOf(at)].sort()[1] ?? day;
  return {
    toldAt: inHours(at, hoursOf(incident, times)),
    remindAt,
    dueAt: remindAt ?? at,
    upAt: roundOn(nextWorkingDay(last), times),
  };
}

/** The measure that its owner is asked for now: one of the viewer's own. */
export const dueMeasure = (situation: Situation, person: PersonId): OpenMeasure | undefined =>
  openMeasures(situation.incident).find(
    (measure) =>
      measureTimes(situation, measure).dueAt <= situation.now &&
      followersOf(situation, measure).includes(person),
  );

/** Every measure waits for its owner. */
export const measures = (situation: Situation): Waiting[] =>
  openMeasures(situation.incident).flatMap((measure) => {
    const { dueAt, upAt } = measureTimes(situation, measure);
    return waiting(situation, {
      about: 'measure',
      of: measure.id,
      owner: measure.owner ?? 'strategist',
      persons: followersOf(situation, measure),
      since: new Date(measure.at),
      last: measure.day,
      roundFrom: dayOf(dueAt),
      upAt,
    });
  });
