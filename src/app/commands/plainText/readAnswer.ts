import type { Choice } from '../../../content/choices';
import { DAY_WORDS, OWN_WORDS } from '../../../content/texts/interview/typed';
import { weekdayOf } from '../../../routine/calendar/holidays';
import { addDays } from '../../../routine/calendar/localTime';
import type { FieldSpec } from '../../../routine/model/fields';
import { distance, plainWords } from '../parseMessage';

/* An answer in words as the value of a field: by number or by word, a day as people say it. */

/** So short a word is no beginning and no slip of another. */
const SHORT = 4;

/** The one that fits; undefined: none, or several. */
function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** The code of the choice that somebody means; undefined: none, or it cannot be told which. */
function choiceIn(said: string, choices: readonly Choice[]): string | undefined {
  if (/^\d+$/.test(said)) return choices[Number(said) - 1]?.value;
  const named = choices.map(({ title, value }) => ({ value, words: plainWords(title) }));
  const own = named.find(
    ({ value, words }) => words === said || plainWords(value) === said || OWN_WORDS[value]?.includes(said),
  );
  if (own) return own.value;
  if (said.length < SHORT) return undefined;
  const near = (words: string) =>
    words.startsWith(said) ||
    words.split(' ').some((word) => word === said) ||
    distance(said, words) <= (said.length < 8 ? 1 : 2);
  return only(named.filter(({ words }) => near(words)))?.value;
}

/** Several choices, as they are listed: "1, 3", "1 och 3", "hot och våld". */
function choicesIn(text: string, choices: readonly Choice[]): string | undefined {
  const whole = choiceIn(plainWords(text), choices);
  if (whole) return whole;
  const parts = text
    .split(/[,;+&/]|\boch\b|\bsamt\b|(?<=\d)\s+(?=\d)/i)
    .map(plainWords)
    .filter((part) => part !== '');
  const found = parts.map((part) => choiceIn(part, choices));
  return found.length > 0 && found.every((one) => one !== undefined)
    ? [...new Set(found)].join(',')
    : undefined;
}

const pad = (value: number | string): string => String(value).padStart(2, '0');

/** The last such date that has been, where no year is said. */
function lastDay(month: number, date: number, today: string): string {
  const thisYear = `${today.slice(0, 4)}-${pad(month)}-${pad(date)}`;
  return thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${pad(month)}-${pad(date)}`;
}

/** A day said by its number and month: "28/11", "28 november", "28 nov 2025". */
function datedDay(said: string, today: string): string | undefined {
  const [, date = '', month = '', year] =
    /^(?:den )?(\d{1,2})(?:e)? (\d{1,2}|\p{L}{3,})(?: (\d{4}))?$/u.exec(said) ?? [];
  if (date === '') return undefined;
  const number = /^\d/.test(month)
    ? Number(month)
    : DAY_WORDS.months.findIndex((one) => one.startsWith(month)) + 1;
  if (number < 1 || number > 12) return undefined;
  return year ? `${year}-${pad(number)}-${pad(date)}` : lastDay(number, Number(date), today);
}

/** A day (YYYY-MM-DD) as people say it; undefined: it is none. Whether it is in the calendar is checked with the field. */
export function dayIn(text: string, today: string): string | undefined {
  const iso = /^\s*(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})\s*$/.exec(text);
  if (iso) return iso.slice(1).join('-');
  const said = plainWords(text);
  const has = (words: readonly string[]) => words.includes(said);
  if (has(DAY_WORDS.today)) return today;
  if (has(DAY_WORDS.yesterday)) return addDays(today, -1);
  if (has(DAY_WORDS.beforeThat)) return addDays(today, -2);
  const weekday = DAY_WORDS.weekdays.findIndex((day) => DAY_WORDS.onWeekday(day).includes(said));
  if (weekday !== -1) return addDays(today, -((weekdayOf(today) - weekday + 7) % 7 || 7));
  return datedDay(said, today);
}

/** A time of day (HH:mm) as it is typed: "18.30", "18:30", "kl 18", "1830". Undefined: it is none. */
export function clockIn(text: string): string | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(?:klockan|kl\.?|vid|ca|cirka|runt)\s*/, '');
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[.:\s]?(\d{2}))?$/.exec(said) ?? [];
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? `${pad(hours)}:${minutes}` : undefined;
}

/** The answers that there are, and the day. */
interface Reading {
  choices: readonly Choice[];
  /** YYYY-MM-DD. */
  today: string;
}

/** The value that an answer gives a field; undefined: it is not understood. */
export function readAnswer(spec: FieldSpec, text: string, { choices, today }: Reading): string | undefined {
  switch (spec.kind) {
    case 'choice':
      return choiceIn(plainWords(text), choices);
    case 'choices':
      return choicesIn(text, choices);
    case 'date':
      return dayIn(text, today);
    case 'time':
      return clockIn(text);
    default:
      return text;
  }
}
