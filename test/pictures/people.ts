import type { View } from '../../src/cards/view';
import type { Page } from '../../src/routine/acts/pages';
import { placesIn } from '../../src/routine/rules/contactList/places';
import type { Screen } from '../../src/screens/screen';
import type { Stage } from '../cards/stages';
import { draw, drawPage } from '../support/drawing';
import { contacts, NOW, people, routine } from '../support/pureTown';
import type { Chapter } from './pictures';
import { sceneAt } from './tale';

/* What people keep right themselves: the contact list, those to ring; and what leaves the bot: the document. */

const STRATEGIST = 'the strategist';
const POLITICIAN = 'the politician';

type Row = readonly [name: string, title: string, whom: string, when: string, view: View];

const chapter = (title: string, rows: readonly Row[]): Chapter => ({
  title,
  pictures: rows.map(([name, called, whom, when, view]) => ({ name, title: called, whom, when, view })),
});

const [officer] = contacts;
const now = NOW.toISOString();

/** Lines of a file as they would be taken in, before anything is changed. */
const LINES = [
  { line: 2, kind: 'new', name: 'Sara Lövgren', parts: [], faults: [] },
  { line: 3, kind: 'changed', name: 'Ingrid Björkhage', parts: ['phone', 'email'], faults: [] },
  { line: 4, kind: 'same', name: 'Tomas Grenmark', parts: [], faults: [] },
  { line: 5, kind: 'fault', name: 'Lena Strömhag', parts: [], faults: ['badPhone'] },
] as const;

function list(): Chapter {
  if (!officer) throw new Error('The sample list is empty.');
  const { name, phone, id } = officer;
  const shown = (screen: Screen): View => draw(screen);
  return chapter('The contact list', [
    [
      'list-edit',
      'Change the list',
      STRATEGIST,
      'They press **Ändra listan** on the contact list.',
      shown({
        ...{ kind: 'page', page: 'editList', from: 0, missing: ['C'] },
        contacts: [{ ...officer, rightAt: now }, ...contacts.slice(1, 4)],
      }),
    ],
    [
      'list-row',
      'Change a row',
      STRATEGIST,
      'They press **Ändra** beside a name.',
      shown({
        ...{ kind: 'page', page: 'contactRow', id, was: 'a', contact: officer, places: [] },
        values: { name, phone, order: '1' },
      }),
    ],
    [
      'list-new',
      'A new row',
      STRATEGIST,
      'They press **Lägg till**.',
      shown({
        ...{ kind: 'page', page: 'contactRow', id: 'row00000000000000000000001', was: '' },
        ...{ places: placesIn(routine), values: {} },
      }),
    ],
    [
      'list-file',
      'A file, before anything is changed',
      STRATEGIST,
      'They have pasted lines and press **Granska**.',
      shown({ kind: 'page', page: 'csv', text: 'namn;telefon', mark: 'a', lines: [...LINES] }),
    ],
    [
      'list-own',
      'Is what the list says of you right?',
      'anyone on the list',
      'They are asked once a year, or press **Min rad**.',
      shown({ kind: 'page', page: 'ownRow', contact: officer }),
    ],
  ]);
}

function toRing(): Chapter {
  const kin = {
    name: 'Ulla Norrlycke',
    relation: 'mamma',
    phone: '070-174 06 77',
    note: 'Ring helst på dagen',
  };
  const left = [{ id: 'a'.repeat(26), ...kin, at: now }];
  return chapter('Whom to ring if something happens', [
    [
      'kin',
      'Whom to ring',
      POLITICIAN,
      'They type `anhörig`. What stays in the chat names nobody.',
      draw({ kind: 'note', note: 'kin', count: 1 }),
    ],
    [
      'kin-own',
      'Those whom they have left',
      POLITICIAN,
      'They press the button.',
      draw({ kind: 'page', page: 'ownKin', kin: left }),
    ],
    [
      'kin-form',
      'One of them',
      POLITICIAN,
      'They press **Ändra**.',
      draw({ kind: 'page', page: 'kinForm', id: 'a'.repeat(26), values: kin }),
    ],
  ]);
}

function leaving(closed: Stage): Chapter {
  const page = (name: Page): View => {
    const view = drawPage(sceneAt(closed, people.strategist), name, '');
    if (!view) throw new Error(`There is no page ${name}.`);
    return view;
  };
  const url = 'https://bot.example/document/a/b';
  return chapter('The document', [
    [
      'document-why',
      'The incident as a document',
      STRATEGIST,
      'They press **Hämta dokument**. The log keeps what they need it for.',
      page('document'),
    ],
    [
      'document',
      'The link',
      STRATEGIST,
      'It holds for one fetch, within a minute.',
      draw({ kind: 'note', note: 'document', incident: 'incident1', reference: '2026-7KQ4', url }),
    ],
  ]);
}

/** The chapters of what people keep right, and of what leaves the bot. */
export const atHand = (closed: Stage): Chapter[] => [list(), toRing(), leaving(closed)];
