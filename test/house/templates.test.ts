import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../src/cards/adaptiveCard';
import type {
  ButtonView,
  CardView,
  FieldView,
  LinkView,
  RowView,
  View,
  ViewName,
  Views,
} from '../../src/cards/view';

/** Everything that a view may hold, each text by its own path. The types say when a property is new. */
const row = (at: string): RowView => ({
  sign: `${at}.sign`,
  text: `${at}.text`,
  note: `${at}.note`,
  isNow: true,
});
const button = (at: string): ButtonView => ({
  title: `${at}.title`,
  verb: `${at}.verb`,
  data: { key: `${at}.data` },
  style: 'positive',
  mode: 'primary',
  inputs: 'auto',
});
const link = (at: string): LinkView => ({
  title: `${at}.title`,
  url: `https://${at}.example`,
  style: 'positive',
});
const fact = (at: string) => ({ label: `${at}.label`, text: `${at}.text` });
const field = (kind: FieldView['kind']): FieldView => ({
  id: `${kind}.id`,
  label: `${kind}.label`,
  kind,
  value: kind === 'toggle' ? 'true' : `${kind}.value`,
  required: true,
  placeholder: `${kind}.placeholder`,
  errorMessage: `${kind}.errorMessage`,
  problem: `${kind}.problem`,
  heading: `${kind}.heading`,
  choices: [{ title: `${kind}.choice`, value: `${kind}.code` }],
});
const KINDS: readonly FieldView['kind'][] = [
  'text',
  'long',
  'choice',
  'radio',
  'choices',
  'date',
  'time',
  'toggle',
  'shown',
];
const CHOOSING: readonly string[] = ['choice', 'radio', 'choices'];

const CARD: CardView = {
  danger: ['danger'],
  kicker: 'kicker',
  corner: 'corner',
  title: 'title',
  lines: ['lines'],
  problem: 'problem',
  choices: [{ buttons: [button('choices')] }],
  items: [
    {
      ...{ text: 'items.text', detail: 'items.detail' },
      ...{ buttons: [button('items')], links: [link('items.links')], more: [link('items.more')] },
    },
  ],
  facts: [fact('facts')],
  rows: [row('rows')],
  fields: KINDS.map(field),
  buttons: [button('buttons')],
  below: {
    title: 'below.title',
    lines: ['below.lines'],
    rows: [row('below.rows')],
    buttons: [button('below.buttons')],
  },
  links: [link('links')],
  footnote: 'footnote',
};

const SAMPLES: Views = { card: CARD, line: { text: 'text', buttons: [button('buttons')] } };
const WORDS = { fallback: 'words.fallback', speak: 'words.speak' };

/** Held by a view but not drawn, and why that is right. */
const NOT_DRAWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    KINDS.filter((kind) => !CHOOSING.includes(kind)).flatMap((kind) => [
      [`${kind}.choice`, 'not a choice set'],
      [`${kind}.code`, 'not a choice set'],
    ]),
  ),
  ...Object.fromEntries(
    ['date', 'time', 'toggle', 'shown'].map((kind) => [`${kind}.placeholder`, 'shows none']),
  ),
  ...Object.fromEntries(['id', 'errorMessage'].map((part) => [`shown.${part}`, 'no input'])),
};

const NAMES = Object.keys(SAMPLES) as ViewName[];
const FOLDER = join(__dirname, '../../cards');
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

/** The paths that an expression looks up: `if(kind == 'a', x.y, z)` → kind, x.y, z. */
const paths = (expression: string): string[] =>
  (expression.replace(/'[^']*'/g, '').match(/[$A-Za-z_][\w$.]*\s*\(?/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => !one.endsWith('(') && !['true', 'false', 'null', '$index'].includes(one));

const expressions = (text: string): string[] =>
  [...text.matchAll(/\$\{([^}]*)\}/g)].map((found) => found[1] ?? '');

function look(path: string, scope: unknown): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (key === '$data') return value;
    return isObject(value) ? value[key] : undefined;
  }, scope);
}

/** Bindings that the data behind them does not have, walked with the scope that `$data` gives. */
function unbound(node: unknown, scope: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => unbound(one, scope));
  if (!isObject(node)) {
    return typeof node === 'string'
      ? expressions(node)
          .flatMap(paths)
          .filter((path) => look(path, scope) === undefined)
      : [];
  }
  const { $data, ...rest } = node;
  const inside = Object.values(rest);
  if (typeof $data !== 'string') return unbound(inside, scope);
  const list = expressions($data).map((path) => look(path, scope))[0];
  return Array.isArray(list) ? unbound(inside, list[0]) : [`$data ${$data}`];
}

const drawn = (view: View): string[] => strings(render(view, WORDS));
const viewOf = (name: ViewName): View => ({ name, data: SAMPLES[name] }) as View;

describe('templates', () => {
  it('there is one for each view, and no other', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s binds only what its view holds', (name) => {
    expect(unbound(read(name), { ...SAMPLES[name], words: WORDS })).toEqual([]);
  });

  it('a binding that is not there is found', () => {
    const wrong = {
      a: "${if(kicker == 'x', titel, title)}",
      list: { $data: '${below.rows}', text: `\${text} \${label}` },
    };
    expect(unbound(wrong, CARD)).toEqual(['titel', 'label']);
  });

  it.each(NAMES)('%s leaves no binding unfilled, full or empty', (name) => {
    expect(drawn(viewOf(name)).filter((text) => text.includes('${'))).toEqual([]);
    const empty: View = {
      name: 'card',
      data: {
        ...CARD,
        ...{
          danger: [],
          kicker: '',
          corner: '',
          title: '',
          lines: [],
          problem: '',
          items: [],
          facts: [],
          rows: [],
        },
        ...{ fields: [], buttons: [], links: [], footnote: '' },
        below: { title: '', lines: [], rows: [], buttons: [] },
      },
    };
    const bare = drawn(name === 'card' ? empty : { name: 'line', data: { text: '', buttons: [] } });
    expect(bare.filter((text) => text.includes('${'))).toEqual([]);
  });

  it.each(NAMES)('%s draws all that its view holds, or says why not', (name) => {
    const all = drawn(viewOf(name));
    const missing = strings(SAMPLES[name]).filter((text) => !all.includes(text));
    const expected = name === 'card' ? Object.keys(NOT_DRAWN) : [];
    // `kind` and `inputs` choose what is drawn; they are texts of no one.
    const codes = [...KINDS, 'auto'];
    expect(missing.filter((text) => !codes.includes(text)).sort()).toEqual([...expected].sort());
  });

  it.each(NAMES)('%s holds no words of its own', (name) => {
    const TEXTS = new Set(['text', 'title', 'label', 'errorMessage', 'placeholder', 'fallbackText', 'speak']);
    const own: string[] = [];
    const walk = (node: unknown, key = ''): void => {
      if (Array.isArray(node)) for (const one of node) walk(one, key);
      else if (isObject(node)) for (const [name, value] of Object.entries(node)) walk(value, name);
      else if (TEXTS.has(key) && !/^(\$\{[^}]*\}| )$/.test(String(node))) own.push(String(node));
    };
    walk(read(name));
    expect(own).toEqual([]);
  });

  it.each(KINDS)('a field of kind %s becomes one input with its own id, label and value', (kind) => {
    const view: View = { name: 'card', data: { ...CARD, fields: [field(kind)] } };
    const inputs = JSON.stringify(render(view, WORDS)).match(/"type":"Input\.\w+"/g) ?? [];
    expect(inputs).toHaveLength(kind === 'shown' ? 0 : 1);
    const all = drawn(view);
    const parts = ['label', 'problem', 'heading', ...(kind === 'shown' ? [] : ['id', 'errorMessage'])];
    for (const part of parts) expect(all).toContain(`${kind}.${part}`);
    expect(all).toContain(kind === 'toggle' ? 'true' : `${kind}.value`);
  });
});
