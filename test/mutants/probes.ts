import { childOf, isNode, listOf, type Node, placesIn } from './syntax';

/** A part of a file that runs as a whole, or not at all, as far as probes can say. */
interface Region {
  start: number;
  end: number;
  /** How a call gets in: before a statement, around one that has no block, before an expression. */
  into: 'statement' | 'body' | 'expression';
}

const HOISTED = new Set(['FunctionDeclaration', 'ClassDeclaration', 'EmptyStatement']);
const isRun = (node: Node): boolean => !HOISTED.has(node.type) && !node.type.startsWith('TS');

const BODIES: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ['consequent', 'alternate'],
  ForStatement: ['body'],
  ForInStatement: ['body'],
  ForOfStatement: ['body'],
  WhileStatement: ['body'],
  DoWhileStatement: ['body'],
};

function regionsIn(node: Node): Region[] {
  const list = node.type === 'BlockStatement' ? node.body : node.type === 'SwitchCase' ? node.consequent : [];
  const statements = listOf(list)
    .filter(isRun)
    .map(({ start, end }) => ({ start, end, into: 'statement' as const }));
  const bodies = (BODIES[node.type] ?? [])
    .map((property) => node[property])
    .filter(isNode)
    .filter(({ type }) => type !== 'BlockStatement')
    .map(({ start, end }) => ({ start, end, into: 'body' as const }));
  const values = node.type === 'ConditionalExpression' ? ['consequent', 'alternate'] : [];
  if (node.type === 'ArrowFunctionExpression' && childOf(node, 'body').type !== 'BlockStatement') {
    values.push('body');
  }
  const expressions = values
    .map((property) => childOf(node, property))
    .map(({ start, end }) => ({ start, end, into: 'expression' as const }));
  return [...statements, ...bodies, ...expressions];
}

const regionsOf = (text: string): Region[] => placesIn(text).flatMap(({ node }) => regionsIn(node));

/** The offset that stands for the region around an offset; 0: the file itself, run when it is loaded. */
export function regionsAt(text: string): (offset: number) => number {
  const regions = regionsOf(text);
  return (offset) =>
    Math.max(
      0,
      ...regions.filter(({ start, end }) => start <= offset && offset < end).map(({ start }) => start),
    );
}

/** The texts that a probe puts before and after a region. */
const WRAPPED = {
  statement: (call: string) => [`${call}; `, ''],
  body: (call: string) => [`{ ${call}; `, ' }'],
  expression: (call: string) => [`(${call}, `, ')'],
} as const;

/**
 * The text with a call in each region, `reached` being the module that notes them; lines stay where they are.
 * @param path the file's, as it is noted
 */
export function instrumented(text: string, path: string, reached: string): string {
  // At one offset the outer region's text goes further out: before at the start, after at the end.
  const insertions = regionsOf(text).flatMap(({ start, end, into }) => {
    const [before = '', after = ''] = WRAPPED[into](`__reached(${start})`);
    const size = end - start;
    return [
      { at: start, text: before, rank: -size },
      { at: end, text: after, rank: size - Number.MAX_SAFE_INTEGER },
    ];
  });
  insertions.sort((one, other) => one.at - other.at || one.rank - other.rank);
  let [made, from] = ['', 0];
  for (const { at, text: put } of insertions) {
    made += text.slice(from, at) + put;
    from = at;
  }
  const load = `const __reached: (at: number) => void = require(${JSON.stringify(reached)})(${JSON.stringify(path)});`;
  return `${load} __reached(0); ${made}${text.slice(from)}`;
}
