import { childOf, listOf, type Node, type Place, placesIn, textOf } from './syntax';

/** A replacement of a part of a text, and what is done by it. */
export interface Mutation {
  kind: string;
  start: number;
  end: number;
  replacement: string;
  /** Where it stands. */
  place: Place;
}

type Edit = Omit<Mutation, 'place'>;
type Mutator = (place: Place, text: string, codes: readonly string[]) => Edit[];

const edit = (kind: string, { start, end }: Pick<Node, 'start' | 'end'>, replacement: string): Edit => ({
  kind,
  start,
  end,
  replacement,
});

/** The operator between the operands of a node. */
function operatorOf(node: Node, text: string): { start: number; end: number; is: string } {
  const is = String(node.operator);
  const start = text.indexOf(is, childOf(node, 'left').end);
  return { start, end: start + is.length, is };
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
};

const EQUALITY = new Set(['===', '!==', '==', '!=']);
const COMPARISON = new Set([...EQUALITY, '<', '<=', '>', '>=']);

const operators: Mutator = ({ node }, text) => {
  if (!['BinaryExpression', 'AssignmentExpression'].includes(node.type)) return [];
  const operator = operatorOf(node, text);
  return (OPERATORS[operator.is] ?? []).map((other) => edit('operator', operator, other));
};

const logic: Mutator = ({ node }, text) => {
  if (node.type !== 'LogicalExpression') return [];
  const [left, right] = [textOf(text, childOf(node, 'left')), textOf(text, childOf(node, 'right'))];
  const dropped = [left, right].map((rest) => edit('operand dropped', node, rest));
  if (node.operator === '??') return dropped;
  const other = node.operator === '&&' ? '||' : '&&';
  return [...dropped, edit('operator', node, `(${left} ${other} ${right})`)];
};

/** Negating these says the same as a mutation of the operator itself. */
const negatedByOperator = (test: Node): boolean =>
  (test.type === 'BinaryExpression' && EQUALITY.has(String(test.operator))) ||
  (test.type === 'UnaryExpression' && test.operator === '!');

const conditions: Mutator = ({ node }, text) => {
  if (!['IfStatement', 'ConditionalExpression', 'WhileStatement'].includes(node.type)) return [];
  const test = childOf(node, 'test');
  const never = edit('condition false', test, 'false');
  if (node.type === 'WhileStatement') return [never];
  const negated = negatedByOperator(test)
    ? []
    : [edit('condition negated', test, `!(${textOf(text, test)})`)];
  return [...negated, edit('condition true', test, 'true'), never];
};

/** Whether a value is true or false for certain, so that a constant may stand in for it. */
const isTruth = (node: Node): boolean =>
  (node.type === 'BinaryExpression' && COMPARISON.has(String(node.operator))) ||
  (node.type === 'UnaryExpression' && node.operator === '!');

/** What a function gives: the argument of a `return`, or the body of an arrow function. */
function givenBy({ node }: Place): Node | undefined {
  if (node.type === 'ReturnStatement') return node.argument ? childOf(node, 'argument') : undefined;
  if (node.type !== 'ArrowFunctionExpression') return undefined;
  const body = childOf(node, 'body');
  return body.type === 'BlockStatement' ? undefined : body;
}

const returns: Mutator = (place, text) => {
  const given = givenBy(place);
  if (!given) return [];
  const others = isTruth(given) ? ['true', 'false'] : ['undefined', '[]'];
  return others
    .filter((other) => other !== textOf(text, given))
    .map((other) => edit('returned value', given, other));
};

const unary: Mutator = ({ node }, text) =>
  node.type === 'UnaryExpression' && (node.operator === '!' || node.operator === '-')
    ? [edit('operator dropped', node, textOf(text, childOf(node, 'argument')))]
    : [];

const booleans: Mutator = ({ node }) =>
  node.type === 'BooleanLiteral' ? [edit('constant', node, String(!node.value))] : [];

/** `a?.b` to `a!.b`: it compiles, and fails for what is not there. */
const optional: Mutator = ({ node }, text) => {
  if (!node.type.startsWith('Optional') || node.optional !== true) return [];
  const before = childOf(node, node.type === 'OptionalCallExpression' ? 'callee' : 'object');
  const start = text.indexOf('?.', before.end);
  const isName = node.type === 'OptionalMemberExpression' && node.computed !== true;
  return [edit('?. dropped', { start, end: start + 2 }, isName ? '!.' : '!')];
};

const RENAMED: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  push: 'unshift',
};
const DROPPED = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'toLowerCase',
]);

const methods: Mutator = ({ node }) => {
  if (!node.type.endsWith('CallExpression')) return [];
  const callee = childOf(node, 'callee');
  if (!callee.type.endsWith('MemberExpression') || callee.computed === true) return [];
  const property = childOf(callee, 'property');
  const name = String(property.name);
  if (DROPPED.has(name)) {
    return [edit('call dropped', { start: childOf(callee, 'object').end, end: node.end }, '')];
  }
  const other = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
  return other ? [edit('method', property, other)] : [];
};

const spreads: Mutator = ({ node }) => {
  const elements = node.type === 'ArrayExpression' ? listOf(node.elements) : [];
  return elements
    .filter(({ type }) => type === 'SpreadElement' && elements.length > 1)
    .map((element) => edit('spread dropped', element, '...[]'));
};

/** Lines of the log: only that an error is there matters. */
const IS_LOG = /^(?:[\w.]+\.)?(?:log|logger|console)\??\.(\w+)$/;
const calleeOf = (node: Node, text: string): string =>
  node.type.endsWith('CallExpression') ? textOf(text, childOf(node, 'callee')) : '';
const isLog = (node: Node, text: string): boolean => IS_LOG.test(calleeOf(node, text));

const EFFECTS = new Set([
  'CallExpression',
  'OptionalCallExpression',
  'AssignmentExpression',
  'UpdateExpression',
  'UnaryExpression',
]);

function isEffect(statement: Node, text: string): boolean {
  let done = childOf(statement, 'expression');
  if (done.type === 'AwaitExpression' || (done.type === 'UnaryExpression' && done.operator === 'void')) {
    done = childOf(done, 'argument');
  }
  const [, level] = IS_LOG.exec(calleeOf(done, text)) ?? [];
  if (level !== undefined && level !== 'error') return false;
  return EFFECTS.has(done.type) && calleeOf(done, text) !== 'super';
}

const statements: Mutator = ({ node }, text) => {
  const isBare = node.type === 'ReturnStatement' && !node.argument;
  const removed =
    isBare ||
    node.type === 'ThrowStatement' ||
    node.type === 'ContinueStatement' ||
    (node.type === 'ExpressionStatement' && isEffect(node, text));
  return removed ? [edit('statement removed', node, ';')] : [];
};

const CODE = /^[a-zA-Z][\w-]*$/;

/** A string literal that is a code, not a name of a property. */
const isCode = ({ node, parents: [parent] }: Place): boolean =>
  node.type === 'StringLiteral' &&
  CODE.test(String(node.value)) &&
  !(parent?.key === node && parent.computed !== true) &&
  parent?.source !== node;

/** Those beside it in the file's own order of codes: often of the same type, and the compiler refuses the rest. */
const codesBeside: Mutator = (place, _text, codes) => {
  if (!isCode(place)) return [];
  const at = codes.indexOf(String(place.node.value));
  const beside = [codes[at + 1], codes.at(at - 1)].filter((code) => code !== undefined);
  return [...new Set(beside)]
    .filter((code) => code !== place.node.value)
    .map((code) => edit('code', place.node, `'${code}'`));
};

const MUTATORS: readonly Mutator[] = [
  operators,
  logic,
  conditions,
  returns,
  unary,
  booleans,
  optional,
  methods,
  spreads,
  statements,
  codesBeside,
];

/** In a line of the log, in the text of an error, or in what moves a loop on: that would hang, and shows nothing. */
const isOutside = ({ node, parents }: Place, text: string): boolean =>
  [node, ...parents].some((around, index, all) => {
    if (index === 0) return false;
    if (isLog(around, text)) return true;
    if (around.type === 'NewExpression' && /Error$/.test(textOf(text, childOf(around, 'callee'))))
      return true;
    return around.type === 'ForStatement' && around.update === all[index - 1];
  }) || isLog(node, text);

/** Every mutation of a source text. Whether one compiles is for the compiler to say. */
export function mutationsOf(text: string): Mutation[] {
  const places = placesIn(text).filter((place) => !isOutside(place, text));
  const codes = [...new Set(places.filter(isCode).map(({ node }) => String(node.value)))];
  const all = places.flatMap((place) =>
    MUTATORS.flatMap((mutator) => mutator(place, text, codes).map((one) => ({ ...one, place }))),
  );
  const seen = new Set<string>();
  return all.filter(({ start, end, replacement }) => {
    const same = `${start} ${end} ${replacement}`;
    if (seen.has(same) || text.slice(start, end) === replacement) return false;
    return seen.add(same);
  });
}

/** The text with a mutation done. */
export const mutated = (text: string, { start, end, replacement }: Edit): string =>
  text.slice(0, start) + replacement + text.slice(end);
