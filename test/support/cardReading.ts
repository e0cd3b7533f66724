/** Reading a card like a person: what it says, what can be pressed, what can be filled in. */
export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function collect(value: unknown, into: Json[]): Json[] {
  if (Array.isArray(value)) for (const one of value) collect(one, into);
  else if (isObject(value)) {
    into.push(value);
    for (const one of Object.values(value)) collect(one, into);
  }
  return into;
}

/** A card is read many times, each time for something else. */
const read = new WeakMap<object, readonly Json[]>();

/** Every object in a card, outermost first. No test changes a card that it has read. */
export function elements(card: unknown): readonly Json[] {
  if (typeof card !== 'object' || card === null) return [];
  const known = read.get(card) ?? collect(card, []);
  read.set(card, known);
  return known;
}

export interface Input {
  id: string;
  label: string;
  type: string;
  value: string;
  isRequired: boolean;
  choices: { title: string; value: string }[];
}

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const inputs = (card: unknown): Input[] =>
  elements(card)
    .filter((one) => asText(one.type).startsWith('Input.'))
    .map((one) => ({
      id: asText(one.id),
      label: asText(one.type === 'Input.Toggle' ? one.title : one.label),
      type: asText(one.type),
      value: asText(one.value),
      isRequired: one.isRequired === true,
      choices: (one.choices as Input['choices']) ?? [],
    }));

export interface Button {
  title: string;
  verb: string;
  data: Json;
  associatedInputs: string;
}

export const buttons = (card: unknown): Button[] =>
  elements(card)
    .filter((one) => one.type === 'Action.Execute')
    .map((one) => ({
      title: asText(one.title),
      verb: asText(one.verb),
      data: isObject(one.data) ? one.data : {},
      associatedInputs: asText(one.associatedInputs),
    }));

/** All words of a card, one line each. */
export const words = (card: unknown): string =>
  elements(card)
    .flatMap((one) => (one.type === 'AdaptiveCard' ? [] : [one.text, one.title, one.label]))
    .filter((text): text is string => typeof text === 'string')
    .join('\n');
