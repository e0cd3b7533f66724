import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { REPLACE } from '../../src/content/texts/timed';
import { words } from '../support/cardReading';
import { TENANT } from '../support/town';
import { CONTACTS, NAME, rowOf } from './here';
import { alarm, DAY, EVA, openTown, resident } from './support';

const INGRID = '7e57da7a-0000-4000-8000-000000000005';
const NEW_ACCOUNT = '7e57da7a-0000-4000-8000-000000000905';
/** The list as the strategist wrote it: nobody's account is known. */
const unbound = CONTACTS.map(({ userId: _, ...contact }) => contact);
const email = CONTACTS.find(({ name }) => name === NAME.officer)?.email ?? '';

const officerIn = async (town: Awaited<ReturnType<typeof openTown>>) =>
  (await town.tables.contacts.read()).find(({ name }) => name === NAME.officer);

describe('a row of the contact list', () => {
  it.each([
    ['user name', { email: 'inbj01@tenant.example', userPrincipalName: email }],
    ['e-mail', { email, userPrincipalName: 'inbj01@tenant.example' }],
  ])('is bound by the %s that Teams knows', async (_, known) => {
    const town = await openTown({ contacts: unbound });
    const ingrid = town.person(INGRID, NAME.officer);
    town.connector.members.set(`29:${INGRID}`, { name: NAME.officer, ...known, tenantId: TENANT });
    await ingrid.install();
    expect((await officerIn(town))?.person).toBe(INGRID);
  });

  it('is bound later where Teams did not answer at the installation: at the next message', async () => {
    const town = await openTown({ contacts: unbound });
    const ingrid = town.person(INGRID, NAME.officer, email);
    const member = town.connector.members.get(`29:${INGRID}`);
    town.connector.members.delete(`29:${INGRID}`);
    await ingrid.install();
    expect((await officerIn(town))?.person).toBeUndefined();
    expect((await town.check()).withoutAccount).toBeGreaterThan(5);
    if (member) town.connector.members.set(`29:${INGRID}`, member);
    await ingrid.say('hej');
    await town.idle();
    expect((await officerIn(town))?.person).toBe(INGRID);
  });

  it('never goes to a guest who has a listed address, also when Teams says so late', async () => {
    const town = await openTown({ contacts: unbound });
    const guest = town.person(NEW_ACCOUNT, NAME.officer, email);
    const member = {
      name: NAME.officer,
      email,
      userPrincipalName: 'ingrid_x.example#EXT#@tenant.example',
    };
    town.connector.members.delete(`29:${NEW_ACCOUNT}`);
    await guest.install();
    town.connector.members.set(`29:${NEW_ACCOUNT}`, { ...member, tenantId: TENANT });
    await guest.say('hej');
    await town.idle();
    expect((await officerIn(town))?.person).toBeUndefined();
  });

  it('or by the agenda, without a word from the person', async () => {
    const town = await openTown({ contacts: unbound });
    const ingrid = town.person(INGRID, NAME.officer, email);
    const member = town.connector.members.get(`29:${INGRID}`);
    town.connector.members.delete(`29:${INGRID}`);
    await ingrid.install();
    await town.later(31 * 60_000);
    expect((await officerIn(town))?.person).toBeUndefined();
    if (member) town.connector.members.set(`29:${INGRID}`, member);
    await town.later(31 * 60_000);
    expect((await officerIn(town))?.person).toBe(INGRID);
  });

  it('never goes to a new account unseen: the strategist is asked, and says yes', async () => {
    const town = await openTown();
    const strategist = await town.contact(...rowOf('strategist'));
    const ingrid = await town.contact(...rowOf('officer'));
    const anew = await resident(town, NEW_ACCOUNT, NAME.officer, email);
    await town.later(DAY);
    expect((await officerIn(town))?.person).toBe(ingrid.userId);
    expect(words(strategist.newest())).toContain(REPLACE.sameDetail);
    await strategist.press(REPLACE.sameYes);
    expect((await officerIn(town))?.person).toBe(NEW_ACCOUNT);
    const eva = await resident(town, EVA.id, EVA.name);
    await alarm(eva);
    expect(anew.has(BUTTON.acknowledge)).toBe(true);
    expect(ingrid.has(BUTTON.acknowledge)).toBe(false);
  });

  it("is bound by nobody else's word", async () => {
    const town = await openTown();
    const ingrid = await town.contact(...rowOf('officer'));
    await town.contact(...rowOf('strategist'));
    const anew = await resident(town, NEW_ACCOUNT, NAME.officer, email);
    const id = (await officerIn(town))?.id;
    for (const person of [anew, ingrid]) await person.invoke('card-1', 'sameAccount', { contact: id });
    expect((await officerIn(town))?.person).toBe(ingrid.userId);
  });
});

it('a card that Teams takes without an id has arrived: what changes is posted anew, once a change', async () => {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name);
  const [officer, second] = [await town.contact(...rowOf('officer')), await town.contact(...rowOf('deputy'))];
  town.connector.silent.add(second.conversation);
  const before = second.chat().length;
  await eva.say('rapportera hot');
  await eva.press(FIRST.alarm('S'));
  await town.later(4 * 60_000);
  const asked = second.chat().length;
  expect(asked).toBeGreaterThan(before);
  await town.later(1_000);
  expect(second.chat()).toHaveLength(asked);
  await officer.press(BUTTON.acknowledge);
  await town.idle();
  expect(second.chat().length).toBe(asked + 1);
  expect(words(second.newest())).toContain(officer.name);
  await town.later(1_000);
  expect(second.chat().length).toBe(asked + 1);
});
