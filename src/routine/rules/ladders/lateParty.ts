import { addMinutes } from '../../calendar/workingTime';
import type { Contact } from '../../model/contact';
import { postOf } from '../../model/posts';
import type { Situation } from '../../model/situation';
import { hasSaidNo, isReachable } from '../succession';
import type { Rung } from './rung';

/**
 * A party that the victim named after their alarm had gone to the municipality: its own are asked beside the others, from
 * that press on, and the municipality's clock goes on as it was. `line`: the groups of the ladder itself.
 */
export function partyRungs(
  situation: Situation,
  groups: readonly Contact[][],
): { line: Contact[][]; late: Rung[] } {
  const { incident, routine, unreachable } = situation;
  if (!incident.partyAt) return { line: [...groups], late: [] };
  const isPartys = (contact: Contact) => postOf(routine.posts, contact)?.per === 'party';
  const own = groups
    .map((group) => group.filter(isPartys))
    .map((group) => group.filter(({ person }) => !person || !hasSaidNo(incident, person)))
    .filter((group) => group.length > 0);
  const reached = own.findIndex((group) => group.some((contact) => isReachable(contact, unreachable)));
  const first = reached === -1 ? own.length : reached + 1;
  const since = new Date(incident.partyAt);
  return {
    line: groups.map((group) => group.filter((one) => !isPartys(one))).filter((group) => group.length > 0),
    late: [
      { at: since, contacts: own.slice(0, first).flat() },
      { at: addMinutes(since, routine.times.alarmNext), contacts: own.slice(first).flat() },
    ],
  };
}
