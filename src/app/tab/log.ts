import type { PersonId } from '../../routine/model/contact';
import { may } from '../../routine/rules/roles/may';
import { plannedTalks } from '../../routine/rules/steps/talks';
import { seen } from '../../screens/seen';
import type { LogQuery, LogScreen, MeetingScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { wholeLog } from '../queries/auditLog';
import { type LoadedIncident, loadIncident, rolesOf } from '../queries/loadIncident';

/** *Logg*: the log, and that it was read and why; undefined: it is not for this person. */
export async function log(deps: Deps, person: PersonId, query: LogQuery): Promise<LogScreen | undefined> {
  const read = await wholeLog(deps, person, query);
  if (!read) return undefined;
  const { viewing, entries, isWhole } = read;
  return { kind: 'log', query, scene: seen(viewing), entries, isWhole };
}

/** Booked talks with a day, for who books them. */
export const meetingsIn = (read: LoadedIncident, person: PersonId): { talk: string; day: string }[] =>
  may(rolesOf(read, person), 'addTalk')
    ? plannedTalks(read.situation.incident).flatMap(({ id, plannedFor }) =>
        plannedFor ? [{ talk: id, day: plannedFor }] : [],
      )
    : [];

/** A booked talk for a calendar: the day, and nothing of what it is. */
export async function meeting(
  deps: Deps,
  person: PersonId,
  { id, talk }: { id: string; talk: string },
): Promise<MeetingScreen | undefined> {
  const read = await loadIncident(deps, id);
  const found = read && meetingsIn(read, person).find((one) => one.talk === talk);
  return found && { kind: 'meeting', id: talk, day: found.day, now: deps.now().toISOString() };
}
