/* Many victims of one event: an incident each. Only who has several of them sees that they belong together. */

export const JOINED = {
  button: 'Samma händelse',
  /** On the small line on top, to a strategist. */
  kicker: 'Samma händelse som andra',
  title: 'Är det samma händelse?',
  lines: [
    'Varje utsatt har ett eget ärende. Här för du ihop dem som gäller en och samma händelse.',
    'Då kan kommunen prata med polisen en gång, för alla. Ingen annan ser att ärendena hör ihop.',
  ],
  /** It shares one already. */
  joinedTitle: 'De här hör ihop',
  joinedLines: ['Ärendena gäller samma händelse. Ingen annan ser att de hör ihop.'],
  none: 'Du har inget annat öppet ärende som det kan höra ihop med.',
  field: 'Ärenden i samma händelse',
  moreField: 'Fler ärenden i samma händelse',
  /** An incident among those that may be chosen. */
  choice: (reference: string, at: string, acute: string) =>
    [reference, acute, at].filter(Boolean).join(' · '),
  item: (reference: string, acute: string) => [reference, acute].filter(Boolean).join(' · '),
  led: 'Någon leder det',
  unled: 'Ingen leder det än',
  open: (reference: string) => `Öppna ${reference}`,
  join: 'För ihop',
  leave: 'Ta ut det här ärendet',
  /** On the form of a step that is led once for all. */
  forAll: 'Skriv samma sak i alla ärenden',
  confirmForAll: 'Jag godkänner i alla ärenden',
};
