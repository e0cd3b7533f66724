import { warnOfOldNode } from '../../src/config/log';

const warnings = (version: string): unknown[] => {
  const lines: unknown[] = [];
  const fail = () => {
    throw new Error('Only a warning was expected.');
  };
  warnOfOldNode(version, { info: fail, error: fail, warn: (...line) => void lines.push(line) });
  return lines;
};

describe('a start in production', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '22.14.9'])(
    'on Node %s says once which release is wanted',
    (node) => {
      expect(warnings(node)).toEqual([[{ node, wanted: '22.15 or later' }, 'nodeTooOld']]);
    },
  );

  it.each(['22.15.0', '22.23.5', '24.0.0', '26.1.0'])('on Node %s says nothing', (node) => {
    expect(warnings(node)).toEqual([]);
  });
});
