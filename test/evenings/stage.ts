import { SAMPLES } from '../../src/content/sandbox/samples';

/*
 * An evening: what people press and type, in which order and at which time of the routine's clock. The same script is walked
 * through the door (`door.ts`) and in Chromium on phones (`test/browser/evenings`).
 */

/** Someone with a chat. */
export interface Someone {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

const { contacts } = SAMPLES.oxelosund;
function official(role: string, order = 1, party?: string): Someone {
  const found = contacts.find(
    (one) => one.role === role && one.order === order && one.party === party && one.userId !== undefined,
  );
  return { userId: found?.userId ?? '', name: found?.name ?? '', email: found?.email ?? '' };
}

const councillor = (number: number, name: string): Someone => ({
  userId: `7e57da7a-0000-4000-8000-0000000000${number}`,
  name,
  email: `${name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(' ', '.')}@kommun.example`,
});

/** Everybody of the evenings, all invented. */
export const PEOPLE = {
  politician: councillor(40, 'Eva Norrlycke'),
  officer: official('partySecurityOfficer', 1, 'S'),
  deputy: official('partySecurityOfficer', 2, 'S'),
  groupLeader: official('groupLeader', 1, 'S'),
  otherOfficer: official('partySecurityOfficer', 1, 'M'),
  strategist: official('securityStrategist'),
  deputyStrategist: official('securityStrategist', 2),
  chief: official('chiefExecutive'),
  deputyChief: official('chiefExecutive', 2),
  alternate: official('alternateContact'),
  /** Of a party in which nothing has happened. */
  farOfficer: official('partySecurityOfficer', 1, 'L'),
  leftOfficer: official('partySecurityOfficer', 1, 'V'),
  /** A councillor of M. */
  neighbour: councillor(41, 'Olle Ekmark'),
  /** A councillor of V. */
  youngest: councillor(42, 'Saga Lundvik'),
  /** A substitute whose account is another organisation's. */
  guest: {
    userId: '7e57da7a-0000-4000-8000-000000000043',
    name: 'Kim Västgård',
    email: 'kim.vastgard_foretag.example#EXT#@kommun.example',
  },
  /** Chosen after the election. */
  newOfficer: councillor(44, 'Nadja Kvarnlind'),
} as const satisfies Record<string, Someone>;
export type Who = keyof typeof PEOPLE;

/** The phone of somebody who is on no list, one that is set aside for fiction. */
export const PHONE = '070-174 06 40';

/** What people do, and read, with their own chat. */
export interface Stage {
  say(who: Who, text: string): Promise<void>;
  /** Presses the newest button with that title, after filling in inputs by their labels; `true` ticks. */
  press(who: Who, title: string, typed?: Readonly<Record<string, string>>): Promise<void>;
  /** That the card that was pressed last, or the newest, says so. */
  sees(who: Who, text: string): Promise<void>;
  /** That nothing in the whole chat says so. */
  neverSees(who: Who, text: string): Promise<void>;
  /** Moves the routine's clock on, from due time to due time. */
  until(now: string): Promise<void>;
  /** Whoever must see nothing looks at all that they can, now. */
  lookAround(): Promise<void>;
}

export interface Evening {
  /** The routine's time when it begins. */
  readonly begins: string;
  /** Those with a chat. */
  readonly people: readonly Who[];
  /** Those who must hear and see the same as if it had not happened. */
  readonly wrong: readonly Who[];
  /** The evening, with or without what happened in it. */
  walk(stage: Stage, happens: boolean): Promise<void>;
  /** What comes after that, once those of `wrong` may hear of it. */
  after?(stage: Stage): Promise<void>;
}
