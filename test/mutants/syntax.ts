import { parse } from '@babel/parser';

/** A node of the syntax tree, as far as the mutators look at it. `start` and `end` are offsets in the text. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [property: string]: unknown;
}

/** A node, and those around it from the nearest outwards. */
export interface Place {
  node: Node;
  parents: readonly Node[];
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

/** The node in a property. @throws Error there is none: the parser has changed */
export function childOf(node: Node, property: string): Node {
  const child = node[property];
  if (!isNode(child)) throw new Error(`A ${node.type} has no ${property}.`);
  return child;
}

export const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Type syntax that holds an expression. */
const TYPED = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** Nothing in them runs. */
const SILENT = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'Directive']);
const NO_CHILDREN = new Set([
  'loc',
  'extra',
  'errors',
  'comments',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeParameters',
  'superTypeArguments',
  'implements',
]);

const runs = ({ type }: Node): boolean => !SILENT.has(type) && (TYPED.has(type) || !type.startsWith('TS'));

const childrenOf = (node: Node): Node[] =>
  Object.entries(node)
    .filter(([property]) => !NO_CHILDREN.has(property))
    .flatMap(([, value]) => (Array.isArray(value) ? listOf(value) : isNode(value) ? [value] : []));

function* walk(node: Node, parents: readonly Node[]): Generator<Place> {
  if (!runs(node)) return;
  yield { node, parents };
  for (const child of childrenOf(node)) yield* walk(child, [node, ...parents]);
}

/** Every node that runs, outer ones first: no types, no imports. @throws SyntaxError */
export function placesIn(text: string): Place[] {
  const options = { sourceType: 'module', plugins: ['typescript'], createParenthesizedExpressions: true };
  const { program } = parse(text, options as Parameters<typeof parse>[1]);
  if (!isNode(program)) throw new Error('The parser gives no program.');
  return [...walk(program, [])];
}

export const textOf = (text: string, { start, end }: Pick<Node, 'start' | 'end'>): string =>
  text.slice(start, end);

/** The number of the line, from 1. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
