import type { ActVerb } from '../../routine/acts/acts';

/* The log of an incident: acts and looks, with time, person and role. */
import type { Names } from '../names';

/* The log of an incident: who did and looked at what, when and as what. */

export const LOG = {
  button: 'Vem har läst?',
  title: 'Logg för ärendet',
  looksTitle: 'Vem har läst om dig?',
  looksEmpty: 'Ingen annan har läst något än.',
  /** An operator who looked, with the name that was given. */
  operator: (by: string) => by.replace(/^operator ?/, '') || 'Den som sköter boten',
  purposeLines: [
    'Loggen visar vem som har läst och gjort vad.',
    'Skriv varför du läser den. Det sparas också.',
  ],
  purpose: 'Varför läser du loggen?',
  read: 'Läs loggen',
  broken: 'Loggen är inte hel. Säg till den som sköter boten.',
  empty: 'Loggen är tom.',
  by: (name: string, role: string) => (role && role !== name ? `${name}, ${role}` : name),
  line: (who: string, what: string) => `${who}: ${what}`,
  why: 'Skäl',
  unknown: 'Gjorde något annat',
};

/** A person's role in the incident when they looked. */
export const logRoles = ({
  strategist,
  filer,
}: Pick<Names, 'strategist' | 'filer'>): Readonly<Record<string, string>> => ({
  victim: 'den utsatte',
  maybeVictim: 'kanske den utsatte',
  struck: 'har dolt sitt namn',
  reporter: 'rapportör',
  lead: 'ledde ärendet',
  standby: 'var reserv',
  official: 'i kommunen',
  candidate: 'tillfrågad',
  declined: 'sa nej',
  strategist: strategist.short,
  stepStrategist: strategist.short,
  toldStrategist: strategist.short,
  filer: filer.short,
  escalated: 'fick veta',
  informed: 'fick veta',
  confirmer: 'skulle godkänna',
  operator: 'sköter boten',
});

/** Roles as release 0.1 named them in what it wrote. */
export const FORMER_ROLES: Readonly<Record<string, string>> = { chiefExecutive: 'filer' };

/** The acts of the history, in a few words each. */
const ACTS: Readonly<Record<ActVerb | 'raiseAlarm' | 'sendReport', string>> = {
  raiseAlarm: 'Larmade',
  sendReport: 'Skickade rapporten',
  acknowledge: 'Tog emot',
  decline: 'Sa att hen inte kunde',
  recuse: 'Sa att hen var för nära',
  changeContact: 'Bytte kontaktperson',
  handOver: 'Lämnade över',
  withdrawConsent: 'Lät bara kommunen läsa',
  reportOwnParty: 'Sa att hotet kom från partiet',
  markMistake: 'Sa att hen tryckte fel',
  callMe: 'Bad om samtal',
  callNow: 'Bad om samtal genast',
  tellParty: 'Lät partiet få veta',
  policeTookOver: 'Polisen tog över',
  spoke: 'Pratade med den utsatte',
  takeOver: 'Tog över',
  wait: 'Valde att vänta',
  keepLead: 'Behöll kontaktpersonen',
  recordCall: 'Skrev in ett telefonsamtal',
  resend: 'Skickade ett kort igen',
  recordRegistry: 'Skrev in diarienumret',
  recordArchived: 'Skrev in svaret om arkivet',
  hold: 'Sa att ärendet ska sparas',
  release: 'Sa att ärendet får raderas',
  setCompany: 'Skrev in vem som är hos den utsatte',
  endCompany: 'Skrev att ingen behövs nu',
  approve: 'Godkände ett steg',
  endStep: 'Gjorde klart ett steg',
  addRecord: 'Skrev in ett svar som kom senare',
  skipStep: 'Hoppade över ett steg',
  reopenStep: 'Öppnade ett steg igen',
  proposeGroups: 'Föreslog vilka som får veta',
  confirmGroups: 'Godkände vilka som får veta',
  answerGroups: 'Svarade om vad andra får veta',
  recordGroupsWord: 'Skrev in svar om vad andra får veta',
  decide: 'Svarade om polisanmälan',
  recordDecision: 'Skrev in svar om polisanmälan',
  askDecision: 'Frågade om polisanmälan',
  belongs: 'Svarade om det gäller hen',
  answerParty: 'Svarade om partiet',
  recordParty: 'Skrev in svar om partiet',
  showName: 'Lät sitt namn synas igen',
  mask: 'Dolde ord i texten',
  maskNothing: 'Läste igenom texten: inget mer att dölja',
  bindVictim: 'Kopplade ett konto till ärendet',
  answerChecks: 'Svarade på frågor',
  addTalk: 'Skrev in ett uppföljningssamtal',
  waiveTalk: 'Skrev att ett samtal inte blir av',
  addProtection: 'Skrev in en skyddsåtgärd',
  assessThreat: 'Skrev in en hotbedömning',
  endProtection: 'Skrev att en skyddsåtgärd är genomförd',
  waiveProtection: 'Skrev att en skyddsåtgärd inte behövs',
  amend: 'Fyllde på rapporten',
  raiseAcute: 'Sa att det är akut',
  lowerAcute: 'Sa att det inte är akut',
  writeReview: 'Skrev hur det gick',
  sayWord: 'Sa hur det gick',
  close: 'Avslutade ärendet',
  reopen: 'Öppnade ärendet igen',
};
/** The same by whatever stands in a row. */
export const LOG_ACTS: Readonly<Record<string, string>> = ACTS;

/** The looks that are logged, by page. */
export const LOG_LOOKS: Readonly<Record<string, string>> = {
  name: 'Såg vem det gäller',
  details: 'Läste uppgifter',
  reach: 'Såg namn och nummer',
  story: 'Läste vad som hänt',
  versions: 'Läste allt som skrivits',
  step: 'Läste ett steg',
  later: 'Läste ett steg som är klart',
  result: 'Läste vad som är gjort',
  checks: 'Läste frågor och svar',
  talk: 'Öppnade ett uppföljningssamtal',
  firstTalk: 'Öppnade det första samtalet',
  measure: 'Läste en skyddsåtgärd',
  review: 'Läste hur det gick',
  word: 'Läste sitt svar om hur det gick',
  amend: 'Läste rapporten',
  groups: 'Läste vilka som får veta',
  confirm: 'Läste förslaget',
  readFirst: 'Läste vad andra ska få veta',
  askReading: 'Läste upp vad andra ska få veta',
  company: 'Läste vem som är hos den utsatte',
  log: 'Läste loggen',
  mask: 'Läste texten för att dölja namnet',
  party: 'Såg vilket parti',
  registry: 'Läste det som diariet behöver',
  bookTalk: 'Såg hur den utsatte nås',
  personData: 'Tog fram uppgifter om en person',
};
