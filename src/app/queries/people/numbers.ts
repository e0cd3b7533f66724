import { isDaytime } from '../../../routine/calendar/workingTime';
import { type Contact, type PersonId, postsIn } from '../../../routine/model/contact';
import type { Roster } from '../../../routine/model/situation';
import { numbersFor, openNumbers } from '../../../routine/rules/standing/numbers';
import { mayRegister } from '../../../routine/rules/victim/aloud';
import type { NoteScreen, Screen, SimpleNote } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { faultOf } from '../../runtime/failures';
import { newId } from '../../runtime/ids';
import { readRoster } from '../loadIncident';
import { suspectsFor } from './suspects';

const isDayNow = ({ now, municipality }: Pick<Deps, 'now' | 'municipality'>): boolean =>
  isDaytime(now(), municipality.routine.times);

/** The persons whom somebody may ring, and their numbers, as the contact list is now. */
export const numbersToRing = async (deps: Deps, person: PersonId): Promise<Contact[]> =>
  numbersIn(deps, person, await readRoster(deps));

async function numbersIn(deps: Deps, person: PersonId, roster: Roster): Promise<Contact[]> {
  const suspects = await suspectsFor(deps, person, roster.contacts);
  return numbersFor(roster, { person, suspects, isDay: isDayNow(deps) }).map(asEverybodySees);
}

/** Notes after which somebody may have nowhere to go: a person and a number come first. */
const WITH_NUMBERS: ReadonlySet<string> = new Set<SimpleNote>([
  'help',
  'nothingHere',
  'notFound',
  'drillNotYours',
  'watchNotYours',
]);

type Bare = Extract<NoteScreen, { note: SimpleNote }>;
const isBare = (screen: Screen): screen is Bare => screen.kind === 'note' && WITH_NUMBERS.has(screen.note);

/** An outcome, with whom to ring where its screen is a note that leads nowhere by itself. */
export async function withNumbers(deps: Deps, caller: Caller, work: Promise<Outcome>): Promise<Outcome> {
  const outcome = await work;
  return isBare(outcome.screen)
    ? { ...outcome, screen: await withThem(deps, caller, outcome.screen) }
    : outcome;
}

async function withThem(deps: Deps, { person }: Caller, screen: Bare): Promise<Screen> {
  try {
    const roster = await readRoster(deps);
    const toRing = await numbersIn(deps, person, roster);
    const isTheirs = screen.note === 'help' && mayRegister(roster, person);
    return { ...screen, toRing, ...(isTheirs ? { registers: newId(deps) } : {}) };
  } catch (error) {
    deps.log.warn(faultOf(error), 'numbersUnread');
    return screen;
  }
}

/**
 * The contact list as it was read last, for the moment in which nothing can be read: nobody waits for storage twice. Empty
 * until it has been read once.
 */
export function rememberingList(deps: Pick<Deps, 'contacts' | 'municipality' | 'now' | 'known' | 'log'>) {
  let rows: readonly Contact[] = [];
  const contacts: Deps['contacts'] = {
    ...deps.contacts,
    read: async () => {
      const read = await deps.contacts.read();
      rows = read;
      return read;
    },
  };
  const atHand = ({ person }: Pick<Caller, 'person'>): Contact[] => {
    const roster = { contacts: postsIn(rows), routine: deps.municipality.routine };
    const suspects = deps.known?.of(person);
    return numbersFor(roster, { person, suspects, isDay: isDayNow(deps) }).map(asEverybodySees);
  };
  /** For who has no part in anything. As the list was read last, where it cannot be read now. */
  const openToAll = async (): Promise<Contact[]> => {
    const found = await contacts.read().catch((error: unknown) => {
      deps.log.warn(faultOf(error), 'numbersUnread');
      return rows;
    });
    const roster = { contacts: postsIn(found), routine: deps.municipality.routine };
    return openNumbers(roster).map(asEverybodySees);
  };
  return { contacts, atHand, openToAll };
}
