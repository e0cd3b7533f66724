import { troubleCard } from '../../src/cards/pages/trouble';
import { line, NOTHING_TYPED, type Typed } from '../../src/cards/parts';
import type { View } from '../../src/cards/view';
import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { FILE_FAULTS } from '../../src/content/texts/evidence/evidence';
import { LOG_ACTS, LOG_LOOKS } from '../../src/content/texts/log';
import { LIST_ACTS, ROW_FAULTS } from '../../src/content/texts/people/contactList';
import { REFUSALS } from '../../src/content/texts/refusals';
import { TOLD_KINDS } from '../../src/content/texts/standing/delivery';
import { PAGES, type Page } from '../../src/routine/acts/pages';
import { SITUATIONS } from '../../src/routine/model/codes';
import type { Contact } from '../../src/routine/model/contact';
import type { RowFault } from '../../src/routine/model/refusal';
import { placesIn } from '../../src/routine/rules/contactList/places';
import { drilled } from '../../src/routine/rules/drills';
import { movableFor } from '../../src/routine/rules/pendingTasks';
import { FILE_KINDS } from '../../src/routine/rules/report/evidence';
import { CALL_PARTS, CALL_TAPS, CALL_TEXTS } from '../../src/routine/rules/report/phoneCall';
import { RISK_QUESTIONS } from '../../src/routine/rules/standing/riskAnalysis';
import type { Watched } from '../../src/routine/rules/standing/watch';
import { waitKey } from '../../src/routine/rules/tasks/ownDay';
import { DRAFT_PAGES, type DraftPage } from '../../src/screens/actions';
import type { DeliveredTo } from '../../src/screens/deliveredTo';
import type { FilesScreen } from '../../src/screens/files';
import { keyOf, saidIn } from '../../src/screens/forms';
import type { RiskScreen } from '../../src/screens/guide';
import type { Refused } from '../../src/screens/refused';
import type { Round, RoundItem } from '../../src/screens/round';
import type { Viewing } from '../../src/screens/scene';
import type { ListedIncident, Screen } from '../../src/screens/screen';
import { seen } from '../../src/screens/seen';
import { draw, drawNote, drawPage, liveCard, revealedCard } from '../support/drawing';
import { IS_LONG } from '../support/long';
import { contacts, incident, list, NOW, people, routine, sceneFor } from '../support/pureTown';
import { fullReport, kinAsking, type Stage, type Typist } from './stages';

const DRAFT = 'draft000000000000000000001';

/** A card as someone sees it. `isBase`: it stands in the chat; else it is only the answer to a press. */
export interface Drawn {
  name: string;
  view: View;
  isBase: boolean;
  scene?: Viewing;
  page?: Page | DraftPage | 'first';
  /** Of a page of a draft: by what it was asked. */
  said?: Readonly<Record<string, string>>;
}

const stepIds = routine.steps.map((step) => step.id);

/** The things that a page may be about. */
function aboutsOf(page: Page, scene: Viewing): readonly string[] {
  switch (page) {
    case 'step':
    case 'skip':
    case 'reopenStep':
    case 'later':
    case 'handStep':
      return stepIds;
    case 'checks':
      return routine.checks.map((section) => section.id);
    case 'amend':
      return ['', ...REPORT_PAGES.map((one) => one.id)];
    case 'occurrence':
      return ['', ...(scene.incident.occurrences ?? []).map(({ id }) => id)];
    case 'steps':
    case 'missing':
      return ['0', '7', '14'];
    case 'talk':
    case 'waiveTalk':
      return ['', ...scene.incident.talks.map((talk) => talk.id)];
    case 'task':
    case 'waiveTask':
      return routine.tasks.map(({ id }) => id);
    case 'moveDay':
      return movableFor(scene, scene.viewer.person).map(waitKey);
    case 'measure':
    case 'moveProtection':
    case 'waiveProtection':
      return scene.incident.protection.map(({ id }) => id);
    case 'answerCorrection':
      return (scene.incident.corrections ?? []).map(({ id }) => id);
    case 'file':
      return (scene.incident.evidence ?? []).map(({ id }) => id);
    default:
      return [''];
  }
}

/** Incidents beside one: some share its event, some may. */
const AROUND: Viewing['around'] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K'].map((sign, index) => ({
  id: `other${index}`.padEnd(26, '0'),
  reference: `2026-7K${sign}4`,
  createdAt: NOW.toISOString(),
  isAcute: index % 3 === 0,
  isLed: index % 2 === 0,
  isMember: index < 8,
  isNear: index === 8,
  isMergeable: index === 9,
  who: 'Eva Norrlycke',
}));

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

function pagesFor(scene: Viewing, name: string, typist: Typist, isRefusedToo: boolean): Drawn[] {
  return PAGES.flatMap((page) =>
    aboutsOf(page, scene).flatMap((about) => {
      const shown = page === 'event' || page === 'merge' ? { ...scene, around: AROUND } : scene;
      const drawn = (typed: Typed) => drawPage(shown, page, about, typed);
      const view = drawn(NOTHING_TYPED);
      if (!view) return [];
      // The list of steps opens another page: the routine never refuses it.
      const again = isRefusedToo && page !== 'steps' ? sentBack(view, typist) : undefined;
      const called = `${page} ${about}, ${name}`;
      const back = again && drawn(again);
      return [
        { name: called, view, isBase: false, scene: shown, page },
        ...(back ? [{ name: `${called}, sent back`, view: back, isBase: false, scene: shown, page }] : []),
      ];
    }),
  );
}

/** Everybody's live card at one stage. */
export const liveAt = (stage: Stage): Drawn[] =>
  Object.entries(people).map(([who, person]) => {
    const scene = sceneFor(stage.incident, person, stage.now, 'once1', stage.more);
    return { name: `live, ${who}, ${stage.name}`, view: liveCard(scene), isBase: true, scene };
  });

/** All that everybody sees and may open of an incident at one stage; `isRefusedToo`: each form also as it comes back. */
export function drawnAt(stage: Stage, typist: Typist, isRefusedToo = true): Drawn[] {
  return Object.entries(people).flatMap(([who, person]) => {
    const scene = sceneFor(stage.incident, person, stage.now, 'once1', stage.more);
    const name = `${who}, ${stage.name}`;
    const revealed: Drawn[] = scene.viewer.roles.has('lead')
      ? [{ name: `revealed, ${name}`, view: revealedCard(scene), isBase: false, scene }]
      : [];
    return [
      { name: `live, ${name}`, view: liveCard(scene), isBase: true, scene },
      ...revealed,
      ...pagesFor(scene, name, typist, isRefusedToo),
    ];
  });
}

/** Whether somebody must be left alone there: such cards have the most rules of their own. */
const isHeldBack = ({ incident: { quiet, unable } }: Stage): boolean =>
  quiet !== undefined || unable !== undefined;
const each = (stages: readonly Stage[], step: number): Stage[] =>
  stages.filter((_, index) => index % step === 0);

/** Of all stages each tenth, where somebody is left alone each third, with what may be opened there; by `npm run test:long` all. */
export const sampled = (all: readonly Stage[]): readonly Stage[] =>
  IS_LONG
    ? all
    : [
        ...each(
          all.filter((stage) => !isHeldBack(stage)),
          10,
        ),
        ...each(all.filter(isHeldBack), 3),
      ];

function drafts(typist: Typist): Drawn[] {
  const values = {
    party: 'S',
    victimName: typist('name'),
    relation: typist('name'),
    knows: 'chosen',
    ...fullReport(typist),
  };
  const named = (names: readonly string[]) => contacts.filter(({ name }) => names.includes(name));
  const readers = [
    {
      contacts: named(['Ingrid Björkhage', 'Tomas Grenmark']),
      as: 'firstContact' as const,
      isParty: true,
      isMarked: true,
    },
    { contacts: named(['Lena Strömhag']), as: 'strategist' as const, isParty: false },
    { contacts: [], as: 'strategist' as const, isParty: false },
  ];
  const problems = Object.fromEntries(
    Object.keys(values).map((key) => [key, { kind: 'tooLong' as const, length: 10_001, max: 10_000 }]),
  );
  const refusals = [undefined, { reason: 'badInput' as const, problems }];
  return DRAFT_PAGES.flatMap((page) =>
    ['me', 'other'].flatMap((who) =>
      [{}, values].flatMap((given, filled) =>
        readers.flatMap((one, reader) =>
          refusals.flatMap((refusal, wrong) =>
            [true, false].map((isOnIncident): Drawn => {
              const name = `draft ${page} ${who} ${filled}${reader}${wrong}${isOnIncident}`;
              const view = draw({
                ...{ kind: 'draft', page, draft: DRAFT, readers: one, isOnIncident, refusal },
                ...(filled > 0 ? { files: 2 } : {}),
                values: { ...given, who },
              });
              return {
                name,
                view,
                isBase: false,
                page,
                said: saidIn({ values: { ...given, who }, isOnIncident }),
              };
            }),
          ),
        ),
      ),
    ),
  );
}

/** Two hundred at a time, each with as long a name as there is room for. */
const registering = (typist: Typist): Drawn[] =>
  (['other', 'you', 'review'] as const).map((page): Drawn => {
    const name = typist('name').replace(/[,;\t]/g, ' ');
    const many = Array.from({ length: 199 }, (_, at) => `${name.slice(0, 150)} ${at}, M`);
    const values = {
      ...{ ...fullReport(typist), who: 'other', registers: 'yes', came: 'phone', partyMay: 'yes' },
      ...{ party: 'S', victimName: name },
      moreVictims: page === 'other' ? typist('story') : many.join('\n'),
    };
    return {
      name: `draft ${page} registering many`,
      view: draw({
        ...{ kind: 'draft', page, draft: DRAFT, files: 2, isOnIncident: false, values },
        ...{ readers: { contacts: contacts.slice(0, 1), as: 'firstContact', isParty: true } },
        untold: contacts.slice(1, 3),
      }),
      isBase: false,
      page,
      said: saidIn({ values, isOnIncident: false }),
    };
  });

const choosing = (): Drawn => ({
  name: 'first, choosing another party',
  view: draw({
    ...{ kind: 'draft', page: 'first', draft: DRAFT, hasParty: true, choosesParty: true, hasDraft: true },
    now: NOW.toISOString(),
  }),
  isBase: true,
  page: 'first',
});

/** The bot is stopped within a day. */
const silentSoon = (): Drawn => ({
  name: 'first, maintenance soon',
  view: draw({
    ...{
      kind: 'draft',
      page: 'first',
      draft: DRAFT,
      hasParty: false,
      hasDraft: true,
      now: NOW.toISOString(),
    },
    silent: {
      windows: [{ from: '2026-11-24T21:00:00Z', to: '2026-11-25T01:00:00Z' }],
      toRing: contacts.slice(0, 2),
    },
  }),
  isBase: true,
  page: 'first',
});

const first = (): Drawn[] => [choosing(), silentSoon(), ...firsts()];

const firsts = (): Drawn[] =>
  [false, true].flatMap((hasParty) =>
    [
      undefined,
      {
        reference: '2026-7KQ4',
        createdAt: '2026-11-20T10:00:00Z',
        isWaiting: true,
        toRing: contacts.slice(0, 2),
      },
      { reference: '2026-7KQ4', createdAt: '2026-11-20T10:00:00Z', isWaiting: false, toRing: [] },
    ].flatMap((raised) =>
      [true, false].map((hasDraft): Drawn => {
        const view = draw({
          ...{ kind: 'draft', page: 'first', draft: DRAFT, hasParty, raised, hasDraft },
          now: NOW.toISOString(),
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

const mine = (all: readonly ListedIncident[], from: number): View =>
  draw({
    ...{ kind: 'list', list: 'mine', incidents: all.slice(from, from + 7) },
    next: from + 7 < all.length ? from + 7 : undefined,
  });
const contactList = (all: readonly Contact[], from: number, mayReplace = false): View =>
  draw({ kind: 'list', list: 'contacts', contacts: all, from, mayReplace, mayBeAway: mayReplace });

const lists = (): Drawn[] => {
  const views: [string, View][] = [
    ['welcome', drawNote('welcome')],
    ['privacy', draw({ kind: 'note', note: 'privacy' })],
    [
      'privacy of a report',
      draw(
        { kind: 'note', note: 'privacy', draft: DRAFT },
        {
          ...oxelosund,
          privacy: {
            url: 'https://kommun.example/gdpr',
            basis: 'Artikel 6.1 e, uppgift av allmänt intresse',
            contact: 'kommun@kommun.example',
            dpo: 'dataskyddsombud@kommun.example',
            recipients: 'Hälsan i Mälarby. Lagringen finns inom EU.',
            keptDays: { report: 730, records: 730, talks: 365, log: 1095 },
          },
        },
      ),
    ],
    ['help', drawNote('help')],
    [
      'not a politician',
      draw({ kind: 'note', note: 'notPolitician', toRing: contacts.slice(0, 2), draft: DRAFT }),
    ],
    [
      'not a politician, told at length',
      draw({
        kind: 'note',
        note: 'notPolitician',
        toRing: contacts.slice(0, 2),
        draft: DRAFT,
        isUnsent: true,
      }),
    ],
    ['help, official', draw({ kind: 'note', note: 'help', toRing: contacts.slice(0, 2), registers: DRAFT })],
    ['kin', draw({ kind: 'note', note: 'kin', count: 2 })],
    ['saved', drawNote('saved')],
    ['put off', draw({ kind: 'note', note: 'putOff', until: '2026-12-03' })],
    ['discarded', drawNote('discarded')],
    ['several sent', drawNote('severalSent')],
    ['nothing here', drawNote('nothingHere')],
    [
      'involved',
      draw({ kind: 'page', page: 'involved', draft: DRAFT, hasParty: true, contacts, before: [] }),
    ],
    [
      'involved, as before',
      draw({
        ...{ kind: 'page', page: 'involved', draft: DRAFT, hasParty: true, contacts },
        before: contacts.slice(0, 1).map(({ id }) => id),
      }),
    ],
    [
      'involved, of others',
      draw({
        ...{ kind: 'page', page: 'involved', draft: DRAFT, hasParty: false, contacts },
        ...{ before: [], registers: true },
      }),
    ],
    ['trouble', troubleCard('a1b2c3d4')],
    ['not found', drawNote('notFound')],
    ['rebound', draw({ kind: 'note', note: 'rebound', name: 'Ingrid Björkhage' })],
    ['replaced', draw({ kind: 'note', note: 'replaced', name: 'Lena Strömhag' })],
    ...['https://bot.example/document/a/b', ''].map((url, at): [string, View] => [
      `document ${at}`,
      draw({ kind: 'note', note: 'document', incident: 'incident1', reference: '2026-7KQ4', url }),
    ]),
    [
      'document, in the tab',
      draw({
        ...{ kind: 'note', note: 'document', incident: 'incident1', reference: '2026-7KQ4', url: '' },
        ticket: { what: 'file', file: 'file1', ticket: 'a'.repeat(43) },
      }),
    ],
    ['drill, not theirs', drawNote('drillNotYours')],
    ['superseded', draw({ kind: 'note', note: 'superseded', reference: '2026-7KQ4' })],
    ['line', line('2026-7KQ4')],
    ...[0, 7, 14, 30].map((from): [string, View] => [`mine ${from}`, mine(listed, from)]),
    ['mine, none', mine([], 0)],
    ...[0, 7, 14, 30].map((from): [string, View] => [`contacts ${from}`, contactList(contacts, from)]),
    ['contacts, none', contactList([], 0)],
  ];
  return views.map(([name, view]) => ({ name, view, isBase: true }));
};

/** A row with something wrong in every part of it. */
const ROW_PROBLEMS: Refused['problems'] = {
  place: { kind: 'row', fault: 'noSuchPost' },
  name: { kind: 'row', fault: 'badName' },
  phone: { kind: 'row', fault: 'badPhone' },
  email: { kind: 'row', fault: 'badEmail' },
  order: { kind: 'row', fault: 'noDeputies' },
  groups: { kind: 'row', fault: 'badGroups' },
};

/** Whom the victim wants rung, as whoever leads and whoever was asked for the numbers see it: three of them, or none. */
function kinShown(typist: Typist): Drawn[] {
  const one = {
    name: typist('name'),
    relation: typist('name'),
    phone: '070-174 06 77',
    note: typist('text'),
  };
  const three = ['a', 'b', 'c'].map((letter) => ({ id: letter.repeat(26), at: NOW.toISOString(), ...one }));
  return kinAsking(typist).flatMap(({ name, incident, now }) =>
    [people.officer, ...(incident.kinAsk?.asked ?? [])].flatMap((person): Drawn[] => {
      const scene = sceneFor(incident, person, now);
      const shown = [three, []].flatMap((kin) => {
        const view = drawPage({ ...scene, kin }, 'kin');
        return view ? [{ name: `${name}, shown ${kin.length}`, view, isBase: false }] : [];
      });
      return [{ name: `${name}, live`, view: liveCard(scene), isBase: true, scene }, ...shown];
    }),
  );
}

/** A politician's own next of kin: none, all that may be left, and the form. */
function ownKin(refusal: Refused | undefined): [string, View][] {
  const kin = ['a', 'b', 'c'].map((letter) => ({
    ...{ id: letter.repeat(26), name: 'Ulla Norrlycke', relation: 'mamma', phone: '070-174 06 77' },
    ...{ note: 'Ring helst på dagen', at: NOW.toISOString() },
  }));
  const { name = '', relation = '', phone = '', note = '' } = kin[0] ?? {};
  const pages: Screen[] = [
    { kind: 'page', page: 'ownKin', kin: [] },
    { kind: 'page', page: 'ownKin', kin },
    { kind: 'page', page: 'kinForm', id: DRAFT, values: {}, refusal },
    { kind: 'page', page: 'kinForm', id: DRAFT, values: { name, relation, phone, note }, refusal },
  ];
  return pages.map((screen, index) => [`own kin ${index} ${refusal ? 'refused' : ''}`, draw(screen)]);
}

/** Lines of every kind, and every fault. */
const fileLines = [
  ...(['new', 'changed', 'same', 'ended'] as const).map((kind, index) => ({
    ...{ line: index + 2, kind, name: 'Ingrid Björkhage' },
    ...{ parts: kind === 'changed' ? (['phone', 'email'] as const) : [], faults: [] },
  })),
  ...(Object.keys(ROW_FAULTS) as RowFault[]).map((one, index) => ({
    ...{ line: index + 6, kind: 'fault' as const, name: 'x'.repeat(200), parts: [] },
    ...{ faults: [one, 'noName' as const] },
  })),
];

/** The pages on which the contact list is changed. */
function editing(refusal: Refused | undefined): [string, View][] {
  const [contact] = contacts;
  if (!contact) return [];
  const places = placesIn(oxelosund.routine);
  const values = { name: contact.name, phone: contact.phone, order: '1', groups: 'krisledning' };
  const row = { kind: 'page', page: 'contactRow', id: contact.id, values, refusal } as const;
  const acts = Object.keys(LIST_ACTS).map((act) => ({
    ...{ at: NOW.toISOString(), by: contact.name, act },
    ...{ who: contacts.map(({ name }) => name), parts: ['phone', 'email'] },
  }));
  const pages: Screen[] = [
    {
      kind: 'page',
      page: 'editList',
      contacts: [{ ...contact, rightAt: NOW.toISOString() }],
      missing: ['C'],
      from: 0,
    },
    { kind: 'page', page: 'editList', contacts, missing: [], from: 0 },
    { ...row, contact, was: 'a', places: [] },
    { ...row, id: DRAFT, was: '', places },
    { kind: 'page', page: 'endContact', contact, refusal },
    { kind: 'page', page: 'csv', text: '', mark: '' },
    { kind: 'page', page: 'csv', text: 'namn', mark: '', fault: 'noHeader' },
    { kind: 'page', page: 'csv', text: 'x'.repeat(9_000), mark: 'a', lines: fileLines },
    {
      kind: 'page',
      page: 'csv',
      text: 'namn',
      mark: 'a',
      lines: fileLines.filter(({ kind }) => kind !== 'fault'),
    },
    {
      kind: 'page',
      page: 'csv',
      text: 'namn',
      mark: 'a',
      lines: fileLines.filter(({ kind }) => kind === 'same'),
    },
    { kind: 'page', page: 'csvOut', text: 'x'.repeat(9_000), next: 40 },
    { kind: 'page', page: 'csvOut', text: 'namn' },
    { kind: 'page', page: 'ownRow', contact },
    { kind: 'list', list: 'listHistory', lines: acts.slice(0, 7), isWhole: true, next: 7 },
    { kind: 'list', list: 'listHistory', lines: acts.slice(7), isWhole: false },
    { kind: 'list', list: 'listHistory', lines: [], isWhole: true },
  ];
  return pages.map((screen, index) => [`list ${index} ${refusal ? 'refused' : ''}`, draw(screen)]);
}

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
  return draw({ kind: 'list', list: 'log', scene: seen(scene), entries, isWhole: false, from });
}

/** Everybody whom an incident tells, with every word on how it went. */
const DELIVERED: DeliveredTo[] = (['contact', 'victim', 'reporter', 'operator', 'former'] as const).flatMap(
  (as, at) =>
    [0, 1].map((pick) => ({
      as,
      contact: as === 'contact' ? contacts[pick] : undefined,
      resendTo: as === 'contact' || as === 'victim' ? 'victim' : undefined,
      told: Object.keys(TOLD_KINDS).flatMap((kind, index) =>
        index % 10 === at * 2 + pick
          ? (['arrived', 'underway', 'trying', 'unreachable', 'dead'] as const).slice(pick).map((state) => ({
              kind,
              state,
              at: pick === 0 ? NOW.toISOString() : undefined,
            }))
          : [],
      ),
    })),
);
const deliverySample = (from: number, rows = DELIVERED): View =>
  draw({
    kind: 'list',
    list: 'deliveries',
    scene: seen(sceneFor(incident(), people.strategist)),
    rows,
    from,
  });

const awayContact: Contact = {
  ...(contacts[0] as Contact),
  ended: '2026-11-20T00:00:00.000Z',
  away: { from: '2026-11-20', to: '2026-11-30', instead: 'contact2' },
};

/** Every kind of the strategist's notices of the bot. */
const WATCHED: Watched[] = [
  { kind: 'late', count: 12 },
  { kind: 'party', party: 'S', officers: contacts.slice(0, 2) },
  { kind: 'party', party: 'M', officers: [] },
  ...[NOW.toISOString(), undefined].flatMap((since, index): Watched[] =>
    contacts.slice(index, index + 1).map((contact) => ({ kind: 'unreachable', contact, since })),
  ),
  ...contacts.slice(2, 4).map((contact): Watched => ({ kind: 'unmet', contact })),
  { kind: 'maintenance', from: '2026-12-03T09:00:00.000Z', to: '2026-12-03T10:00:00.000Z', isOngoing: false },
  { kind: 'maintenance', from: '2026-11-24T08:00:00.000Z', to: '2026-11-24T10:00:00.000Z', isOngoing: true },
  { kind: 'silent', at: NOW.toISOString(), contacts: contacts.slice(0, 5), mayDrill: true },
  { kind: 'silent', at: NOW.toISOString(), contacts: contacts.slice(0, 1), mayDrill: false },
  { kind: 'undrilled', last: undefined },
  { kind: 'undrilled', last: NOW.toISOString() },
  { kind: 'unpromised', contacts: contacts.slice(0, 5) },
  { kind: 'retention', unset: ['report', 'log'] },
  { kind: 'longList', rows: 70 },
];
/** Every card of "Trygg hem". */
const HOMES = (() => {
  const now = NOW.toISOString();
  const kind = 'home' as const;
  const of = 'p1';
  const toTell = contacts.slice(0, 2);
  const plain = ['help', 'past', 'nothing', 'over', 'ended'] as const;
  return [
    { kind, view: 'far' as const, now, hours: 12 },
    ...plain.map((view) => ({ kind, view, now })),
    ...(['set', 'asked', 'told'] as const).map((view) => ({
      kind,
      view,
      now,
      due: now,
      answer: 10,
      toTell,
      without: view === 'asked' ? [] : contacts.slice(2, 3),
      mayChange: true,
    })),
    ...(['taken', 'others'] as const).map((view) => ({ kind, view, now, by: contacts[0] })),
    ...(['missed', 'mine'] as const).map((view) => ({ kind, view, now, of, toRing: toTell })),
    { kind, view: 'who' as const, now, of, name: 'Eva Norrlycke', phone: '070-174 06 40', due: now },
    ...(['hiding', 'watched'] as const).flatMap((quiet) => [
      { kind, view: 'missed' as const, now, of, toRing: [], quiet },
      { kind, view: 'mine' as const, now, of, toRing: [], quiet },
      { kind, view: 'who' as const, now, of, name: 'Eva Norrlycke', phone: '070-174 06 40', due: now, quiet },
    ]),
    { kind, view: 'who' as const, now, of, name: 'Eva Norrlycke', phone: '', due: now },
  ];
})();

/** Every card of "Är du OK?". */
const OKAYS = (() => {
  const at = NOW.toISOString();
  const kind = 'okay' as const;
  const counts = { asked: 34, well: 29, needy: 1, rung: 1, silent: 3 };
  const groups = [
    { code: 'all', of: { kind: 'all' as const }, count: 213 },
    { code: 'g-1', of: { kind: 'group' as const, name: 'ledning' }, count: 2 },
    ...routine.posts.map(({ id }) => ({
      code: `p-${id}`,
      of: { kind: 'post' as const, post: id },
      count: 4,
    })),
  ];
  const refusal = {
    reason: 'badInput' as const,
    values: { others: 'Eva Norrlycke' },
    problems: { others: { kind: 'nobody' as const, line: 1 } },
  };
  const states = ['needy', 'unreached', 'silent', 'silent', 'rung'] as const;
  const rows = states.map((state, index) => ({
    ...{
      code: `${DRAFT.slice(0, -1)}${index}`,
      name: `Eva Norrlycke ${index}`,
      phone: index === 2 ? '' : '070-174 06 40',
      state,
    },
    ...(state === 'rung' ? { rungAt: at, rungBy: 'Lena Malmgren' } : {}),
  }));
  const long = [...rows, ...rows];
  return [
    { kind, view: 'ask' as const, asking: DRAFT, by: contacts[0] },
    { kind, view: 'ask' as const, asking: DRAFT, by: undefined },
    { kind, view: 'well' as const, asking: DRAFT },
    ...(['over', 'late', 'ended', 'notYours'] as const).map((view) => ({ kind, view })),
    { kind, view: 'form' as const, asking: DRAFT, groups },
    { kind, view: 'form' as const, asking: DRAFT, groups, refusal },
    { kind, view: 'listed' as const, counts },
    { kind, view: 'list' as const, counts, rows, from: 0, at, now: at },
    {
      kind,
      view: 'list' as const,
      counts: { ...counts, needy: 0, silent: 0 },
      rows: long,
      from: 0,
      at,
      now: at,
    },
  ];
})();

/** Every card of an exercise, beside those of what is played. */
const PRACTICES = (() => {
  const at = NOW.toISOString();
  const kind = 'practice' as const;
  const asking = DRAFT;
  const [, ...groups] = OKAYS.flatMap((one) => (one.view === 'form' ? one.groups : []));
  const code = (index: number) => `${DRAFT.slice(0, -1)}${index}`;
  const players = (['yes', 'yes', 'silent', 'no'] as const).map((state, index) => ({
    ...{ code: code(index), name: `Eva Norrlycke ${index}`, state },
  }));
  const rows = [
    { name: 'Eva Norrlycke', toldAt: at, actedAt: at, acts: 4 },
    { name: 'Lena Malmgren', toldAt: at, acts: 0 },
    { name: 'Nils Ek', acts: 0 },
  ];
  const refusal = {
    reason: 'badInput' as const,
    values: {},
    problems: { victim: { kind: 'required' as const } },
  };
  return [
    { kind, view: 'ask' as const, asking, by: contacts[0] },
    { kind, view: 'ask' as const, asking, by: undefined },
    ...[false, true].map((isGoing) => ({ kind, view: 'agreed' as const, asking, isGoing })),
    ...(['declined', 'over', 'ended', 'notYours'] as const).map((view) => ({ kind, view })),
    { kind, view: 'form' as const, asking, drill: DRAFT, groups },
    { kind, view: 'players' as const, asking, players },
    { kind, view: 'players' as const, asking, players, refusal },
    ...(['asked', 'going'] as const).map((view) => ({ kind, view, asking, yes: 4, silent: 1 })),
    {
      kind,
      view: 'result' as const,
      asking,
      began: at,
      reference: 'ÖVNING-7KQ4',
      rows,
      steps: { ended: 4, all: 19 },
      now: at,
    },
  ];
})();

const watching = (from: number, rows: readonly Watched[] = WATCHED): View =>
  draw({ kind: 'list', list: 'watch', rows, from, drill: DRAFT, now: NOW.toISOString() });

const SPANS = [
  { from: '2026-12-03T09:00:00.000Z', to: '2026-12-03T10:00:00.000Z' },
  { from: '2026-12-10T21:00:00.000Z', to: '2026-12-11T00:00:00.000Z' },
];

/** Cards of a person that come by themselves: the morning round and drills. */
function bySelf(): Drawn[] {
  const waiting = (about: string, last?: string): RoundItem => ({
    about,
    of: '',
    since: NOW.toISOString(),
    isUrgent: about === 'relay',
    ...(last ? { last } : {}),
  });
  const abouts = ['acknowledge', 'assess', 'registry', 'relay', 'firstTalk', 'follow-up-talk', 'checks'];
  const incidents = Array.from({ length: 9 }, (_, index) => ({
    id: `incident${index}00`,
    reference: `2026-AB0${index}`,
    isAcute: index === 0,
    routine: undefined,
    waiting: abouts
      .slice(index % 5)
      .map((about) => waiting(about, about === 'registry' ? '2026-11-26' : undefined)),
  }));
  const told = Array.from({ length: 17 }, (_, index) => ({
    ...{
      id: `told${index}0000`,
      reference: `2026-CD${10 + index}`,
      isAcute: index === 16,
      routine: undefined,
    },
    ...{ told: { isLed: index % 3 > 0 }, waiting: abouts.slice(index % 8).map((about) => waiting(about)) },
    ...(index === 16 && { pressing: { since: NOW.toISOString(), isLed: false } }),
  }));
  const drafts = [{ id: DRAFT, eraseOn: '2026-12-24' }];
  const news: Round['news'] = [
    { kind: 'out', contact: contacts[0] },
    { kind: 'new', contact: contacts[1] },
    { kind: 'sameAccount', contact: contacts[2] },
    ...(['changed', 'changedOwn', 'gone', 'imported', 'rightAgain', 'wrong'] as const).map((kind) => ({
      kind,
      contact: contacts[2],
    })),
    ...(['away', 'ownAway', 'standIn'] as const).map((kind) => ({
      kind,
      contact: { ...awayContact, ended: undefined },
    })),
  ];
  const roundCard = (round: Round): View => draw({ kind: 'list', list: 'round', round });
  const prompts = [
    { kind: 'risk' as const, id: '2026-12-03' },
    { kind: 'riskShown' as const, id: 'share00000001' },
    { kind: 'newTerm' as const, id: '2026-10-15' },
    { kind: 'newMember' as const, id: '2026-10-15' },
  ];
  const round = { incidents: incidents.slice(0, 2), drafts, news, prompts };
  const asked = drilled(list);
  const base: [string, View][] = [
    ['round', roundCard(round)],
    ['round, many', roundCard({ incidents, drafts, news: [] })],
    ['round, told of many in one card', roundCard({ incidents: told, drafts, news: [] })],
    ['round, a draft only', roundCard({ incidents: [], drafts, news: [] })],
    ['round, news only', roundCard({ incidents: [], drafts: [], news })],
    [
      'round, an answer that did not arrive',
      roundCard({ incidents: [], drafts: [], news: [], unansweredAt: NOW.toISOString() }),
    ],
    ['round, none', roundCard({ incidents: [], drafts: [], news: [] })],
    ['drill', draw({ kind: 'note', note: 'drill', drill: 'drill0000001' })],
    [
      'drill, answered',
      draw({
        ...{ kind: 'note', note: 'drillThanks' },
        ...{ answeredAt: NOW.toISOString(), now: NOW.toISOString() },
      }),
    ],
    ['drill, over', drawNote('drillOver')],
    ...[contacts, []].map((toRing, index): [string, View] => [
      `maintenance ${index}`,
      draw({ kind: 'note', note: 'maintenance', windows: SPANS, toRing }),
    ]),
    ...[watching(0), watching(7), watching(0, []), watching(0, WATCHED.slice(-1))].map(
      (view, index): [string, View] => [`watch ${index}`, view],
    ),
    ['watch, not theirs', drawNote('watchNotYours')],
    ...HOMES.map((screen): [string, View] => [`home, ${screen.view}`, draw(screen)]),
    ...OKAYS.map((screen, index): [string, View] => [`okay ${index}, ${screen.view}`, draw(screen)]),
    ...PRACTICES.map((screen, index): [string, View] => [`practice ${index}, ${screen.view}`, draw(screen)]),
    ['maintenance, over', drawNote('maintenanceOver')],
    ['numbers', draw({ kind: 'note', note: 'numbers', toRing: contacts.slice(0, 3) })],
    ['maintenance, off', draw({ kind: 'note', note: 'maintenanceOff', windows: SPANS })],
    ['drill, result', draw({ kind: 'note', note: 'drillResult', asked, silent: asked.slice(2) })],
    ['drill, all answered', draw({ kind: 'note', note: 'drillResult', asked, silent: [] })],
    ['drill, started', draw({ kind: 'note', note: 'drillStarted', count: 8 })],
    ['drill of one', draw({ kind: 'note', note: 'drillStarted', count: 1, who: 'Ingrid Björkhage' })],
    ['drill of nobody', draw({ kind: 'note', note: 'drillStarted', count: 0, who: 'Ingrid Björkhage' })],
  ];
  const refused = { reason: 'badInput' as const, values: {}, problems: {} };
  const pages: [string, View][] = [undefined, refused].flatMap((refusal, index): [string, View][] => [
    [`snooze ${index}`, draw({ kind: 'page', page: 'snooze', round, hour: 8, from: 0, refusal })],
    ...round.incidents.slice(0, 1).map((incident): [string, View] => {
      const [item] = incident.waiting;
      const one = item && { key: keyOf(incident.id, item), incident };
      return [
        `snooze one ${index}`,
        draw({ kind: 'page', page: 'snooze', round, hour: 8, from: 0, one, refusal }),
      ];
    }),
    [
      `absence ${index}`,
      draw({
        ...{ kind: 'page', page: 'absence', rows: [awayContact], others: contacts, refusal },
        ...{ chosen: awayContact.id, today: '2026-11-24' },
      }),
    ],
    [
      `full time ${index}`,
      draw({
        ...{ kind: 'page', page: 'fullTime', from: 0, refusal },
        rows: [{ id: 'row1', name: 'Eva Norrlycke' }],
      }),
    ],
    [`replace ${index}`, draw({ kind: 'page', page: 'replaceContact', contacts, refusal })],
    ...ownKin(refusal),
    ...editing(refusal && { ...refusal, problems: ROW_PROBLEMS }),
  ]);
  return [
    { name: 'log', view: logSample(0), isBase: false },
    { name: 'log, next rows', view: logSample(7), isBase: false },
    ...[0, 7].map((from) => ({ name: `deliveries ${from}`, view: deliverySample(from), isBase: false })),
    { name: 'deliveries, none', view: deliverySample(0, []), isBase: false },
    ...base.map(([name, view]) => ({ name, view, isBase: true })),
    ...pages.map(([name, view]) => ({ name, view, isBase: false })),
    { name: 'contacts, for the strategist', view: contactList(contacts, 0, true), isBase: true },
  ];
}

/** Advice: the choice, and every situation with and without a remembered party, and beside an incident. */
/** Files that came, and what became of them. */
const filesCards = (): Drawn[] => {
  const base = {
    ...{ kind: 'files' as const, faults: [], isPasted: true, isInOneDrive: true, most: 20 },
    files: FILE_KINDS.map((kind, at) => ({
      kind,
      bytes: 1_300_000 * (at + 1),
      isDisguised: kind === 'program',
    })),
    incidents: [
      { id: DRAFT, reference: '2026-7KQ4' },
      { id: DRAFT, reference: '2026-8M2T' },
    ],
  };
  const one = base.files.slice(0, 1);
  const drawn: [string, FilesScreen][] = [
    ['files, asked', { ...base, offer: DRAFT, draft: { id: DRAFT, isBegun: true } }],
    [
      'file, asked, nothing begun',
      { ...base, files: one, incidents: [], offer: DRAFT, draft: { id: DRAFT, isBegun: false } },
    ],
    ['file, maybe the list', { ...base, files: one, offer: DRAFT, isList: true }],
    ...[2, 9].map((count): [string, FilesScreen] => [
      `files of a draft, ${count}`,
      {
        ...{ ...base, files: [] },
        inDraft: {
          draft: DRAFT,
          files: one.flatMap((file) => Array.from({ length: count }, (_, at) => ({ ...file, id: `f${at}` }))),
        },
      },
    ]),
    ['files, some not taken', { ...base, files: one, offer: DRAFT, faults: ['tooBig'] }],
    ...Object.keys(FILE_FAULTS).map((fault): [string, FilesScreen] => [
      `file not taken, ${fault}`,
      { ...base, files: [], incidents: [], faults: [fault], isPasted: false, isInOneDrive: false },
    ]),
    ...(['inDraft', 'inIncident', 'dropped', 'nothing', 'full'] as const).map(
      (done): [string, FilesScreen] => [
        `files ${done}`,
        { ...base, files: one, done, draft: { id: DRAFT, isBegun: true }, reference: '2026-7KQ4' },
      ],
    ),
  ];
  return drawn.map(([name, screen]) => ({ name, view: draw(screen), isBase: true }));
};

const guides = (): Drawn[] => [
  { name: 'guidance', view: draw({ kind: 'guide' }), isBase: true },
  { name: 'guidance beside an incident', view: draw({ kind: 'guide', incident: DRAFT }), isBase: true },
  ...SITUATIONS.flatMap((situation) =>
    [{ draft: DRAFT, hasParty: true }, { draft: DRAFT, hasParty: false }, { incident: DRAFT }].map(
      (more, index): Drawn => ({
        name: `guidance ${situation} ${index}`,
        view: draw({ kind: 'guide', situation, ...more }),
        isBase: false,
      }),
    ),
  ),
];

/** One's own risk analysis: every page of it, empty and with all that can be in it. */
const risks = (typist: Typist): Drawn[] => {
  const now = NOW.toISOString();
  const values = Object.fromEntries(RISK_QUESTIONS.map((id) => [id, typist('text')]));
  const problems = { activity: { kind: 'tooLong' as const, length: 1_001, max: 1_000 } };
  const refusal = { reason: 'badInput' as const, values, problems };
  const looks = [{ name: 'Ingrid Björkhage', at: now }];
  const shared = { at: now, to: ['Ingrid Björkhage', 'Tomas Grenmark'], looks };
  const toRead = Array.from({ length: 9 }, (_, index) => ({ id: `share${index}`, at: now }));
  const screens: [Partial<RiskScreen> & Pick<RiskScreen, 'page'>, boolean][] = [
    [{ page: 'questions' }, true],
    [{ page: 'questions', day: '2026-12-03', shared, toRead }, false],
    [{ page: 'questions', shared: { ...shared, looks: [] }, notice: 'gone' }, false],
    [{ page: 'questions', notice: 'stopped' }, false],
    [{ page: 'remind' }, false],
    [{ page: 'remind', refusal: { ...refusal, problems: { day: { kind: 'badDate' } } } }, false],
    [{ page: 'share', party: 'S' }, false],
    [{ page: 'share', refusal }, false],
    [{ page: 'share', refusal, notice: 'nobody' }, false],
    [{ page: 'read', read: { name: typist('name'), at: now, values } }, false],
    [{ page: 'promise', share: 'share0' }, false],
  ];
  const courses = oxelosund.prevention.courses.map(({ id }, index) => ({
    ...{ course: id, at: now, isOfThisTerm: index > 0 },
  }));
  const counted = { counts: { 'trygg-politiker': 12 }, notPromised: contacts.slice(0, 10) };
  const preventing = [
    { taken: [] },
    { taken: courses, counted },
    { taken: courses, counted: { counts: {}, notPromised: [] } },
  ].map(
    (more, index): Drawn => ({
      ...{ name: `prevention ${index}`, isBase: false },
      view: draw({ kind: 'prevention', ...more }),
    }),
  );
  const risking = screens.map(([screen, isBase], index) => ({
    ...{ name: `risk analysis ${index}`, isBase },
    view: draw({ kind: 'risk', now, ...screen }),
  }));
  return [...risking, ...preventing];
};

/** The checklist of a call: empty, and with all that can be in it. */
const calls = (typist: Typist): Drawn[] =>
  CALL_PARTS.flatMap((part) =>
    [false, true].map((isFull): Drawn => {
      const texts = Object.fromEntries(CALL_TEXTS.map((id) => [id, typist('name')]));
      const taps = Object.fromEntries(Object.entries(CALL_TAPS).map(([id, codes]) => [id, codes.join()]));
      const saved = isFull ? { savedAt: NOW.toISOString() } : {};
      const values = isFull ? { ...texts, ...taps } : {};
      const view = draw({ kind: 'call', draft: DRAFT, part, values, ...saved, now: NOW.toISOString() });
      return { name: `call ${part} ${isFull}`, view, isBase: false };
    }),
  );

/** The cards that belong to no incident. */
export const apart = (typist: Typist): Drawn[] => [
  ...kinShown(typist),
  ...first(),
  ...drafts(typist),
  ...registering(typist),
  ...lists(),
  ...guides(),
  ...filesCards(),
  ...calls(typist),
  ...risks(typist),
  ...bySelf(),
];

/** Each different view once. */
export const distinct = (all: readonly Drawn[]): Drawn[] => [
  ...new Map(all.map((one) => [`${one.isBase} ${JSON.stringify(one.view)}`, one])).values(),
];
