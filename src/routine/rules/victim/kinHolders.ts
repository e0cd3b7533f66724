import { addMinutes, addWithin, inHours } from '../../calendar/workingTime';
import type { Contact, PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { type Position, postOf } from '../../model/posts';
import type { Cast, Situation } from '../../model/situation';
import { hoursOf } from '../ladders/spoken';
import { accountsOf, groupsAs, victimOf } from '../succession';
import { isQuiet } from '../wishes/quiet';

/*
 * The list of next of kin is held by the party: its group leader, or where the list names none, its first contact (plan
 * 3.2.1). Who leads and holds it not asks them; whoever is asked sees it for as long as the routine says, and nothing else of the matter.
 */

/** Who holds lists as a position of the party's, the likelier first. */
const HOLD: readonly Position[] = ['listed', 'firstContact'];

/**
 * Those of the victim's party who hold its list, as the contact list stands now: nobody where the party has no part in it, who
 * is part of the matter, or where whoever leads holds it.
 */
export function kinHolders(cast: Cast): Contact[] {
  const { incident, routine } = cast;
  const ofParty = (contact: Contact) => postOf(routine.posts, contact)?.per === 'party';
  const groups = HOLD.flatMap((position) => groupsAs(cast, position).map((group) => group.filter(ofParty)));
  const first = groups.find((group) => group.length > 0) ?? [];
  const isLeds = incident.lead && first.some(({ person }) => person === incident.lead?.person);
  return isLeds ? [] : first;
}

/** Those of them who can be asked here: nothing is asked for who has had enough, nor in an exercise. */
export const kinAskable = (cast: Cast): PersonId[] => {
  const { incident } = cast;
  if (incident.state !== 'open' || incident.practice || incident.enoughAt || !victimOf(incident)) return [];
  return accountsOf(kinHolders(cast));
};

/** A question for the numbers of next of kin, as it stands. */
export interface KinAsked {
  /** Those who were asked and still may answer. */
  persons: readonly PersonId[];
  /** When it goes to them. */
  since: Date;
  /** The first look. */
  seen?: { at: string; by: PersonId } | undefined;
  answer?: NonNullable<Incident['kinAsk']>['answer'];
  /** From then on nobody who was asked sees anything of it. */
  until: Date;
  /** When the one who leads hears that nobody has answered: at once where Teams reaches none of them. */
  silentAt: Date;
  /** The end of its being news to the one who leads. */
  newsUntil: Date;
}

/** The latest question; undefined: none was asked, or nobody may answer it any more. */
export function kinAsked(situation: Situation): KinAsked | undefined {
  const { incident, contacts, routine, unreachable } = situation;
  const { kinAsk: ask, kinLooks = [] } = incident;
  if (!ask) return undefined;
  const askable = kinAskable(situation);
  const persons = ask.asked.filter((person) => askable.includes(person));
  if (persons.length === 0) return undefined;
  const hours = hoursOf(incident, routine.times);
  const since = inHours(new Date(ask.at), hours);
  const seen = kinLooks.find(({ at, by }) => at >= ask.at && ask.asked.includes(by));
  const newsUntil = addMinutes(since, routine.times.kinStands * 60);
  const failed = persons.map((person) =>
    isQuiet(contacts, person) ? ask.at : (unreachable.get(person) ?? ''),
  );
  const isLost = failed.every((at) => at >= ask.at);
  return {
    ...{ persons, since, seen, answer: ask.answer, newsUntil },
    until: seen ? addMinutes(new Date(seen.at), routine.times.kinShown) : newsUntil,
    silentAt: isLost
      ? new Date(failed.sort()[0] ?? ask.at)
      : addWithin(since, routine.times.kinSilent, hours),
  };
}

/** Whether a question still waits, or what it opened is still shown. */
export const isKinShown = (asked: KinAsked, now: Date): boolean =>
  asked.answer?.how !== 'noList' && now < asked.until;

/** Whether somebody is asked for the numbers now: until their hour is over, or they have said that they have none. */
export function isKinHolder(situation: Situation, person: PersonId): boolean {
  const asked = kinAsked(situation);
  return asked?.persons.includes(person) === true && isKinShown(asked, situation.now);
}

/** How it goes with the question, for the one who leads; undefined: there is nothing to say of it. */
export function kinWord(situation: Situation): 'waits' | 'seen' | 'rings' | 'noList' | 'silent' | undefined {
  const asked = kinAsked(situation);
  const { now } = situation;
  if (!asked || now >= asked.newsUntil) return undefined;
  if (asked.answer) return asked.answer.how;
  if (asked.seen) return 'seen';
  return now >= asked.silentAt ? 'silent' : 'waits';
}

/** The next time at which a card changes by itself: what was shown goes, or is no news any more. */
export function kinChangesAt(situation: Situation): Date | undefined {
  const asked = kinAsked(situation);
  return (
    asked && [asked.until, asked.newsUntil].filter((at) => at > situation.now).sort((a, b) => +a - +b)[0]
  );
}
