import { dayOf } from '../../calendar/localTime';
import { roundOn, workingDay } from '../../calendar/workingTime';
import type { Contact, PersonId } from '../../model/contact';
import type { Situation } from '../../model/situation';
import type { Pace } from '../steps/limits';
import { later } from '../steps/stepState';

/** The one whose silence it is: says who hears of it next. */
export type WaitOwner = 'asked' | 'lead' | 'strategist' | 'registry' | 'filer' | 'victim' | 'confirmer';

/** Something that waits for someone: rounds, and who hears of silence, are computed from it. */
export interface Waiting {
  /** A step's id, or one of the routine's other duties. */
  about: string;
  /** The one of several that it is: a section, a talk, a step. */
  of: string;
  owner: WaitOwner;
  persons: PersonId[];
  since: Date;
  /** Since when it is each person's own, where that is later than `since`. */
  from?: ReadonlyMap<PersonId, Date>;
  /** Its last day, where the routine has one. */
  last?: string;
  /** There where its day may be changed; `until`: no later than the plan's last day of it. */
  day?: { until?: string };
  /** The first day on which it stands in a morning round. */
  roundFrom: string;
  /** When it goes up; undefined: never. */
  upAt: Date | undefined;
  /** How fast it goes further up; undefined: in working days. */
  pace?: Pace | undefined;
  /** Not to be put off: someone may be alone. */
  isUrgent: boolean;
}

export type Item = Pick<Waiting, 'about' | 'owner' | 'persons'> & { since: Date } & Partial<Waiting>;

/**
 * In the round from working day 2, goes up on working day 4, unless the item says otherwise. Who has just taken over has
 * not been silent: what the lead owes is counted from then, also what was late before.
 */
export function waiting({ incident, routine: { times } }: Situation, item: Item): Waiting[] {
  if (item.persons.length === 0 && item.owner !== 'asked') return [];
  const isLeads = item.owner === 'lead';
  const since = isLeads ? later(item.since.toISOString(), incident.lead?.since) : item.since;
  const day = dayOf(since);
  const upAt = roundOn(workingDay(day, times.upOnWorkingDay), times);
  const generic = { of: '', roundFrom: workingDay(day, times.roundFromWorkingDay), upAt, isUrgent: false };
  const isLateBefore = isLeads && item.upAt !== undefined && item.upAt <= since;
  return [{ ...generic, ...item, since, ...(isLateBefore ? { upAt } : {}) }];
}

/** Since when something is each person's own, who were asked one level after the other. */
export const sinceOf = (
  levels: readonly { readonly at: Date; readonly contacts: readonly Contact[] }[],
): ReadonlyMap<PersonId, Date> =>
  new Map(
    [...levels]
      .reverse()
      .flatMap(({ at, contacts }) =>
        contacts.flatMap(({ person }) => (person ? [[person, at] as const] : [])),
      ),
  );

export const leadOf = ({ incident }: Situation): PersonId[] => (incident.lead ? [incident.lead.person] : []);
