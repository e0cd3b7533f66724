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
  /** A line of the morning round that stands for several. */
  more: (count: number) => `och ${count} till i samma händelse`,
  others: 'De andra',
  led: 'Någon leder det',
  unled: 'Ingen leder det än',
  open: (reference: string) => `Öppna ${reference}`,
  join: 'För ihop',
  leave: 'Ta ut det här ärendet',
  /** On the form of a step that is led once for all. */
  forAll: 'Skriv samma sak i alla ärenden',
  confirmForAll: 'Jag godkänner i alla ärenden',
};

/* Two reports of one matter: one goes on, the other ends and leads to it. */

export const MERGE = {
  button: 'Samma sak i två ärenden',
  title: 'Vilket ärende går vidare?',
  lines: [
    'Det här ärendet slutar, och det du väljer går vidare. Allt som är skrivet följer med, och var och en har sin text kvar.',
    'Den som skrev den här rapporten får inget veta om den andra. Bilder och filer ligger kvar här.',
  ],
  none: 'Du har inget öppet ärende som det kan gå in i. Du behöver leda båda, och samma personer ska få läsa dem.',
  field: 'Ärendet som går vidare',
  choice: (reference: string, at: string, who: string) => [reference, who, at].filter(Boolean).join(' · '),
  save: 'Låt det gå vidare där',
  /** On the ended one, to whoever reads it. */
  goesOn: (reference: string) => `Det går vidare i ärende ${reference}.`,
  /** On the one that goes on. */
  took: (references: string) => `Här finns också det som stod i ärende ${references}.`,
};
