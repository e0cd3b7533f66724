import type { RowPart } from '../../../routine/rules/contactList/rowFaults';

/* The contact list as a file: pasted as text, tried line by line, and taken in with one press; and to copy. */

/** The columns, by the words that a file may have for each; the first is what is written. */
export const COLUMNS: Readonly<Record<RowPart | 'id' | 'ending', readonly [string, ...string[]]>> = {
  role: ['uppdrag', 'post', 'roll'],
  party: ['parti'],
  board: ['nämnd'],
  order: ['ordning'],
  name: ['namn', 'kontakt'],
  phone: ['telefon', 'telefon/sms', 'telefonnummer', 'mobil'],
  email: ['e-post', 'epost', 'mejl'],
  groups: ['grupper', 'grupp'],
  begins: ['första dag', 'från', 'tillträder'],
  ends: ['sista dag', 'till och med', 'avgår'],
  ending: ['ta bort'],
  id: ['id'],
};

/** The words by which a line says that a row ends. */
export const ENDING = ['ja', 'x'];

/** The page of a file. */
export const CSV = {
  tryAgain: (file: string) => `Läs in ${file} igen`,
  title: 'Läs in eller ut listan',
  lines: [
    'Klistra in listan från ett kalkylblad eller en fil. Första raden ska ha rubriker.',
    'Jag visar först vad varje rad ändrar. Rader som inte är med blir kvar. Skriv ja under ”ta bort” för en rad som ska bort.',
  ],
  field: 'Listan som text',
  file: 'kontaktlista.csv',
  choose: 'Läs in från fil',
  paste: 'Klistra in listan',
  save: 'Spara listan som fil',
  unreadable: 'Filen gick inte att läsa. Spara den som CSV och prova igen.',
  try: 'Prova',
  again: 'Prova igen',
  take: (count: number) => (count === 1 ? 'Läs in en ändring' : `Läs in ${count} ändringar`),
  out: 'Hämta listan',
  outTitle: 'Listan som text',
  outLines: ['Markera allt och kopiera till ett kalkylblad. Ändra där, och klistra in det här igen.'],
  tried: 'Så här ändras listan',
  faulty: 'Inget är inläst. Rätta raderna med fel och prova igen.',
  nothing: 'Listan är redan så. Inget behöver läsas in.',
  line: (line: number) => `Rad ${line}`,
  more: (count: number) => `och ${count} rader till`,
  kinds: {
    new: (name: string) => `Ny: ${name}`,
    changed: (name: string, parts: string) => `Ändras: ${name} (${parts})`,
    same: (name: string) => `Samma som nu: ${name}`,
    ended: (name: string) => `Tas bort: ${name}`,
    fault: (name: string, faults: string) => `FEL. ${name}${faults}`,
  },
  faults: {
    empty: 'Det finns inga rader. Klistra in hela listan, med rubriker.',
    unread: 'Texten går inte att läsa som en lista. Ett citattecken kan saknas.',
    noHeader: 'Rubriker saknas. Överst ska det stå namn, telefon och uppdrag.',
    tooLong: 'Texten är för lång. Dela den och läs in en del i taget.',
    tooMany: 'För många rader på en gång. Läs in högst 90.',
  },
};
