import fc from 'fast-check';

/** A mutation of one activity: kind, place and value. Numbers choose among the fields that the activity has. */
export interface Mutation {
  how: 'set' | 'remove' | 'add' | 'verb' | 'id' | 'data' | 'text' | 'inject' | 'cut' | 'bulk' | 'nothing';
  where: number;
  which: number;
  value: unknown;
}

export interface Case {
  base: number;
  sender: number;
  mutations: Mutation[];
}

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

const STRANGE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\u202e\u2066abc',
  '\u0007\u001b[31m',
  '{{title}}',
  '${draft}',
  '=cmd|calc',
  '<script>alert(1)</script>',
  '[a](tel:112)',
  '<at>alla</at>',
  "' or 1 eq 1",
  '../../contacts',
  '%00',
  '𝕬å̈ä\u0301',
  'x'.repeat(5_000),
  'NaN',
  '-1',
  '9'.repeat(40),
  '__proto__',
  'constructor',
  'toString',
] as const;

const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...STRANGE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, [], {}, [[]], [null], { verb: { a: 1 } }),
  fc.constantFrom(8, 31, 40, 2_000).map(nested),
  fc.array(fc.string(), { maxLength: 5 }),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const number = fc.nat(1_000_000);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<Mutation['how'][]>('verb', 'id', 'data') },
    { weight: 6, arbitrary: fc.constantFrom<Mutation['how'][]>('set', 'remove', 'add', 'text') },
    { weight: 2, arbitrary: fc.constantFrom<Mutation['how'][]>('inject', 'nothing') },
    { weight: 1, arbitrary: fc.constantFrom<Mutation['how'][]>('cut', 'bulk') },
  ),
  where: number,
  which: number,
  value,
});

export const cases = (seed: number, count: number): Case[] =>
  fc.sample(
    fc.record({
      base: number,
      sender: number,
      mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
    }),
    { seed, numRuns: count },
  );

type Holder = Record<string, unknown>;

/** Every place of an activity that may be changed: its holder and its key. */
function places(value: unknown, depth = 0): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null || depth > 40) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key], depth + 1)]);
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

export interface Words {
  verbs: readonly string[];
  /** Ids that stand for something: of incidents, of drafts, of steps and pages. */
  ids: readonly string[];
  codes: readonly string[];
  keys: readonly string[];
  texts: readonly string[];
}

/** The object in that place; made if none is there. */
function objectIn(holder: Holder, key: string): Holder {
  const value = holder[key];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Holder;
  const made: Holder = {};
  holder[key] = made;
  return made;
}

const actionOf = (activity: Holder): Holder => objectIn(objectIn(activity, 'value'), 'action');
const dataOf = (activity: Holder): Holder => objectIn(actionOf(activity), 'data');

function change(activity: Holder, { how, where, which, value }: Mutation, words: Words): void {
  const place = pick(places(activity), where);
  switch (how) {
    case 'set':
      if (place) place.holder[place.key] = value;
      return;
    case 'remove':
      if (place) delete place.holder[place.key];
      return;
    case 'add':
      if (place) place.holder[pick(words.keys, which) ?? 'x'] = value;
      return;
    case 'verb':
      actionOf(activity).verb = which % 20 === 0 ? value : pick(words.verbs, which);
      return;
    case 'id': {
      const data = dataOf(activity);
      data[pick(['id', 'draft', 'id', 'draft', 'talk', 'about'], where) ?? 'id'] = pick(words.ids, which);
      return;
    }
    case 'data':
      dataOf(activity)[pick(words.keys, where) ?? 'x'] = which % 3 === 0 ? value : pick(words.codes, which);
      return;
    case 'text':
      activity.type = 'message';
      activity.text = which % 2 ? value : pick(words.texts, where);
      return;
    default:
  }
}

const POISON = [
  '"__proto__":{"isAdmin":true,"roles":["lead"]},',
  '"constructor":{"prototype":{"id":"x"}},',
  '"verb":"start","verb":"close",',
] as const;

/** Mutations of a body's text that leave its values alone. */
function spoil(body: string, { how, where, which }: Mutation): string {
  if (how === 'cut') return body.slice(0, where % body.length);
  if (how === 'bulk') return `${' '.repeat(which % 300_000)}${body}`;
  if (how !== 'inject') return body;
  const opened = [...body.matchAll(/\{(?=")/g)].map((found) => found.index);
  const at = pick(opened, where);
  return at === undefined ? body : `${body.slice(0, at + 1)}${pick(POISON, which)}${body.slice(at + 1)}`;
}

/** The body of a case: a real activity from a sender, mutated. */
export function bodyOf(base: object, mutations: readonly Mutation[], words: Words): string {
  const activity = structuredClone(base) as Holder;
  for (const mutation of mutations) change(activity, mutation, words);
  return mutations.reduce(spoil, JSON.stringify(activity));
}
