import { dayOf } from '../../calendar/localTime';
import type { Situation } from '../../model/situation';
import type { StepSpec } from '../../model/step';
import { stored } from '../steps/stepState';
import type { Waiting } from './waiting';

/*
 * The day that whoever works on something has chosen for it. It says when they mean to do it, and never moves the plan's last day,
 * nor when it goes up.
 */

/** A step with the day that was chosen for it. What is due in minutes or hours has no day to choose. */
export function withOwnDay({ incident }: Situation, step: StepSpec, one: Waiting): Waiting {
  const isCounted = one.last !== undefined || step.due === undefined;
  const until = one.last ?? (one.upAt && dayOf(one.upAt));
  const isTheirs = one.owner === 'lead' || one.owner === 'strategist';
  if (!isCounted || !isTheirs || one.isUrgent || until === undefined) return one;
  const { day } = stored(incident, step.id);
  return { ...one, last: day !== undefined && day < until ? day : one.last, day: { until } };
}

/** The thing that waits, as a press names it. */
export const waitKey = ({ about, of }: Pick<Waiting, 'about' | 'of'>): string =>
  [about, of].filter(Boolean).join('.');

/** Whether there is another day to choose. */
export const mayMove = ({ day }: Waiting, now: Date): boolean =>
  day !== undefined && (day.until === undefined || day.until > dayOf(now));
