import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { sampleContacts, samplePoliticians } from '../../src/content/sandbox/sampleContacts';
import { type Acting, adds, applyAct, isAct } from '../../src/routine/acts/acts';
import type { ActTurn } from '../../src/routine/acts/row';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import { may, rolesIn } from '../../src/routine/rules/access';
import { settle } from '../../src/routine/transitions/consequences';
import { type Beginning, begin } from '../../src/routine/transitions/reporting';
import type { Turn } from '../../src/routine/transitions/turn';
import type { Action } from '../../src/screens/actions';
import type { Viewing } from '../../src/screens/scene';

export const routine = oxelosund.routine;

export const contacts: Contact[] = sampleContacts.map(({ userId, ...row }, index) => ({
  ...row,
  id: `contact${index}`,
  person: userId,
}));

/** The contact list as cards draw it, and as rules take it. */
export const list = { contacts, municipality: oxelosund, routine };

const personOf = (role: Contact['role'], party?: string, order = 1): string =>
  contacts.find((one) => one.role === role && one.party === party && one.order === order)?.person ?? '';

/** The people of the invented town, by what they are. */
export const people = {
  victim: samplePoliticians[0]?.userId ?? '',
  officer: personOf('partySecurityOfficer', 'S'),
  deputy: personOf('partySecurityOfficer', 'S', 2),
  otherOfficer: personOf('partySecurityOfficer', 'M'),
  strategist: personOf('securityStrategist'),
  deputyStrategist: personOf('securityStrategist', undefined, 2),
  chief: personOf('chiefExecutive'),
  deputyChief: personOf('chiefExecutive', undefined, 2),
  stranger: '7e57da7a-0000-4000-8000-000000000099',
} as const;

export const NOW = new Date('2026-11-24T09:00:00Z');

export const turn = (by: string, more: Partial<Turn> = {}): Turn => ({
  now: NOW,
  by,
  contacts,
  unreachable: new Map(),
  routine,
  once: 'once1',
  ...more,
});

/** An alarm of the S politician, unless said otherwise. */
export const incident = (more: Partial<Beginning> = {}): Incident =>
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

const NOBODY: Situation['unreachable'] = new Map();

export const situation = (value: Incident, now = NOW, more: Partial<Situation> = {}): Situation => ({
  incident: value,
  contacts,
  unreachable: NOBODY,
  routine,
  now,
  ...more,
});

export const sceneFor = (
  value: Incident,
  person: string,
  now = NOW,
  once = 'once1',
  more: Partial<Situation> = {},
): Viewing => ({
  ...situation(value, now, more),
  viewer: { person, roles: rolesIn(situation(value, now, more), person) },
  once,
});

/** Whether a press changes an incident. */
export const isActing = (action: Action): action is Acting => isAct(action.verb);

/** The effect of a press on an incident, without storage: access, the rule, and what follows by itself. */
export function press(value: Incident, person: string, action: Action, now = NOW, bindTo?: string): Incident {
  if (!isActing(action)) return value;
  const roles = rolesIn(situation(value, now), person);
  if (!may(roles, action.verb)) return value;
  const at: ActTurn = { ...turn(person, { now, once: action.once ?? 'once1' }), roles, account: bindTo };
  if (action.verb === 'bindVictim' && !bindTo) return value;
  if (adds(action.verb) && value.once.includes(at.once)) return value;
  const next = settle(applyAct(value, action, at), at);
  return next === value ? value : { ...next, rev: value.rev + 1 };
}
