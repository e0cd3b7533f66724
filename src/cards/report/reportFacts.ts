import { COMMON } from '../../content/texts/common';
import { VERSIONS } from '../../content/texts/report';
import { clockWords, dayWritten, moment } from '../../content/texts/time';
import { splitChoices } from '../../routine/model/fields';
import type { Incident, ReportField } from '../../routine/model/incident';
import type { Routine } from '../../routine/model/routine';
import type { Labels } from '../../routine/model/words';
import { addedTo, type Said } from '../../routine/rules/report/versions';
import { forPolice } from '../../screens/policeReport';
import { shortened } from '../parts';
import { nameOf, type Scene } from '../scene';
import type { FactView } from '../view';

/** To whom a label speaks: who writes about themselves, who writes about another, or whoever reads it. */
export type Speaks = 'own' | 'other' | 'read';

/** The label of a field of the report. */
export const reportLabel = (labels: Labels, field: string, as: Speaks): string =>
  labels[`${field}.${as}`] ?? labels[field] ?? field;

/** Every field of the report, in the order in which they are shown: the compiler asks for one that is missing. */
const IN_ORDER: Readonly<Record<ReportField, true>> = {
  what: true,
  kinds: true,
  channel: true,
  whichPhone: true,
  date: true,
  dateTo: true,
  time: true,
  place: true,
  context: true,
  relatives: true,
  offenderKnown: true,
  offenderCount: true,
  offender: true,
  offenderOthers: true,
  group: true,
  groupName: true,
  trigger: true,
  hate: true,
  witnesses: true,
  witnessPhone: true,
  reached: true,
  measures: true,
  frightening: true,
  meant: true,
  impact: true,
  phone: true,
  board: true,
  reporterFunction: true,
  reporterPhone: true,
  urgent: true,
};
/** All fields, in order. */
export const ALL = Object.keys(IN_ORDER) as ReportField[];
/** The fields that a police report needs: not support, talks or comments. */
export const POLICE: readonly ReportField[] = forPolice(ALL);

/** A value of the report in words: what was chosen has words of its own. */
export function reportWords(
  { pages, words }: Pick<Routine, 'pages' | 'words'>,
  field: string,
  value: string,
): string {
  const spec = pages.flatMap((page) => page.fields).find(({ id }) => id === field);
  if (spec?.kind === 'time') return clockWords(value);
  if (spec?.kind === 'date') return dayWritten(value);
  if (!spec?.choices) return value;
  const own = words.choices[field] ?? words.choices.yesNo ?? {};
  return splitChoices(value)
    .map((one) => own[one] ?? one)
    .join(', ');
}

/** The report's filled-in fields, long ones shortened. `as`: to whom its labels speak. */
export const reportFacts = (
  report: Incident['report'],
  routine: Pick<Routine, 'pages' | 'words'>,
  as: Speaks,
  only: readonly ReportField[] = ALL,
): (FactView & { field: ReportField })[] =>
  only.flatMap((field) => {
    const value = report[field];
    const label = reportLabel(routine.words.report, field, as);
    return value ? [{ field, label, text: shortened(reportWords(routine, field, value)) }] : [];
  });

/** To whom the labels speak: the victim wrote it themselves, or somebody reads it. */
export const readsAs = ({ incident, viewer }: Scene): 'own' | 'read' =>
  incident.reporter.kind === 'self' && viewer.roles.has('victim') ? 'own' : 'read';

/** Who wrote something in the report: an official by name. */
export const authorWords = (scene: Scene, { by, as }: Pick<Said, 'by' | 'as'>): string =>
  by === scene.viewer.person
    ? COMMON.you
    : as === 'victim' || as === 'reporter'
      ? VERSIONS.authors[as]
      : nameOf(scene, by);

/** The additions of others beside the first words in a field, each with who and when. */
export const added = (scene: Scene, only: readonly ReportField[]): FactView[] =>
  only.flatMap((field) =>
    addedTo(scene.incident, field).map((said) => ({
      label: VERSIONS.added(
        reportLabel(scene.routine.words.report, field, 'read'),
        authorWords(scene, said),
        moment(said.at, scene.now),
      ),
      text: shortened(reportWords(scene.routine, field, said.text)),
    })),
  );

/** At most so many characters on one page: four bytes each at worst, and a card may hold 80 KB. */
const PAGE = 12_000;

/** The facts from number `from` on that fit on one page (one at least), and where the next page begins. */
export function pageFrom(
  facts: readonly FactView[],
  from: number,
): { shown: FactView[]; next: number | undefined } {
  let size = 0;
  const end = facts.findIndex((fact, index) => {
    size += index < from ? 0 : [...fact.text].length + [...fact.label].length + 40;
    return index > from && size > PAGE;
  });
  return { shown: facts.slice(from, end === -1 ? undefined : end), next: end === -1 ? undefined : end };
}
