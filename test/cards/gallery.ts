import { PAGE_RULES } from '../../src/app/commands/pages';
import { DRAFT_PAGES, type DraftPage, PAGES, type Page } from '../../src/cards/actions';
import { liveCard } from '../../src/cards/base/baseCard';
import { leadCard } from '../../src/cards/base/lead';
import { contactsPage, minePage } from '../../src/cards/pages/lists';
import { logPage } from '../../src/cards/pages/log';
import {
  type DraftScene,
  discardedCard,
  draftPage,
  firstCard,
  helpCard,
  noteCard,
  nothingHereCard,
  privacyCard,
  savedCard,
  troubleCard,
  welcomeCard,
} from '../../src/cards/pages/report';
import { line, NOTHING_TYPED, type Typed } from '../../src/cards/parts';
import { drillCard, drillOver, drillResult, drillStarted, drillThanks } from '../../src/cards/personal/drill';
import { replacePage } from '../../src/cards/personal/replaceContact';
import { newsLine, roundCard, snoozePage } from '../../src/cards/personal/round';
import type { Scene } from '../../src/cards/scene';
import type { View } from '../../src/cards/view';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { LOG_ACTS, LOG_LOOKS } from '../../src/content/texts/log';
import { REFUSALS } from '../../src/content/texts/refusals';
import { REPORT_PAGES } from '../../src/routine/plan/reportPages';
import { may } from '../../src/routine/rules/access';
import { drilled } from '../../src/routine/rules/drills';
import type { Waiting } from '../../src/routine/rules/pendingTasks';
import { contacts, incident, list, NOW, people, routine, sceneFor } from '../support/pureTown';
import { fullReport, type Stage, type Typist } from './stages';

const DRAFT = 'draft000000000000000000001';

/** A card as someone sees it. `isBase`: it stands in the chat; else it is only the answer to a press. */
export interface Drawn {
  name: string;
  view: View;
  isBase: boolean;
  scene?: Scene;
  page?: Page | DraftPage | 'first';
}

const stepIds = routine.steps.map((step) => step.id);

/** The things that a page may be about. */
function aboutsOf(page: Page, scene: Scene): readonly string[] {
  switch (page) {
    case 'step':
    case 'skip':
    case 'reopenStep':
      return stepIds;
    case 'checks':
      return routine.checks.map((section) => section.id);
    case 'amend':
      return ['', ...REPORT_PAGES.map((one) => one.id)];
    case 'steps':
    case 'missing':
      return ['0', '7', '14'];
    case 'talk':
    case 'waiveTalk':
      return ['', ...scene.incident.talks.map((talk) => talk.id)];
    default:
      return [''];
  }
}

const isAllowed = (scene: Scene, page: Page): boolean => {
  const { act } = PAGE_RULES[page];
  return typeof act === 'string'
    ? may(scene.viewer.roles, act)
    : act.some((role) => scene.viewer.roles.has(role));
};

/** The same page as it comes back when the routine said no: what was typed, and what was wrong with it. */
function sentBack(view: View, typist: Typist): Typed | undefined {
  if (view.name !== 'card' || view.data.fields.length === 0) return undefined;
  const typed = view.data.fields.filter((field) => field.kind === 'text' || field.kind === 'long');
  return {
    values: Object.fromEntries(
      typed.map((field) => [field.id, typist(field.kind === 'long' ? 'text' : 'name')]),
    ),
    problems: Object.fromEntries(
      view.data.fields.map((field) => [field.id, { kind: 'tooLong', length: 1_001, max: 1_000 }]),
    ),
    problem: REFUSALS.badInput,
  };
}

function pagesFor(scene: Scene, name: string, typist: Typist): Drawn[] {
  return PAGES.filter((page) => isAllowed(scene, page)).flatMap((page) =>
    aboutsOf(page, scene).flatMap((about) => {
      const draw = (typed: Typed) => PAGE_RULES[page].draw(scene, about, typed);
      const view = draw(NOTHING_TYPED);
      if (!view) return [];
      const again = sentBack(view, typist);
      const called = `${page} ${about}, ${name}`;
      const back = again && draw(again);
      return [
        { name: called, view, isBase: false, scene, page },
        ...(back ? [{ name: `${called}, sent back`, view: back, isBase: false, scene, page }] : []),
      ];
    }),
  );
}

/** All that everybody sees and may open of an incident at one stage. */
export function drawnAt(stage: Stage, typist: Typist): Drawn[] {
  return Object.entries(people).flatMap(([who, person]) => {
    const scene = sceneFor(stage.incident, person, stage.now, 'once1', stage.more);
    const name = `${who}, ${stage.name}`;
    const revealed: Drawn[] = scene.viewer.roles.has('lead')
      ? [{ name: `revealed, ${name}`, view: leadCard(scene, true), isBase: false, scene }]
      : [];
    return [
      { name: `live, ${name}`, view: liveCard(scene), isBase: true, scene },
      ...revealed,
      ...pagesFor(scene, name, typist),
    ];
  });
}

function drafts(typist: Typist): Drawn[] {
  const values = {
    party: 'S',
    victimName: typist('name'),
    relation: typist('name'),
    knows: 'chosen',
    ...fullReport(typist),
  };
  const readers = [
    { who: 'Ingrid Björkhage och Tomas Grenmark, säkerhetsansvarig i S', isParty: true },
    { who: 'Lena Strömhag, kommunens säkerhetsstrateg', isParty: false },
    { who: '', isParty: false },
  ];
  const problems = Object.fromEntries(
    Object.keys(values).map((key) => [key, { kind: 'tooLong' as const, length: 10_001, max: 10_000 }]),
  );
  const typed: Typed[] = [NOTHING_TYPED, { values: {}, problems, problem: REFUSALS.badInput }];
  return DRAFT_PAGES.flatMap((page) =>
    ['me', 'other'].flatMap((who) =>
      [{}, values].flatMap((given, filled) =>
        readers.flatMap((one, reader) =>
          typed.flatMap((back, wrong) =>
            [true, false].map((isOnIncident): Drawn => {
              const scene: DraftScene = {
                draft: DRAFT,
                values: { ...given, who },
                municipality: oxelosund,
                typed: back,
                readers: one,
                isOnIncident,
              };
              const name = `draft ${page} ${who} ${filled}${reader}${wrong}${isOnIncident}`;
              return { name, view: draftPage(scene, page), isBase: false, page };
            }),
          ),
        ),
      ),
    ),
  );
}

const first = (): Drawn[] =>
  [false, true].flatMap((hasParty) =>
    [
      undefined,
      { reference: '2026-7KQ4', createdAt: '2026-11-20T10:00:00Z', isWaiting: true },
      { reference: '2026-7KQ4', createdAt: '2026-11-20T10:00:00Z', isWaiting: false },
    ].flatMap((raised) =>
      [true, false].map((hasDraft): Drawn => {
        const view = firstCard({
          draft: DRAFT,
          hasParty,
          municipality: oxelosund,
          raised,
          hasDraft,
          now: NOW,
        });
        return {
          name: `first ${hasParty} ${raised ? 'raised' : ''} ${hasDraft}`,
          view,
          isBase: true,
          page: 'first',
        };
      }),
    ),
  );

const listed = Array.from({ length: 20 }, (_, index) => ({
  id: `incident${index}00`,
  // One in which they are only asked whether it is about them.
  known:
    index === 1
      ? undefined
      : { reference: `2026-AB${String(index).padStart(2, '0')}`, createdAt: '2026-11-20T10:00:00Z' },
  isClosed: index % 3 === 0,
}));

const lists = (): Drawn[] => {
  const views: [string, View][] = [
    ['welcome', welcomeCard(oxelosund)],
    ['privacy', privacyCard(oxelosund, undefined)],
    ['privacy of a report', privacyCard({ ...oxelosund, privacyUrl: 'https://kommun.example/gdpr' }, DRAFT)],
    ['help', helpCard()],
    ['saved', savedCard()],
    ['discarded', discardedCard()],
    ['nothing here', nothingHereCard()],
    ['trouble', troubleCard('a1b2c3d4')],
    ['note', noteCard(REFUSALS.closed)],
    ['line', line('2026-7KQ4')],
    ...[0, 7, 14, 30].map((from): [string, View] => [`mine ${from}`, minePage(listed, from)]),
    ['mine, none', minePage([], 0)],
    ...[0, 7, 14, 30].map((from): [string, View] => [`contacts ${from}`, contactsPage(list, from)]),
    ['contacts, none', contactsPage({ ...list, contacts: [] }, 0)],
  ];
  return views.map(([name, view]) => ({ name, view, isBase: true }));
};

/** The log of an incident, with every act and look that has words. */
function logSample(from: number): View {
  const scene = sceneFor(incident(), people.strategist);
  const entry = (isLook: boolean) => (what: string) => ({
    at: NOW.toISOString(),
    by: people.officer,
    what,
    as: isLook ? 'lead' : '',
    why: what === 'log' ? 'Kontroll' : undefined,
    isLook,
  });
  const entries = [...Object.keys(LOG_LOOKS).map(entry(true)), ...Object.keys(LOG_ACTS).map(entry(false))];
  return logPage(scene, entries, false, from);
}

/** Cards of a person that come by themselves: the morning round and drills. */
function bySelf(): Drawn[] {
  const waiting = (about: string, last?: string): Waiting => ({
    about,
    of: '',
    owner: 'lead',
    persons: [people.officer],
    since: NOW,
    roundFrom: '2026-11-25',
    upAt: undefined,
    isUrgent: about === 'relay',
    ...(last ? { last } : {}),
  });
  const abouts = ['acknowledge', 'assess', 'registry', 'relay', 'firstTalk', 'follow-up-talk', 'checks'];
  const incidents = Array.from({ length: 9 }, (_, index) => ({
    id: `incident${index}00`,
    reference: `2026-AB0${index}`,
    isAcute: index === 0,
    words: oxelosund.routine.words,
    waiting: abouts
      .slice(index % 5)
      .map((about) => waiting(about, about === 'registry' ? '2026-11-26' : undefined)),
  }));
  const drafts = [{ id: DRAFT, eraseOn: '2026-12-24' }];
  const news = [newsLine(list, 'out', contacts[0]), newsLine(list, 'new', contacts[1])];
  const round = { incidents: incidents.slice(0, 2), drafts, news };
  const asked = drilled(list);
  const base: [string, View][] = [
    ['round', roundCard(round)],
    ['round, many', roundCard({ incidents, drafts, news: [] })],
    ['round, a draft only', roundCard({ incidents: [], drafts, news: [] })],
    ['round, news only', roundCard({ incidents: [], drafts: [], news })],
    ['round, none', roundCard({ incidents: [], drafts: [], news: [] })],
    ['drill', drillCard('drill0000001')],
    ['drill, answered', drillThanks(NOW.toISOString(), NOW)],
    ['drill, over', drillOver()],
    ['drill, result', drillResult(list, asked, asked.slice(2))],
    ['drill, all answered', drillResult(list, asked, [])],
    ['drill, started', drillStarted(8)],
  ];
  const typed = { values: {}, problems: {}, problem: REFUSALS.badInput };
  const pages: [string, View][] = [NOTHING_TYPED, typed].flatMap((back, index): [string, View][] => [
    [`snooze ${index}`, snoozePage(round, 8, back)],
    [`replace ${index}`, replacePage(list, back)],
  ]);
  return [
    { name: 'log', view: logSample(0), isBase: false },
    { name: 'log, next rows', view: logSample(7), isBase: false },
    ...base.map(([name, view]) => ({ name, view, isBase: true })),
    ...pages.map(([name, view]) => ({ name, view, isBase: false })),
    { name: 'contacts, for the strategist', view: contactsPage(list, 0, true), isBase: true },
  ];
}

/** The cards that belong to no incident. */
export const apart = (typist: Typist): Drawn[] => [...first(), ...drafts(typist), ...lists(), ...bySelf()];

/** Each different view once. */
export const distinct = (all: readonly Drawn[]): Drawn[] => [
  ...new Map(all.map((one) => [`${one.isBase} ${JSON.stringify(one.view)}`, one])).values(),
];
