import { MUNICIPALITIES } from '../../src/content/municipalities';
import type { Municipality } from '../../src/content/municipalities/municipality';
import type { Sample } from '../../src/content/sandbox/sample';
import { SAMPLES } from '../../src/content/sandbox/samples';

/** Who a test speaks of, whatever their post is called. */
export const PEOPLE = [
  'officer',
  'deputy',
  'otherOfficer',
  'strategist',
  'deputyStrategist',
  'chief',
  'deputyChief',
] as const;
export type Who = (typeof PEOPLE)[number];

/** A row of a contact list. `unit`: the code of a party or board. */
export interface Row {
  role: string;
  unit?: string;
  order: number;
}

/** A municipality as tests run it. */
export interface TownSpec {
  municipality: Municipality;
  sample: Sample;
  rows: Readonly<Record<Who, Row>>;
}

const row = (role: string, unit?: string, order = 1): Row =>
  unit === undefined ? { role, order } : { role, unit, order };

const { oxelosund, almsjo } = MUNICIPALITIES;

/** Every municipality that the bot can run for. */
export const TOWNS: Readonly<Record<keyof typeof MUNICIPALITIES, TownSpec>> = {
  oxelosund: {
    municipality: oxelosund,
    sample: SAMPLES.oxelosund,
    rows: {
      officer: row('partySecurityOfficer', 'S'),
      deputy: row('partySecurityOfficer', 'S', 2),
      otherOfficer: row('partySecurityOfficer', 'M'),
      strategist: row('securityStrategist'),
      deputyStrategist: row('securityStrategist', undefined, 2),
      chief: row('chiefExecutive'),
      deputyChief: row('chiefExecutive', undefined, 2),
    },
  },
  almsjo: {
    municipality: almsjo,
    sample: SAMPLES.almsjo,
    rows: {
      officer: row('groupLeader', 'S'),
      deputy: row('groupLeader', 'S', 2),
      otherOfficer: row('groupLeader', 'M'),
      strategist: row('securityCoordinator'),
      deputyStrategist: row('securityCoordinator', undefined, 2),
      chief: row('headOfChancery'),
      deputyChief: row('headOfChancery', undefined, 2),
    },
  },
};

/** For `describe.each`: the name of each, and what it is. */
export const EACH_TOWN = Object.entries(TOWNS);
