import { type Contact, isActive } from '../../model/contact';
import { OUTSIDE, postOf } from '../../model/posts';
import { DATA_CLASSES, type DataClass, type Retention, type Routine } from '../../model/routine';
import type { Roster } from '../../model/situation';
import type { EndingPost } from '../contactList/ending';
import type { DrillsNow } from '../drills';
import { officersByParty } from '../ladders/partyOfficers';
import { isAhead, type MaintenanceWindow } from './maintenance';
import { notPromised } from './prevention';

/* Whatever stands in the way of the bot doing its work, for the strategist: of no incident. */

/** Whether the bot reaches somebody: `unmet` has never opened it; else since when it does not (ISO), if that is known. */
export type Reachable = 'reached' | 'unmet' | { since: string | undefined };

/** A thing that somebody should do something about. */
export type Watched =
  | { kind: 'party'; party: string; officers: readonly Contact[] }
  | { kind: 'late'; count: number }
  /** A post that nobody has after a day (YYYY-MM-DD). */
  | { kind: 'ending'; contact: Contact; ends: string }
  | { kind: 'unreachable'; contact: Contact; since: string | undefined }
  | { kind: 'unmet'; contact: Contact }
  | { kind: 'maintenance'; from: string; to: string; isOngoing: boolean }
  | { kind: 'silent'; at: string; contacts: readonly Contact[]; mayDrill: boolean }
  /** No drill for too long; `last`: when the latest ended, if there was any. */
  | { kind: 'undrilled'; last: string | undefined }
  /** Parties' officers who have not promised silence in this term: they read nothing before that. */
  | { kind: 'unpromised'; contacts: readonly Contact[] }
  | { kind: 'retention'; unset: readonly DataClass[] }
  | { kind: 'longList'; rows: number };

/** All that it is worked out from, as read once. */
export interface Findings extends Roster {
  routine: Pick<Routine, 'posts' | 'parties'>;
  now: Date;
  /** By the row's id. */
  reach: ReadonlyMap<string, Reachable>;
  drills: DrillsNow;
  retention: Retention | undefined;
  windows: readonly MaintenanceWindow[];
  /** Subjects that should have been told of five minutes ago. */
  late: number;
  /** Rows of the stored list, ended ones too. */
  rows: number;
  ending: readonly EndingPost[];
}

/** Rows at which the list's readings are what gives first in a campaign (docs/scale.md), and how near that is worth a word. */
export const LIST_FULL = 83;
const LIST_NEAR = 66;

/** Rows of posts that the bot tells something: not those who are on the list only to be rung. */
export const toBeReached = ({ contacts, routine }: Roster): Contact[] =>
  contacts.filter((contact) => {
    const { as = [] } = postOf(routine.posts, contact) ?? {};
    const isTold = as.some((position) => !OUTSIDE.has(position));
    return isActive(contact) && isTold && (contact.person !== undefined || contact.email !== undefined);
  });

function partiesOf({ routine, contacts, reach }: Findings): Watched[] {
  return [...officersByParty(routine, contacts)]
    .filter(([, officers]) => !officers.some(({ id }) => reach.get(id) === 'reached'))
    .map(([party, officers]) => ({ kind: 'party', party, officers }));
}

const peopleOf = (found: Findings): Watched[] =>
  toBeReached(found).flatMap((contact): Watched[] => {
    const reach = found.reach.get(contact.id);
    if (reach === undefined || reach === 'reached') return [];
    return [
      reach === 'unmet' ? { kind: 'unmet', contact } : { kind: 'unreachable', contact, since: reach.since },
    ];
  });

const maintenanceOf = ({ windows, now }: Findings): Watched[] =>
  windows
    .filter((one) => isAhead(one, now))
    .map(({ from, to }) => ({ kind: 'maintenance', from, to, isOngoing: new Date(from) <= now }));

/** Who has a row of their own, since the bot does not reach them, has none for the drill. */
function drillsOf({ drills: { last, isOngoing, isOverdue }, reach }: Findings): Watched[] {
  const silent = (last?.silent ?? []).filter(({ id }) => reach.get(id) === 'reached');
  if (isOverdue) return [{ kind: 'undrilled', last: last?.at }];
  return last && silent.length > 0
    ? [{ kind: 'silent', at: last.at, contacts: silent, mayDrill: !isOngoing }]
    : [];
}

/** Everything that somebody should do something about, the most pressing first. */
export function watched(found: Findings): Watched[] {
  const { retention, late, rows } = found;
  const people = peopleOf(found);
  // Who is not reached has a row of their own.
  const unpromised = notPromised(found, found.now).filter(({ id }) => found.reach.get(id) === 'reached');
  const unset = DATA_CLASSES.filter((what) => !retention?.[what]);
  return [
    ...(late > 0 ? [{ kind: 'late' as const, count: late }] : []),
    ...partiesOf(found),
    ...found.ending.map((one) => ({ kind: 'ending' as const, ...one })),
    ...people.filter(({ kind }) => kind === 'unreachable'),
    ...people.filter(({ kind }) => kind === 'unmet'),
    ...maintenanceOf(found),
    ...drillsOf(found),
    ...(unpromised.length > 0 ? [{ kind: 'unpromised' as const, contacts: unpromised }] : []),
    ...(unset.length > 0 ? [{ kind: 'retention' as const, unset }] : []),
    ...(rows >= LIST_NEAR ? [{ kind: 'longList' as const, rows }] : []),
  ];
}
