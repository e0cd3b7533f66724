import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { projectFiles, ROOT, readProject } from './workCopy';

/** Where what was measured is kept: ignored by git, and never needed. */
const FOLDER = join(ROOT, 'coverage/mutants');

/** A file of JSON lines. The last line with a key counts; one that was cut off by an interruption does not. */
export class Lines<Line extends { key: string }> {
  readonly #path: string;
  readonly #lines = new Map<string, Line>();

  constructor(name: string, schema: z.ZodType<Line>) {
    this.#path = join(FOLDER, name);
    if (!existsSync(this.#path)) return;
    for (const text of readFileSync(this.#path, 'utf8').split('\n')) {
      const line = schema.safeParse(parsed(text));
      if (line.success) this.#lines.set(line.data.key, line.data);
    }
  }

  get(key: string): Line | undefined {
    return this.#lines.get(key);
  }

  add(line: Line): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    // A line of its own also after one that was cut off.
    appendFileSync(this.#path, `\n${JSON.stringify(line)}`);
    this.#lines.set(line.key, line);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isBeside = (file: string): boolean => file.endsWith('.md') || file.startsWith('test/mutants/');

/** A function that names a test file's state: that of its text, and of all that it may run or read but other tests. */
export function testStates(): (file: string) => string {
  const ground = projectFiles().filter((file) => !isTest(file) && !isBeside(file));
  const rest = digest(...ground.map((file) => `${file}\n${readProject(file)}`));
  return (file) => digest(rest, file, readProject(file));
}
