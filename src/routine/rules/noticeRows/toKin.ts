import { inHours } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import { hoursOf } from '../ladders/spoken';
import { isKinShown, kinAsked } from '../victim/kinHolders';
import type { Draw, Notice } from './draw';

/** The numbers of next of kin: those who hold the list are asked, and whoever leads hears what they say, or that they are silent. */
export function toKin(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  const asked = kinAsked(situation);
  if (!asked || now >= asked.newsUntil) return [];
  const { persons, since, seen, answer, silentAt } = asked;
  const about = incident.kinAsk?.at.replace(/\D/g, '') ?? '';
  const toLead = (what: string, at: Date) =>
    note('kinWord', `${about}.${what}`, 1, incident.lead?.person, at);
  if (answer) return toLead(answer.how, inHours(new Date(answer.at), hoursOf(incident, routine.times)));
  const isOpen = isKinShown(asked, now);
  return [
    ...(isOpen ? persons.flatMap((person) => note('kinAsked', about, 1, person, since)) : []),
    ...(seen ? [] : toLead('silent', silentAt)),
  ];
}
