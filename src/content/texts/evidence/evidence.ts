import type { Evidence } from '../../../routine/model/incident';
import type { FileKind } from '../../../routine/rules/report/evidence';
import type { Names } from '../../names';

/* Pictures and files that somebody gives as evidence. */

const KINDS: Readonly<Record<FileKind, string>> = {
  picture: 'Bild',
  film: 'Film',
  sound: 'Ljud',
  document: 'Dokument',
  archive: 'Packad fil',
  program: 'Program',
  page: 'Webbsida',
  unknown: 'Okänd fil',
};

const NUMBER = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const KB = 1_024;

/** A size as people know it: "340 kB", "1,2 MB". */
const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} kB` : `${NUMBER.format(bytes / KB / KB)} MB`;

/** The kind and size of a file. */
export const fileLine = (kind: FileKind, bytes: number): string => `${KINDS[kind]}, ${sizeOf(bytes)}`;

/** The card of files that came. */
export const FILES = {
  kicker: 'Bilder och filer',
  ask: (count: number) => (count === 1 ? 'Spara det här som bevis?' : 'Spara de här filerna som bevis?'),
  askLines: ['Det sparas krypterat och ändras aldrig.', 'Väljer du inget tas det bort om ett dygn.'],
  doNotSend: [
    'Intima bilder, eller bilder av barn som utnyttjas? Skicka dem inte hit. Spara dem för polisen och visa ingen annan.',
  ],
  toDraft: 'Spara i min rapport',
  toNewDraft: 'Spara i en ny rapport',
  toIncident: (reference: string) => `Spara i ${reference}`,
  asList: 'Läs som kontaktlista',
  drop: 'Ta bort',
  showDraft: 'Visa filerna',
  someOf: (count: number) => `Här är de ${count} första. Ta bort en, så visar jag nästa.`,
  goOn: 'Skriv vidare på rapporten',
  send: 'Skicka bilden eller filen här i chatten. Då frågar jag var den ska sparas.',
  most: (megabytes: number) => `En fil får vara högst ${megabytes} MB.`,
  oneDrive:
    'Filen ligger också i din OneDrive, i mappen Microsoft Teams-chattfiler. Öppna OneDrive och ta bort den där om du inte vill ha den kvar.',
  pasted: 'Bilden står kvar i chatten. Håll på meddelandet och välj Ta bort om du inte vill ha den kvar.',
  disguised: 'En fil är inte vad namnet säger. Öppna den inte.',
  program: 'En fil är ett program. Öppna den inte.',
  notTaken: 'Filen kunde inte sparas',
  done: {
    inDraft: 'Sparat i din rapport',
    inIncident: (reference: string) => `Sparat i ${reference}`,
    dropped: 'Borttaget här',
    nothing: 'Inget väntar på svar',
    full: 'Det är för många filer',
  },
  inDraftLines: ['Det följer med din rapport när du skickar den.'],
  inIncidentLines: ['De som läser rapporten ser att filen finns.'],
  fullLines: ['Spara eller ta bort dem som väntar först. Skriv ”bevis” för att se dem.'],
  keepOwn: 'Spara ditt eget exemplar också.',
};

/** Why a file was not taken, and what to do. */
export const FILE_FAULTS: Readonly<Record<string, (megabytes: number) => string>> = {
  notFetched: () => 'Teams släppte inte ut filen. Skicka den en gång till.',
  notArrived: () =>
    'Filen kom inte fram. Skicka den en gång till, helst från en dator. Från en telefon kommer bilder ibland inte hit.',
  tooBig: (megabytes) => `Filen är större än ${megabytes} MB. Spara den själv och visa den för polisen.`,
  empty: () => 'Filen är tom. Kontrollera den och skicka den igen.',
  notKept: () => 'Filen kan inte sparas just nu. Behåll den och skicka den igen om en stund.',
  closed: () => 'Ärendet är avslutat. Spara i en ny rapport i stället.',
};

/** Files in an incident's details. */
export const EVIDENCE = {
  label: 'Bild eller fil',
  by: {
    victim: 'Den utsatte',
    reporter: 'Den som rapporterade',
    lead: 'Den som leder',
  },
  noName: 'Utan namn',
  /** The first signs of the fingerprint: enough to compare by eye. */
  print: (sha256: string) => `SHA-256 ${sha256.slice(0, 16)}…`,
  /** To whoever leads: not what it is, nor from whom. */
  added: (count: number, at: string) =>
    count === 1
      ? `En fil har kommit ${at}. Se Visa uppgifter.`
      : `${count} filer har kommit, senast ${at}. Se Visa uppgifter.`,
  /** The name of a file that is handed over: nothing of what its giver called it. */
  fileName: (reference: string, number: number, ending: string) => `Bevis ${reference} ${number}${ending}`,
  inDraft: (count: number) => (count === 1 ? '1 fil följer med' : `${count} filer följer med`),
};

/** Whoever gave a file, by what they are in the incident; the post by the municipality's own name for it. */
export const giverTitle = ({ strategist }: Pick<Names, 'strategist'>, as: Evidence['as']): string =>
  as === 'strategist' ? strategist.title : EVIDENCE.by[as];

/** Files of an incident in the tab. */
export const GIVEN = {
  title: 'Bilder och filer',
  none: 'Här är tomt. En bild på det som hände hjälper den som läser.',
  look: 'Visa bilden',
  hide: 'Dölj bilden',
  lookOf: (what: string, note: string) => `Visa bilden: ${what}, ${note}`,
  alt: (note: string) => `Bilden som den gavs. ${note}`,
  logged: 'Att du ser bilden sparas i loggen.',
  lost: 'Bilden går inte att visa. Den kan vara skadad.',
  take: 'Hämta filen',
  addTitle: 'Lägg till bilder eller filer',
  drop: 'Dra filer hit, eller välj dem.',
  choose: 'Välj filer',
  send: (count: number) => (count === 1 ? 'Spara filen' : `Spara ${count} filer`),
  most: (megabytes: number) =>
    `En fil får vara högst ${megabytes} MB. Den sparas krypterad och ändras aldrig.`,
  remove: (name: string) => `Ta bort ${name}`,
  removeShort: 'Ta bort',
  waiting: 'Väntar',
  sending: (percent: number) => `Sparar … ${percent} %`,
  kept: 'Sparad',
  failed: 'Inte sparad',
  keptAll: (count: number) => (count === 1 ? '1 fil är sparad.' : `${count} filer är sparade.`),
  stays: 'Filerna som inte sparades står kvar här. Prova igen.',
  full: 'Ärendet tar inte emot fler filer. Spara dem själv och visa dem för polisen.',
  taken: 'Filen är hämtad. Behöver du den igen? Gå tillbaka och börja om.',
  late: 'Det har gått mer än en minut, eller så är filen redan hämtad. Gå tillbaka och börja om.',
};
