/* Next of kin: whom a politician wants rung, and how it is shown to those who help in an open matter. */

/** The politician's own pages. */
import type { Names } from '../../names';

export const KIN = {
  button: 'Mina anhöriga',
  title: 'Vem ska vi ringa om något händer dig?',
  lines: ({ strategist }: Names) => [
    `Du väljer själv om du skriver upp någon. I ett pågående ärende kan den som leder se det. Det kan ${strategist.title} också.`,
    'Den som leder kan fråga partiet efter numret. Då kan den som har partiets lista se det i en timme. Du får veta varje gång någon tittar.',
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
  ask: 'Partiet kan ha en egen lista. Ring och fråga efter anhöriga till den du hjälper.',
  note: 'Tänk på',
  /** On the politician's own card. `who`: the official. */
  looked: 'Någon har sett vilka vi kan ringa',
  lookedLine: (who: string, at: string) => `${who} tittade ${at} på vilka anhöriga du har skrivit upp.`,
};

/** Whoever holds the party's list is asked for the numbers. What stays in the chat names nobody but officials. */
export const KIN_ASK = {
  /** The press of who leads. `who`: the official who holds the list. */
  button: 'Fråga partiet om numret',
  willAsk: (who: string, minutes: number) =>
    `${who} kan ha en egen lista. Fråga, så visar jag numret där i ${minutes} minuter.`,
  /** To whoever holds the list: before the press, and after it. */
  title: 'Har du numret till en anhörig?',
  lines: [
    'Någon i ditt parti behöver hjälp. Tryck för att se vem.',
    'Personen får veta att du har tittat. Det skrivs också i loggen.',
  ],
  open: 'Visa vem det gäller',
  /** Under the politician's name. */
  whose: 'numret till hens anhöriga behövs',
  shown: (until: string) => `Du ser det här till ${until}. Berätta inte för någon annan.`,
  noneLeft: 'Hen har inte skrivit upp någon hos mig. Har du en egen lista?',
  give: 'Ring den som leder om du hellre lämnar numret.',
  rings: 'Jag ringer själv och berättar',
  noList: 'Jag har inte listan',
  ringing: 'Du ringer de anhöriga',
  ringingLine: 'Den som leder vet att du ringer. Ring den som leder när du har nått dem.',
  again: 'Visa numret igen',
  thanks: 'Tack för svaret. Den som leder vet att du inte har listan.',
  gone: 'Numret till anhöriga visas inte längre. Behövs det igen frågar den som leder på nytt.',
  /** To whoever leads: how it goes. `who`: the official who was asked. */
  words: {
    waits: (who: string, at: string) => `${who} fick din fråga om anhöriga ${at}.`,
    seen: (who: string, at: string) => `${who} såg numret till anhöriga ${at}.`,
    rings: (who: string, at: string) => `${who} ringer de anhöriga och berättar. Svaret kom ${at}.`,
    noList: (who: string, at: string) => `${who} har ingen lista på anhöriga. Svaret kom ${at}.`,
    silent: (who: string, at: string) =>
      `${who} har inte svarat om anhöriga. Frågan gick ${at}. Ring i stället.`,
  },
  /** In the night: the question goes in the morning. */
  later: (who: string, at: string) => `${who} får din fråga om anhöriga ${at}.`,
};
