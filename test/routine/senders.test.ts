import { newMarking } from '../../src/app/tab/senderMarks';
import type { Incident } from '../../src/routine/model/incident';
import {
  addressesIn,
  linkedBy,
  type SenderAddress,
  sendersIn,
} from '../../src/routine/rules/figures/senders';
import { incident, people } from '../support/pureTown';

describe('addresses in a text', () => {
  it.each<[string, SenderAddress[]]>([
    ['Mejl från Arg.Person@Exempel.example.', ['email arg.person@exempel.example']],
    ['ARG.PERSON@EXEMPEL.EXAMPLE, igen', ['email arg.person@exempel.example']],
    ['ringde från 070-123 45 67', ['phone +46701234567']],
    ['+46 70 123 45 67', ['phone +46701234567']],
    ['+46 (0)70-1234567', ['phone +46701234567']],
    ['0046701234567', ['phone +46701234567']],
    ['+45 12 34 56 78', ['phone +4512345678']],
    ['kontot @Arg_Person.', ['handle arg_person']],
    ['https://www.instagram.com/arg_person/', ['handle arg_person']],
    ['https://www.tiktok.com/@arg_person?lang=sv', ['handle arg_person']],
    ['x.com/Arg_Person och 08-123 456 78', ['handle arg_person', 'phone +46812345678']],
    ['den 2026-11-24 kl. 08.30, 12 000 kr', []],
    ['personnummer 010203-1234', []],
    ['112 och 114 14', []],
    ['en man med skägg', []],
  ])('%s', (text, found) => {
    expect([...addressesIn(text)].sort()).toEqual([...found].sort());
  });
});

const told = (id: string, what: string, more: object = {}): Incident => ({
  ...incident({ id }),
  ...{ reportedAt: '2026-11-24T09:00:00.000Z', report: { what, ...more } },
});

it('the senders of an incident are all that anybody has told of it, and no number of its own people', () => {
  const at = '2026-11-24T09:00:00.000Z';
  const values = (text: string) => [
    { at, by: people.officer, as: 'lead' as const, values: { offender: text } },
  ];
  const one: Incident = {
    ...told('a', 'ring mig på 070-111 11 11, skrev a@b.example', {
      phone: '+46701111111',
      witnesses: 'c@d.example',
    }),
    versions: values('@konto'),
    occurrences: [{ id: 'o', versions: values('0702222222') }],
  };
  expect([...sendersIn(one)].sort()).toEqual(['email a@b.example', 'handle konto', 'phone +46702222222']);
});

const marking = newMarking({ random: (size) => new Uint8Array(size).fill(7) });

it('incidents are linked by an address that is wholly the same, once for all that they have in common', () => {
  const senders = new Map(
    [
      told('a', 'x@y.example och 070-111 11 11'),
      told('b', 'X@Y.example, 0046701111111'),
      told('c', 'xx@y.example, 070-111 11 12'),
      told('d', '@konto'),
      told('e', 'facebook.com/konto, x@y.example'),
    ].map((one) => [one.id, new Set([...sendersIn(one)].map(marking))]),
  );
  expect(linkedBy(senders)).toEqual([
    { kinds: ['email'], ids: ['a', 'b', 'e'] },
    { kinds: ['phone'], ids: ['a', 'b'] },
    { kinds: ['handle'], ids: ['d', 'e'] },
  ]);
});
