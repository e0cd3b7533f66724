import { ASKINGS, HOMES } from '../../src/app/ports/states';
import { occurrenceFields } from '../../src/routine/rules/report/occurrences';
import { OUTLOOK_FIELDS } from '../../src/routine/transitions/beside/outlook';
import { COMPANY_FIELDS } from '../../src/routine/transitions/records';
import type { Tables } from '../../src/storage/openTables';
import { fill } from '../cards/stages';
import type { Person, Town } from '../support/town';
import { type Driven, drive, readDriven, typist } from './release02';

/*
 * The town of release 0.2, and then what release 0.3 added: what a release has written is compared with what this code writes of
 * the same presses.
 */

/** Goes on where release 0.2 ended. @throws when a press was refused */
export async function driveOn(town: Town): Promise<Driven> {
  const driven = await drive(town);
  const { midway, talks, closed, asked } = driven.incidents;
  const officer = await town.contact('partySecurityOfficer', 'S');
  const strategist = await town.contact('securityStrategist');
  const [victim, other, alarmed] = [41, 42, 43].map((number) =>
    town.person(`7e57da7a-0000-4000-8000-0000000000${number}`, ''),
  ) as [Person, Person, Person];
  let presses = 0;
  const press = async (who: Person, id: string, verb: string, data: object = {}) => {
    const before = (await town.tables.incidents.read(id))?.incident.rev;
    const { body } = await who.invoke('', verb, { id, once: `on${++presses}`, ...data });
    const after = (await town.tables.incidents.read(id))?.incident.rev;
    if (body.statusCode !== 200 || before === after) throw new Error(`${verb}: ${JSON.stringify(body)}`);
  };
  const { routine } = town.municipality;
  await press(officer, talks, 'addNote', { text: typist('text') });
  await press(officer, talks, 'askCorrection', {
    passage: 'what.0',
    what: typist('text'),
    why: 'Jag var där',
  });
  await press(officer, talks, 'setOutlook', fill(OUTLOOK_FIELDS, typist));
  await press(officer, talks, 'setCompany', { ...fill(COMPANY_FIELDS, typist), until: '18:30' });
  await press(victim, talks, 'addOccurrence', fill(occurrenceFields(routine, true), typist));
  await press(officer, talks, 'recordCall', { to: 'victim', answered: 'no' });
  await press(strategist, closed, 'hold', { reason: typist('text') });
  await press(other, midway, 'hide');
  await press(alarmed, asked, 'saySafe');
  await other.say('hemma om två timmar');
  await town.sweep();
  return driven;
}

/** All that the tables hold of it. */
export async function readOn(tables: Tables, driven: Driven, people: readonly string[]) {
  const askings = await Promise.all(
    [...ASKINGS, HOMES].map(async (id) => [id, await tables.askings.read(id)] as const),
  );
  return { ...(await readDriven(tables, driven, people)), askings: Object.fromEntries(askings) };
}
