import { csvOf } from '../../app/runtime/csv';
import { entryWords } from '../../cards/pages/log';
import { reportWords } from '../../cards/report/reportFacts';
import { sceneOf } from '../../cards/scene';
import type { Municipality } from '../../content/municipalities/municipality';
import { LOG } from '../../content/texts/log';
import { CALENDAR } from '../../content/texts/printed/calendar';
import { DOCUMENT, REPORT_LABELS } from '../../content/texts/printed/document';
import { LOG_PAGE, TAKE_WORDS } from '../../content/texts/tab/overview';
import { TAB } from '../../content/texts/tab/pages';
import { dayAndTime } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import type { ReportField } from '../../routine/model/report';
import { routineFor } from '../../routine/plan/version';
import type { LogQuery, LogScreen, MeetingScreen, OwnWordsScreen } from '../../screens/tab/tabScreens';
import type { LogPage, LogRowView } from '../contract';
import type { FilePage } from '../filesContract';

const fileOf = ({ name, type }: Pick<FilePage, 'name' | 'type'>, text: string): FilePage => ({
  ...{ page: 'file', name, type },
  content: Buffer.from(text).toString('base64'),
});

const isAsked = ({ day, what }: LogRowView, asked: LogQuery): boolean =>
  (!asked.since || day >= asked.since) &&
  (!asked.until || day <= asked.until) &&
  (!asked.what || what === asked.what);

/** Opens as UTF-8 in a spreadsheet. */
const MARK = '\ufeff';

/** The log as a page, or as a file of the rows that were asked for. */
export function logPageOf(screen: LogScreen, municipality: Municipality): LogPage | FilePage {
  const { query, entries, isWhole } = screen;
  const scene = sceneOf(screen.scene, municipality);
  const all = entries.map(
    (entry): LogRowView => ({
      at: dayAndTime(entry.at),
      day: dayOf(new Date(entry.at)),
      ...entryWords(scene, entry),
      why: entry.purpose ?? '',
    }),
  );
  const rows = all.filter((row) => isAsked(row, query));
  if (query.isFile) {
    const cells = rows.map(({ at, who, what, why }) => [at, who, what, why]);
    const file = { name: LOG_PAGE.file(scene.incident.reference), type: 'text/csv;charset=utf-8' };
    return fileOf(file, MARK + csvOf([[...LOG_PAGE.heads], ...cells], ';'));
  }
  const acts = [...new Set(all.map(({ what }) => what))].sort((a, b) => a.localeCompare(b, 'sv'));
  return { page: 'log', problem: isWhole ? '' : LOG.broken, acts, rows };
}

const plainDay = (day: string): string => day.replaceAll('-', '');
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A talk as a calendar takes it (RFC 5545): a day that is taken, called a meeting, and nothing more. */
export const meetingFile = ({ uid, sequence, day, now }: MeetingScreen): FilePage =>
  fileOf(
    { name: CALENDAR.file, type: 'text/calendar;charset=utf-8' },
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Trygghetsboten//SV',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      // A calendar that has it already moves it.
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${now.replace(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${plainDay(day)}`,
      `DTEND;VALUE=DATE:${plainDay(nextDay(day))}`,
      `SUMMARY:${CALENDAR.title}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

/** A person's own words as a text file: every version, as it was written. */
export const ownWordsFile = ({ own }: OwnWordsScreen, municipality: Municipality): FilePage => {
  const parts = own.flatMap(({ incident, versions }) => {
    const routine = routineFor(municipality.versions, incident);
    return [
      `${TAB.incident(incident.reference)}, ${dayAndTime(incident.createdAt)}`,
      ...versions.flatMap(({ at, values }) => [
        '',
        dayAndTime(at),
        ...(Object.entries(values) as [ReportField, string][]).map(([field, text]) =>
          DOCUMENT.report.line(
            REPORT_LABELS[field],
            text ? reportWords(routine, field, text) : DOCUMENT.versions.tookBack,
          ),
        ),
      ]),
      '',
    ];
  });
  const text = parts.length > 0 ? parts : [TAKE_WORDS.none];
  return fileOf({ name: TAKE_WORDS.file, type: 'text/plain;charset=utf-8' }, MARK + text.join('\r\n'));
};
