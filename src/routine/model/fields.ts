import type { Problem } from './refusal';
import { LIMITS } from './sensitivity';

/** How a field is asked. `story` is the one long text; `name` and `text` are shorter (see LIMITS). */
export type FieldKind = 'story' | 'text' | 'name' | 'choice' | 'choices' | 'date' | 'time' | 'toggle';

export interface FieldSpec<Id extends string = string> {
  readonly id: Id;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Codes that may be chosen; their words stand in `content/`. */
  readonly choices?: readonly string[];
  /** Dates only: a day to come is right (a planned talk). */
  readonly mayBeFuture?: boolean;
  /** The party's lead reads it only where the writer says so: it is the municipality's own (routine, section 5). */
  readonly onlyMunicipality?: true;
  /** Letters, digits and what else stands in names and numbers: it is shown where Markdown is read. */
  readonly isPlain?: boolean;
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

/** Splits what an `Input.ChoiceSet` with several answers sends. */
export const splitChoices = (value: string | undefined): string[] =>
  (value ?? '').split(',').filter((part) => part !== '');

const isDay = (value: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

function problemOf(field: FieldSpec, value: string, today: string): Problem | undefined {
  if (value.trim() === '' || (field.kind === 'toggle' && value === 'false')) {
    return field.required ? { kind: 'required' } : undefined;
  }
  switch (field.kind) {
    case 'choice':
      return field.choices?.includes(value) ? undefined : { kind: 'badChoice' };
    case 'choices':
      return splitChoices(value).every((part) => field.choices?.includes(part))
        ? undefined
        : { kind: 'badChoice' };
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

const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/**
 * Reads the fields of a form out of what a client sent. Nothing is cut: a text that is too long is returned whole,
 * beside its problem. `today` is YYYY-MM-DD.
 */
export function checkFields(
  fields: readonly FieldSpec[],
  data: Readonly<Record<string, unknown>>,
  today: string,
): Checked {
  const checked: Checked = { values: {}, problems: {} };
  for (const field of fields) {
    const value = asText(data[field.id]);
    checked.values[field.id] = value;
    const problem = problemOf(field, value, today);
    if (problem) checked.problems[field.id] = problem;
  }
  return checked;
}
