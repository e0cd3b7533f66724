import { isDeciding, mayDoAction } from '../../src/app/commands/incident';
import { addsSomething, decide } from '../../src/app/commands/transitions';
import type { Action } from '../../src/cards/actions';
import type { Scene } from '../../src/cards/scene';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { sampleContacts, samplePoliticians } from '../../src/content/sandbox/sampleContacts';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import { rolesIn } from '../../src/routine/rules/access';
import { settle } from '../../src/routine/transitions/consequences';
import { type Beginning, begin } from '../../src/routine/transitions/reporting';
import type { Turn } from '../../src/routine/transitions/turn';
import { bindVictim } from '../../src/routine/transitions/victim';

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
): Scene => ({
  ...situation(value, now, more),
  viewer: { person, roles: rolesIn(situation(value, now, more), person) },
  municipality: oxelosund,
  once,
});

/** The effect of a press on an incident, without storage: access, the rule, and what follows by itself. */
export function press(value: Incident, person: string, action: Action, now = NOW, bindTo?: string): Incident {
  if (!isDeciding(action)) return value;
  const roles = rolesIn(situation(value, now), person);
  if (!mayDoAction(roles, action)) return value;
  const at = turn(person, { now, once: action.once ?? 'once1' });
  if (action.verb === 'bindVictim') return bindTo ? settle(bindVictim(value, bindTo, at), at) : value;
  if (addsSomething(action.verb) && value.once.includes(at.once)) return value;
  const next = settle(decide(value, action, at, roles), at);
  return next === value ? value : { ...next, rev: value.rev + 1 };
}
