/* Next of kin: whom a politician wants rung, and how it is shown to those who help in an open matter. */

/** The politician's own pages. */
export const KIN = {
  button: 'Mina anhöriga',
  title: 'Vem ska vi ringa om något händer dig?',
  lines: [
    'Du väljer själv om du skriver upp någon. Bara den som hjälper dig i ett pågående ärende kan se det, och du får veta varje gång.',
    'Säg till personen att du har gjort det. Ta bort eller ändra när du vill.',
  ],
  count: (count: number) =>
    count === 0
      ? 'Ingen står på listan än.'
      : `Du har ${count === 1 ? 'en person' : `${count} personer`} på listan.`,
  open: 'Visa och ändra',
  add: 'Lägg till en person',
  full: 'Du har tre på listan. Ta bort någon om du vill byta.',
  formTitle: 'Vem ska vi ringa?',
  fields: {
    name: 'Namn',
    relation: 'Vem är hen för dig?',
    phone: 'Telefon',
    note: 'Något att tänka på innan vi ringer?',
  },
  save: 'Spara',
  change: 'Ändra',
  remove: 'Ta bort',
};

/** Shown to who leads, or the strategist, of an open matter. */
export const KIN_LOOK = {
  button: 'Anhöriga',
  title: 'Är det tryggt att ringa dem?',
  lines: [
    'Hotet kan komma från någon nära, och den du ringer kan bli rädd. Fråga den utsatte först om du kan.',
    'Den utsatte får veta att du har tittat. Det skrivs också i loggen.',
  ],
  yes: 'Ja, visa vem jag ringer',
  shownTitle: 'Ring så här',
  none: 'Den utsatte har ingen på listan.',
  ask: 'Gruppledaren kan ha en egen lista. Ring och fråga efter anhöriga till den du hjälper.',
  note: 'Tänk på',
  /** On the politician's own card. `who`: the official. */
  looked: 'Någon har sett vilka vi kan ringa',
  lookedLine: (who: string, at: string) => `${who} tittade ${at} på vilka anhöriga du har skrivit upp.`,
};
