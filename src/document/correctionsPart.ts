import { answerWords } from '../cards/pages/events/corrections';
import { nameOf, type Scene } from '../cards/scene';
import { DOCUMENT, REPORT_LABELS } from '../content/texts/printed/document';
import { dayAndTime } from '../content/texts/time';
import type { ReportField } from '../routine/model/incident';
import type { DocumentPart } from './model';

/** Requests that words of the report are put right, oldest first, each with its answer; none: no part. */
export function correctionParts(scene: Scene): DocumentPart[] {
  const { title, heads } = DOCUMENT.corrections;
  const rows = (scene.incident.corrections ?? []).map((one) => [
    `${dayAndTime(one.at)}, ${nameOf(scene, one.by)}`,
    [REPORT_LABELS[one.field as ReportField] ?? one.field, one.what, one.why].join('\n'),
    answerWords(scene, one, dayAndTime),
  ]);
  return rows.length === 0 ? [] : [{ title, level: 1, lines: [], table: { heads, widths: [2, 3, 3], rows } }];
}
