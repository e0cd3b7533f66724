import type { Names } from '../../names';

/* Somebody who has no Teams, or rings instead: an official writes for them, and reads aloud how it stands. */

export const REGISTER = {
  button: 'Registrera åt någon',
  title: 'Vem berättar för dig?',
  lines: [
    'Fara just nu? Be personen ringa 112, eller ring själv.',
    'Läs frågorna högt och skriv svaren. Det är personens egna ord som räknas.',
  ],
  fields: {
    came: 'Hur berättar personen?',
    party: 'Personens parti',
    /** Read aloud. */
    partyMay: 'Fråga högt: Vill du att ditt parti får läsa det här?',
    moreVictims: 'Fler utsatta av samma sak? Skriv en person på varje rad',
  },
  morePlaceholder: 'Namn, parti, telefon',
  /** Of a line that tells of one more victim. */
  faults: {
    noName: (line: number) => `Rad ${line}: skriv ett namn först på raden.`,
    unread: (line: number) =>
      `Rad ${line}: jag förstår inte allt efter namnet. Skriv namn, parti, telefon, med komma emellan. Har du inget parti eller nummer? Skriv bara namnet.`,
    tooMany: (line: number) =>
      `Det får plats 200 personer åt gången. Ta bort raderna från rad ${line}. Skicka dem sedan för sig.`,
  },
  /** On the page with a number, where several are registered. */
  firstOnly: 'Här gäller det bara den första personen. De andras nummer skriver du på deras rader.',
  /** Before several are sent: how many, and the first of them. */
  several: (count: number) => `${count} personer`,
  more: (count: number) => `och ${count} till`,
  severalLines: [
    'Var och en får ett eget ärende. Ingen av dem ser de andra. Samma namn två gånger räknas som en person.',
    'Svaret om partiet gäller alla. Har någon svarat annat? Skriv den personen för sig. Utan parti får bara kommunen veta. De andra partierna läser bara om sina egna.',
  ],
  severalFiles: 'Bilder och filer hamnar bara hos den första.',
  severalTitle: 'Du har rapporterat åt alla',
  severalSent: [
    'Var och en har ett eget ärende. De som ska hjälpa får veta om en liten stund.',
    'Du hittar ärendena under Mina ärenden. Ringer någon av dem igen? Läs upp läget, så ser du vem ärendet gäller.',
  ],

  came: { phone: 'På telefon', inPerson: 'På plats' },
  partyMay: { yes: 'Ja', no: 'Nej, bara kommunen', unknown: 'Personen vet inte än' },
  consent: 'Läs upp det här för personen innan du skickar.',
  /** The official's own card, once it is sent. */
  sentTitle: 'Du har registrerat åt någon',
  sentLines: ({ strategist }: Names) => [
    'Personen får inga kort här. Den som leder ringer med frågorna.',
    `Ringer personen igen? Läs upp läget. Du ser inte mer av ärendet än så, om inte ${strategist.definite} ger dig en uppgift.`,
  ],
  /** Among what is read, and in the document. */
  label: 'Registrerat åt den utsatte',
  by: (name: string, came: 'phone' | 'inPerson') =>
    `Den utsatte ${came === 'phone' ? 'ringde' : 'kom hit'}. ${name} skrev ner det som hen sa.`,
};

export const ALOUD = {
  button: 'Läs upp läget',
  /** Beside the button, to whoever leads. */
  ringsYou: 'Ringer den utsatte dig och undrar hur det går?',
  title: 'Läs upp det här',
  about: 'Ärendet gäller',
  lines: ['Är du säker på vem du pratar med? Fråga efter namn och ring annars tillbaka på numret i ärendet.'],
  closed: 'Ditt ärende är avslutat. Behöver du mer hjälp öppnar vi det igen.',
  /** After what the card says. */
  asked: 'Läs sedan upp frågorna som väntar, och skriv in svaren.',
};
