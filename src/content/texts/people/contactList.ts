import type { RowFault } from '../../../routine/model/refusal';
import type { RowPart } from '../../../routine/rules/contactList/rowFaults';
import { COMMON } from '../common';

/* The contact list (Bilaga 4): the list itself, and the pages on which the strategist keeps it. */

/** The list, as everybody reads it. */
export const CONTACT_WORDS = {
  danger: 'Fara just nu',
  emergency: 'Ring 112',
  police: 'Polisens vanliga nummer',
  edit: 'Ändra listan',
};

/** The strategist's page of every row, and the form of one. */
export const EDIT_LIST = {
  title: 'Ändra kontaktlistan',
  missing: (parties: readonly string[]) =>
    `Ingen står på listan för ${COMMON.listAnd(parties)}. Larm därifrån går direkt till kommunen.`,
  right: (day: string) => `Sa att allt stämmer ${day}`,
  unasked: 'Har inte svarat om allt stämmer',
  change: 'Ändra',
  add: 'Lägg till',
  addTitle: 'Lägg till på listan',
  changeTitle: 'Ändra en rad',
  changeLines: [
    'Den som står på raden får veta vad du har ändrat. Det får också kommunens andra som sköter listan.',
  ],
  place: 'Uppdrag',
  fields: {
    name: 'Namn',
    phone: 'Telefon',
    email: 'E-post',
    order: 'Ordning (1 får frågan först)',
    groups: 'Grupper, med komma mellan',
    begins: 'Första dag, om den är bestämd',
    ends: 'Sista dag, om den är bestämd',
  },
  term: (from: string, to: string) =>
    from && to ? `${from} till ${to}` : from ? `Från ${from}` : `Till och med ${to}`,
  save: 'Spara',
  end: 'Ta bort från listan',
  endTitle: (name: string) => `Ska ${name} bort från listan?`,
  endLines: [
    'Personen får veta det och får inga fler frågor om ärenden. Leder hen ett ärende nu frågar jag den utsatte vem som ska ta över.',
    'Ska någon annan ha uppdraget? Då finns knappen Byt person under listan.',
  ],
  endYes: 'Ja, ta bort',
  again: 'Någon annan hann ändra raden. Här står den som den är nu. Gör din ändring igen.',
  history: 'Historik',
  historyTitle: 'Ändringar i kontaktlistan',
  historyEmpty: 'Ingen har ändrat listan än.',
  historyBroken: 'Rader i historiken saknas. Ring den som sköter boten.',
  operator: 'Den som sköter boten',
  others: (count: number) => `${count} till`,
  csv: 'Läs in eller ut',
};

/** The parts of a row, as a sentence has them. */
export const ROW_WORDS: Readonly<Record<RowPart, string>> = {
  role: 'uppdrag',
  party: 'parti',
  board: 'nämnd',
  order: 'ordning',
  name: 'namn',
  phone: 'telefon',
  email: 'e-post',
  groups: 'grupper',
  begins: 'första dag',
  ends: 'sista dag',
};

/** The faults of a row in words, with what to do. */
export const ROW_FAULTS: Readonly<Record<RowFault, string>> = {
  noPost: 'Uppdrag saknas. Skriv vad personen är, som på listan.',
  noSuchPost: 'Uppdraget finns inte i kommunen. Skriv det som på listan.',
  noParty: 'Parti saknas. Skriv som S, M eller C.',
  noSuchParty: 'Det partiet finns inte här. Skriv som S, M eller C.',
  partyNotAsked: 'Uppdraget hör inte till ett parti. Lämna parti tomt.',
  noBoard: 'Nämnd saknas. Skriv vilken nämnd.',
  noSuchBoard: 'Nämnden finns inte i kommunen. Skriv dess namn.',
  boardNotAsked: 'Uppdraget hör inte till en nämnd. Lämna nämnd tomt.',
  noName: 'Namn saknas. Skriv personens namn.',
  badName: 'Namnet har tecken som inte får plats. Skriv bara ord, siffror, punkt och streck.',
  noPhone: 'Telefon saknas. Skriv ett nummer som går att ringa.',
  badPhone: 'Numret går inte att ringa. Skriv bara siffror, med plus, mellanslag eller streck.',
  badEmail: 'E-posten är fel skriven. Skriv en adress som namn@kommun.se.',
  badOrder: 'Ordningen är fel. Skriv en siffra från 1 till 99.',
  noDeputies: 'Här finns ingen ersättare. Skriv 1 som ordning.',
  badGroups: 'Grupperna är fel. Skriv högst fem korta namn, med komma mellan.',
  badDay: 'Dagen är fel skriven. Skriv år, månad och dag, som 2027-01-01.',
  badTerm: 'Sista dagen ligger före den första. Rätta den ena.',
  twice: 'Personen står redan på listan för det uppdraget. Ändra den raden.',
  lastStrategist: 'Någon måste sköta listan. Lägg till en annan först.',
  noSuchRow: 'Raden finns inte på listan längre. Hämta en ny fil.',
  sameRow: 'Samma rad står två gånger i filen. Ta bort den ena.',
  tooLong: 'Raden är för lång. Korta texten.',
};

/** Words of the list's history, by what was done. `who`: whom it was about. */
export const LIST_ACTS: Readonly<Record<string, (who: string, parts: string) => string>> = {
  put: () => 'la upp hela listan',
  bind: (who) => `öppnade boten: ${who}`,
  silence: (who) => `intygade tystnad: ${who}`,
  rebind: (who) => `godkände ett nytt konto: ${who}`,
  setAway: (who) => `ändrade frånvaro: ${who}`,
  replace: (who) => `bytte person: ${who}`,
  add: (who) => `la till: ${who}`,
  end: (who) => `tog bort: ${who}`,
  change: (who, parts) => `ändrade ${parts}: ${who}`,
  import: (who) => `läste in en fil: ${who}`,
  right: (who) => `sa att allt stämmer: ${who}`,
};

/** Asked once a year of everybody on the list. */
export const RIGHT = {
  ask: 'Stämmer dina uppgifter?',
  askDetail: 'På kontaktlistan. Jag frågar en gång om året.',
  answer: 'Visa',
  title: 'Stämmer det som står om dig?',
  place: 'Uppdrag',
  none: 'Saknas',
  yes: 'Ja, allt stämmer',
  no: 'Nej, något är fel',
  wrong: (name: string) => `${name} säger att något är fel på listan`,
  wrongDetail: 'Ring och fråga vad som ska ändras.',
};

/** Changes of the list, to those who should know. */
export const LIST_NEWS = {
  changed: (name: string) => `Uppgifter om ${name} har ändrats. Stämmer det inte? Ring och fråga.`,
  changedOwn: 'Dina uppgifter på kontaktlistan har ändrats. Läs dem, och ring kommunen om något är fel.',
  termEnds: (name: string, role: string, day: string) =>
    `Uppdraget för ${name} (${role}) går ut ${day}, och ingen är utsedd efter det. Skriv notiser, så ser du vad du kan göra.`,
  gone: (name: string, role: string) => `${name} står inte längre på listan som ${role}.`,
  imported: 'Kommunen har läst in en fil med ändringar i kontaktlistan.',
};
