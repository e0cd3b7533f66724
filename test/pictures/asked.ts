import type { View } from '../../src/cards/view';
import type { Stage } from '../cards/stages';
import { draw, liveCard } from '../support/drawing';
import { contacts, NOW, people, routine } from '../support/pureTown';
import type { Chapter } from './pictures';
import { sceneAt } from './tale';

/* What the bot asks by itself or for a strategist: who comes home, whether all is well, an exercise; and the files of a report. */

const STRATEGIST = 'the strategist';
const POLITICIAN = 'the politician';
const OFFICER = 'the party’s officer';

type Row = readonly [name: string, title: string, whom: string, when: string, view: View];

const chapter = (title: string, rows: readonly Row[]): Chapter => ({
  title,
  pictures: rows.map(([name, called, whom, when, view]) => ({ name, title: called, whom, when, view })),
});

const now = NOW.toISOString();
const code = (index: number) => `code00000000000000000000${String(index).padStart(2, '0')}`;
const toTell = contacts.slice(0, 1);
const strategist = contacts.find(({ person }) => person === people.strategist);

function home(): Chapter {
  const due = now;
  const of = code(1);
  return chapter('On the way home', [
    [
      'home-set',
      'A time is said',
      POLITICIAN,
      'They type `hemma 22.30`.',
      draw({ kind: 'home', view: 'set', now, due, answer: 10, toTell, without: [], mayChange: true }),
    ],
    [
      'home-asked',
      'Are you home?',
      POLITICIAN,
      'The time has come.',
      draw({ kind: 'home', view: 'asked', now, due, answer: 10, toTell, without: [], mayChange: true }),
    ],
    [
      'home-missed',
      'Somebody has not answered',
      OFFICER,
      'Ten minutes later. Who it is comes with the press.',
      draw({ kind: 'home', view: 'missed', now, of, toRing: contacts.slice(-1) }),
    ],
    [
      'home-who',
      'Who it is',
      OFFICER,
      'They press **Jag tar det**. The look is in the operators’ log.',
      draw({ kind: 'home', view: 'who', now, of, name: 'Eva Norrlycke', phone: '070-174 06 40', due }),
    ],
  ]);
}

function wellBeing(): Chapter {
  const counts = { asked: 34, well: 29, needy: 1, rung: 1, silent: 3 };
  const groups = [
    { code: 'all', of: { kind: 'all' as const }, count: 213 },
    { code: 'g-1', of: { kind: 'group' as const, name: 'krisledning' }, count: 5 },
    ...routine.posts.slice(0, 3).map(({ id }) => ({
      code: `p-${id}`,
      of: { kind: 'post' as const, post: id },
      count: 6,
    })),
  ];
  const rows = (['needy', 'unreached', 'silent', 'silent', 'rung'] as const).map((state, index) => ({
    ...{ code: code(index), state, phone: `070-174 06 4${index}` },
    name: ['Eva Norrlycke', 'Nils Ek', 'Sara Lövgren', 'Kim Ask', 'Olle Berg'][index] ?? '',
    ...(state === 'rung' ? { rungAt: now, rungBy: strategist?.name } : {}),
  }));
  return chapter('Is all well?', [
    [
      'okay-form',
      'Ask many',
      STRATEGIST,
      'They type `är du ok` after an event.',
      draw({ kind: 'okay', view: 'form', asking: code(1), groups }),
    ],
    [
      'okay-ask',
      'The question',
      'anyone who is asked',
      'The strategist has pressed **Fråga nu**.',
      draw({ kind: 'okay', view: 'ask', asking: code(1), by: strategist }),
    ],
    [
      'okay-well',
      'All is well',
      'anyone who is asked',
      'They press **Ja, allt är bra**.',
      draw({ kind: 'okay', view: 'well', asking: code(1) }),
    ],
    [
      'okay-listed',
      'How many are silent',
      STRATEGIST,
      'Half an hour later, by itself: no name stands in the chat.',
      draw({ kind: 'okay', view: 'listed', counts }),
    ],
    [
      'okay-list',
      'Whom to ring',
      STRATEGIST,
      'They press **Visa vilka**.',
      draw({ kind: 'okay', view: 'list', counts, rows, from: 0, at: now, now }),
    ],
  ]);
}

function exercise(reported: Stage): Chapter {
  const scene = sceneAt(reported, people.officer);
  const incident = {
    ...scene.incident,
    practice: true,
    reference: 'ÖVNING-7KQ4',
    players: Object.values(people),
  };
  const asking = code(1);
  const players = (['yes', 'yes', 'silent', 'no'] as const).map((state, index) => ({
    ...{ code: code(index), state },
    name: ['Lena Strömhag', 'Eva Norrlycke', 'Nils Ek', 'Kim Ask'][index] ?? '',
  }));
  const rows = [
    { name: 'Eva Norrlycke', toldAt: now, actedAt: now, acts: 4 },
    { name: 'Ingrid Björkhage', toldAt: now, actedAt: now, acts: 9 },
    { name: 'Nils Ek', toldAt: now, acts: 0 },
  ];
  return chapter('An exercise', [
    [
      'practice-ask',
      'Will you take part?',
      'anyone who is asked',
      'The strategist has typed `övning` and invited them.',
      draw({ kind: 'practice', view: 'ask', asking, by: strategist }),
    ],
    [
      'practice-players',
      'Who takes part',
      STRATEGIST,
      'They press **Visa övningen**.',
      draw({ kind: 'practice', view: 'players', asking, players }),
    ],
    [
      'practice-card',
      'A card of it',
      'the lead in the exercise',
      'Every card of it, and every notification, says first that it is an exercise.',
      liveCard({ ...scene, incident }),
    ],
    [
      'practice-result',
      'How it went',
      STRATEGIST,
      'They press **Visa övningen** while it goes on.',
      draw({
        ...{ kind: 'practice', view: 'result', asking, began: now, reference: 'ÖVNING-7KQ4', rows, now },
        steps: { ended: 7, all: 19 },
      }),
    ],
  ]);
}

const png = { kind: 'picture' as const, bytes: 345_678, isDisguised: false };
const text = { kind: 'document' as const, bytes: 23_456, isDisguised: false };

const files = (): Chapter =>
  chapter('Pictures and files', [
    [
      'files-offer',
      'Where is it to be kept?',
      POLITICIAN,
      'They send a picture in the chat.',
      draw({
        ...{
          kind: 'files',
          offer: code(1),
          files: [png],
          faults: [],
          isPasted: true,
          isInOneDrive: false,
          most: 20,
        },
        draft: { id: code(2), isBegun: true },
        incidents: [{ id: code(3), reference: '2026-7KQ4' }],
      }),
    ],
    [
      'files-draft',
      'The files of a report',
      POLITICIAN,
      'They press **Visa filerna** on the last page of a report.',
      draw({
        ...{
          kind: 'files',
          files: [],
          faults: [],
          isPasted: false,
          isInOneDrive: false,
          most: 20,
          incidents: [],
        },
        inDraft: {
          draft: code(2),
          files: [
            { ...png, id: code(4) },
            { ...text, id: code(5) },
          ],
        },
      }),
    ],
  ]);

/** The chapters of what many are asked, and of files. */
export const asked = (reported: Stage): Chapter[] => [home(), wellBeing(), exercise(reported), files()];
