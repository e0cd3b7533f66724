import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sources } from '../house/sources';
import { isObject, loadGrammar, realTexts, Template, type Value } from './bicep';
import { countIn, rowOf } from './kql';

beforeAll(loadGrammar);

const ROOT = join(__dirname, '../..');
const texts = realTexts();

const rulesIn = (template: Template): { name: string; query: string; severity: number }[] => {
  const found = template.variable('modules/alerts.bicep', 'rules');
  return (Array.isArray(found) ? found : []).filter(isObject).map((rule: { [name: string]: Value }) => ({
    name: String(rule.name),
    query: String(rule.query),
    severity: Number(rule.severity),
  }));
};

/** Events that a query asks for: what stands in quotes beside `event`. */
const eventsIn = (query: string): string[] =>
  [...query.matchAll(/event (?:==|in) (?:"(\w+)"|\(([^)]*)\))/g)].flatMap(([, one, several = '']) =>
    one ? [one] : [...several.matchAll(/"(\w+)"/g)].map(([, name = '']) => name),
  );

const fieldsIn = (query: string): string[] =>
  [...query.matchAll(/line\.(\w+)/g)].map(([, name = '']) => name);

/** Source without comments: an event that only a comment names is written by nobody. */
const code = sources
  .filter(({ layer }) => layer !== 'sandbox')
  .map(({ path }) =>
    readFileSync(join(ROOT, 'src', path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  )
  .join('\n');

const isWritten = (event: string): boolean => code.includes(`'${event}'`);

describe('alerts', () => {
  it('ask only for events that the bot writes', () => {
    const rules = rulesIn(new Template(texts));
    expect(rules.length).toBeGreaterThanOrEqual(10);
    for (const { name, query } of rules) {
      expect([name, eventsIn(query).length]).not.toEqual([name, 0]);
      expect([name, eventsIn(query).filter((event) => !isWritten(event))]).toEqual([name, []]);
      expect([name, fieldsIn(query).filter((field) => !new RegExp(`\\b${field}\\b`).test(code))]).toEqual([
        name,
        [],
      ]);
    }
    expect(isWritten('agendaTooLate')).toBe(false);
  });

  it('cover what the operator must hear of', () => {
    const events = rulesIn(new Template(texts)).flatMap(({ query }) => eventsIn(query));
    // Every error that the bot writes, but for those that need no hand.
    const QUIET = new Set(['cardTooBig', 'routineFault']);
    const written = [...code.matchAll(/log\.error\([^;]*?'(\w+)'\s*\)/g)].map(([, event = '']) => event);
    expect(written.length).toBeGreaterThan(10);
    expect([...new Set(written)].filter((event) => !events.includes(event) && !QUIET.has(event))).toEqual([]);
  });

  it('find each of their events in the log as it is written, of production and not of the slot, and no other', () => {
    const template = new Template(texts);
    const lines = String(template.variable('modules/alerts.bicep', 'lines'));
    for (const { name, query } of rulesIn(template)) {
      const count = (line: string, slot?: 'staging') =>
        countIn(query.replace('${lines}', lines), [rowOf(line, slot)]);
      for (const event of eventsIn(query)) {
        const line = { level: 50, time: '2026-12-01T08:00:00.000Z', withoutAccount: 1, msg: event };
        expect([name, event, count(JSON.stringify(line))]).toEqual([name, event, 1]);
        expect([name, event, count(JSON.stringify(line), 'staging')]).toEqual([name, event, 0]);
      }
      for (const other of [
        '{"level":30,"msg":"started"}',
        '{"level":30,"withoutAccount":0,"msg":"notice"}',
        'node:internal',
      ])
        expect([name, other, count(other)]).toEqual([name, other, 0]);
      if (name === 'without-account')
        expect(count('{"level":30,"withoutAccount":0,"msg":"agendaChecked"}')).toBe(0);
    }
  });

  it('and what documents ask compare no field of a line without saying what it is: Azure compares nothing with a dynamic', () => {
    const asked = ['docs/alerts.md', 'docs/operate.md', 'infra/modules/alerts.bicep']
      .map((name) => readFileSync(join(ROOT, name), 'utf8'))
      .join('\n');
    const compared = /(\w+\()?line\.\w+\)? (?:[=<>!]+|in) /g;
    expect([...asked.matchAll(compared)].length).toBeGreaterThan(1);
    expect([...asked.matchAll(compared)].filter(([, cast]) => !cast?.startsWith('to'))).toEqual([]);
  });

  it('look at production alone, and every rule is drawn on them', () => {
    const text = texts['modules/alerts.bicep'] ?? '';
    expect(text).toMatch(
      /var lines = 'AppServiceConsoleLogs \| where not\(_ResourceId contains "\/slots\/"\)/,
    );
    expect(text).toContain('extend event = tostring(line.msg)');
    for (const { query } of rulesIn(new Template(texts)))
      expect(query.startsWith('${lines} | where event ')).toBe(true);
    expect(text).toMatch(/= \[for rule in rules: \{/);
  });

  it('fire on silence: the sign of life comes more often than the alert waits', () => {
    const rules = new Template(texts).variable('modules/alerts.bicep', 'rules');
    const silent = (Array.isArray(rules) ? rules : []).find(
      (rule) => isObject(rule) && rule.name === 'silent',
    );
    expect(silent).toMatchObject({ operator: 'LessThan', threshold: 1 });
    expect(silent.query).toContain('event == "agendaChecked"');
    const minutes = Number(/PT(\d+)M/.exec(silent.window)?.[1]);
    const every = Number(
      /^DEADMAN_SECONDS=(\d+)$/m.exec(readFileSync(join(ROOT, '.env.example'), 'utf8'))?.[1],
    );
    expect(minutes * 60).toBeGreaterThanOrEqual(3 * every);
  });

  it('fire where no backup was made: on what its script does last, which is there to be done', () => {
    const [query = ''] = /AzureDiagnostics [^']+/.exec(texts['modules/alerts.bicep'] ?? '') ?? [];
    const [, secret = ''] = /requestUri_s contains "\/secrets\/([\w-]+)"/.exec(query) ?? [];
    const hours = Number(/ago\((\d+)h\)/.exec(query)?.[1]);
    expect([secret, hours]).toEqual(['backup-made', 26]);
    expect(query).toContain('OperationName == "SecretGet" and httpStatusCode_d == 200');
    // The audit goes to the workspace that is asked, the secret is made, and the script reads it after a backup alone.
    expect(texts['modules/vault.bicep']).toMatch(
      /workspaceId: workspaceId\n\s+logs: \[\n\s+\{ category: 'AuditEvent', enabled: true \}/,
    );
    const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
    expect(read('infra/scripts/secrets.sh')).toContain(`--name ${secret} --value none`);
    expect(read('docs/operate.md')).toMatch(
      /backup -- --to \S+ \|\| exit\naz keyvault secret show .* --name backup-made /,
    );
  });

  it('are reckoned in what a month costs', () => {
    const all = new Template(texts).of('Microsoft.Insights/scheduledQueryRules');
    const rules = new Template(texts).variable('modules/alerts.bicep', 'rules');
    const often = (Array.isArray(rules) ? rules : [])
      .filter(isObject)
      .filter(({ every }) => every === 'PT5M');
    // The loop over the rules is one of them.
    const seldom = (Array.isArray(rules) ? rules.length : 0) - often.length + all.length - 1;
    const metrics = new Template(texts).of('Microsoft.Insights/metricAlerts').length;
    const cost = readFileSync(join(ROOT, 'infra/README.md'), 'utf8');
    expect(cost).toContain(
      `${often.length} each 5 minutes at 1.50, ${seldom} each hour or less at 0.50, ${metrics} on metrics at 0.10`,
    );
    const rows = [...cost.matchAll(/\| +(\d+\.\d\d) +\|$/gm)].map(([, amount]) => Number(amount));
    const [, sum] = /\*\*(\d+\.\d\d)\*\* +\|$/m.exec(cost) ?? [];
    expect(rows.length).toBeGreaterThan(6);
    expect(rows.reduce((one, other) => one + other, 0)).toBeCloseTo(Number(sum), 2);
    expect(cost).toContain(`| ${(often.length * 1.5 + seldom * 0.5 + metrics * 0.1).toFixed(2)} `);
  });

  it('are each weighed in SECURITY.md: whether IT security is told of a significant incident', () => {
    const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
    const [, section = ''] = /^## Cybersäkerhetslagen[^\n]*$([\s\S]*?)^## /m.exec(text) ?? [];
    const events = rulesIn(new Template(texts)).flatMap(({ query }) => eventsIn(query));
    expect(events.length).toBeGreaterThan(20);
    expect(events.filter((event) => !section.includes(`\`${event}\``))).toEqual([]);
    expect(section).toMatch(/within 24 hours/);
  });

  it('are each explained in docs/alerts.md, and nothing else is', () => {
    const names = [
      ...rulesIn(new Template(texts)).map(({ name }) => name),
      '5xx',
      'unready',
      'budget',
      'backup',
    ];
    const headings = [...readFileSync(join(ROOT, 'docs/alerts.md'), 'utf8').matchAll(/^## `([\w-]+)`/gm)];
    expect(headings.map(([, name]) => name).sort()).toEqual([...names].sort());
  });
});
