import { capital, type Names } from '../names';
import { byWhom } from './common';

/* The pages that a press opens: a step, a reading of the details, lists, forms. */

/** Asked once a term of a party's officer, before they read. */
export const KEEP_SILENCE = {
  title: 'Innan du läser',
  lines: [
    'Det du läser berättar du bara för dem som rutinen eller den utsatte nämner. Det gäller också när ärendet är slut.',
    'Jag sparar dagen när du intygar det. Jag frågar en gång varje mandatperiod.',
  ],
  confirm: 'Jag intygar det',
  /** On the strategist's contact list. */
  since: (day: string) => `Intygade tystnad ${day}`,
  none: 'Har inte intygat tystnad än',
};

/** A step, and a finished or superseded card. */
export const STEP_CARD = {
  share: 'Får den som leder se allt det här?',
  doneBy: (who: string, at: string) => `Klart ${at} av ${byWhom(who)}.`,
  skippedBy: (who: string, at: string) => `Behövs inte, ${at} av ${byWhom(who)}.`,
  auto: 'Behövs inte, enligt det ni har svarat.',
  strategistIn: ({ strategist }: Names) => `${capital(strategist.definite)} hade redan ärendet.`,
  /** Why a rule ended it. */
  because: {
    municipalityChosen: 'Den utsatte valde kommunen. Partiet har inte fått veta.',
    noParty: 'Inget parti är valt. Partiet har inte fått veta.',
    partyNotAsked: 'Den utsatte har inte sagt ja till att partiet får veta.',
    victimDeclined: 'Den utsatte avstod.',
    notKnown: 'Uppgift saknas.',
    notArisen: 'Ingen hörde av sig.',
    unable: 'Den utsatte kan inte svara.',
  },
  notKnown: 'Uppgift saknas om anmälan',
  forOwner: 'Någon annan än den som har uppgiften fyllde i.',
  reason: 'Varför?',
  skipTitle: (step: string) => `Behövs inte: ${step}`,
  skipLines: ['Tryck på ett skäl, eller skriv ett eget.'],
  otherReason: 'Annat skäl',
  reopenTitle: (step: string) => `Öppna igen: ${step}`,
  nothingToTell: 'Klart, inget mer att veta',
  aloneReason: 'Varför bestämmer du ensam?',
  notOpen: 'Steget är inte öppet än.',
  othersWork: (who: string) => `Det här gör ${who}. Du ser här när det är klart.`,
  forWhom: (who: string) => `Det här gör ${who}. Du kan fylla i det i stället.`,
  restricted: 'Jag har begärt åtkomstskydd',
  linkStated: 'Jag har sagt att det rör ett politiskt uppdrag',
  finished: (what: string, at: string) => `✓ ${what} · klart ${at}`,
  superseded: (reference: string) => `Ärende ${reference}: se det nya kortet nedanför.`,
  supersededQuietly: 'Se det nya kortet nedanför.',
};

/** The control questions on one page. */
export const CHECKS_CARD = {
  noticeTitle: 'Kontrollfrågorna',
  title: 'Stämmer det här?',
  lines: ['Det här vet jag redan. Fyll i det som saknas.'],
  right: 'Det stämmer',
  change: 'Ändra svaren',
  answer: 'Svara',
};

/** 3.2.3: who else is told, as a proposal and its confirmation. */
export const GROUPS_CARD = {
  noticeTitle: 'Läs ett förslag: vem mer ska få veta?',
  confirmTitle: 'Är det okej att säga det här?',
  confirmNobody: 'Är det okej att ingen mer får veta?',
  confirmed: (name: string, at: string) =>
    `${name} godkände förslaget ${at}. Nu kan de andra få veta. Texten finns under Visa uppgifter.`,
  confirmedNobody: (name: string, at: string) => `${name} godkände ${at} att ingen mer får veta.`,
  confirmLines: ['Två ska vara överens. Godkänner du, eller vill du ändra något?'],
  waiting: (who: string) => `Väntar på svar från ${who}.`,
};

/** 3.2.3: the victim reads what others are to be told before it is confirmed. */
export const READ_FIRST = {
  noticeTitle: 'Läs innan andra får veta',
  noticeLines: [
    'Det finns ett förslag på vad andra ska få veta. Du läser det först och säger vad som är okej.',
    'Svarar du inte får texten inte visa att det gäller dig.',
  ],
  read: 'Läs förslaget',
  title: 'Får de veta det här?',
  lines: ['Du kan ändra ditt svar tills förslaget är godkänt.'],
  not: 'Vilka ska inte få veta? Väljer du ingen gäller det alla.',
  answers: {
    yes: 'Det är okej',
    notName: 'Inte mitt namn',
    notGroups: 'Inte de grupperna',
    no: 'Nej, säg inget',
  },
  /** After the victim's answer, until it is confirmed. `who`: those who confirm; empty: nobody does yet. */
  answered: {
    yes: {
      title: 'Du sa ja till att andra får veta',
      line: (who: string) => (who ? `${who} ska godkänna det. Sedan får de veta.` : ''),
    },
    notName: {
      title: 'Ditt namn ska inte vara med',
      line: () => 'Står det i texten ska den ändras. Då får du läsa igen.',
    },
    notGroups: {
      title: 'Några får inte veta',
      line: (who: string) => (who ? `De du valde bort får inget veta. ${who} ska godkänna resten.` : ''),
    },
    no: {
      title: 'Du sa nej till att andra får veta',
      line: () => 'Ingen får veta något av oss. Kommer ett nytt förslag får du läsa det först.',
    },
  },
  change: 'Ändra svaret om andra',
  /** On the cards of those who lead and confirm. */
  waits: 'Väntar på den utsatte, som läser texten först.',
  ruledOut: (answer: string) => `Den utsatte har svarat: ${answer}. Gör ett nytt förslag.`,
  askTitle: 'Fråga den utsatte om texten',
  askLines: ['Ring och läs upp vad andra ska få veta. Skriv sedan in svaret.'],
  ask: 'Svar om texten till andra',
  said: {
    yes: 'Det är okej',
    notName: 'Inte namnet',
    notGroups: 'Inte de grupperna',
    no: 'Nej, säg inget',
    namesNobody: 'Hade inte svarat. Texten visar inte vem det gäller.',
  },
  answer: 'Svar',
  how: 'Hur fick du svaret?',
  saidBy: 'Den utsattes svar',
  out: (groups: string) => `Får inte veta: ${groups}`,
  unread: 'Den utsatte har inte svarat. Godkänn bara om texten inte visar vem det gäller.',
  namesNobody: 'Texten visar inte vem',
};

/** The reading of an incident's details, which is logged. */
export const DETAILS = {
  partyTitle: 'Vilket parti gäller det?',
  noParty: 'Jag vet inte vilket parti det gäller.',
  title: 'Uppgifter',
  logged: 'Jag skriver i loggen att du har läst det här.',
  forStep: 'Du ser det som behövs för din uppgift i ärendet.',
  empty: 'Ingen har skrivit vad som hänt än. Ring personen.',
  victim: 'Den utsatte',
  reporter: 'Rapporterat av',
  relation: 'Hur de känner varandra',
  party: 'Parti',
  board: 'Nämnd',
  protection: 'Skyddsåtgärder',
  threat: 'Hotbedömning',
  talks: 'Samtal',
};

/** Lists: steps, own incidents, contacts. */
export const LISTS = {
  stepsTitle: 'Alla åtgärder',
  nowTitle: 'Det här kan göras nu',
  nothingNow: 'Inget steg är öppet just nu.',
  wholePlan: 'Visa alla steg',
  show: (reference: string) => `Visa ${reference}`,
  mineTitle: 'Mina ärenden',
  mineEmpty: 'Du har inga ärenden.',
  question: 'Någon väntar på ditt svar',
  showQuestion: 'Visa frågan',
  contactsTitle: 'Kontaktlista',
  contactsEmpty: ({ strategist }: Names) => `Listan är tom. Fråga ${strategist.title}.`,
  notFound: 'Jag hittar inget sådant ärende hos dig',
  states: { open: 'Pågår', closed: 'Avslutat' },
  showMore: 'Visa fler',
};

/** Forms of the one who leads or helps. */
export const FORMS = {
  talkTitle: 'Skriv in uppföljningssamtal',
  firstTalkTitle: 'Det första samtalet',
  talkFields: {
    heldOn: 'Vilken dag?',
    attendees: 'Vilka var med?',
    notes: 'Hur är läget, och vad behövs?',
    more: 'Behövs fler samtal?',
    plannedFor: 'Om ja: vilken dag?',
  },
  waiveTitle: 'Samtalet blir inte av',
  reviewFields: {
    applied: 'Användes kommunens rutin?',
    routine: 'Vilka sårbarheter såg du i rutinen eller arbetet? Vad kan bli bättre?',
    plan: 'Vilka sårbarheter såg du i kommunens plan? Vad kan bli bättre?',
    worked: 'Vad gick bra?',
  },
  changeContactTitle: 'Vem vill du ha i stället?',
  changeContactLines: [
    'Kontaktpersonen leder ditt ärende. Du behöver inte säga varför du byter. Den du har nu kan inte läsa mer.',
  ],
  /** Nobody leads yet. */
  changeContactUnled: [
    'Jag frågar den du väljer först. Du behöver inte säga varför. De andra i kommunen som har fått frågan är kvar.',
  ],
  changeContactAsked: 'Har jag frågat någon annan i ditt parti? Den kan då inte ta emot eller läsa.',
  changeContactAway:
    'Väljer du någon i kommunen kan ingen i ditt parti läsa ärendet från och med nu, inte ersättarna heller.',
  changeContactField: 'Ny kontaktperson',
  handOverTitle: 'Vem ska leda i stället?',
  handOverLines: ['Den du väljer får frågan nu. Tills hen svarar leder ingen.'],
  handOverField: 'Vem ska leda?',
  bindTitle: 'Koppla den utsatte till ett konto',
  bindLines: ['Jag frågar först om det gäller hen. Innan svaret visar jag inget.'],
  bindField: 'Den utsattes e-post',
  lowerTitle: 'Varför är det inte akut längre?',
  reopenTitle: 'Varför öppnas ärendet igen?',
  ownPartyTitle: 'Kommer hotet från ditt parti?',
  ownPartyLines: ({ strategist }: Names) => [
    `Säger du ja kan ingen i partiet läsa mer. ${capital(strategist.title)} leder i stället.`,
  ],
  ownPartyYes: 'Ja, låt bara kommunen läsa',
  withdrawTitle: 'Ska partiet sluta läsa?',
  withdrawLines: ({ strategist }: Names) => [
    'Ingen i partiet kan läsa ärendet från och med nu, inte ersättarna heller. Det de redan har läst kan jag inte ta tillbaka.',
    `Leder någon i partiet ditt ärende frågar jag ${strategist.title} i stället.`,
  ],
  withdrawYes: 'Ja, låt bara kommunen läsa',
  missingTitle: 'Det här återstår',
  missing: {
    firstTalk: 'Det första samtalet',
    talk: 'Ett planerat uppföljningssamtal',
    measure: 'En skyddsåtgärd som inte är genomförd',
    review: 'Till sist: hur gick det?',
  },
  moreTitle: 'Vad vill du göra?',
  changeTitle: 'Ändra något i ärendet',
  amendTitle: 'Vad vill du lägga till?',
};

/** The strategist's page of politicians on full time (KL 4 kap. 18 a §). */
export const FULL_TIME_CARD = {
  button: 'Politiker på heltid',
  title: 'Politiker på heltid',
  lines: ({ strategist }: Names) => [
    `Gäller hel tid och stor del av den. Lagen säger att kommunen ska skydda dem. Blir någon av dem hotad får ${strategist.definite} alltid ärendet.`,
  ],
  none: 'Ingen står här än.',
  fields: { name: 'Namn', email: 'E-post' },
  add: 'Lägg till',
  remove: 'Ta bort',
};
