import { capital, type Names } from '../names';
import { COMMON } from './common';

/* The cards of those who help: asked to lead, standing by, leading. */

/** The text as it stands after a lead-in word: its first letter in lower case. */
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Cards of those who are asked to lead or stand by. */
export const NOTICE = {
  title: 'Någon behöver dig nu',
  calmTitle: 'Ett nytt ärende väntar på dig',
  lines: ['Tryck först. Då vet alla att någon tar hand om det. Sedan får du veta mer.'],
  from: (at: string) => `Kom in ${at}.`,
  second: (name: string) => `${name} leder redan. Tryck om du vill vara reserv. Du får läsa om du tar över.`,
  toldTitle: 'Ett ärende har kommit in',
  /** `who`: the posts of those who are asked first. */
  toldLines: (who: string) =>
    `${capital(who)} frågas först. Du får läsa om du behövs, eller om ingen svarar.`,
  toldAlone: 'Du får läsa om du behövs, eller om ingen svarar.',
  toldLed: (who: string) => `${capital(who)} har tagit emot.`,
  /** Something that should have been passed on at once, after what kind of thing it is. */
  notPassedOn: 'Den som tog emot har inte kontaktat dig än.',
  notTaken: 'Ingen har tagit emot än. Ring dem som har fått frågan. Svarar ingen? Ta över, så får du läsa.',
  declined:
    'Tack för att du sa till. Frågan har gått vidare till nästa. Kan du ändå? Tryck på Jag har tagit emot.',
  recused: 'Tack. Du är inte längre med i det här ärendet.',
  out: 'Du är inte längre med i ärendet.',
  taken: (name: string) => `${name} leder ärendet. Du behöver inte göra något nu.`,
  standbyTitle: (name: string) => `${name} leder ärendet`,
  standbyLines: ['Du är reserv och kan läsa. Du behöver inte göra något nu.'],
  /** Stands by, and has not led. */
  reserveLines: (name: string) =>
    `Du är reserv. Jag säger till om du behövs. Fråga ${name} om du undrar något.`,
  /** The strategist, who has the whole of it and nothing to do. */
  followLines: ['Du kan läsa. Du behöver inte göra något nu.'],
  helperLines: [
    'Du har fått en del av ärendet, och kan läsa det som den behöver. Du har inget kvar att göra nu.',
  ],
  unledTitle: 'Ingen leder ärendet än',
  unled: (names: string) => `${names} har fått frågan. Ring gärna.`,
  unledReads: 'Du kan läsa tills någon tar emot.',
};

/** Asked as the one who oversees: to see to it that somebody leads. */
export const OVERSEER = {
  title: 'Någon behöver hjälp nu',
  show: 'Visa namn och nummer',
  asked: (names: string) => `${names} har fått frågan men inte svarat. Ring dem.`,
  nobody: 'Ingen annan kan ta emot just nu.',
  lines:
    'Du kan också ringa den utsatte. Kan ingen annan leda? Ta över och skriv varför. Då får du läsa ärendet.',
};

/** The lead's card. */
export const LEAD = {
  count: (done: number, all: number) => `${done} av ${all} klara`,
  approveLines: 'Tryck när ni är redo. Då öppnas steget.',
  approveOther: (who: string) => `Tryck, så får ${who} veta att det är dags.`,
  checkLines: ['De flesta svaren finns redan. Läs dem, och fyll i det som saknas.'],
  sections: 'Så långt har ni kommit',
  municipalityChosen: 'Den utsatte valde kommunen. Säg inget till partiet om den utsatte inte vill det.',
  partyOut: (at: string) => `Ingen i partiet kan läsa sedan ${at}.`,
  with: (who: string) => `väntar på ${who === COMMON.you ? 'dig' : who}`,
  who: 'Det gäller',
  phone: 'Telefon',
  ringInTeams: 'Ring i Teams',
  writeInTeams: 'Skriv i Teams',
  ringPhone: 'Ring telefonen',
  ringFirst: 'Ring den utsatte nu',
  ringWords: 'Säg vem du är och varför du ringer. Fråga: Är du i säkerhet? Kan du prata? Är någon hos dig?',
  noNumber: 'Jag har inget nummer här. Tryck på Visa uppgifter och se vem som berättade.',
  afterwards: (title: string) => `Sedan: ${lowered(title)}`,
  postEnded: ({ firstContact }: Names) =>
    `Du är inte längre ${firstContact.short}. Fråga den utsatte vem som ska leda. Blir det en annan? Lämna över.`,
  ringTitle: 'Den utsatte vill att du ringer',
  reviewTitle: 'Till sist: hur gick det?',
  reviewLines: ({ strategist }: Names) => [
    `Fråga gärna den utsatte och ${strategist.definite} också. Det räcker med korta svar.`,
  ],
  /** To a strategist who leads. */
  reviewOwnLines: ['Fråga gärna den utsatte också. Det räcker med korta svar.'],
  closeAsk: 'Vill du avsluta ärendet?',
  closeHappens: [
    'Den utsatte får veta att ärendet är avslutat. Det får också de i kommunen som har varit med.',
    'Knapparna försvinner hos alla, och jag påminner ingen mer. Allt sparas, och det går att öppna igen.',
  ],
  closeYes: 'Ja, avsluta',
  closeTitle: 'Alla steg är klara',
  closeLines: ['Du kan avsluta ärendet. Det går att öppna igen.'],
  firstTalkTitle: 'Håll det första samtalet',
  firstTalkLines: ['Fråga hur det är och vad som behövs. Skriv sedan några rader. Gör det så snart det går.'],
  waitTitle: 'Nu väntar ni på andra',
  /** Nobody is waited for: the next step has its day. */
  nothingNow: 'Klart för nu',
  waitLines: ['Inget steg väntar på dig just nu. Jag säger till här.'],
  waitFor: (who: string, what: readonly string[]) =>
    `Väntar på ${who}: ${COMMON.listAnd(what.map(lowered))}.`,
  askTitle: 'Fråga om polisanmälan',
  askLines: ['Läs upp frågan för den utsatte och fyll i svaret.'],
  talkTitle: (day: string) => (day ? `Nästa uppföljningssamtal: ${day}` : 'Nästa uppföljningssamtal'),
  mistake: 'Den utsatte säger att hen tryckte fel. Ring ändå och hör efter om allt är bra.',
  noAccount: 'Den utsatte har inget konto här än. Vill hen ha det? Tryck på Fler val och Koppla till konto.',
  closed: (what: string, at: string) => `✓ ${what} är avslutat · ${at}`,
  opensFrom: (day: string) =>
    `Nästa steg är uppföljningssamtalet. Det öppnas ${day}. Vill du öppna det nu? Tryck på Alla åtgärder.`,
  last: (day: string) => `senast ${day}`,
  lastDay: (day: string) => `Sista dagen är ${day}.`,
  victimVictim: 'den utsatte',
  other: 'den som anmäler',
};

/** Asked of the lead once an acute matter has calmed. */
export const STILL_ACUTE = {
  ask: 'Är det fortfarande akut?',
  detail: 'Jag ändrar inget själv.',
  yes: 'Ja, fortfarande akut',
  no: 'Nej, inte akut längre',
};

/** Protection measures that were decided: who does what by when, and whether it is done. */
export const PROTECTION = {
  title: 'En skyddsåtgärd är bestämd',
  lines: ['Skriv ingen adress. Jag påminner den som ser till att det blir gjort.'],
  fields: {
    what: 'Vad är bestämt?',
    who: 'Vem gör det?',
    day: 'Vilken dag ska det vara klart?',
    owner: 'Vem ser till att det blir gjort?',
  },
  owners: ({ strategist }: Names) => ({ lead: 'Den som leder', strategist: capital(strategist.definite) }),
  button: 'Skyddsåtgärder',
  next: 'Nästa åtgärd',
  /** On the card of who sees to it: nothing of what it is. */
  dueTitle: 'En skyddsåtgärd ska vara klar',
  lateTitle: 'En skyddsåtgärd är sen',
  dueLines: (day: string) => [
    `Sista dag: ${day}. Hör efter med den som gör den. Är den gjord? Tryck på Visa åtgärden och sedan på Genomförd.`,
  ],
  ahead: (count: number, day: string) =>
    count > 1
      ? `${count} skyddsåtgärder väntar. Den första ska vara klar ${day}.`
      : `En skyddsåtgärd ska vara klar ${day}.`,
  moveTitle: 'Vilken dag ska skyddsåtgärden vara klar?',
  moveLines: ['Jag sparar den gamla dagen och vem som ändrade. Påminnelsen flyttas med.'],
  waiveTitle: 'Varför behövs inte skyddsåtgärden?',
  labels: {
    what: 'Skyddsåtgärd',
    who: 'Gör den',
    day: 'Ska vara klar',
    owner: 'Ser till att det blir gjort',
    moves: 'Dagen är ändrad',
  },
  /** In the details. */
  by: (day: string) => `ska vara klar ${day}`,
  doneAt: (at: string) => `genomförd ${at}`,
  waived: (why: string) => `behövs inte: ${why}`,
};

/** The threat assessment of a threat by phone, or of a bomb. */
export const THREAT = {
  button: 'Skriv in hotbedömning',
  title: 'Hotbedömning',
  lines: ({ strategist }: Names) => [
    `Gör den ihop med ${strategist.definite}, polisen och andra som behövs. Tänk noga igenom vem hotet kommer från.`,
    'Vid bombhot: ring 112.',
  ],
  fields: {
    who: 'Vilka var med?',
    source: 'Vad är känt om den som hotar?',
    outcome: 'Hur allvarligt bedöms hotet?',
  },
  /** On the lead's card until it is made. */
  remark: 'Gör en hotbedömning: tryck på Skriv in hotbedömning.',
};
