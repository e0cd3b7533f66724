import type { PersonId } from '../../routine/model/contact';
import { talksFor } from '../../routine/rules/steps/talkDays';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import { seen } from '../../screens/seen';
import type { LogQuery, LogScreen, MeetingScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { wholeLog } from '../queries/auditLog';
import { loadIncident, rolesOf } from '../queries/loadIncident';
import { nextId } from '../runtime/ids';

/** *Logg*: the log, and that it was read and why; undefined: it is not for this person. */
export async function log(deps: Deps, person: PersonId, query: LogQuery): Promise<LogScreen | undefined> {
  const read = await wholeLog(deps, person, query);
  if (!read) return undefined;
  const { viewing, entries, isWhole } = read;
  return { kind: 'log', query, scene: seen(viewing), entries, isWhole };
}

/** A booked talk for a calendar: the day, and nothing of what it is. */
export async function meeting(
  deps: Deps,
  person: PersonId,
  { id, talk }: { id: string; talk: string },
): Promise<MeetingScreen | undefined> {
  const read = await loadIncident(deps, id);
  if (!read || isLeftAlone(read.situation.incident, person)) return undefined;
  const found = talksFor(read.situation, { roles: rolesOf(read, person) }).find((one) => one.talk === talk);
  // The same entry however often it is moved; its name says nothing of the incident.
  const entry = { uid: nextId(id, talk), sequence: found?.moved ?? 0 };
  return found && { kind: 'meeting', ...entry, day: found.day, now: deps.now().toISOString() };
}
