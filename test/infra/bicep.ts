import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

const INFRA = join(__dirname, '../../infra');

/** Bicep files by their paths inside `infra/`. */
export type Texts = Readonly<Record<string, string>>;

/** A value as far as the files say it: what only Azure knows stays an expression. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Expression
  | readonly Value[]
  | { [name: string]: Value };

/** Something that is computed. `each`: one value of a loop, over the list `over`. */
export class Expression {
  constructor(
    readonly text: string,
    readonly each?: Value,
    readonly over?: Value,
  ) {}
}

export interface Declared {
  file: string;
  symbol: string;
  /** Of a resource its type without version; of a module its path. */
  type: string;
  version: string;
  body: { [name: string]: Value };
  /** The list of a loop; undefined: one of it. */
  over?: Value | undefined;
  /** A condition's text. */
  condition?: string | undefined;
}

export interface Parameter {
  name: string;
  hasDefault: boolean;
}

/** One parsed file. */
interface Parsed {
  faults: string[];
  vars: Map<string, Node>;
  parameters: Parameter[];
  declared: Declared[];
}

export const realTexts = (): Texts => {
  const names = ['main.bicep', ...readdirSync(join(INFRA, 'modules')).map((name) => `modules/${name}`)];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(INFRA, name), 'utf8')]));
};

let parser: Parser | undefined;

/** Loads the grammar: once, before the first `parse`. */
export async function loadGrammar(): Promise<void> {
  await Parser.init();
  parser = new Parser();
  // As bytes: given a path it would import the file system in a way that jest does not allow.
  const grammar = readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  parser.setLanguage(await Language.load(grammar));
}

const children = (node: Node): Node[] =>
  node.namedChildren.flatMap((one) => (one && one.type !== 'comment' ? [one] : []));
const nodesIn = (node: Node): Node[] => [node, ...node.children.flatMap((one) => (one ? nodesIn(one) : []))];

const nameOf = (node: Node | undefined): string => (node?.text ?? '').replace(/^'|'$/g, '');

const isObject = (value: Value | undefined): value is { [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Expression);

export { isObject };

/** Evaluates what a file says by itself: literals, its own variables, `union` of objects and of lists. */
class Evaluator {
  constructor(private readonly vars: ReadonlyMap<string, Node>) {}

  value(node: Node): Value {
    switch (node.type) {
      case 'string':
        return node.text.slice(1, -1).replace(/\\'/g, "'");
      case 'number':
        return Number(node.text);
      case 'boolean':
        return node.text === 'true';
      case 'null':
        return null;
      case 'array':
        return children(node).map((one) => this.value(one));
      case 'object':
        return this.object(node);
      case 'identifier': {
        const known = this.vars.get(node.text);
        return known ? this.value(known) : new Expression(node.text);
      }
      case 'for_statement':
        return this.loop(node);
      case 'call_expression':
        return this.call(node);
      default:
        return new Expression(node.text);
    }
  }

  private object(node: Node): Value {
    const properties = children(node).filter((one) => one.type === 'object_property');
    return Object.fromEntries(
      properties.flatMap((property) => {
        const [name, value] = children(property);
        return name && value ? [[nameOf(name), this.value(value)]] : [];
      }),
    );
  }

  private loop(node: Node): Value {
    const body = node.childForFieldName('body');
    const over = children(node)
      .filter((one) => one.id !== body?.id)
      .at(-1);
    return new Expression(node.text, body ? this.value(body) : null, over ? this.value(over) : null);
  }

  private call(node: Node): Value {
    const [callee, list] = children(node);
    const values = list ? children(list).map((one) => this.value(one)) : [];
    if (callee?.text === 'union' && values.every(isObject)) return Object.assign({}, ...values) as Value;
    return new Expression(node.text);
  }
}

/** A declaration's body: inside a loop and a condition, as it may be. */
function bodyOf(node: Node, evaluator: Evaluator): Pick<Declared, 'body' | 'over' | 'condition'> {
  const inside = nodesIn(node);
  const loop = children(node).find((one) => one.type === 'for_statement');
  const branch = inside.find((one) => one.type === 'if_statement' && one.parent?.id === (loop ?? node).id);
  const held =
    (branch ? children(branch).at(-1) : undefined) ??
    loop?.childForFieldName('body') ??
    children(node).at(-1);
  const body = held ? evaluator.value(held) : {};
  const list = loop ? evaluator.value(loop) : undefined;
  return {
    body: isObject(body) ? body : {},
    over: list instanceof Expression ? list.over : undefined,
    condition: branch ? children(branch)[0]?.text : undefined,
  };
}

function parsed(file: string, text: string): Parsed {
  const root = parser?.parse(text)?.rootNode;
  if (!root) throw new Error('Load the grammar first.');
  const faults = nodesIn(root)
    .filter((node) => node.type === 'ERROR' || node.isMissing)
    .map((node) => `${file}:${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
  const top = children(root);
  const vars = new Map(
    top
      .filter(({ type }) => type === 'variable_declaration')
      .flatMap((node) => {
        const [name, value] = children(node);
        return name && value ? [[name.text, value] as const] : [];
      }),
  );
  const evaluator = new Evaluator(vars);
  const declared = top
    .filter(({ type }) => type === 'resource_declaration' || type === 'module_declaration')
    // One that is there already is named, and not made.
    .filter(({ text }) => !/^resource \w+ '[^']+' existing = /.test(text))
    .map((node): Declared => {
      const [symbol, kind] = children(node);
      const [type = '', version = ''] = nameOf(kind).split('@');
      return { file, symbol: symbol?.text ?? '', type, version, ...bodyOf(node, evaluator) };
    });
  const parameters = top
    .filter(({ type }) => type === 'parameter_declaration')
    .map((node) => ({ name: children(node)[0]?.text ?? '', hasDefault: / = /.test(node.text) }));
  return { faults, vars, parameters, declared };
}

/** Files as they were parsed before: a broken copy differs from the rest in one of them. */
const known = new Map<string, Parsed>();

function parsedOnce(file: string, text: string): Parsed {
  const key = `${file}\n${text}`;
  const found = known.get(key) ?? parsed(file, text);
  known.set(key, found);
  return found;
}

/** All files of the template, read once. */
export class Template {
  private readonly files: ReadonlyMap<string, Parsed>;

  constructor(readonly texts: Texts) {
    this.files = new Map(Object.entries(texts).map(([file, text]) => [file, parsedOnce(file, text)]));
  }

  /** Places that are no Bicep, as `file:line: text`. */
  get faults(): string[] {
    return [...this.files.values()].flatMap(({ faults }) => faults);
  }

  get declared(): Declared[] {
    return [...this.files.values()].flatMap(({ declared }) => declared);
  }

  /** Resources of a type, such as `Microsoft.Web/sites`. */
  of(type: string): Declared[] {
    return this.declared.filter((one) => one.type === type);
  }

  module(symbol: string): { [name: string]: Value } {
    const found = this.declared.find((one) => one.file === 'main.bicep' && one.symbol === symbol);
    const params = found?.body.params;
    return isObject(params) ? params : {};
  }

  /** What a module of main.bicep waits for. */
  dependsOn(symbol: string): Value {
    const found = this.declared.find((one) => one.file === 'main.bicep' && one.symbol === symbol);
    return found?.body.dependsOn ?? null;
  }

  parameters(file: string): readonly Parameter[] {
    return this.files.get(file)?.parameters ?? [];
  }

  variable(file: string, name: string): Value {
    const { vars } = this.files.get(file) ?? {};
    const node = vars?.get(name);
    return vars && node ? new Evaluator(vars).value(node) : null;
  }
}

/** A property by its path, such as `properties.networkAcls.defaultAction`; undefined: it is not there. */
export function at(value: Value | undefined, path: string): Value | undefined {
  return path
    .split('.')
    .reduce<Value | undefined>((found, name) => (isObject(found) ? found[name] : undefined), value);
}
