import { dayOf } from '../../routine/calendar/localTime';
import { listOn } from '../../routine/model/contact';
import type { ContactList } from '../ports/people';
import type { RoutineClock } from '../ports/runtime';

/** The contact list as it holds today: who is away has no post, and who takes their place has theirs. */
export const listNow = (list: ContactList, now: RoutineClock): ContactList => ({
  read: async () => listOn(await list.read(), dayOf(now())),
  stored: () => list.stored(),
  hush: (person, quiet) => list.hush(person, quiet),
  edit: (edits, by, entry) => list.edit(edits, by, entry),
  history: () => list.history(),
  fill: (contacts, by) => list.fill(contacts, by),
  put: (contacts, by) => list.put(contacts, by),
  bind: (email, person, by) => list.bind(email, person, by),
  rebind: (id, person, by) => list.rebind(id, person, by),
  replace: (id, next, by) => list.replace(id, next, by),
  setAway: (id, away, by) => list.setAway(id, away, by),
  silence: (ids, by) => list.silence(ids, by),
  add: (row, by) => list.add(row, by),
  end: (id, by) => list.end(id, by),
  check: () => list.check(),
});
