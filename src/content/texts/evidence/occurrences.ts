/* A campaign: events that are added to an incident, each with its own day, words and files. */

/** The events of an incident, in a list and one by one. */
export const EVENTS = {
  again: 'Det har hänt igen',
  againTitle: 'Vad har hänt nu?',
  againLines: [
    'Hör det ihop med det här? Lägg till det i samma ärende. Är det något helt annat? Skriv en ny rapport.',
  ],
  here: 'Lägg till i det här ärendet',
  other: 'Skriv en ny rapport',
  add: 'Lägg till händelse',
  list: 'Händelser',
  listTitle: 'Fler händelser',
  listLines: ['Den tidigaste står först. Det som rapporterades från början står under Visa uppgifter.'],
  empty: 'Ingen händelse är tillagd än.',
  open: 'Visa',
  formTitle: 'Vad har hänt nu?',
  formLines: ['Är det bråttom får den som leder veta det nu. Annars en gång om dagen.'],
  title: (day: string) => `Händelsen ${day}`,
  more: 'Vill du lägga till något? Det står bredvid det som redan finns.',
  noDay: 'okänd dag',
  span: (from: string, to: string) => `${from} till ${to}`,
  told: (at: string) => `Tillagd ${at}`,
  files: (count: number) =>
    count === 1 ? 'En fil hör till händelsen.' : `${count} filer hör till händelsen.`,
  /** On the cards of those who lead and help, and on the victim's. */
  count: (count: number, at: string) =>
    count === 1 ? `En händelse till kom in ${at}.` : `${count} händelser till. Den senaste kom in ${at}.`,
};
