import { contactsPage } from '../../src/cards/personal/contactList/list';
import { roleWords } from '../../src/cards/scene';
import { MUNICIPALITIES, type MunicipalityName } from '../../src/content/municipalities';
import { defineMunicipality } from '../../src/content/municipalities/municipality';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { logRoles } from '../../src/content/texts/log';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { byPost, postFault } from '../../src/routine/model/posts';
import type { Situation } from '../../src/routine/model/situation';
import { post } from '../../src/routine/plan/posts';
import { mayAdminister, rolesIn } from '../../src/routine/rules/access';
import { drilled } from '../../src/routine/rules/drills';
import { silencesIn } from '../../src/routine/rules/escalation';
import { filing } from '../../src/routine/rules/filing';
import { askedLevels } from '../../src/routine/rules/ladders/asked';
import { asksForLead, asListed, othersToLead } from '../../src/routine/rules/leadership';
import { ownersOf } from '../../src/routine/rules/progress';
import { chain, peersOf, strategistsOf } from '../../src/routine/rules/succession';
import { settle } from '../../src/routine/transitions/consequences';
import { acknowledge, decline, handOver, recuse, takeOver } from '../../src/routine/transitions/leading';
import { type Beginning, begin, reportOwnParty } from '../../src/routine/transitions/reporting';
import type { Turn } from '../../src/routine/transitions/turn';
import { declaration, lindvik, lindviksContacts } from '../support/lindvik';

const NOW = new Date('2026-11-24T09:00:00Z');
const MINUTE = 60_000;
const VICTIM = '7e57da7a-0000-4000-8000-000000000299';
const { routine } = lindvik;
const everyone: Contact[] = lindviksContacts.map((row, index) => {
  const { userId, ...rest } = { userId: undefined, ...row };
  return { ...rest, id: `row${index}`, person: userId };
});
const idOf = (name: string): string => everyone.find((one) => one.name === name)?.person ?? '';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const names = (contacts: readonly Contact[]) => contacts.map(({ name }) => name);

const turn = (by: string, now = NOW, contacts: readonly Contact[] = everyone): Turn => ({
  now,
  by,
  contacts,
  unreachable: new Map(),
  routine,
  once: 'once1',
});
const alarm = (more: Partial<Beginning> = {}): Incident =>
  settle(
    begin(
      {
        id: 'incident1',
        reference: '2026-7KQ4',
        via: 'alarm',
        acute: true,
        route: 'party',
        party: 'A',
        board: 'skola',
        reporter: { person: VICTIM, name: 'Eva', kind: 'self' },
        victim: { person: VICTIM, name: 'Eva' },
        ...more,
      },
      turn(VICTIM),
    ),
    turn(VICTIM),
  );
const at = (incident: Incident, now = NOW, contacts: readonly Contact[] = everyone): Situation => ({
  incident,
  contacts,
  unreachable: new Map(),
  routine,
  now,
});
const line = (incident: Incident) => chain(at(incident)).map(names);

describe('a municipality with other posts', () => {
  it('asks the group leader and the board officer side by side, then upwards, and never another party or board', () => {
    expect(line(alarm())).toEqual([
      ['Gun Alm', 'Siv Skog'],
      ['Gert Alder'],
      ['Kaj Sam'],
      ['Maj Chef'],
      ['Jouren'],
    ]);
  });

  it('leaves the board out where none is named, or none of that name is declared', () => {
    const withoutBoard = [['Gun Alm'], ['Gert Alder'], ['Kaj Sam'], ['Maj Chef'], ['Jouren']];
    expect(line(alarm({ board: '' }))).toEqual(withoutBoard);
    expect(line(alarm({ board: 'none' }))).toEqual(withoutBoard);
    expect(alarm({ board: 'bortom' }).board).toBeUndefined();
  });

  it('asks the board before the party where that is declared', () => {
    const swapped = defineMunicipality({
      ...declaration,
      posts: declaration.posts.map((one) =>
        one.line === undefined || one.id === 'boardOfficer' ? one : { ...one, line: one.line + 1 },
      ),
    });
    const cast = { ...at(alarm()), routine: swapped.routine };
    expect(chain(cast).map(names).slice(0, 3)).toEqual([['Siv Skog'], ['Gun Alm'], ['Gert Alder']]);
  });

  it('an alarm to the municipality goes past the party, and to the board all the same', () => {
    expect(line(alarm({ route: 'municipality' }))).toEqual([
      ['Siv Skog'],
      ['Kaj Sam'],
      ['Maj Chef'],
      ['Jouren'],
    ]);
  });

  it('widens as time passes: the next in line, the coordinator, all who stand for the municipality and on call', () => {
    const levels = askedLevels(at(alarm())).map((level) => ({
      minutes: (level.at.getTime() - NOW.getTime()) / MINUTE,
      names: names(level.contacts),
    }));
    expect(levels).toEqual([
      { minutes: 0, names: ['Gun Alm', 'Siv Skog'] },
      { minutes: 3, names: ['Gert Alder'] },
      { minutes: 6, names: ['Kaj Sam'] },
      { minutes: 10, names: ['Maj Chef', 'Jouren'] },
    ]);
  });

  it('roles come from the posts: who is asked, who is told without content, who has none', () => {
    const roles = (name: string, value = alarm()) => [...rolesIn(at(value), idOf(name))];
    expect(roles('Gun Alm')).toEqual(['candidate']);
    expect(roles('Siv Skog')).toEqual(['candidate']);
    expect(roles('Kaj Sam')).toEqual(['toldStrategist']);
    for (const name of ['Gabi Berg', 'Bo Bygg', 'Kim Kansli', 'Väx Ellen']) expect(roles(name)).toEqual([]);
  });

  it('the board officer takes it on, the group leader may stand by, and both are first contacts to the victim', () => {
    const led = acknowledge(alarm(), turn(idOf('Siv Skog')));
    expect(names(peersOf(at(led)))).toEqual(['Gun Alm']);
    // A board's officer is the municipality's own; a party's is an outsider to it.
    expect([...rolesIn(at(led), idOf('Siv Skog'))]).toEqual(['lead', 'official']);
    const leader = idOf('Gun Alm');
    expect([...rolesIn(at(acknowledge(alarm(), turn(leader))), leader)]).toEqual(['lead']);
    expect(names(othersToLead(at(led)))).toEqual(['Gun Alm', 'Gert Alder', 'Kaj Sam', 'Maj Chef']);
    const ended = everyone.map((one) =>
      one.name === 'Siv Skog' ? { ...one, ended: NOW.toISOString() } : one,
    );
    expect(asksForLead(at(led, NOW, ended))).toBe(true);
    expect(asListed(led, { contacts: ended, routine }).lead?.person).toBe(idOf('Siv Skog'));
  });

  it('a coordinator whose post has ended leads no more: the post passes on', () => {
    const led = acknowledge(alarm({ route: 'municipality', board: '' }), turn(idOf('Kaj Sam')));
    const ended = everyone.map((one) =>
      one.name === 'Kaj Sam' ? { ...one, ended: NOW.toISOString() } : one,
    );
    expect(asListed(led, { contacts: ended, routine }).lead).toBeUndefined();
    expect(names(strategistsOf(at(led, NOW, ended)))).toEqual(['Maj Chef']);
  });

  it('passes on when the first say no, and steps of the strategist are the coordinator’s, else the manager’s', () => {
    const gone = ['Gun Alm', 'Siv Skog'].reduce((value, name) => decline(value, turn(idOf(name))), alarm());
    expect(names(askedLevels(at(gone))[0]?.contacts ?? [])).toEqual(['Gert Alder']);
    const step = routine.steps.find(({ owner }) => owner === 'strategist');
    if (!step) throw new Error('No step is the strategist’s.');
    expect(ownersOf(at(gone), step)).toEqual([idOf('Kaj Sam')]);
    const close = recuse(gone, turn(idOf('Kaj Sam')));
    expect(ownersOf(at(close), step)).toEqual([idOf('Maj Chef')]);
  });

  it('silence of the lead goes to the other first contacts, the coordinator, the manager, the head of the chancery', () => {
    const led = acknowledge(alarm(), turn(idOf('Gun Alm')));
    const levels = silencesIn(at(led, later(24 * 60)))
      .filter(({ owner, persons, basis }) => owner === 'lead' && persons.length > 0 && !basis.pace)
      .map(({ hearing, persons }) => [hearing, persons]);
    expect(levels).toEqual([
      ['escalated', [idOf('Siv Skog')]],
      ['escalated', [idOf('Gert Alder')]],
      ['escalated', [idOf('Kaj Sam')]],
      ['escalated', [idOf('Maj Chef')]],
      ['informed', [idOf('Kim Kansli')]],
    ]);
  });

  it('who has been told of silence takes over, and may read then', () => {
    const led = acknowledge(alarm(), turn(idOf('Gun Alm')));
    const now = later(4 * 24 * 60);
    expect([...rolesIn(at(led, now), idOf('Kaj Sam'))]).toContain('escalated');
    const taken = settle(
      takeOver(led, {}, { ...turn(idOf('Kaj Sam'), now), roles: new Set(['escalated']) }),
      turn(idOf('Kaj Sam'), now),
    );
    expect(taken.lead).toMatchObject({ person: idOf('Kaj Sam'), why: 'tookOver', from: idOf('Gun Alm') });
    expect(taken.strategist?.why).toBe('leads');
  });

  it('is handed over only to whom the declaration lets lead', () => {
    const led = acknowledge(alarm(), turn(idOf('Gun Alm')));
    const row = (name: string) => everyone.find((one) => one.name === name)?.id ?? '';
    expect(handOver(led, row('Maj Chef'), turn(idOf('Gun Alm'))).wanted).toEqual([idOf('Maj Chef')]);
    expect(() => handOver(led, row('Kim Kansli'), turn(idOf('Gun Alm')))).toThrow('noSuchPerson');
  });

  it('the head of the chancery files the report, then the deputy', () => {
    const said: Incident = {
      ...acknowledge(alarm(), turn(idOf('Gun Alm'))),
      decision: { epoch: 1, askedAt: NOW.toISOString(), answer: 'municipality', at: NOW.toISOString() },
    };
    const opened = settle(said, turn(idOf('Gun Alm')));
    expect(filing(at(opened))?.levels.map((level) => names(level.contacts))).toEqual([
      ['Kim Kansli'],
      ['Kai Kansli'],
    ]);
    expect([...rolesIn(at(opened), idOf('Kim Kansli'))]).toEqual(['filer']);
    // With nobody to file, those above hear of it when the next in line would have been asked: not in the same minute.
    const nobody = filing(
      at(
        opened,
        NOW,
        everyone.filter(({ name }) => !name.endsWith('Kansli')),
      ),
    );
    expect(nobody?.levels).toEqual([]);
    expect(nobody?.upAt).toEqual(filing(at(opened))?.levels[1]?.at);
  });

  it('a threat from the own party shuts out its group leaders, and not the board’s officer', () => {
    const own = reportOwnParty(alarm(), turn(VICTIM));
    expect(own.declined.map((one) => one.person)).toEqual([idOf('Gun Alm'), idOf('Gert Alder')]);
    expect(line(own)[0]).toEqual(['Siv Skog']);
  });

  it('the contact list is kept by who stands for the municipality; drills go to the first contacts', () => {
    const roster = { contacts: everyone, routine };
    expect(
      ['Kaj Sam', 'Maj Chef', 'Kim Kansli', 'Gun Alm'].map((name) => mayAdminister(roster, idOf(name))),
    ).toEqual([true, true, false, false]);
    expect(names(drilled(roster))).toEqual(['Gun Alm', 'Gert Alder', 'Gabi Berg', 'Siv Skog', 'Bo Bygg']);
  });

  it('the list stands in the order in which the posts are declared, in the municipality’s own words', () => {
    expect(names(byPost(routine.posts, [...everyone].reverse()))).toEqual([
      'Gun Alm',
      'Gert Alder',
      'Gabi Berg',
      'Bo Bygg',
      'Siv Skog',
      'Kaj Sam',
      'Maj Chef',
      'Kim Kansli',
      'Kai Kansli',
      'Jouren',
      'Väx Ellen',
    ]);
    const words = (name: string, isOpen: boolean) =>
      everyone
        .filter((one) => one.name === name)
        .map((one) => roleWords({ municipality: lindvik }, one, isOpen))[0];
    expect(words('Gert Alder', true)).toBe('gruppledare i A, ersättare');
    expect(words('Gert Alder', false)).toBe('partiets gruppledare, ersättare');
    expect(words('Siv Skog', true)).toBe('trygghetsombud för skolnämnden');
    expect(words('Kim Kansli', true)).toBe('kanslichef');
    const page = JSON.stringify(
      contactsPage(
        { ...{ kind: 'list', list: 'contacts', contacts: everyone }, from: 0, mayReplace: false },
        { municipality: lindvik },
      ),
    );
    expect(page).toContain('trygghetsombud för byggnadsnämnden');
    expect(page).not.toContain('säkerhetsansvarig');
  });

  it('the log names roles by the municipality’s own words', () => {
    expect(logRoles(lindvik.names)).toMatchObject({ strategist: 'säkerhetssamordnare', filer: 'kanslichef' });
  });
});

describe('the sandbox of a municipality', () => {
  it.each(Object.entries(MUNICIPALITIES))(
    '%s begins with people who fit its posts',
    (name, { routine: own }) => {
      const { contacts, personas, tryAs } = SAMPLES[name as MunicipalityName];
      expect(contacts.flatMap((row) => postFault(own, row) ?? [])).toEqual([]);
      expect(new Set(personas.map(({ key }) => key)).size).toBe(personas.length);
      for (const one of Object.values(tryAs)) expect(personas).toContain(one);
      expect(own.parties).toContain(tryAs.victim.party);
    },
  );
});

describe('what is declared wrong', () => {
  const [groupLeader, boardOfficer, coordinator, manager, chancery, onCall] = declaration.posts;
  const refusal = (change: Partial<Parameters<typeof defineMunicipality>[0]>): string => {
    try {
      defineMunicipality({ ...declaration, ...change });
      return 'taken';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  const { switchboard: _, ...unnamed } = declaration.names.posts;

  it.each([
    [
      'nobody who would be told',
      { posts: [post('headOfChancery', { as: ['filer', 'overseer'], line: 1, mayLead: true })] },
      'There is neither a first contact nor a strategist',
    ],
    [
      'nobody who may lead',
      { posts: declaration.posts.map(({ mayLead: __, ...one }) => one) },
      'No post may lead',
    ],
    [
      'a hole in the line',
      { posts: declaration.posts.filter(({ id }) => id !== 'securityCoordinator') },
      'Nobody stands at place 2 of the line',
    ],
    [
      'a line that does not begin with 1',
      { posts: [{ ...coordinator, line: 2 }, chancery] },
      'Nobody stands at place 1 of the line',
    ],
    [
      'no post for the owner of a step: strategist',
      { posts: [groupLeader, boardOfficer, chancery, { ...onCall, line: 2 }] },
      "is the strategist's, and no post stands in that position",
    ],
    [
      'no post for the owner of a step: filer',
      { posts: [groupLeader, boardOfficer, coordinator, manager, onCall] },
      "is the filer's, and no post stands in that position",
    ],
    [
      'a post without a name',
      { names: { ...declaration.names, posts: unnamed } },
      'The post switchboard has no name',
    ],
    [
      'two posts with one id',
      { posts: [...declaration.posts, post('onCall', { as: 'listed' })] },
      'The post onCall is declared twice',
    ],
    ['a post a board, and no boards', { boards: [] }, 'The post boardOfficer is one a board, and no boards'],
    [
      'a post without a position',
      {
        posts: [
          ...declaration.posts.filter(({ id }) => id !== 'switchboard'),
          post('switchboard', { as: [] }),
        ],
      },
      'The post switchboard stands in no position',
    ],
    [
      'someone in the line who is never told',
      {
        posts: [
          ...declaration.posts.filter(({ id }) => id !== 'switchboard'),
          post('switchboard', { as: 'listed', line: 4 }),
        ],
      },
      'The post switchboard is never told of an incident',
    ],
    ...[{ as: 'listed' as const, mayLead: true }, { as: ['listed', 'duty'] as const }].map(
      (given): [string, object, string] => [
        `someone who is never told, as ${JSON.stringify(given)}`,
        {
          posts: [
            ...declaration.posts.filter(({ id }) => id !== 'switchboard'),
            post('switchboard', given as Parameters<typeof post>[1]),
          ],
        },
        'The post switchboard is never told of an incident',
      ],
    ),
    [
      'someone who may lead and is never asked',
      { posts: [...declaration.posts.filter((one) => one !== chancery), { ...chancery, mayLead: true }] },
      'The post headOfChancery may lead: give it a place in the line',
    ],
  ])('%s is refused', (_name, change, said) => {
    expect(refusal(change)).toContain(said);
  });

  it('all faults are told at once, and what is right is taken', () => {
    const said = refusal({ boards: [], names: { ...declaration.names, posts: {} } });
    expect(said.match(/has no name/g)).toHaveLength(declaration.posts.length);
    expect(said).toContain('no boards are declared');
    expect(refusal({})).toBe('taken');
  });

  it.each([
    [
      { role: 'mayor', order: 1 },
      'the municipality declares no post "mayor"; it has groupLeader, boardOfficer',
    ],
    [{ role: 'securityManager', order: 2 }, 'the post "securityManager" has no deputies'],
    [{ role: 'boardOfficer', order: 1 }, 'one a board: its row names one of skola, bygg'],
    [{ role: 'boardOfficer', order: 1, board: 'vatten' }, 'names one of skola, bygg'],
  ])('a row of the list: %j', (row, said) => {
    expect(postFault(routine, row)).toContain(said);
  });

  it('right rows pass, in both municipalities', () => {
    expect(everyone.flatMap((row) => postFault(routine, row) ?? [])).toEqual([]);
    expect(postFault(oxelosund.routine, { role: 'chiefExecutive', order: 3 })).toBeUndefined();
  });
});
