import { act } from '../../src/app/commands/incident';
import { dispatch } from '../../src/app/delivery/dispatch';
import { sweep } from '../../src/app/delivery/sweep';
import { checkAgenda } from '../../src/app/delivery/watchdog';
import { personAggregateId } from '../../src/app/ports/states';
import { FIRST } from '../../src/content/texts/report';
import { MemoryTown } from '../support/memoryTown';
import { incident, people } from '../support/pureTown';
import { startTown } from '../support/town';

const MINUTE = 60_000;
const ID = incident().id;

/** An open incident, told to all whom it concerns, ten minutes ago; not acute, so nothing more is due in that time. */
async function open() {
  const town = new MemoryTown();
  const store = await town.put(incident({ via: 'report', acute: false }));
  const deps = town.deps();
  await deps.index.opens(ID, 1);
  await sweep(deps, 'one', 0);
  town.passed = 10 * MINUTE;
  town.lines.length = 0;
  town.calls.length = 0;
  const errors = () => town.lines.filter(({ level }) => level === 'error');
  return { town, store, deps, errors };
}

describe('the check that nobody is forgotten', () => {
  it('finds nothing when all is well', async () => {
    const { deps, errors } = await open();
    expect(await checkAgenda(deps)).toMatchObject({ late: 0, repaired: 0, oldestLateSeconds: 0 });
    expect(errors()).toEqual([]);
  });

  it('sets an open incident due that the agenda does not have, with ids only in the log', async () => {
    const { town, store, deps, errors } = await open();
    town.agendaRows.delete(ID);
    expect(await checkAgenda(deps)).toMatchObject({ late: 0, repaired: 1 });
    expect(errors()).toEqual([{ level: 'error', event: 'agendaMissing', incident: ID }]);
    expect(town.agendaRows.get(ID)?.value).toMatchObject({
      due: town.now().getTime(),
      rev: store.incident.rev,
      isAcute: false,
    });
    await checkAgenda(deps);
    expect(errors()).toHaveLength(1);
  });

  it('lets one be that is just about to be inserted, and forgets one that never was', async () => {
    const { town, deps, errors } = await open();
    await deps.index.opens('justNow', 1);
    await deps.index.opens('never', 1);
    town.passed += 30_000;
    await checkAgenda(deps);
    expect([...town.opened.keys()]).toContain('justNow');
    town.passed += 60_000;
    await checkAgenda(deps);
    expect([...town.opened.keys()]).toEqual([ID]);
    expect(errors()).toEqual([]);
  });

  it('does not keep a row late that was written for a save that never came', async () => {
    const { town, deps } = await open();
    await deps.agenda.wake(ID, town.now().getTime(), 99);
    for (let minute = 0; minute < 20; minute += 1) {
      town.passed += MINUTE;
      await sweep(deps, 'one', 0);
      if (minute % 5 === 0) await checkAgenda(deps);
    }
    expect(await checkAgenda(deps)).toMatchObject({ late: 0 });
  });

  it('does not take a closed one for a forgotten one', async () => {
    const { town, store, deps, errors } = await open();
    store.incident = { ...store.incident, state: 'closed' };
    town.agendaRows.delete(ID);
    expect(await checkAgenda(deps)).toMatchObject({ repaired: 0 });
    expect([town.opened.size, errors()]).toEqual([0, []]);
  });

  it.each([ID, personAggregateId(people.officer)])(
    'writes the row of %s anew while it is late, and says so until it is looked at',
    async (id) => {
      const { town, deps, errors } = await open();
      const due = town.now().getTime();
      await town.agenda.wake(id, due, 0, true);
      const written = town.agendaRows.get(id);
      town.passed += 5 * MINUTE;
      expect(await checkAgenda(deps)).toMatchObject({ late: 0, repaired: 0 });
      town.passed += MINUTE;
      expect(await checkAgenda(deps)).toEqual({
        late: 1,
        repaired: 1,
        listFaults: 0,
        oldestLateSeconds: 360,
        withoutAccount: 0,
        partiesWithoutOfficer: 0,
        checkedAt: new Date(town.realNow()).toISOString(),
      });
      expect(errors()).toEqual([{ level: 'error', event: 'agendaLate', incident: id, seconds: 360 }]);
      expect(town.agendaRows.get(id)?.value).toMatchObject({ due, rev: 0, isAcute: true });
      // When it was written stays: by it is known what was written for a save that never came.
      expect(town.agendaRows.get(id)?.value.writtenAt).toBe(written?.value.writtenAt);
      expect(town.agendaRows.get(id)?.etag).not.toBe(written?.etag);
      expect(await checkAgenda(deps)).toMatchObject({ late: 1 });
      await sweep(deps, 'one', 0);
      expect(await checkAgenda(deps)).toMatchObject({ late: 0, repaired: 0, oldestLateSeconds: 0 });
      expect(errors()).toHaveLength(2);
    },
  );

  it('says in its line of the log, each time, that it ran and what it found: an alert waits for it', async () => {
    const { town, deps } = await open();
    await checkAgenda(deps);
    const counts = { late: 0, repaired: 0, listFaults: 0, withoutAccount: 0, partiesWithoutOfficer: 0 };
    const line = { level: 'info', event: 'agendaChecked', ...counts, oldestLateSeconds: 0 };
    expect(town.lines).toContainEqual(line);
    await checkAgenda(deps);
    expect(town.lines.filter(({ event }) => event === 'agendaChecked')).toHaveLength(2);
  });

  it('goes on to the next when one cannot be read', async () => {
    const { town, deps, errors } = await open();
    await town.put({ ...incident(), id: 'second' });
    await deps.index.opens('second', 1);
    town.passed += 10 * MINUTE;
    town.agendaRows.delete('second');
    town.agendaRows.delete(ID);
    const read = async (id: string) => {
      if (id === ID) throw new Error('broken');
      return deps.incidents.read(id);
    };
    expect(await checkAgenda({ ...deps, incidents: { ...deps.incidents, read } })).toMatchObject({
      repaired: 1,
    });
    expect(errors().map(({ event, incident: id }) => [event, id])).toEqual(
      expect.arrayContaining([
        ['agendaCheckFailed', ID],
        ['agendaMissing', 'second'],
      ]),
    );
  });
});

describe('the index of open incidents', () => {
  const press = (person: string) => ({
    caller: { person, name: '', address: { serviceUrl: '', conversationId: '', userId: person, botId: '' } },
    verb: '',
    data: {},
  });

  it('loses one when it has closed and that has been seen, and has it again before it is reopened', async () => {
    const { town, store, deps } = await open();
    await act(deps, press(people.officer), { verb: 'acknowledge', id: ID });
    const closedAt = town.now().toISOString();
    store.incident = { ...store.incident, state: 'closed', closedAt, rev: store.incident.rev + 1 };
    await dispatch(deps, ID, { claimer: 'one' });
    expect(town.opened.size).toBe(0);
    await act(deps, press(people.officer), { verb: 'reopen', id: ID, reason: 'x', once: 'once0001' });
    expect(store.incident.state).toBe('open');
    expect(town.opened.get(ID)).toMatchObject({ rev: store.incident.rev });
    await dispatch(deps, ID, { claimer: 'one' });
    expect(town.opened.size).toBe(1);
  });
});

it('shows what was found where the platform asks whether the bot is ready', async () => {
  const town = await startTown();
  const ready = async () => (await fetch(`${town.url}/health/ready`)).json();
  expect(await ready()).toEqual({ status: 'ready' });
  const officer = await town.contact('partySecurityOfficer', 'S');
  const eva = town.person('7e57da7a-0000-4000-8000-000000000040', 'Eva');
  await eva.install();
  await eva.say('rapportera hot');
  await eva.press(FIRST.alarm('S'));
  expect(officer.chat().length).toBeGreaterThan(1);
  expect(await town.tables.index.open()).toHaveLength(1);
  const [{ id = '' } = {}] = await town.tables.index.of(eva.userId, 1);
  const at = town.now.getTime();
  await town.tables.agenda.wake(id, at - 7 * MINUTE, 1, true);
  const checked = await town.check();
  expect(checked).toMatchObject({ late: 1, repaired: 1, oldestLateSeconds: 420 });
  expect(await ready()).toEqual({ status: 'ready', agenda: checked });
  await town.sweep();
  expect(await town.check()).toMatchObject({ late: 0, repaired: 0 });
  await town.stop();
});

it('counts the parties that reach none of their officers, by account and by chat, and names each by its code', async () => {
  const town = await startTown();
  const parties = town.municipality.routine.parties.length;
  const codes = () =>
    town.log.lines.flatMap((line) => {
      const { event, party } = JSON.parse(line);
      return event === 'partyWithoutOfficer' ? [party] : [];
    });
  // Nobody has the app yet.
  expect(await town.check()).toMatchObject({ partiesWithoutOfficer: parties });
  expect(codes().sort()).toEqual([...town.municipality.routine.parties].sort());
  const officer = await town.contact('partySecurityOfficer', 'S');
  town.log.lines.length = 0;
  expect(await town.check()).toMatchObject({ partiesWithoutOfficer: parties - 1 });
  expect(codes()).not.toContain('S');
  await officer.uninstall();
  expect(await town.check()).toMatchObject({ partiesWithoutOfficer: parties });
  await town.stop();
});
