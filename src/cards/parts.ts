import { CHOICES } from '../content/fields';
import { capital } from '../content/names';
import { BUTTON, COMMON } from '../content/texts/common';
import { problemText } from '../content/texts/refusals';
import type { FieldSpec } from '../routine/model/fields';
import type { Problem } from '../routine/model/refusal';
import type { PlanWords } from '../routine/model/words';
import type { Verb } from '../screens/actions';
import { firstBytes } from '../screens/forms';
import type { ButtonView, CardView, FieldView, ItemView, LinkView, View } from './view';

const EMPTY: CardView = {
  danger: [],
  kicker: '',
  corner: '',
  title: '',
  lines: [],
  problem: '',
  choices: [],
  items: [],
  facts: [],
  links: [],
  rows: [],
  fields: [],
  buttons: [],
  below: { title: '', lines: [], rows: [], buttons: [] },
  footnote: '',
};

type Parts = Partial<Omit<CardView, 'below' | 'items'>> & {
  below?: Partial<CardView['below']>;
  items?: readonly ItemView[];
};

/** A card of its parts; what is not given is left out. */
export const card = (parts: Parts): View => ({
  name: 'card',
  data: {
    ...EMPTY,
    ...parts,
    // A post or a time that a sentence begins with stands small among other words.
    title: capital(parts.title ?? ''),
    lines: (parts.lines ?? []).map(capital),
    items: (parts.items ?? []).map((item) => ({ more: [], ...item })),
    below: { ...EMPTY.below, ...parts.below },
  },
});

/** A finished card: one line, and perhaps the way back in. */
export const line = (text: string, buttons: ButtonView[] = []): View => ({
  name: 'line',
  data: { text, buttons },
});

type Data = Record<string, string | undefined>;

const clean = (data: Data): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** A button that sends what stands in the inputs. */
export const button = (
  title: string,
  verb: Verb,
  data: Data,
  look: Partial<ButtonView> = {},
): ButtonView => ({
  title,
  verb,
  data: clean(data),
  style: 'default',
  mode: 'primary',
  inputs: 'auto',
  ...look,
});

/** The one thing that a hurried person can press blind. */
export const primary = (title: string, verb: Verb, data: Data): ButtonView =>
  button(title, verb, data, { style: 'positive' });

/** Leaves the inputs alone: back, show, cancel. */
export const plain = (title: string, verb: Verb, data: Data): ButtonView =>
  button(title, verb, data, { inputs: 'none' });

/** Behind the overflow button. */
export const extra = (title: string, verb: Verb, data: Data): ButtonView =>
  button(title, verb, data, { inputs: 'none', mode: 'secondary' });

/** A link out of the card. */
export const link = (title: string, url: string): LinkView => ({ title, url, style: 'default' });

/** The same for links. */
export const firstToPress = (links: readonly LinkView[]): LinkView[] =>
  links.map((one, index) => (index === 0 ? { ...one, style: 'positive' } : one));

/** One to press blind and two more. */
export const IN_SIGHT = 3;

/** The first ones stay in sight, the rest goes behind the overflow button. */
export const weighed = (buttons: readonly ButtonView[], inSight = IN_SIGHT): ButtonView[] =>
  buttons.map((one, index) => (index < inSight ? one : { ...one, mode: 'secondary' }));

/** The button "Tillbaka". */
export const back = (verb: Verb, data: Data): ButtonView => plain(BUTTON.back, verb, data);

const KIND: Record<FieldSpec['kind'], FieldView['kind']> = {
  story: 'long',
  text: 'long',
  name: 'text',
  choice: 'choice',
  choices: 'choices',
  date: 'date',
  time: 'time',
  toggle: 'toggle',
};

const wordsOf = (field: FieldSpec): Readonly<Record<string, string>> => {
  return (field.choices?.includes('notApplicable') ? CHOICES.check : CHOICES.yesNo) ?? {};
};

/** Parts of a field that its spec does not say. */
export interface FieldExtras {
  label: string;
  kind?: FieldView['kind'];
  value?: string | undefined;
  problem?: Problem | undefined;
  placeholder?: string;
  choices?: { title: string; value: string }[];
  errorMessage?: string;
  heading?: string;
}

/** So few answers stand in sight, and take one tap; more are a closed list. */
const FEW = 3;

/** The kind of input that a field is. */
function kindOf({ kind, choices = [] }: FieldSpec): FieldView['kind'] {
  return kind === 'choice' && choices.length <= FEW ? 'radio' : KIND[kind];
}

/** A field of a form, with what stands in it and what was wrong with it. */
export const field = (spec: FieldSpec, extras: FieldExtras): FieldView => {
  const kind = extras.kind ?? kindOf(spec);
  return {
    id: spec.id,
    label: extras.label,
    kind,
    value: extras.value ?? '',
    required: spec.required ?? false,
    placeholder: extras.placeholder ?? (kind === 'choice' ? COMMON.choose : ''),
    errorMessage: extras.errorMessage ?? COMMON.required,
    problem: extras.problem ? problemText(extras.problem) : '',
    choices: (
      extras.choices ?? (spec.choices ?? []).map((value) => ({ value, title: wordsOf(spec)[value] ?? value }))
    ).map((one) => ({ ...one, title: capital(one.title) })),
    heading: extras.heading ?? '',
  };
};

/** A form that comes back: what was typed, and what was wrong with it, in words. */
export interface Typed {
  values: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, Problem>>;
  problem: string;
}

/** A form that is opened, not sent back. */
export const NOTHING_TYPED: Typed = { values: {}, problems: {}, problem: '' };

/** The fields of a form, with what stands in each and what was wrong with it. */
export const fields = (
  specs: readonly FieldSpec[],
  labels: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
  typed: Typed,
): FieldView[] =>
  specs.map((spec) =>
    field(spec, {
      label: labels[spec.id] ?? spec.id,
      value: typed.values[spec.id] ?? values[spec.id],
      problem: typed.problems[spec.id],
    }),
  );

/** The same fields with the plan's own words for what may be chosen; `of`: the step that they are of. */
export const inWords = (views: readonly FieldView[], words: PlanWords['choices'], of = ''): FieldView[] =>
  views.map((view) => {
    const own = words[`${of}.${view.id}`] ?? words[view.id];
    const titled = view.choices.map((one) => ({ ...one, title: own?.[one.value] ?? one.title }));
    return { ...view, choices: titled };
  });

/** The most rows of a list in sight. */
export const ROWS = 7;
/** The most buttons in a row: Teams shows no more. */
export const MOST_BUTTONS = 6;

/** At most this many characters of a text on a card; the rest behind "Visa hela". */
export const SHOWN = 600;
/** And at most this many bytes: a page has many texts, and emoji are four bytes each. */
const SHOWN_BYTES = 1_200;

/** A text of at most `SHOWN` characters and `SHOWN_BYTES` bytes. */
export const shortened = (text: string): string => {
  const start = firstBytes(text.length > SHOWN ? [...text].slice(0, SHOWN).join('') : text, SHOWN_BYTES);
  return start.length < text.length ? `${start}${COMMON.signs.dots}` : text;
};
