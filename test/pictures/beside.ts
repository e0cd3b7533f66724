import type { View } from '../../src/cards/view';
import type { Page } from '../../src/routine/acts/pages';
import type { Stage } from '../cards/stages';
import { draw, drawNote, drawPage } from '../support/drawing';
import { contacts, NOW, people } from '../support/pureTown';
import type { Chapter } from './pictures';
import { byChannel, protectedOne, sceneAt, standing } from './tale';

/*
 * What stands beside the steps: the tasks by the way that a threat came, what protects, what the victim reads first; and how the
 * bot itself is.
 */

const { victim, officer } = people;
const LEAD = 'the lead (the officer)';
const POLITICIAN = 'the politician';
const STRATEGIST = 'the strategist';

const page = (stage: Stage, person: string, name: Page, about = ''): View => {
  const view = drawPage(sceneAt(stage, person), name, about);
  if (!view) throw new Error(`${stage.name}: there is no page ${name} ${about}.`);
  return view;
};

type Row = readonly [name: string, title: string, whom: string, when: string, view: View];

const chapter = (title: string, rows: readonly Row[]): Chapter => ({
  title,
  pictures: rows.map(([name, called, whom, when, view]) => ({ name, title: called, whom, when, view })),
});

function howItCame(): Chapter {
  const tale = byChannel();
  const trace =
    'They press **Mer** beside **Fråga it-enheten**. The text names nobody, and says nothing of what was written.';
  return chapter('By the way that it came', [
    [
      'warned',
      'What must not be done',
      POLITICIAN,
      'They report a threat by e-mail and telephone.',
      standing(tale.reported, victim),
    ],
    ['tasks', 'What can be done', LEAD, 'They press **Gå igenom råden**.', page(tale.some, officer, 'tasks')],
    ['task-trace', 'Ask the IT unit', LEAD, trace, page(tale.taken, officer, 'task', 'trace')],
    [
      'task-reply',
      'Is the sender answered?',
      LEAD,
      'They press **Mer** beside the question.',
      page(tale.some, officer, 'task', 'reply'),
    ],
    [
      'task-send',
      'The answer',
      LEAD,
      'All said yes, and the victim has said yes to a report.',
      page(tale.replied, officer, 'task', 'send-reply'),
    ],
    [
      'task-waive',
      'Not needed',
      LEAD,
      'They press **Annat skäl**.',
      page(tale.taken, officer, 'waiveTask', 'shown'),
    ],
    [
      'task-guidance',
      'Advice beside an incident',
      LEAD,
      'They press **Vägledning**. Nothing new begins from it.',
      draw({ kind: 'guide', incident: 'incident1' }),
    ],
    [
      'threat',
      'The threat assessment',
      LEAD,
      'A threat by telephone: they press **Skriv in hotbedömning**.',
      page(tale.taken, officer, 'threat'),
    ],
  ]);
}

const protecting = (reading: Stage): Chapter =>
  chapter('What protects', [
    [
      'measure',
      'A measure that waits',
      LEAD,
      'They press **Visa skyddsåtgärder**.',
      page(protectedOne(), officer, 'measure'),
    ],
    [
      'waive-measure',
      'It is not needed any more',
      LEAD,
      'They press **Behövs inte**.',
      page(
        protectedOne(),
        officer,
        'waiveProtection',
        sceneAt(protectedOne(), officer).incident.protection[0]?.id,
      ),
    ],
    [
      'read-first',
      'Read before others are told',
      POLITICIAN,
      'The lead has proposed what others are to know.',
      standing(reading, victim),
    ],
    [
      'read-first-page',
      'What others are to know',
      POLITICIAN,
      'They press **Läs texten**.',
      page(reading, victim, 'readFirst'),
    ],
    [
      'ask-reading',
      'Read aloud',
      LEAD,
      'The politician has not answered: the lead rings.',
      page(reading, officer, 'askReading'),
    ],
  ]);

function theBot(): Chapter {
  const now = NOW.toISOString();
  const windows = [{ from: '2026-12-03T09:00:00.000Z', to: '2026-12-03T10:00:00.000Z' }];
  const watched = draw({
    ...{ kind: 'list', list: 'watch', from: 0, drill: 'drill0000001', now },
    rows: [
      { kind: 'party', party: 'M', officers: [] },
      ...contacts.slice(2, 3).map((contact) => ({ kind: 'unmet' as const, contact })),
      { kind: 'silent', at: now, contacts: contacts.slice(0, 4), mayDrill: true },
    ],
  });
  const unanswered = draw({
    kind: 'list',
    list: 'round',
    round: { incidents: [], drafts: [], news: [], unansweredAt: now },
  });
  return chapter('How the bot is', [
    [
      'maintenance',
      'The bot will be silent',
      'everyone who answers for help',
      'An operator has written down a time.',
      draw({ kind: 'note', note: 'maintenance', windows, toRing: contacts.slice(9, 11) }),
    ],
    [
      'maintenance-over',
      'It is back',
      'everyone who heard of it',
      'The work is over.',
      drawNote('maintenanceOver'),
    ],
    ['watch', 'What is not as it should be', STRATEGIST, 'They type `notiser`.', watched],
    [
      'resend',
      'Your answer did not arrive',
      'anyone',
      'Teams or storage failed just as the bot answered.',
      unanswered,
    ],
  ]);
}

function beforehand(): Chapter {
  const now = NOW.toISOString();
  const screen = { kind: 'risk' as const, now };
  const values = { activity: 'Tala på torget om skolan', help: 'Två partivänner följer med' };
  const shared = { at: now, to: ['Ingrid Björkhage'], looks: [] };
  const taken = [{ course: 'trygg-politiker', at: now, isOfThisTerm: true }];
  const counts = { introduktion: 31, 'trygg-politiker': 12, 'personlig-sakerhet': 20 };
  const officers = contacts.filter(({ party, order }) => party !== undefined && order === 1).slice(0, 3);
  const reminded = {
    incidents: [],
    drafts: [],
    news: [],
    prompts: [{ kind: 'risk' as const, id: '2026-11-24' }],
  };
  return chapter('Before anything happens', [
    [
      'risk',
      'One’s own risk analysis',
      'anyone',
      'They press **Tänk igenom riskerna** under `vägledning`. Nothing is stored.',
      draw({ ...screen, page: 'questions' }),
    ],
    [
      'risk-shown',
      'It is shown to the officer',
      POLITICIAN,
      'They see who has read it, and may take it away.',
      draw({ ...screen, page: 'questions', day: '2026-12-03', shared }),
    ],
    [
      'risk-remind',
      'A reminder that one sets oneself',
      POLITICIAN,
      'They press **Påminn mig**.',
      draw({ ...screen, page: 'remind' }),
    ],
    [
      'risk-reminded',
      'Think of the risks again',
      POLITICIAN,
      'The day has come.',
      draw({ kind: 'list', list: 'round', round: reminded }),
    ],
    [
      'risk-share',
      'Show it to one’s officer',
      POLITICIAN,
      'They press the button that names the officer.',
      draw({ ...screen, page: 'share', party: 'S' }),
    ],
    [
      'risk-read',
      'What somebody shows',
      'the party’s officer',
      'They press **Läs den**. The one who wrote it sees that.',
      draw({ ...screen, page: 'read', read: { name: 'Eva Norrlycke', at: now, values } }),
    ],
    [
      'prevention',
      'Courses and links',
      'anyone',
      'They type `förebygga`.',
      draw({ kind: 'prevention', taken }),
    ],
    [
      'prevention-counts',
      'How many have taken them',
      STRATEGIST,
      'The same card, with what the strategist alone sees.',
      draw({ kind: 'prevention', taken: [], counted: { counts, notPromised: officers } }),
    ],
  ]);
}

/** The chapters of what stands beside the steps. `reading`: the victim is to read what others are told. */
export const beside = (reading: Stage): Chapter[] => [
  howItCame(),
  protecting(reading),
  beforehand(),
  theBot(),
];
