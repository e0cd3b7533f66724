import { acted } from '../../src/routine/acts/acted';
import { type Acting, adds, isAct } from '../../src/routine/acts/acts';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { Sent, Situation } from '../../src/routine/model/situation';
import { rolesIn } from '../../src/routine/rules/access';
import { notices } from '../../src/routine/rules/notices';
import { may } from '../../src/routine/rules/roles/may';
import { asTimed } from '../../src/routine/rules/steps/bringsIn';
import { isReadByVictim } from '../../src/routine/rules/victim/told';
import { settle } from '../../src/routine/transitions/consequences';
import { type Beginning, begin } from '../../src/routine/transitions/reporting';
import type { ActTurn, Turn } from '../../src/routine/transitions/turn';
import type { Action } from '../../src/screens/actions';
import type { Viewing } from '../../src/screens/scene';
import { chosen } from './chosen';
import { PEOPLE, TOWNS, type TownSpec, type Who } from './towns';

export const NOW = new Date('2026-11-24T09:00:00Z');

/** Whether a press changes an incident. */
export const isActing = (action: Action): action is Acting => isAct(action.verb);

const NOBODY: Situation['unreachable'] = new Map();

/** What has arrived when all that is due has, at its time, with all who can be reached. */
export const sentBy = (situation: Situation): Sent[] =>
  notices(situation).flatMap(({ kind, key, person, since }) => {
    const about = key.split('|')[1] ?? '';
    const isSent = new Date(since) <= situation.now && !situation.unreachable.has(person);
    return isSent && isReadByVictim(kind, about) ? [{ kind, about, person, at: since }] : [];
  });

/** A municipality with its invented people, as values: no storage, no Teams. */
export function pureTownOf({ municipality, sample, rows }: TownSpec) {
  const { routine } = municipality;

  const contacts: Contact[] = sample.contacts.map(({ userId, silence, ...row }, index) => ({
    ...row,
    ...(silence ? { silentAt: `${silence}T12:00:00.000Z` } : {}),
    id: `contact${index}`,
    person: userId,
  }));

  const personOf = (who: Who): string => {
    const { role, unit, order } = rows[who];
    const row = contacts.find(
      (one) => one.role === role && (one.party ?? one.board) === unit && one.order === order,
    );
    return row?.person ?? '';
  };

  const people = {
    ...(Object.fromEntries(PEOPLE.map((who) => [who, personOf(who)])) as Record<Who, string>),
    victim: sample.politicians[0]?.userId ?? '',
    stranger: '7e57da7a-0000-4000-8000-000000000099',
  };

  const turn = (by: string, more: Partial<Turn> = {}): Turn => ({
    now: NOW,
    by,
    contacts,
    unreachable: new Map(),
    routine,
    once: 'once1',
    ...more,
  });

  const incident = (more: Partial<Beginning> = {}): Incident =>
    settle(
      begin(
        {
          id: 'incident1',
          reference: '2026-7KQ4',
          via: 'alarm',
          acute: true,
          route: 'party',
          party: 'S',
          reporter: { person: people.victim, name: 'SECRETreporter', kind: 'self' },
          victim: { person: people.victim, name: 'SECRETvictim' },
          ...more,
        },
        turn(people.victim),
      ),
      turn(people.victim),
    );

  /** As the rules take it; what has arrived is for the victim's card alone, and is worked out for a scene. */
  const situation = (value: Incident, now = NOW, more: Partial<Situation> = {}): Situation => ({
    incident: asTimed(value, { routine, now }),
    ...{ contacts, unreachable: NOBODY, routine, now, ...more },
  });

  const sceneFor = (
    value: Incident,
    person: string,
    now = NOW,
    once = 'once1',
    more: Partial<Situation> = {},
  ): Viewing => {
    const found = situation(value, now, more);
    // As if all that is due had arrived when it was due, unless `more` says otherwise.
    const sent = more.sent ?? sentBy(found);
    return { ...found, sent, viewer: { person, roles: rolesIn(found, person) }, once };
  };

  const press = (
    stored: Incident,
    person: string,
    action: Action,
    now = NOW,
    more: Partial<Pick<ActTurn, 'account' | 'into' | 'joins'>> = {},
  ): Incident => {
    const value = asTimed(stored, { routine, now });
    if (!isActing(action)) return value;
    const roles = rolesIn(situation(value, now), person);
    if (!may(roles, action.verb)) return value;
    const at: ActTurn = { ...turn(person, { now, once: action.once ?? 'once1' }), roles, ...more };
    if (action.verb === 'bindVictim' && !more.account) return value;
    if (adds(action.verb) && value.once.includes(at.once)) return value;
    const { incident: next } = acted(value, action, at);
    return next === value ? value : { ...next, rev: value.rev + 1 };
  };

  return {
    municipality,
    sample,
    routine,
    contacts,
    /** The contact list as cards draw it, and as rules take it. */
    list: { contacts, municipality, routine },
    /** The people of the invented town, by what they are. */
    people,
    turn,
    /** An alarm of the S politician, unless said otherwise. */
    incident,
    situation,
    sceneFor,
    /** What a press does to an incident: access, the rule, what follows by itself. */
    press,
  };
}

/** The municipality that a test runs for. */
export const {
  municipality,
  sample,
  routine,
  contacts,
  list,
  people,
  turn,
  incident,
  situation,
  sceneFor,
  press,
} = pureTownOf(TOWNS[chosen]);
