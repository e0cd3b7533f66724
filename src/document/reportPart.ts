import { erasedLines } from '../cards/base/retention';
import { authorWords, reportWords } from '../cards/report/reportFacts';
import { nameOf, type Scene } from '../cards/scene';
import { REGISTER } from '../content/texts/people/aloud';
import { DECISION } from '../content/texts/police';
import { DOCUMENT, REPORT_LABELS, REPORT_QUESTIONS } from '../content/texts/printed/document';
import { dayAndTime, fullDay } from '../content/texts/time';
import type { ReportField } from '../routine/model/report';
import { addedTo, versionsOf } from '../routine/rules/report/versions';
import { answerRow, type DocumentPart } from './model';

/* Bilaga 5 part 1: the ten fields, each with its sub-questions and what others have added; and the report's versions. */

const WORDS = DOCUMENT.report;

/** A field of the report with its label, and what others than its first author added. */
export function fieldLines(scene: Scene, field: ReportField): string[] {
  const { report } = scene.incident;
  const label = REPORT_LABELS[field];
  const words = (text: string) => reportWords(scene.routine, field, text);
  const value = report[field];
  const more = addedTo(scene.incident, field).map((said) =>
    WORDS.line(WORDS.added(label, authorWords(scene, said), dayAndTime(said.at)), words(said.text)),
  );
  return [WORDS.line(label, value ? words(value) : WORDS.unanswered), ...more];
}

/** Lines before the report's own fields, by the number of the question. */
function before(scene: Scene, at: number): string[] {
  const { victim, reporter, party } = scene.incident;
  const isSelf = reporter.kind === 'self';
  const name = (text: string | undefined) => WORDS.line(WORDS.name, text || DOCUMENT.blank);
  switch (at) {
    case 0:
      return [
        name(reporter.name || (isSelf ? victim.name : '')),
        reporter.came
          ? WORDS.line(REGISTER.label, REGISTER.by(reporter.name || DOCUMENT.blank, reporter.came))
          : WORDS.line(WORDS.relation, isSelf ? WORDS.self : reporter.relation || DOCUMENT.blank),
      ];
    case 1:
      return [name(victim.name), WORDS.line(WORDS.party, party || DOCUMENT.blank)];
    case 8:
      return decided(scene);
    default:
      return [];
  }
}

/** Decisions of the work itself: on the police report, and measures that protect. */
function decided({ incident }: Scene): string[] {
  const { decision, protection } = incident;
  const answer = decision?.answer;
  return [
    WORDS.line(WORDS.decision, answer ? DECISION.readAnswers[answer] : WORDS.unanswered),
    ...protection.map(({ what, who, day, when }) =>
      WORDS.line(
        WORDS.protection,
        [what.replace(/[.\s]+$/, ''), who, day ? fullDay(day) : when].filter(Boolean).join(', '),
      ),
    ),
  ];
}

/** Bilaga 5 part 1. */
export const reportPart = (scene: Scene): DocumentPart => ({
  title: WORDS.title,
  slot: 'report',
  level: 1,
  lines: erasedLines(scene),
  table: {
    heads: WORDS.heads,
    widths: [1, 2],
    rows: REPORT_QUESTIONS.map(({ title, fields }, at) =>
      answerRow(
        title,
        [...before(scene, at), ...fields.flatMap((field) => fieldLines(scene, field))],
        DOCUMENT.blank,
      ),
    ),
  },
});

/** Every version of the report, oldest first: who wrote, when, and what they changed. */
export function versionsPart(scene: Scene): DocumentPart {
  const { title, heads, none } = DOCUMENT.versions;
  const rows = versionRows(scene);
  return rows.length === 0
    ? { title, slot: 'versions', level: 1, lines: [none] }
    : { title, slot: 'versions', level: 1, lines: [], table: { heads, widths: [1, 2], rows } };
}

/** A row a version: who wrote it and when, and what they wrote. */
export function versionRows(scene: Scene): (readonly string[])[] {
  const { by, tookBack } = DOCUMENT.versions;
  return versionsOf(scene.incident).map(({ at, by: author, as, values }) =>
    answerRow(
      by(authorWords(scene, { by: author, as }) || nameOf(scene, author), dayAndTime(at)),
      (Object.entries(values) as [ReportField, string][]).map(([field, text]) =>
        WORDS.line(REPORT_LABELS[field], text ? reportWords(scene.routine, field, text) : tookBack),
      ),
      DOCUMENT.blank,
    ),
  );
}
