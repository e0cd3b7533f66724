import type { View } from '../../src/cards/view';
import type { Page } from '../../src/routine/acts/pages';
import type { Stage } from '../cards/stages';
import { drawPage } from '../support/drawing';
import { people } from '../support/pureTown';
import type { Chapter } from './pictures';
import { ownWords, sceneAt, standing } from './tale';

const POLITICIAN = 'the politician';
const LEAD = 'the lead (the officer)';

const page = (stage: Stage, person: string, name: Page): View => {
  const view = drawPage(sceneAt(stage, person), name, '');
  if (!view) throw new Error(`${stage.name}: there is no page ${name}.`);
  return view;
};

/** What the person may say at any time, and what the others then see. */
export function saidByThem(): Chapter {
  const { victim, officer } = people;
  const { safe, hides, hidesLed, watched, led, enough } = ownWords();
  const rows: readonly (readonly [name: string, title: string, whom: string, when: string, view: View])[] = [
    [
      'safe',
      'Safe now',
      POLITICIAN,
      'They pressed **Jag är i säkerhet nu** after an alarm.',
      standing(safe, victim),
    ],
    [
      'hides',
      'Do not ring me',
      POLITICIAN,
      'They hide, and pressed **Ring mig inte**.',
      standing(hides, victim),
    ],
    [
      'hides-lead',
      'Find another way',
      LEAD,
      'The one in danger hides: nobody rings, nobody writes.',
      standing(hidesLed, officer),
    ],
    [
      'watched',
      'Somebody sees my phone',
      POLITICIAN,
      'They pressed **Någon kan se min mobil**.',
      standing(watched, victim),
    ],
    [
      'again',
      'It has happened again',
      POLITICIAN,
      'They press **Det har hänt igen**.',
      page(led, victim, 'again'),
    ],
    [
      'suspects',
      'Who is part of it?',
      POLITICIAN,
      'They press **Någon som får larmet är inblandad**.',
      page(led, victim, 'suspects'),
    ],
    [
      'enough',
      'It is enough now',
      LEAD,
      'The politician wants no more of it. The door stays open.',
      standing(enough, officer),
    ],
    [
      'enough-own',
      'You said that it is enough',
      POLITICIAN,
      'The same, in their own chat.',
      standing(enough, victim),
    ],
  ];
  return {
    title: 'What they may say at any time',
    pictures: rows.map(([name, title, whom, when, view]) => ({ name, title, whom, when, view })),
  };
}
