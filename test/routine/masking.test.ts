import fc from 'fast-check';
import type { Incident } from '../../src/routine/model/incident';
import { maskOf } from '../../src/routine/rules/report/hidden';
import {
  type CopyMask,
  copyMask,
  maskProblem,
  masksIn,
  proposedMasks,
} from '../../src/routine/rules/report/maskedCopy';
import { contacts, incident, routine } from '../support/pureTown';

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

const units = [{ code: 'X', name: 'Solpartiet' }];

describe('a copy that is handed out', () => {
  const masks: CopyMask[] = [
    { words: 'Eva Anna-Karin Lind', why: 'namn' },
    { words: 'Lind', why: 'namn' },
    { words: 'Lars', why: 'namn' },
    { words: '070-123 45 67', why: 'kontaktuppgift' },
  ];
  const mask = copyMask(masks, '#');

  it('of hyphens alone takes nothing but those', () => {
    expect(copyMask([{ words: '--', why: 'x' }], '#')('Hans hus -- 12 s')).toBe('Hans hus # 12 s');
  });

  it.each([
    ['Eva Anna-Karin Linds bil', '# bil'],
    ['Eva Anna Karin Lind och Eva Annakarin Lind', '# och #'],
    ['Eva Anna\u2011Karin Lind, Eva Anna\u2013Karin\u00a0Lind', '#, #'],
    ['La\u00adrs och L\u200bind', '# och #'],
    ['EVA  ANNA-KARIN LIND', '#'],
    ['eva.anna-karin.lind@post.se', '#@post.se'],
    ['evaanna-karinlind78', '#'],
    ["Lars' hund och Lars hund", '# hund och # hund'],
    ['E.A.L. kom, E. A. L. gick, EAL sa, EAL:s svar', '# kom, # gick, # sa, # svar'],
    ['E.A-K.L. skrev', '# skrev'],
    ['0701234567, 070 123 45 67, +46 70-123 45 67, 0046701234567', '#, #, #, #'],
    ['+46 (0)70 123 45 67', '#'],
    ['Linde, Blind, Larsson och 10701234567', 'Linde, Blind, Larsson och 10701234567'],
    ['La\u0308rs och Li\u0301nd', 'Lärs och Línd'],
  ])('%s', (said, shown) => {
    expect(mask(said)).toBe(shown);
  });

  it('goes without every proposed word, however the words around it are', () => {
    const name = fc.constantFrom('Åsa Öberg', 'Eva Lind', 'X Æ', 'a.b*c', '(Eva)', '08-12 34 56');
    const around = fc.constantFrom('', ' ', ', ', '. ', '\n', '“', '(', '-', '@');
    fc.assert(
      fc.property(name, around, around, (words, before, after) => {
        const shown = copyMask([{ words, why: 'namn' }], '#')(`${before}${words}${after}`);
        expect(shown.toLowerCase()).not.toContain(words.toLowerCase());
      }),
    );
  });

  it('hides a party by its letter, and no other letter', () => {
    const party = copyMask([{ words: 'S', why: 'parti' }], '#');
    expect(party('Parti: S. Hon är S, s:et i Sst, 5 s och S:s lista.')).toBe(
      'Parti: #. Hon är #, s:et i Sst, 5 s och # lista.',
    );
  });

  it('is proposed from the marks of the fields, the list, and what looks like a contact detail', () => {
    const value: Incident = {
      ...incident(),
      party: 'X',
      company: [{ id: 'c1', who: 'Eva Lind', next: '', at: '', by: '' }],
      report: {
        phone: '070-123 45 67',
        what: 'Han ringde från 0155-380 00 och skrev från hot@example.com. Bilen var ABC 12D.',
        date: '2026-11-24',
        board: 'Kulturnämnden',
      },
    };
    const proposed = proposedMasks(value, { contacts, routine, units });
    const of = (why: string) => proposed.filter((one) => one.why === why).map(({ words }) => words);
    expect(of('contact')).toEqual(
      expect.arrayContaining(['070-123 45 67', '0155-380 00', 'hot@example.com', 'ABC 12D']),
    );
    expect(of('name')).toEqual(expect.arrayContaining([value.reporter.name, 'Eva Lind', 'Eva', 'Lind']));
    expect(of('unit')).toEqual(['Solpartiet', 'X', 'Kulturnämnden']);
    expect(proposed.map(({ words }) => words)).not.toContain('2026-11-24');
  });

  it.each([
    [
      'Ebba von Platen',
      ['Ebba von Platen', 'von Platen', 'Ebba', 'Platen'],
      'Ebba, Platens hus och von här; EVP, E.v.P. och E.P.',
      '#, # hus och von här; EVP, # och #',
    ],
    [
      'Bo Ek',
      ['Bo Ek', 'Bo', 'Ek'],
      'Bo bor kvar. Att bo under en ek. BO EK, Eks bil, bo.ek@post.se',
      '# bor kvar. Att bo under en ek. #, # bil, #@post.se',
    ],
    ['Anna De Geer', ['Anna De Geer', 'De Geer', 'Anna', 'Geer'], 'De ringde Anna De Geer', 'De ringde #'],
  ])('of %s proposes each part that says who it is', (name, proposed, text, read) => {
    const plain = incident();
    const one: Incident = { ...plain, victim: { ...plain.victim, name } };
    const all = proposedMasks(one, { contacts: [], routine, units: [] });
    expect(all.filter(({ why }) => why === 'name').map(({ words }) => words)).toEqual(
      expect.arrayContaining(proposed),
    );
    const masked = copyMask(
      proposed.map((words) => ({ words, why: 'namn' })),
      '#',
    );
    expect(masked(text)).toBe(read);
  });

  it('asks for a reason for each word, and for words that are more than a letter', () => {
    expect(maskProblem('Eva Lind | namn\n\nLind')).toEqual({ kind: 'mask', line: 2, fault: 'noWhy' });
    expect(maskProblem('e | namn')).toEqual({ kind: 'mask', line: 1, fault: 'tooShort' });
    expect(maskProblem('a|b | namn')).toBeUndefined();
    expect(masksIn('a|b | namn')).toEqual([{ words: 'a|b', why: 'namn' }]);
  });
});
