import type { ButtonView, CardView, FieldView } from '../../src/cards/view';
import type { Person } from '../support/town';
import { tabCalls, usingTab } from './usingTab';

/* What somebody types in the tab's forms stands as it was typed: no link, no template, no tag comes of it, and what is too long is kept. */

const ODD = '[länk](http://x.example) ${1+1} <b>hej</b> **fet** 😀';
const LONG = 'å'.repeat(10_000);

const here = usingTab();
const { ask, press } = tabCalls(here);

/** All buttons in an answer, whatever it is an answer to. */
const buttonsIn = (value: unknown): ButtonView[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'verb' in value && 'data' in value ? [value as ButtonView] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
};
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** What a person writes in a field: the words in each that takes words, and the first answer of the others. */
const written = (field: FieldView, words: string): string =>
  ['text', 'long'].includes(field.kind) ? words : field.value || (field.choices[0]?.value ?? '');

interface Form {
  card: CardView;
  send: ButtonView;
}

/** The forms with words that a person comes to from their pages, each once. */
async function formsOf(who: Person): Promise<Form[]> {
  const { id } = here();
  const asked = [{ ask: 'incident', id }, { ask: 'inbox' }, { ask: 'me' }, { ask: 'contacts' }];
  const pages = await Promise.all(asked.map((one) => ask<object>(who, one)));
  const found = new Map<string, Form>();
  const tried = new Set<string>();
  // Two steps from a page are enough for each form; a button that sends what stands in inputs is left alone.
  let next = pages.flatMap(({ body }) => buttonsIn(body));
  for (let step = 0; step < 2; step++) {
    const later: ButtonView[] = [];
    for (const one of next) {
      const key = [one.verb, one.data.page, one.data.about, one.data.step].join(' ');
      if (tried.has(key) || !(one.verb === 'page' || one.verb.endsWith('Page') || one.verb === 'contact'))
        continue;
      tried.add(key);
      const { card } = await press(who, one.verb, one.data);
      const send = card?.fields?.length ? buttonsIn(card).find(({ inputs }) => inputs === 'auto') : undefined;
      if (send && card.fields.some(({ kind }) => ['text', 'long'].includes(kind)))
        found.set(key, { card, send });
      later.push(...buttonsIn(card));
    }
    next = later;
  }
  return [...found.values()];
}

const filled = ({ card, send }: Form, words: string) => ({
  ...send.data,
  ...Object.fromEntries(card.fields.map((field) => [field.id, written(field, words)])),
});

/** What was too long, where the same form came again with what is wrong: it stands there to be shortened. */
const stillTyped = (verb: string, { card }: Form, again: CardView | undefined): string[] => {
  const asked = card.fields.filter(({ kind }) => ['text', 'long'].includes(kind)).map(({ id }) => id);
  const back = again?.fields?.filter(({ id }) => asked.includes(id)) ?? [];
  if (!back.some(({ problem }) => problem !== '')) return [];
  for (const { id, value } of back) expect([verb, id, value.length]).toEqual([verb, id, LONG.length]);
  return back.map(({ value }) => value);
};

const whoever = () => {
  const { cast } = here();
  return { lead: cast.officer, victim: cast.eva, strategist: cast.strategist };
};

it.each(['lead', 'victim', 'strategist'] as const)('by the %s', async (name) => {
  const who = whoever()[name];
  const forms = await formsOf(who);
  expect(forms.length).toBeGreaterThan(1);
  const kept: string[] = [];
  const seen: string[] = [];
  for (const form of forms) {
    const { verb } = form.send;
    const tooLong = await press(who, verb, filled(form, LONG));
    expect([verb, tooLong.status < 500]).toEqual([verb, true]);
    kept.push(...stillTyped(verb, form, tooLong.card));
    const sent = await press(who, verb, filled(form, ODD));
    expect([verb, sent.status < 500]).toEqual([verb, true]);
    const odd = textsIn(sent.card).filter((text) => text.includes('x.example'));
    seen.push(...odd);
    for (const text of odd) expect([verb, text]).toEqual([verb, expect.stringContaining(ODD)]);
  }
  const { id } = here();
  const after = await Promise.all(
    [{ ask: 'incident', id }, { ask: 'inbox' }, { ask: 'me' }, { ask: 'contacts' }].map((one) =>
      ask<object>(who, one),
    ),
  );
  for (const { status, body } of after) {
    expect(status).toBe(200);
    for (const text of textsIn(body).filter((one) => one.includes('x.example'))) expect(text).toContain(ODD);
  }
  for (const page of ['details', 'story', 'versions']) {
    const read = textsIn((await press(who, 'page', { id, page })).card).filter((one) =>
      one.includes('x.example'),
    );
    seen.push(...read);
    for (const text of read) expect([page, text]).toEqual([page, expect.stringContaining(ODD)]);
  }
  expect([kept.length, seen.length].map((count) => count > 0)).toEqual([true, true]);
});
