import { authorWords } from '../cards/report/reportFacts';
import type { Scene } from '../cards/scene';
import { DOCUMENT, REPORT_LABELS } from '../content/texts/printed/document';
import { dayAndTime, fullDay } from '../content/texts/time';
import type { ReportField } from '../routine/model/report';
import { byDay, type Dated, ofOccurrence } from '../routine/rules/report/occurrences';
import { answerRow, type DocumentPart } from './model';
import { fieldLines, versionRows } from './reportPart';

/* Events that were added to the incident, each with its day, its words, their versions and its files. */

const WORDS = DOCUMENT.occurrences;

const dayOf = ({ date, dateTo }: Dated): string => {
  if (!date) return WORDS.noDay;
  return date === dateTo ? fullDay(date) : WORDS.span(fullDay(date), fullDay(dateTo));
};

/** The fields of an event that are shown beside its day. */
const FIELDS: readonly ReportField[] = ['what', 'kinds', 'channel', 'time', 'place', 'urgent'];

function eventPart(scene: Scene, one: Dated, at: number): DocumentPart[] {
  const incident = ofOccurrence(scene.incident, one.id, scene.routine);
  if (!incident) return [];
  const alone = { ...scene, incident };
  const [told] = incident.versions ?? [];
  // The row says what it is; only what others have added says it again.
  const rows = FIELDS.map((field) => {
    const [own = '', ...more] = fieldLines(alone, field);
    const label = REPORT_LABELS[field];
    const bare = own.startsWith(`${label}: `) ? own.slice(label.length + 2) : own;
    return answerRow(label, [bare, ...more], DOCUMENT.blank);
  });
  const files = (incident.evidence ?? []).map(({ name, sha256 }) => WORDS.file(name, sha256));
  return [
    {
      title: WORDS.event(at + 1, dayOf(one)),
      level: 2,
      lines: told ? [WORDS.told(authorWords(scene, told), dayAndTime(told.at))] : [],
      table: {
        heads: WORDS.heads,
        widths: [1, 2],
        rows: [
          ...rows,
          ...(files.length > 0 ? [answerRow(WORDS.files, files, DOCUMENT.blank)] : []),
          ...versionRows(alone),
        ],
      },
    },
  ];
}

/** The events by their days; nothing where none was added. */
export function occurrenceParts(scene: Scene): DocumentPart[] {
  const all = byDay(scene.incident, scene.routine);
  if (all.length === 0) return [];
  return [
    { title: WORDS.title, level: 1, lines: [] },
    ...all.flatMap((one, at) => eventPart(scene, one, at)),
  ];
}
