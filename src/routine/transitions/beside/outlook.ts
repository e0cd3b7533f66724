import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { OUTLOOK_PACES, OUTLOOK_STATES } from '../../model/wish/outlook';
import { isFollowedBy } from '../../rules/access';
import { erasedIn } from '../../rules/retention';
import { needOpen, readForm, stamp, type Turn } from '../turn';

/** The form of a situation outlook. */
export const OUTLOOK_FIELDS: readonly FieldSpec[] = [
  { id: 'state', kind: 'choice', required: true, choices: OUTLOOK_STATES },
  { id: 'line', kind: 'text', required: true },
  { id: 'pace', kind: 'choice', choices: OUTLOOK_PACES },
];

/** Outlooks that are kept: the oldest make room. */
const MOST = 100;

const chosen = <T extends string>(values: readonly [T, ...T[]], text: string | undefined): T =>
  values.find((one) => one === text) ?? values[0];

/** How it stands now, for those who follow it; whoever asked has their answer. */
export function setOutlook(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Incident {
  needOpen(incident);
  if (erasedIn(incident, 'records')) throw new Refusal('partErased');
  const { state, line = '', pace } = readForm(OUTLOOK_FIELDS, data, turn);
  const said = { id: turn.once, at: stamp(turn), by: turn.by, state: chosen(OUTLOOK_STATES, state), line };
  const before = incident.outlook?.said ?? [];
  return {
    ...incident,
    outlook: { said: [...before, said].slice(-MOST), pace: chosen(OUTLOOK_PACES, pace) },
  };
}

/** A strategist follows it from now on: it gives no access, and tells nobody. */
export function follow(incident: Incident, turn: Turn): Incident {
  const { followers = [] } = incident;
  if (isFollowedBy(incident, turn.by)) return incident;
  return { ...incident, followers: [...followers, { person: turn.by, at: stamp(turn) }] };
}

/** The same ends. */
export function unfollow(incident: Incident, turn: Turn): Incident {
  const followers = incident.followers?.filter(({ person }) => person !== turn.by);
  if (followers?.length === incident.followers?.length) return incident;
  return { ...incident, followers: followers?.length ? followers : undefined };
}

/** Somebody with access asks how it stands. Asked already: the same incident, and the same clock. */
export function askOutlook(incident: Incident, turn: Turn): Incident {
  const { outlook } = incident;
  if (incident.state === 'closed' || outlook?.askedAt) return incident;
  return {
    ...incident,
    outlook: { said: [], pace: 'asked', ...outlook, askedAt: stamp(turn), askedBy: turn.by },
  };
}
