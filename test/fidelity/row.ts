import { ROWS } from './rows';

const bound = new Set<string>();

/** The one test of a row of the plan. Its id must stand in `rows.ts`. */
export function row(id: string, test: () => void): void {
  const found = ROWS.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is no row of the plan.`);
  if (bound.has(id)) throw new Error(`${id} has two tests.`);
  bound.add(id);
  it(`${id} ${found.section} ${found.owner}: ${found.what}`, test);
}

/** Rows that have no test. */
export const unbound = (): string[] => ROWS.map(({ id }) => id).filter((id) => !bound.has(id));
