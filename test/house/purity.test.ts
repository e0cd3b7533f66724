import { findings, memberOf, type Source, sources, wordsIn } from './sources';

/** Clock, chance and environment come in through these. */
const STARTS = ['main.ts', 'sandbox/start.ts', 'cli/command.ts'];

/** Of the process that it runs in: where clock, chance and environment are. */
function impurities(source: Source): string[] {
  return source.nodes.flatMap((node) => {
    const member = memberOf(node);
    if (['Date.now', 'Math.random', 'process.env', 'performance.now', 'crypto.randomUUID'].includes(member)) {
      return [member];
    }
    const callee = node.callee as { value?: unknown } | undefined;
    const given = node.arguments as unknown[] | undefined;
    if (node.type === 'NewExpression' && callee?.value === 'Date' && (given?.length ?? 0) === 0) {
      return ['new Date()'];
    }
    if (node.type === 'CallExpression' && callee?.value === 'Date') return ['Date()'];
    const isChance =
      node.type === 'Identifier' &&
      ['randomBytes', 'randomUUID', 'randomInt', 'getRandomValues', 'randomFillSync'].includes(
        String(node.value),
      );
    return isChance ? [String(node.value)] : [];
  });
}

const pathOf = (finding: string): string => finding.split(':')[0] ?? '';

describe('what is pure stays pure', () => {
  // The sandbox's child programs (azuriteChild.ts, preload.cjs) need neither and are held to it like all others.
  it('clock, chance and environment stand in the start files only', () => {
    const found = findings(impurities);
    expect(found.filter((one) => !STARTS.includes(pathOf(one)))).toEqual([]);
    expect(new Set(found.map(pathOf))).toEqual(new Set(STARTS));
  });

  it('Swedish stands in content only', () => {
    const found = findings((source) =>
      source.layer === 'content' ? [] : wordsIn(source).filter((text) => /[åäöÅÄÖ]/.test(text)),
    );
    expect(found).toEqual([]);
    expect(
      sources
        .filter((one) => one.layer === 'content')
        .flatMap(wordsIn)
        .join(),
    ).toContain('ä');
  });

  it('the routine waits for nothing: no promise, no timer', () => {
    const waits = findings((source) =>
      source.layer === 'routine' || source.layer === 'content' || source.layer === 'cards'
        ? source.nodes.flatMap((node) => {
            const isAsync = node.type === 'AwaitExpression' || node.async === true;
            const isTimer =
              node.type === 'Identifier' &&
              ['setTimeout', 'setInterval', 'fetch'].includes(String(node.value));
            return isAsync || isTimer ? [node.type] : [];
          })
        : [],
    );
    expect(waits).toEqual([]);
  });
});
