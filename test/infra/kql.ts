/** A row of `AppServiceConsoleLogs`, as App Service writes one for each line of a process. */
export interface ConsoleRow {
  ResultDescription: string;
  _ResourceId: string;
}

const SITE = '/subscriptions/x/resourceGroups/rg/providers/Microsoft.Web/sites/app';

/** The row of a line that production wrote, or its slot. */
export const rowOf = (line: string, slot: 'production' | 'staging' = 'production'): ConsoleRow => ({
  ResultDescription: line,
  _ResourceId: (slot === 'production' ? SITE : `${SITE}/slots/${slot}`).toLowerCase(),
});

type Fields = Record<string, unknown>;
type Row = ConsoleRow & { line?: Fields; event?: string };
type Step = (row: Row) => Row | undefined;

/** `parse_json`: of a line that is none, no field. */
function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

const kept =
  (holds: (row: Row) => boolean): Step =>
  (row) =>
    holds(row) ? row : undefined;

/** Each kind of step that the rules use, as Azure Monitor reads it. Any other is an error: a query that nobody has tried. */
const STEPS: readonly (readonly [form: RegExp, step: (...parts: string[]) => Step])[] = [
  [
    /^where not\(_ResourceId contains "([^"]+)"\)$/,
    (part = '') => kept(({ _ResourceId }) => !_ResourceId.toLowerCase().includes(part.toLowerCase())),
  ],
  [
    /^extend line = parse_json\(ResultDescription\)$/,
    () => (row) => ({ ...row, line: parsed(row.ResultDescription) }),
  ],
  [
    /^extend event = tostring\(line\.(\w+)\)$/,
    (field = '') =>
      (row) => ({ ...row, event: String(row.line?.[field] ?? '') }),
  ],
  [/^where event == "(\w+)"$/, (name) => kept(({ event }) => event === name)],
  [
    /^where event in \(("\w+"(?:, "\w+")*)\)$/,
    (names = '') => {
      const all = names.split(', ').map((name) => name.slice(1, -1));
      return kept(({ event = '' }) => all.includes(event));
    },
  ],
  [
    /^where event == "(\w+)" and toint\(line\.(\w+)\) > (\d+)$/,
    (name, field = '', least) =>
      kept(({ event, line }) => event === name && Number(line?.[field]) > Number(least)),
  ],
];

function stepOf(text: string): Step {
  for (const [form, step] of STEPS) {
    const found = form.exec(text);
    if (found) return step(...found.slice(1));
  }
  throw new Error(`No step of a query that is known here: ${text}`);
}

/** How many of the rows a query finds. @throws on a query of another form than the rules have */
export function countIn(query: string, rows: readonly ConsoleRow[]): number {
  const [table, ...texts] = query.split(' | ');
  if (table !== 'AppServiceConsoleLogs') throw new Error(`The query asks ${table}.`);
  const steps = texts.map(stepOf);
  return rows.filter((row) => steps.reduce<Row | undefined>((one, step) => one && step(one), row)).length;
}
