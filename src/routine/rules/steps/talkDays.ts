import { dayOf } from '../../calendar/localTime';
import type { PersonId } from '../../model/contact';
import type { Situation } from '../../model/situation';
import { talkStep } from '../../plan/traits';
import { hasEnded } from '../progress';
import { may } from '../roles/may';
import type { Roles } from '../roles/role';
import { followUpDays, stored } from './stepState';
import { plannedTalks } from './talks';

/*
 * Talks with the victim that have a day, of which they and the lead are to know: talks 2, 3, …, and the follow-up talk once a day within
 * its time has been chosen for it.
 */

/** A talk that is to be held on a day (YYYY-MM-DD). */
export interface TalkDay {
  /** The talk's id; of the follow-up talk its step's. */
  talk: string;
  day: string;
  /** Since when it has that day, ISO. */
  at: string;
  /** How often it has been moved. */
  moved: number;
  /** The day that it had before (absent: this is its first one), and who gave it this one (absent: nobody in particular). */
  from?: string | undefined;
  by?: PersonId | undefined;
}

/** The follow-up talk, where a day before its last one was chosen. Choosing the first moves nothing that anybody was told. */
function chosen({ incident, routine }: Situation): TalkDay[] {
  const step = talkStep(routine);
  const { day, moves = [] } = stored(incident, step?.id ?? '');
  const last = moves.at(-1);
  if (!step || !day || !last || hasEnded(incident, step.id)) return [];
  if (day >= followUpDays(incident, routine).last) return [];
  const from = moves.length > 1 ? last.from : undefined;
  return [{ talk: step.id, day, at: last.at, moved: moves.length - 1, from, by: last.by }];
}

/** All of them, the first to be held first; one whose day is over is to be written down, and is news to nobody. */
export function talkDays(situation: Situation): TalkDay[] {
  const { incident, now } = situation;
  const planned = plannedTalks(incident).flatMap(
    ({ id, plannedFor, plannedBy, at, moves = [] }): TalkDay[] => {
      const last = moves.at(-1);
      return plannedFor
        ? [
            {
              ...{ talk: id, day: plannedFor, at: at ?? incident.createdAt },
              ...{ moved: moves.length, from: last?.from, by: last?.by ?? plannedBy },
            },
          ]
        : [];
    },
  );
  return [...chosen(situation), ...planned]
    .filter(({ day }) => day >= dayOf(now))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** The same for one viewer: the victim, and whoever writes talks down. */
export const talksFor = (situation: Situation, { roles }: { roles: Roles }): TalkDay[] =>
  roles.has('victim') || may(roles, 'addTalk') ? talkDays(situation) : [];
