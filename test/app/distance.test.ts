import { distance } from '../../src/app/commands/parseMessage';

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kontakt', 'kontakt', 0],
  ['rapportera', 'raportera', 1],
  ['rapportera', 'rapprotera', 2],
  ['ärende', 'arende', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %d', (one, other, far) => {
  expect(distance(one, other)).toBe(far);
  expect(distance(other, one)).toBe(far);
});
