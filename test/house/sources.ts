import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of the syntax tree, as far as these tests look at it. */
interface Node {
  type: string;
  [property: string]: unknown;
}

/** A source file: what it imports and what stands in its code. Comments are not code. */
export interface Source {
  /** From `src/` on, such as `cards/base/lead.ts`. */
  path: string;
  /** The first folder, or the file's own name without ending: `cards`, `main`. */
  layer: string;
  nodes: readonly Node[];
  imports: readonly string[];
  /** How many lines the file has. */
  lines: number;
  /** Each function: its first line, and how many it has. */
  functions: readonly { line: number; lines: number }[];
  /** Each function, method, constructor and type of one: how many parameters it takes. */
  parameters: readonly number[];
}

const NEWLINE = 10;
const SRC = resolve(__dirname, '../../src');

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** A node, then those inside it, in the order of the text. */
function nodesIn(value: unknown, found: Node[] = []): Node[] {
  if (typeof value !== 'object' || value === null) return found;
  if (isNode(value)) found.push(value);
  for (const part of Object.values(value)) nodesIn(part, found);
  return found;
}

const textOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'StringLiteral' ? String(value.value) : undefined;

const nameOf = (value: unknown): string =>
  isNode(value) && value.type === 'Identifier' ? String(value.value) : '';

/** `a.b` of a member expression with a plain name; else ''. */
export const memberOf = (node: Node): string =>
  node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : '';

const calls = (callee: unknown): boolean =>
  isNode(callee) &&
  (callee.type === 'Import' || nameOf(callee) === 'require' || memberOf(callee) === 'require.resolve');

function importOf(node: Node): string[] {
  if (node.type === 'CallExpression' && calls(node.callee)) {
    const [first] = node.arguments as { expression: unknown }[];
    return [textOf(first?.expression) ?? `${JSON.stringify(first)} (not a plain text)`];
  }
  if (node.type === 'TsImportType') return [textOf(node.argument) ?? ''];
  const from =
    node.type.startsWith('Import') || node.type.startsWith('Export') ? textOf(node.source) : undefined;
  return from === undefined ? [] : [from];
}

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'MethodProperty',
  'Constructor',
]);

const SIGNATURES = new Set([
  ...FUNCTIONS,
  'TsMethodSignature',
  'TsFunctionType',
  'TsCallSignatureDeclaration',
]);

/** A method's parameters stand in the function that it holds. */
const parametersOf = (node: Node): number => {
  const params = node.params ?? (node.function as { params?: unknown } | undefined)?.params;
  return Array.isArray(params) ? params.length : 0;
};

/** Where functions stand. Spans count bytes over all that was parsed before, so the first node says where they begin. */
function functionsIn(text: string, nodes: readonly Node[]): { line: number; lines: number }[] {
  const bytes = Buffer.from(text);
  const spanOf = (node: Node) => node.span as { start: number; end: number };
  const begin = nodes.reduce(
    (first, node) => (node.span ? Math.min(first, spanOf(node).start) : first),
    Infinity,
  );
  const lines = Uint32Array.from(bytes.keys()).filter((at) => bytes[at] === NEWLINE);
  /** The line of an offset: one more than the line ends before it. */
  const lineOf = (offset: number) => {
    const after = lines.findIndex((end) => end >= offset - begin);
    return 1 + (after < 0 ? lines.length : after);
  };
  return nodes
    .filter((node) => FUNCTIONS.has(node.type))
    .map((node) => {
      const [line, last] = [lineOf(spanOf(node).start), lineOf(spanOf(node).end)];
      return { line, lines: last - line + 1 };
    });
}

function read(file: string): Source {
  const path = relative(SRC, file).split('\\').join('/');
  // An empty statement first, so that the first span is the file's first byte.
  const text = `;${readFileSync(file, 'utf8')}`;
  const nodes = nodesIn(parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' }));
  const [layer = ''] = path.replace(/(\.d)?\.[a-z]+$/, '').split('/');
  return {
    path,
    layer,
    nodes,
    imports: nodes.flatMap(importOf),
    lines: text.split('\n').length - 1,
    functions: functionsIn(text, nodes),
    parameters: nodes.filter(({ type }) => SIGNATURES.has(type)).map(parametersOf),
  };
}

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Every source file of the project. */
export const sources: readonly Source[] = files(SRC)
  .filter((file) => /\.(tsx?|cjs)$/.test(file))
  .map(read);

/** The target of a relative import, from `src/` on; undefined: a package. */
export const target = (source: Source, to: string): string | undefined =>
  to.startsWith('.') ? posix.normalize(posix.join(dirname(source.path), to)) : undefined;

/** Texts and names in the code of a file. */
export const wordsIn = (source: Source): string[] =>
  source.nodes.flatMap(({ type, value, raw }) => {
    if (type === 'StringLiteral' || type === 'Identifier') return [String(value)];
    return type === 'TemplateElement' ? [String(raw)] : [];
  });

/** `2 × cards/base/lead.ts`-like lines are of no use: each finding names its file. */
export const findings = (find: (source: Source) => readonly string[]): string[] =>
  sources.flatMap((source) => find(source).map((what) => `${source.path}: ${what}`));

/** The names that a file exports where it declares them. */
export const exportsOf = (source: Source): string[] =>
  source.nodes.flatMap((node) => {
    if (node.type !== 'ExportDeclaration' || !isNode(node.declaration)) return [];
    const { identifier, id, declarations } = node.declaration;
    const declared = Array.isArray(declarations) ? declarations.map((one: { id: unknown }) => one.id) : [];
    return [identifier, id, ...declared].map(nameOf).filter((name) => name !== '');
  });
