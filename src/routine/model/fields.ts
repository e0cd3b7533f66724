import { dayOf } from '../calendar/localTime';
import { cleanText } from './cleanText';
import type { Problem } from './refusal';
import { LIMITS } from './sensitivity';

/** How a field is asked. `story` is the one long text; `name` and `text` are shorter (see LIMITS). */
export type FieldKind = 'story' | 'text' | 'name' | 'choice' | 'choices' | 'date' | 'time' | 'toggle';

/** Another field of the same form has one of these values, or has none of them. */
export interface FieldCondition {
  readonly field: string;
  readonly oneOf?: readonly string[];
  readonly noneOf?: readonly string[];
}

export interface FieldSpec<Id extends string = string> {
  readonly id: Id;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Asked for only as another field of the form is answered. */
  readonly requiredIf?: FieldCondition | undefined;
  /** Drawn once the routine has asked for it, or something stands in it: most answers never need it. */
  readonly unfolds?: true;
  /** Codes that may be chosen; their words stand in `content/`. */
  readonly choices?: readonly string[];
  /** The choice that rules out every other one. */
  readonly alone?: string;
  /** Dates only: a day to come is right (a planned talk). */
  readonly mayBeFuture?: boolean;
  /** The party's lead reads it only where the writer says so: it is the municipality's own (routine, section 5). */
  readonly onlyMunicipality?: true;
  /** It says something of care, health or what was said in a talk: erased with the talks. */
  readonly isHealth?: true;
  /** Letters, digits and what else stands in names and numbers: it is shown where Markdown is read. */
  readonly isPlain?: boolean;
  /** Asked only where another field says one of these. */
  readonly onlyIf?: { readonly field: string; readonly oneOf: readonly string[] };
}

export interface Checked {
  values: Record<string, string>;
  problems: Record<string, Problem>;
}

const MAX: Record<FieldKind, number> = {
  story: LIMITS.story,
  text: LIMITS.text,
  name: LIMITS.name,
  choice: LIMITS.code,
  choices: LIMITS.code,
  date: 10,
  time: 5,
  toggle: 5,
};

/** No sign that makes a link or turns the text, none that is not seen. */
const PLAIN = /^[\p{L}\p{M}\p{N} .,'’()+/-]+$/u;

const length = (value: string) => [...value].length;

/** Splits what an `Input.ChoiceSet` with several answers sends: clients put a comma or a semicolon between them. */
export const splitChoices = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Whether a field is asked, by what other fields say. */
export const isAsked = ({ onlyIf }: FieldSpec, values: Readonly<Record<string, unknown>>): boolean => {
  const said = onlyIf && values[onlyIf.field];
  return (
    !onlyIf || splitChoices(typeof said === 'string' ? said : '').some((one) => onlyIf.oneOf.includes(one))
  );
};

/** A day with a time, as some clients send it: an instant becomes the day that it is here. */
function dayIn(value: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$/.exec(value);
  if (!found) return value;
  const at = new Date(value);
  return found[2] && !Number.isNaN(at.getTime()) ? dayOf(at) : (found[1] ?? value);
}

/** A time as `HH:MM`, from what clients send: `9:05`, `14:30:00`, `2:30 PM`. Other texts as they are. */
function timeIn(value: string): string {
  const found = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(value);
  if (!found) return value;
  const [, hours = '', minutes = '', half = ''] = found;
  const isAfternoon = half.toLowerCase() === 'p';
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** A value in the one form in which it is checked and stored, whatever the client writes. */
function normal({ kind }: FieldSpec, value: string): string {
  switch (kind) {
    case 'date':
      return dayIn(value.trim());
    case 'time':
      return timeIn(value.trim());
    case 'choice':
      return value.trim();
    case 'choices':
      return splitChoices(value).join(',');
    default:
      return cleanText(value);
  }
}

const isDay = (value: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

type Data = Readonly<Record<string, unknown>>;

/** Whether the other field is answered so; a condition on nothing never holds. */
function isMet({ field, oneOf, noneOf }: FieldCondition, data: Data): boolean {
  const given = splitChoices(asText(data[field]));
  if (oneOf) return given.some((one) => oneOf.includes(one));
  return noneOf !== undefined && !given.some((one) => noneOf.includes(one));
}

const isRequired = ({ required, requiredIf }: FieldSpec, data: Data): boolean =>
  required === true || (requiredIf !== undefined && isMet(requiredIf, data));

function choicesProblem({ choices = [], alone }: FieldSpec, value: string): Problem | undefined {
  const chosen = splitChoices(value);
  if (!chosen.every((one) => choices.includes(one))) return { kind: 'badChoice' };
  return alone !== undefined && chosen.includes(alone) && chosen.length > 1
    ? { kind: 'notAlone' }
    : undefined;
}

/** All that was sent, and the day (YYYY-MM-DD). */
interface Form {
  readonly today: string;
  readonly data: Data;
}

function problemOf(field: FieldSpec, value: string, { today, data }: Form): Problem | undefined {
  if (value.trim() === '' || (field.kind === 'toggle' && value === 'false')) {
    return isRequired(field, data) ? { kind: 'required' } : undefined;
  }
  switch (field.kind) {
    case 'choice':
      return field.choices?.includes(value) ? undefined : { kind: 'badChoice' };
    case 'choices':
      return choicesProblem(field, value);
    case 'date':
      if (!isDay(value)) return { kind: 'badDate' };
      return !field.mayBeFuture && value > today ? { kind: 'future' } : undefined;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : { kind: 'badDate' };
    default:
      if (field.isPlain && !PLAIN.test(value)) return { kind: 'badSigns' };
      return length(value) > MAX[field.kind]
        ? { kind: 'tooLong', length: length(value), max: MAX[field.kind] }
        : undefined;
  }
}

/**
 * Reads the fields of a form out of what a client sent. Nothing is cut: a text that is too long is returned whole,
 * beside its problem. `today` is YYYY-MM-DD.
 */
export function checkFields(fields: readonly FieldSpec[], data: Data, today: string): Checked {
  const checked: Checked = { values: {}, problems: {} };
  for (const field of fields) {
    const value = normal(field, asText(data[field.id]));
    checked.values[field.id] = value;
    const problem = problemOf(field, value, { today, data });
    if (problem) checked.problems[field.id] = problem;
  }
  return checked;
}
