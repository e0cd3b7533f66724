/* The tab's pages on all incidents: figures, log, improvements. */

const MONTHS = [
  'jan.',
  'feb.',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'dec.',
];

export const OVERVIEW = {
  between: (first: string, last: string) => `Från ${first} till ${last}`,
  year: 'År',
  about:
    'Små tal visas inte, för då kan någon räkna ut vem det gäller. Övningar, misstag och dubbletter räknas inte.',
  cut: 'Det finns fler ärenden än jag räknar. Be den som sköter boten om hjälp.',
  total: (year: string, count: number) => `${count} ärenden ${year}`,
  totalFew: (year: string) => `Inga ärenden, eller för få för att visas, ${year}`,
  few: 'Visas inte',
  count: 'Antal',
  table: 'Visa som tabell',
  months: 'Ärenden per månad',
  month: (month: string) => MONTHS[Number(month.slice(5)) - 1] ?? month,
  kinds: 'Vad det gällde',
  kindsNote: 'Ett ärende kan gälla flera saker.',
  channels: 'Hur hotet kom',
  unsaid: 'Inte angett',
  limits: {
    acknowledged: {
      title: 'Tog någon emot i tid?',
      note: 'Ett larm: innan nästa person fick frågan. Annars: innan det gick vidare till fler.',
    },
    company: {
      title: 'Var någon hos den utsatte i tid?',
      note: 'Akut: inom en timme från att någon tog emot. Annars: nästa dag.',
    },
    talk: {
      title: 'Hölls samtalet inom två veckor?',
      note: 'Räknat från dagen då det hände.',
    },
    sameDay: {
      title: 'Gjordes det som ska göras samma dag?',
      note: 'Till exempel att fråga polisen.',
    },
  },
  outcomes: {
    met: 'I tid',
    late: 'För sent',
    pending: 'Tiden går än',
    notApplicable: 'Gäller inte',
  } as Readonly<Record<string, string>>,
};

/* The year as the board reads it. */

export const SUMMARY = {
  button: 'Ladda ner till nämnden',
  file: (year: string) => `Sammanställning ${year}.docx`,
  title: (year: string) => `Hot mot förtroendevalda ${year}`,
  figures: 'Årets ärenden',
  month: 'Månad',
  limits: 'Höll vi tiderna?',
  outcome: 'Hur det gick',
  improvements: 'Det här ska bli bättre',
  improvementHeads: ['Vad', 'Gäller', 'Ansvar', 'Senast'],
  noImprovements: 'Inget är inskrivet.',
};

/* What is to become better, over all incidents of a year. */

export const IMPROVING = {
  first: 'Visa de första',
  none: 'Här är tomt. Förbättringar skrivs in när ett ärende har följts upp.',
  open: 'Öppna',
  unanswered: (reference: string) => `Ärende ${reference}: uppföljningen säger vad som kan bli bättre`,
  write: 'Skriv vad som ska göras',
};

/* The log of an incident as a page of its own. Whoever reads it says why, in a chat as in the tab. */

export const LOG_PURPOSE = {
  purposeLines: [
    'Loggen visar vem som har läst och gjort vad.',
    'Skriv varför du läser den. Det sparas också.',
  ],
  purpose: 'Varför läser du loggen?',
};

export const LOG_PAGE = {
  title: 'Rader i loggen',
  file: (reference: string) => `Logg ${reference}.csv`,
  heads: ['När', 'Vem', 'Vad', 'Skäl'],
  since: 'Från och med',
  until: 'Till och med',
  act: 'Vad',
  all: 'Allt',
  read: 'Visa',
  csv: 'Ladda ner som CSV',
  none: 'Inget i loggen passar. Prova andra dagar.',
};

/* A booked talk in a calendar. */

export const MEETING = {
  button: (day: string) => `Lägg i kalendern: ${day}`,
};

/* A person's own words, to take along. */

export const TAKE_WORDS = {
  button: 'Ladda ner det jag har skrivit',
  file: 'Mina ord.txt',
  none: 'Här är tomt. Det du skriver i ett ärende kommer hit.',
};
