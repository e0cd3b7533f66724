import { BUTTON, COMMON } from '../../content/texts/common';
import { DETAILS, LISTS } from '../../content/texts/pages';
import type { Incident, ReportField } from '../../routine/model/incident';
import type { PlanWords } from '../../routine/model/words';
import { isWide, type Scope } from '../../routine/rules/access';
import { hasEnded } from '../../routine/rules/progress';
import { shownPart } from '../../screens/forms';
import { NOT_FOR_POLICE } from '../../screens/seen';
import { back, card, SHOWN, shortened } from '../parts';
import { kicker, on, reachVictim, type Scene, toPage } from '../scene';
import { wordsOf } from '../stepParts';
import type { FactView, View } from '../view';
import { recordFacts } from './stepFields';

/** Every field of the report, in the order in which they are shown: the compiler asks for one that is missing. */
const IN_ORDER: Readonly<Record<ReportField, true>> = {
  what: true,
  kinds: true,
  channel: true,
  date: true,
  dateTo: true,
  time: true,
  place: true,
  context: true,
  witnesses: true,
  reached: true,
  offenderKnown: true,
  offender: true,
  offenderOthers: true,
  group: true,
  trigger: true,
  measures: true,
  impact: true,
  phone: true,
  board: true,
  urgent: true,
};
const ALL = Object.keys(IN_ORDER) as ReportField[];
/** The fields that a police report needs: not support, talks or comments. */
const POLICE: readonly ReportField[] = ALL.filter((field) => !NOT_FOR_POLICE.includes(field));

const CODED = new Set<ReportField>(['kinds', 'channel', 'reached', 'offenderKnown', 'urgent']);

function reportWords({ choices }: PlanWords, field: ReportField, value: string): string {
  if (!CODED.has(field)) return value;
  return value
    .split(',')
    .map((one) => (choices[field] ?? choices.yesNo)?.[one] ?? one)
    .join(', ');
}

/** The report's filled-in fields, long ones shortened. */
export const reportFacts = (
  report: Incident['report'],
  words: PlanWords,
  fields: readonly ReportField[] = ALL,
): FactView[] =>
  fields.flatMap((field) => {
    const value = report[field];
    return value
      ? [{ label: words.report[field] ?? field, text: shortened(reportWords(words, field, value)) }]
      : [];
  });

/** Facts on whom it concerns and how to reach them: they come first. */
const people = (scene: Scene): FactView[] => {
  const { victim, reporter, party, report } = scene.incident;
  const board = scene.municipality.boards.find(({ code }) => code === scene.incident.board);
  const isOther = reporter.kind !== 'self';
  return [
    { label: DETAILS.victim, text: victim.name || COMMON.noName },
    ...(report.phone ? [{ label: scene.routine.words.report.phone ?? '', text: report.phone }] : []),
    ...(party ? [{ label: DETAILS.party, text: party }] : []),
    ...(board ? [{ label: DETAILS.board, text: board.name }] : []),
    ...(isOther ? [{ label: DETAILS.reporter, text: reporter.name || COMMON.noName }] : []),
    ...(isOther && reporter.relation ? [{ label: DETAILS.relation, text: reporter.relation }] : []),
  ];
};

const ended = (scene: Scene): FactView[] =>
  scene.routine.steps
    .filter((step) => hasEnded(scene.incident, step.id))
    .flatMap((step) => {
      const facts = recordFacts(scene, step);
      const text = facts.map((fact) => `${fact.label} ${fact.text}`).join('\n');
      return facts.length > 0
        ? [{ label: `${step.section} ${wordsOf(scene, step).short}`, text: shortened(text) }]
        : [];
    });

const protection = (scene: Scene): FactView[] =>
  scene.incident.protection.map(({ what, who, when }) => ({
    label: DETAILS.protection,
    text: shortened([what, who, when].filter(Boolean).join(' · ')),
  }));

const talks = (scene: Scene): FactView[] =>
  scene.incident.talks
    .filter((talk) => talk.heldOn || talk.waived)
    .map((talk) => ({
      label: DETAILS.talks,
      text: shortened([talk.heldOn, talk.attendees, talk.notes, talk.waived].filter(Boolean).join(' · ')),
    }));

/** At most so many characters on one page: four bytes each at worst, and a card may hold 80 KB. */
const PAGE = 12_000;

/** The facts from number `from` on that fit on one page (one at least), and where the next page begins. */
function pageFrom(facts: readonly FactView[], from: number): { shown: FactView[]; next: number | undefined } {
  let size = 0;
  const end = facts.findIndex((fact, index) => {
    size += index < from ? 0 : [...fact.text].length + [...fact.label].length + 40;
    return index > from && size > PAGE;
  });
  return { shown: facts.slice(from, end === -1 ? undefined : end), next: end === -1 ? undefined : end };
}

/** "Visa uppgifter": what this person may read, after the server has checked who asks. The look is logged. */
export function detailsPage(scene: Scene, scope: Scope, from = 0): View {
  const { report } = scene.incident;
  const written = reportFacts(
    report,
    scene.routine.words,
    (scope === 'police' ? POLICE : ALL).filter((one) => one !== 'phone'),
  );
  const facts = [
    ...people(scene),
    ...written,
    ...(scope === 'police' ? [] : protection(scene)),
    ...ended(scene),
    ...(isWide(scope) ? talks(scene) : []),
  ];
  const { shown, next } = pageFrom(facts, from);
  const isLong = from === 0 && [...(report.what ?? '')].length > SHOWN;
  return card({
    kicker: kicker(scene),
    title: DETAILS.title,
    lines: report.what ? [] : [DETAILS.empty],
    facts: shown,
    links: isWide(scope) ? reachVictim(scene) : [],
    buttons: [
      ...(isLong ? [toPage(scene, BUTTON.showAll, 'story')] : []),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'details', { about: String(next) })]),
      back('show', on(scene)),
    ],
    footnote: DETAILS.logged,
  });
}

/** Which party it is about, and nothing else: for who was only told. */
export function partyPage(scene: Scene): View {
  const party = scene.municipality.parties.find(({ code }) => code === scene.incident.party);
  return card({
    kicker: kicker(scene),
    title: DETAILS.partyTitle,
    lines: [party?.name ?? DETAILS.noParty],
    buttons: [back('show', on(scene))],
    footnote: DETAILS.logged,
  });
}

/** The parts of a long text, each as much as a card holds. */
function partsOf(text: string): string[] {
  const part = shownPart(text);
  return part === text ? [text] : [part, ...partsOf(text.slice(part.length))];
}

/** The whole of the long text, on pages of their own. `about`: which part. */
export function storyPage(scene: Scene, about: string): View {
  const parts = partsOf(scene.incident.report.what ?? '');
  const at = /^\d{1,2}$/.test(about) ? Number(about) : 0;
  return storyPart(scene, parts[at] ?? '', parts[at + 1] === undefined ? undefined : String(at + 1));
}

const storyPart = (scene: Scene, text: string, next: string | undefined): View =>
  card({
    kicker: kicker(scene),
    title: DETAILS.title,
    facts: [{ label: scene.routine.words.report.what ?? '', text }],
    buttons: [
      ...(next ? [toPage(scene, BUTTON.showRest, 'story', { about: next })] : []),
      toPage(scene, BUTTON.back, 'details'),
    ],
    footnote: DETAILS.logged,
  });
