import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IS_LONG } from '../support/long';
import { HERE } from './here';

jest.mock('../support/chosen', () => ({ chosen: 'almsjo' }));

/*
 * The same suites for a municipality with other posts, steps, order, times and policy. `npm test` runs the alarm here,
 * beside municipalities.test.ts, which runs the spine in every municipality; `npm run test:long` runs them all.
 */

const CORE = ['alarm'];

const LONG = [
  'guidance',
  'absence',
  'access',
  'again',
  'atRest',
  'blanking',
  'campaign',
  'changeParty',
  'consent',
  'corrections',
  'document',
  'evidence',
  'contactList',
  'forms',
  'fullTime',
  'heldBack',
  'home',
  'identity',
  'inbox',
  'input',
  'joined',
  'kin',
  'ladders',
  'merging',
  'name',
  'numbers',
  'onThePhone',
  'onlyMunicipality',
  'others',
  'outlook',
  'plainText',
  'practice',
  'proxy',
  'races',
  'register',
  'report',
  'retention',
  'routine',
  'silence',
  'stillAcute',
  'situations',
  'storm',
  'story',
  'text',
  'time',
  'together',
  'typed',
  'unable',
  'vault',
  'wishes',
];

/** Suites that speak of one municipality alone, or of every one already. */
const OWN: Readonly<Record<string, string>> = {
  almsjo: 'this one',
  bomb: 'presses the steps of Oxelösund by name',
  changeOfTerm: 'names the parties of Oxelösund',
  callsAfter: 'counts calls, which are the same wherever it runs',
  decision: 'Almsjö always reports to the police: nobody is asked',
  frontDoor: 'presses the steps of Oxelösund by name',
  grouped: 'is of delivery, which is the same wherever it runs',
  groupedLong: 'is of delivery, which is the same wherever it runs',
  kinAsk: 'in Almsjö whoever leads holds the list',
  municipalities: 'runs in every municipality',
  otherPosts: 'has a municipality of its own',
  presses: 'counts the presses of Oxelösund’s whole case',
  quiet: 'is of the gate in delivery, which is the same wherever it runs',
  readFirst: 'runs what differs in every municipality',
  suspects: 'names the posts of Oxelösund',
  suspectsBeside: 'names the posts of Oxelösund',
  suspectsTold: 'names the posts of Oxelösund',
  reading: 'says what each step of Oxelösund shows',
};

it('is what these suites look at, and none of them is forgotten', () => {
  expect(HERE.municipality.id).toBe('almsjo');
  const suites = readdirSync(__dirname).flatMap((file) => /^(\w+)\.test\.ts$/.exec(file)?.[1] ?? []);
  expect([...CORE, ...LONG, ...Object.keys(OWN)].sort()).toEqual(suites.sort());
});

for (const suite of [...CORE, ...(IS_LONG ? LONG : [])])
  describe(suite, () => {
    require(join(__dirname, `${suite}.test`));
  });
