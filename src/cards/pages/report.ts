import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, DANGER_STRIP, NOTHING_HERE, TROUBLE } from '../../content/texts/common';
import { PRIVACY } from '../../content/texts/privacy';
import { FIRST, HELP, REPORT, WELCOME } from '../../content/texts/report';
import { moment } from '../../content/texts/time';
import { NO_PARTY, REMEMBERED_PARTY, UNKNOWN_PARTY } from '../../routine/model/codes';
import type { FieldSpec } from '../../routine/model/fields';
import type { ReportPageId, Routine } from '../../routine/model/routine';
import type { DraftPage } from '../actions';
import {
  back,
  button,
  card,
  extra,
  field,
  fields,
  inWords,
  link,
  NOTHING_TYPED,
  plain,
  primary,
  type Typed,
} from '../parts';
import type { FactView, FieldView, View } from '../view';
import { boardFields, boardSpecs } from './boardField';
import { reportFacts } from './details';

/** What a page of the report asks while it is written. */
function asked({ pages }: Routine, id: string): readonly FieldSpec[] {
  const page = pages.find((one) => one.id === id);
  if (!page?.asks) return page?.fields ?? [];
  const all = pages.flatMap((one) => one.fields);
  return page.asks.flatMap((field) => all.find((one) => one.id === field) ?? []);
}

const WHO_FIELDS: readonly FieldSpec[] = [
  { id: 'who', kind: 'choice', choices: ['me', 'other'] },
  { id: 'party', kind: 'choice' },
];
const OTHER_FIELDS: readonly FieldSpec[] = [
  { id: 'victimName', kind: 'name', required: true },
  { id: 'relation', kind: 'name' },
  { id: 'knows', kind: 'choice', required: true, choices: ['chosen', 'yes', 'no'] },
];

/** Parties of the municipality, "Inget parti" and "Vet inte". */
export const partyCodes = (municipality: Municipality): string[] => [
  ...municipality.parties.map((party) => party.code),
  NO_PARTY,
  UNKNOWN_PARTY,
];

/** The inputs of a page of the draft. */
export function draftFields(name: DraftPage, municipality: Municipality): readonly FieldSpec[] {
  if (name === 'who') {
    const own = WHO_FIELDS.map((spec) =>
      spec.id === 'party' ? { ...spec, choices: partyCodes(municipality) } : spec,
    );
    return [...own, ...boardSpecs(municipality)];
  }
  if (name === 'other') return OTHER_FIELDS;
  return name === 'review' ? [] : asked(municipality.routine, name);
}

/** Of the report's pages when it is amended later. */
export const AMEND_TITLES: Readonly<Record<ReportPageId, string>> = {
  what: REPORT.whatTitle,
  when: REPORT.whenTitle,
  around: REPORT.aroundTitle,
  offender: REPORT.offenderTitle,
  you: REPORT.youTitle,
};

const partyChoices = (municipality: Municipality) => [
  ...municipality.parties.map((party) => ({ value: party.code, title: party.name })),
  { value: NO_PARTY, title: FIRST.none },
  { value: UNKNOWN_PARTY, title: FIRST.unknown },
];

const partyField = (municipality: Municipality, value: string | undefined, typed: Typed): FieldView =>
  field(
    { id: 'party', kind: 'choice' },
    {
      label: municipality.routine.words.report.party ?? '',
      choices: [
        ...(value === REMEMBERED_PARTY ? [{ value, title: FIRST.remembered }] : []),
        ...partyChoices(municipality),
      ],
      value: typed.values.party ?? value,
      placeholder: FIRST.partyPlaceholder,
      problem: typed.problems.party,
    },
  );

export interface First {
  draft: string;
  /** Whether the person's party is remembered: which one, a chat must not say. */
  hasParty: boolean;
  municipality: Municipality;
  /** An alarm that this draft has raised already. */
  raised?: Raised | undefined;
  hasDraft: boolean;
  now: Date;
  problem?: string;
}

export interface Raised {
  reference: string;
  createdAt: string;
  /** Still acute, and nobody has taken it: another press would tell nobody anything new. */
  isWaiting: boolean;
}

/** The very first card: 112, the alarm in one press, or the report. */
export function firstCard(first: First): View {
  const { draft, raised } = first;
  const remembered = field(
    { id: 'remember', kind: 'toggle' },
    { label: FIRST.remember, value: first.hasParty ? 'true' : 'false' },
  );
  const words = raised?.isWaiting ? FIRST.already : FIRST.again;
  const already = raised ? [words(raised.reference, moment(raised.createdAt, first.now))] : [];
  return card({
    danger: DANGER_STRIP,
    kicker: FIRST.kicker,
    title: FIRST.title,
    problem: first.problem ?? '',
    lines: [...already, ...FIRST.lines, ...(first.hasDraft ? [FIRST.draft] : [])],
    fields: [
      partyField(first.municipality, first.hasParty ? REMEMBERED_PARTY : undefined, NOTHING_TYPED),
      remembered,
      ...boardFields(first.municipality, undefined),
    ],
    buttons: [
      button(BUTTON.alarmParty, 'alarmParty', { draft }, { style: 'destructive' }),
      button(BUTTON.alarmMunicipality, 'alarmMunicipality', { draft }),
      button(BUTTON.safe, 'safe', { draft }, { style: 'positive' }),
      ...(raised ? [extra(BUTTON.newEvent, 'newDraft', { draft })] : []),
      ...(first.hasDraft ? [extra(BUTTON.discard, 'discard', { draft })] : []),
    ],
    footnote: FIRST.municipalityHint,
  });
}

export interface DraftScene {
  draft: string;
  values: Readonly<Record<string, string>>;
  municipality: Municipality;
  typed: Typed;
  /** Who will read it, by name and post; whether they are the party's, which takes a yes. */
  readers: { who: string; isParty: boolean };
  /** The draft fills in an incident that began with an alarm: who and party are known. */
  isOnIncident: boolean;
}

/** Longest text that is put back into an input; what is longer stays whole in the draft. */
const SHOWABLE = 15_000;

/** What an input shows of a text. */
export const shownPart = (value: string): string => {
  const characters = [...value];
  return characters.length > SHOWABLE ? characters.slice(0, 10_000).join('') : value;
};

const valuesShown = (scene: DraftScene): Record<string, string> =>
  Object.fromEntries(Object.entries(scene.values).map(([key, value]) => [key, shownPart(value)]));

const isCut = (scene: DraftScene) =>
  Object.values(scene.values).some((value) => [...value].length > SHOWABLE);

function draftFieldViews(scene: DraftScene, name: DraftPage): FieldView[] {
  const specs = draftFields(name, scene.municipality);
  const values = valuesShown(scene);
  const { words } = scene.municipality.routine;
  const views = fields(specs, words.report, values, { ...scene.typed, values: {} });
  return inWords(views, words.choices).map((view) => {
    if (view.id === 'party')
      return partyField(scene.municipality, values.party, { ...scene.typed, values: {} });
    if (view.id === 'forBoard') return boardFields(scene.municipality, values.forBoard)[0] ?? view;
    if (view.id === 'who') {
      const choices = [
        { value: 'me', title: REPORT.me },
        { value: 'other', title: REPORT.other },
      ];
      return { ...view, choices, value: values.who || 'me' };
    }
    if (view.id === 'knows') {
      const choices = Object.entries(REPORT.knows).map(([value, title]) => ({ value, title }));
      return { ...view, choices };
    }
    return view.id === 'what' ? { ...view, placeholder: REPORT.whatPlaceholder } : view;
  });
}

const isOther = (scene: DraftScene): boolean => scene.values.who === 'other';

const TITLES: Record<Exclude<DraftPage, 'review'>, { title: string; lines: string[] }> = {
  who: { title: REPORT.whoTitle, lines: REPORT.whoLines },
  other: { title: REPORT.otherTitle, lines: REPORT.otherLines },
  what: { title: REPORT.whatTitle, lines: [] },
  when: { title: REPORT.whereTitle, lines: [] },
  around: { title: REPORT.aroundTitle, lines: [] },
  offender: { title: REPORT.offenderTitle, lines: [] },
  you: { title: REPORT.youTitle, lines: [] },
};

const MAIN: readonly DraftPage[] = ['who', 'other', 'what'];
const OPTIONAL: readonly DraftPage[] = ['when', 'around', 'offender', 'you'];

const before = (scene: DraftScene, name: DraftPage): DraftPage | 'first' => {
  if (name === 'who' || (name === 'what' && scene.isOnIncident)) return 'first';
  if (name === 'other') return 'who';
  if (name === 'what') return isOther(scene) ? 'other' : 'who';
  return 'review';
};

const nextButtons = (scene: DraftScene, name: DraftPage) => {
  const { draft } = scene;
  if (name === 'who') return [primary(BUTTON.next, 'toPage', { draft, page: name, to: 'what' })];
  if (name === 'other') return [primary(BUTTON.next, 'toPage', { draft, page: name, to: 'what' })];
  if (name === 'what') return [primary(BUTTON.review, 'toPage', { draft, page: name, to: 'review' })];
  const following = OPTIONAL[OPTIONAL.indexOf(name) + 1];
  return [
    primary(BUTTON.review, 'toPage', { draft, page: name, to: 'review' }),
    ...(following ? [button(BUTTON.next, 'toPage', { draft, page: name, to: following })] : []),
  ];
};

/** One page of the report being written. Every press saves it, whatever is wrong with it. */
export function draftPage(scene: DraftScene, name: DraftPage): View {
  if (name === 'review') return reviewPage(scene);
  const pages = isOther(scene) ? MAIN : MAIN.filter((one) => one !== 'other');
  const isMain = MAIN.includes(name);
  const { draft } = scene;
  return card({
    kicker: isMain ? REPORT.kicker(pages.indexOf(name) + 1, pages.length + 1) : REPORT.extraKicker,
    ...TITLES[name],
    lines: isCut(scene) ? [REPORT.tooLongToShow] : TITLES[name].lines,
    problem: scene.typed.problem,
    fields: draftFieldViews(scene, name),
    buttons: [
      ...nextButtons(scene, name),
      button(BUTTON.back, 'backTo', { draft, page: name, to: before(scene, name) }),
      button(BUTTON.later, 'keepDraft', { draft, page: name }, { mode: 'secondary' }),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
  });
}

const about = (scene: DraftScene): FactView[] => {
  const { values } = scene;
  const party = partyChoices(scene.municipality).find((one) => one.value === values.party)?.title;
  return [
    ...(isOther(scene) ? [{ label: REPORT.whoTitle, text: values.victimName ?? '' }] : []),
    ...(party && !scene.isOnIncident
      ? [{ label: scene.municipality.routine.words.report.party ?? '', text: party }]
      : []),
  ];
};

function consent(scene: DraftScene): string {
  const { who, isParty } = scene.readers;
  if (!who) return REPORT.consentNobody;
  return isParty ? REPORT.consentParty(who) : REPORT.consentMunicipality(who);
}

/** What is sent, to whom, and the consent in one line. */
function reviewPage(scene: DraftScene): View {
  const { draft, values } = scene;
  return card({
    kicker: REPORT.reviewKicker,
    title: REPORT.reviewTitle,
    problem: scene.typed.problem,
    facts: [...about(scene), ...reportFacts(values, scene.municipality.routine.words)],
    lines: [consent(scene), REPORT.consentLater],
    buttons: [
      primary(BUTTON.send, 'send', { draft }),
      ...(scene.readers.isParty ? [plain(BUTTON.sendMunicipality, 'sendMunicipality', { draft })] : []),
      back('backTo', { draft, page: 'review', to: 'what' }),
      button(BUTTON.later, 'keepDraft', { draft, page: 'review' }, { mode: 'secondary' }),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
    below: {
      title: REPORT.moreTitle,
      lines: [REPORT.moreLater],
      buttons: [
        plain(BUTTON.more, 'toPage', { draft, page: 'review', to: 'when' }),
        plain(PRIVACY.button, 'privacy', { draft }),
      ],
    },
    footnote: REPORT.keep,
  });
}

const menu = () => [
  primary(BUTTON.report, 'start', {}),
  plain(BUTTON.mine, 'mine', {}),
  plain(BUTTON.contacts, 'contacts', {}),
];

export const welcomeCard = (municipality: Municipality): View =>
  card({
    danger: [DANGER_STRIP[0] ?? ''],
    title: WELCOME.title,
    lines: WELCOME.lines(municipality.name),
    buttons: menu(),
    below: { buttons: [plain(PRIVACY.button, 'privacy', {})] },
    footnote: WELCOME.footnote,
  });

/**
 * How the person's data is used (GDPR, article 13), before anything is reported.
 * @param draft of the report that it was asked from
 */
export const privacyCard = (municipality: Municipality, draft: string | undefined): View =>
  card({
    title: PRIVACY.title,
    lines: PRIVACY.lines(municipality.name, municipality.routine.times.draftEraseDays, municipality.names),
    links: municipality.privacyUrl ? [link(PRIVACY.more, municipality.privacyUrl)] : [],
    buttons: draft ? [back('backTo', { draft, page: 'review', to: 'review' })] : menu(),
  });

export const helpCard = (): View =>
  card({ danger: [DANGER_STRIP[0] ?? ''], title: HELP.title, lines: HELP.lines, buttons: menu() });

export const savedCard = (): View =>
  card({ title: REPORT.savedTitle, lines: REPORT.savedLines, buttons: menu() });
export const discardedCard = (): View =>
  card({ title: REPORT.discardedTitle, lines: REPORT.discardedLines, buttons: menu() });

/** One answer for "not found" and "not allowed". */
export const nothingHereCard = (): View =>
  card({ title: NOTHING_HERE.title, lines: NOTHING_HERE.lines, buttons: menu() });

/** An unexpected fault: what to do now, and the id that the operators' log has. */
export const troubleCard = (id: string): View =>
  card({ danger: [DANGER_STRIP[0] ?? ''], title: TROUBLE.title, lines: TROUBLE.lines(id), buttons: menu() });

export const noteCard = (title: string): View => card({ title, buttons: menu() });
