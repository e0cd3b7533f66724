import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type Mutation, mutationsOf } from './mutators';
import { lineOf, type Node, textOf } from './syntax';

/** A mutation of a file of the project. */
export interface Mutant extends Mutation {
  /** The same mutant, wherever its file is moved to. */
  key: string;
  /** From the project's root on. */
  file: string;
  line: number;
  /** The statement and its function: of two mutants in one, a sample has one. */
  unit: string;
}

export interface SourceFile {
  file: string;
  text: string;
}

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isUnit = ({ type }: Node, inner: Node | undefined): boolean =>
  (type.endsWith('Statement') && type !== 'BlockStatement') ||
  ['VariableDeclaration', 'ObjectProperty', 'ClassProperty', 'SwitchCase'].includes(type) ||
  (type === 'ArrowFunctionExpression' && inner?.type !== 'BlockStatement');

/** The least statement or property around a mutation; of one with a block, what stands before the block. */
function unitOf({ place: { node, parents } }: Mutation, text: string): string {
  const all = [node, ...parents];
  const unit = all.find((around, index) => isUnit(around, all[index - 1])) ?? node;
  const block = [unit.consequent, unit.body].find(
    (part): part is Node => typeof part === 'object' && part !== null && 'start' in part,
  );
  const isHead = block !== undefined && unit.type !== 'ArrowFunctionExpression';
  return squeezed(textOf(text, isHead ? { start: unit.start, end: block.start } : unit));
}

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';

/** The nearest function with a name; '' at the file's own level. */
function ownerOf({ place: { parents } }: Mutation): string {
  const owner = parents.find(
    ({ type, init }) =>
      /^(?:FunctionDeclaration|ClassMethod|ClassPrivateMethod|ObjectMethod)$/.test(type) ||
      (type === 'VariableDeclarator' &&
        /Function/.test(
          typeof init === 'object' && init !== null && 'type' in init ? String(init.type) : '',
        )),
  );
  return owner ? nameOf(owner.id) || nameOf(owner.key) : '';
}

/**
 * Every mutant of the sources. The key comes from the text of statement, function and change, not from the path: a file
 * that moves, or is renamed, keeps its mutants and their places in a sample.
 */
export function mutantsOf(sources: readonly SourceFile[]): Mutant[] {
  const times = new Map<string, number>();
  const byName = [...sources].sort(
    (one, other) =>
      basename(one.file).localeCompare(basename(other.file)) || one.file.localeCompare(other.file),
  );
  return byName.flatMap(({ file, text }) =>
    mutationsOf(text).map((mutation) => {
      const unit = hash(ownerOf(mutation), unitOf(mutation, text));
      const same = hash(unit, squeezed(textOf(text, mutation)), squeezed(mutation.replacement));
      const time = times.get(same) ?? 0;
      times.set(same, time + 1);
      return { ...mutation, file, line: lineOf(text, mutation.start), unit, key: hash(same, String(time)) };
    }),
  );
}

/** Codes are many and mostly in tables, conditions are few and decide: so a code is drawn more seldom. */
const WEIGHTS: Readonly<Record<string, number>> = { code: 0.3, 'returned value': 0.6 };

/** A number from 0 up, exponentially distributed: the less, the earlier it is drawn. */
function rankOf({ key, kind }: Mutant, seed: string): number {
  const even = (Number.parseInt(hash(seed, key), 16) + 1) / 16 ** 12;
  return -Math.log(even) / (WEIGHTS[kind] ?? 1);
}

/** The mutants in the order in which a seed draws them, one of a statement. */
export function drawn(mutants: readonly Mutant[], seed: string): Mutant[] {
  const ranked = mutants.map((mutant) => ({ mutant, rank: rankOf(mutant, seed) }));
  ranked.sort((one, other) => one.rank - other.rank);
  const taken = new Set<string>();
  return ranked.map(({ mutant }) => mutant).filter(({ unit }) => !taken.has(unit) && taken.add(unit));
}

const LONGEST = 160;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** A mutant in one line: its line of the source before and after. */
export function diffOf({ start, end, replacement }: Mutation, text: string): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const before = squeezed(text.slice(from, to));
  const after = squeezed(text.slice(from, start) + replacement + text.slice(end, to));
  return `${shortened(before)}  →  ${shortened(after)}`;
}
