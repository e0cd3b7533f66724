import fc from 'fast-check';
import { maskOf } from '../../src/routine/rules/report/hidden';

/*
 * The words that are hidden with a name: by themselves, whatever their capitals, in the genitive, and nothing else.
 */

it.each([
  ['Ulla', 'Ulla och ULLA såg Ullas hus', '[dolt] och [dolt] såg [dolt] hus'],
  ['Ulla', 'Ullared, Gulla och Ulla2', 'Ullared, Gulla och Ulla2'],
  ['Ulla\nUlla Svart', 'Ulla  Svart, Ulla\nSvart och Ulla', '[dolt], [dolt] och [dolt]'],
  ['Anna-Karin', 'Hej Anna-Karin!', 'Hej [dolt]!'],
  [
    'a.b@kommun.example',
    'Skrev till a.b@kommun.example, inte axb@kommun.example',
    'Skrev till [dolt], inte axb@kommun.example',
  ],
  ['070-1 (2)', 'Ring 070-1 (2) nu', 'Ring [dolt] nu'],
  ['  \n', 'Ulla', 'Ulla'],
  ['Åsa', 'A\u030asa ringde', '[dolt] ringde'],
])('%j in %j is %j', (words, text, read) => {
  expect(maskOf(words)(text)).toBe(read);
});

it('whatever is written, the words are gone where they stand between blanks, and the rest is as it was', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((one) => /^\S+$/u.test(one));
  fc.assert(
    fc.property(word, (one) => {
      const read = maskOf(one)(`före ${one} efter`);
      expect(read).toBe('före [dolt] efter');
    }),
  );
});
