import { posix } from 'node:path';
import { loadGrammar, realTexts, Template, type Texts } from './bicep';
import { RULES } from './rules';

beforeAll(loadGrammar);

const texts = realTexts();

/** A copy with one change. @throws when there is nothing to change: a broken copy must be broken */
function changed(file: string, from: string | RegExp, to: string): Texts {
  const before = texts[file] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  return { ...texts, [file]: after };
}

describe('the template', () => {
  it('is Bicep in every file', () => {
    expect(Object.keys(texts).length).toBeGreaterThan(8);
    expect(new Template(texts).faults).toEqual([]);
  });

  it.each([
    ['a brace that is missing', 'modules/bot.bicep', /}\n$/, ''],
    ['a value that is missing', 'modules/site.bicep', 'httpsOnly: true', 'httpsOnly:'],
    ['a quote that is missing', 'main.bicep', "'modules/bot.bicep'", "'modules/bot.bicep"],
  ])('is none with %s', (_, file, from, to) => {
    expect(new Template(changed(file, from, to)).faults.join()).toContain(file);
  });

  it('names a version of each type, and only modules that are there', () => {
    const { declared } = new Template(texts);
    const resources = declared.filter(({ type }) => type.startsWith('Microsoft.'));
    expect(resources.length).toBeGreaterThan(25);
    expect(resources.filter(({ version }) => !/^20\d\d-\d\d-\d\d(-preview)?$/.test(version))).toEqual([]);
    const modules = declared
      .filter(({ type }) => !type.startsWith('Microsoft.'))
      .map(({ file, type }) => posix.join(posix.dirname(file), type));
    expect([...new Set(modules)].sort()).toEqual(
      Object.keys(texts)
        .filter((name) => name !== 'main.bicep')
        .sort(),
    );
  });

  it('gives each module the parameters that it has, and every one without a default', () => {
    const template = new Template(texts);
    const wrong = template.declared
      .filter(({ type }) => type.startsWith('modules/'))
      .flatMap(({ symbol, type }) => {
        const given = Object.keys(template.module(symbol));
        const declared = template.parameters(type);
        return [
          ...given
            .filter((name) => !declared.some((one) => one.name === name))
            .map((name) => `${symbol} has no ${name}`),
          ...declared
            .filter((one) => !one.hasDefault && !given.includes(one.name))
            .map(({ name }) => `${symbol} lacks ${name}`),
        ];
      });
    expect(wrong).toEqual([]);
  });
});

describe.each(RULES)('$name', ({ faults, broken }) => {
  it('holds', () => {
    expect(faults(new Template(texts))).toEqual([]);
  });

  it.each(broken)('and is missed in a copy: %s, %s', (file, from, to) => {
    expect(faults(new Template(changed(file, from, to)))).not.toEqual([]);
  });
});
