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

/** What came of telling a part of a case; a part that could not be told fails the rows that rest on it, and no others. */
export type Told<T> = { readonly value: T };

export async function part<T>(tell: () => Promise<T>): Promise<Told<T>> {
  try {
    const value = await tell();
    return { value };
  } catch (error) {
    return {
      get value(): T {
        throw error;
      },
    };
  }
}
