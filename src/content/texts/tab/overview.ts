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
  year: 'År',
  about: 'Små tal visas inte, för då kan någon räkna ut vem det gäller. Övningar är inte med.',
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
