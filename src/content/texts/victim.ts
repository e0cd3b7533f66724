/* The cards of the victim and of the reporter, and the questions that only the victim answers. */

import type { AheadKind } from '../../routine/rules/victim/ahead';
import { capital, type Names } from '../names';

/** A heading of the victim's card, and the line under it. */
interface News {
  readonly title: string;
  readonly line: string;
}

/** The victim's own card. */
export const STATUS = {
  alarmTitle: 'Larmet är skickat',
  reportTitle: 'Tack. Din rapport har kommit in.',
  ledTitle: (name: string) => `${name} har tagit emot`,
  nobodyTitle: 'Ring ett av numren nu',
  askedTitle: 'Jag har frågat någon annan',
  told: (names: string, at: string) => `${capital(at)} meddelade jag ${names}.`,
  reminded: (names: string, at: string) => `${capital(at)} påminde jag ${names}.`,
  telling: (names: string) => `Meddelandet är på väg till ${names}.`,
  silent: 'Ingen har svarat än.',
  exhaustedTitle: 'Ingen har svarat än. Ring nu.',
  everybody: 'alla som har fått frågan',
  phoneOnly: (names: string) => `${capital(names)} nås bara på telefon. Ring.`,
  cannotReach: (names: string) => `I Teams når jag inte ${names}. Ring, så går det fortast.`,
  nobody: 'Jag når ingen i Teams just nu. Ring ett av numren här.',
  ring: 'Vänta inte på svar här. Ring ett av numren, eller 112.',
  leads: (name: string, role: string) => `${name}, ${role}, leder ditt ärende.`,
  leadsTitle: (name: string) => `${name} leder ditt ärende`,
  took: (role: string, at: string) => `${capital(role)}. Tog emot ${at}.`,
  rings: (role: string, at: string) => `${capital(role)}. Tog emot ${at} och ringer dig.`,
  keep: 'Spara allt: meddelanden, bilder, brev. Svara inte den som hotar. Var inte ensam om du kan.',
  whichParty:
    'Jag vet inte vilket ditt parti är. Ingen där har fått veta. Välj ditt parti här, så får de också veta.',
  tellParty: (party: string) => `Låt ${party} få veta`,
  mistakeTitle: 'Du sa att du tryckte fel',
  mistake: (who: string) => `${who} ringer ändå och hör efter om allt är bra. Då vet vi att du är trygg.`,
  callTitle: 'Du har bett att någon ringer',
  callNowTitle: 'Du har bett att någon ringer nu',
  spokenTitle: 'Du har pratat med den som leder',
  policeTitle: 'Polisen har tagit över',
  spoken: (at: string, button: string) =>
    `Jag fick veta det ${at}. Behöver du någon igen? ${button ? `Tryck på ${button}` : 'Ring'}.`,
  reported: 'Din rapport har kommit in',
  partyUntold: 'Jag har inte sagt något till något parti.',
  callUnled: 'Den som tar emot ringer dig.',
  call: (who: string, at: string) => `${who} fick veta det ${at} och ringer dig.`,
  callSoon: (who: string, at: string) => `${who} får veta det ${at} och ringer dig sedan.`,
  callOnWay: (who: string) => `${capital(who)} får veta det nu.`,
  taker: 'Den som tar emot',
  canRead: (names: string) => `Kan läsa ditt ärende: ${names}.`,
  canReadPart: (names: string) => `Kan läsa det som behövs för sin uppgift: ${names}.`,
  canRing: (names: string) => `Kan se ditt namn och nummer: ${names}.`,
  canReadSome: (names: string) => `Kan läsa det som behövs för anmälan: ${names}.`,
  partyOutTitle: 'Bara kommunen läser nu',
  partyOut: (at: string) => `Ingen i ditt parti kan läsa ditt ärende sedan ${at}.`,
  nobodyReads: 'Ingen kan läsa ditt ärende just nu.',
  question: 'Jag har en fråga till dig',
  questionWaits: 'Den kan vänta.',
  showQuestion: 'Visa frågan',
  rows: {
    sent: 'Du har sagt till',
    taken: 'Någon har tagit emot',
    assessed: 'Första bedömning',
    support: 'Du har sällskap',
    police: 'Råd från polisen',
    decision: 'Ditt svar om anmälan',
    reported: 'Polisanmälan',
    talk: 'Uppföljningssamtal',
  },
  latest: (day: string) => `senast ${day}`,
  closedTitle: 'Ärendet är avslutat',
  closedBy: (name: string, at: string) => `${name} avslutade det ${at}.`,
  closedLines: [
    'Ingen får fler påminnelser om det.',
    'Behöver du mer hjälp? Öppna det igen, eller rapportera något nytt.',
  ],
  more: 'Mer om ditt ärende',
  earlier: (title: string, at: string) => `${title}: ${at}.`,
  on: (day: string) => `Datum: ${day}.`,
  answered: (answer: string) => `Polisen svarade: ${answer}.`,
  /** Lines on what was asked of the police in the call for advice, and what they offered. */
  offered: {
    victimSupport: {
      offered: 'Polisen erbjöd brottsofferstöd.',
      nothing: 'Polisen erbjöd inget brottsofferstöd.',
      notAsked: 'Ingen har frågat polisen om stöd till dig.',
    },
    protection: {
      offered: 'Polisen erbjöd skydd.',
      nothing: 'Polisen erbjöd inget skydd.',
      notAsked: 'Ingen har frågat polisen om skydd.',
    },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
};

/** The next thing that comes by itself, by what it is. `at`: `kl. 10.06`, or with its day. `names`: with their roles. */
export const AHEAD: Readonly<Record<AheadKind, (at: string, names: string) => string>> = {
  asked: (at, names) => `Svarar ingen före ${at} frågar jag ${names}.`,
  rung: (at, names) => `Svarar ingen före ${at} ber jag de andra att ringa ${names}.`,
  askedAgain: (at, names) => `Svarar ingen före ${at} påminner jag ${names}.`,
  round: (at) => `Har ingen svarat ${at} påminner jag alla som jag har frågat.`,
  nobody: (at) => `Har ingen svarat ${at} skriver jag till dig igen, med fler nummer.`,
  silent: (at, names) => `Svarar ingen före ${at} meddelar jag ${names}.`,
  stuck: (at, names) => `Står något still ${at} meddelar jag ${names}.`,
  operator: (at) => `Har det inte löst sig ${at} larmar jag dem som sköter den här tjänsten.`,
  filer: (at, names) => `Är anmälan inte gjord ${at} frågar jag ${names}.`,
  question: (at) => `${capital(at)} får du nästa fråga här.`,
  decisionAgain: (at) => `${capital(at)} frågar jag dig igen om polisanmälan.`,
  fileYourself: (at) => `Är anmälan inte gjord ${at} frågar jag om du vill göra den själv.`,
  alone: (at, names) => `${capital(at)} frågar jag ${names} om du har sällskap.`,
  relay: (at, names) => `${capital(at)} frågar jag ${names} vem som är hos dig då.`,
  police: (at, names) => `Har polisen inte fått frågan ${at} påminner jag ${names}.`,
  reminder: (at, names) => `Är nästa steg inte gjort ${at} påminner jag ${names}.`,
  reached: (at, names) => `${capital(at)} frågar jag ${names} om du har blivit uppringd.`,
  unreached: (at, names) => `Har du inte blivit uppringd före ${at} meddelar jag ${names}.`,
  ringAgain: (at, names) => `${capital(at)} påminner jag ${names} om att ringa dig.`,
  talk: (at, names) => `${capital(at)} påminner jag ${names} om uppföljningssamtalet med dig.`,
};

/** Nothing more comes by itself: why, and whom to turn to. */
export const NOTHING_AHEAD = {
  led: (name: string, button: string) =>
    `Inget mer är planerat här just nu. Vill du något? Ring ${name}${button ? `, eller tryck på ${button}` : ''}.`,
  unled: 'Jag har frågat alla jag kan. Vänta inte på svar här. Ring ett av numren.',
};

/** The heading and line after the victim's answer on the police report. */
export const DECIDED = {
  municipality: {
    title: 'Kommunen anmäler åt dig',
    told: (names: string) => `${names} har fått uppdraget.`,
    toBeTold: (names: string, when: string) => `${names} får uppdraget ${when}.`,
  },
  self: {
    title: 'Du anmäler själv',
    line: 'Ring 114 14 när du vill. Tryck på Fyll i när anmälan är gjord.',
  },
  other: {
    title: 'Någon annan anmäler åt dig',
    line: (who: string) => `${who} frågar dig hur det gick.`,
  },
  no: { title: 'Ingen anmälan från dig', line: 'Kommunen anmäler inte. Du får samma hjälp ändå.' },
  notNow: {
    title: 'Vi väntar med polisanmälan',
    last: (who: string) => `${who} frågar dig vid nästa samtal.`,
  },
  cannotAnswer: {
    title: 'Du behöver inte svara nu',
    line: (who: string) => `${who} frågar dig vid nästa samtal.`,
  },
  change: 'Du kan ändra ditt svar tills anmälan är gjord. Tryck på Ändra svaret.',
};

/** After the victim's answer on professional support. */
export const SUPPORT_ANSWERED: Readonly<
  Record<'yes' | 'no' | 'talkFirst', { title: string; line(who: string, button: string): string }>
> = {
  yes: {
    title: 'Du vill ha samtalsstöd',
    line: (who) => `${who} beställer det. Du ser här när det är beställt.`,
  },
  no: {
    title: 'Du vill inte ha samtalsstöd nu',
    line: (who, button) =>
      button ? `Ändrar du dig? Tryck på ${button}.` : `Ändrar du dig? Säg det till ${who}.`,
  },
  talkFirst: {
    title: 'Du vill prata om stöd först',
    line: (who) => `${who} får veta det och ringer dig.`,
  },
};

/** After the victim's answer whether the party may know. */
export const PARTY_ANSWERED: Readonly<Record<'yes' | 'municipalityOnly', News>> = {
  yes: { title: 'Ditt parti får veta', line: 'Nu frågar jag partiet.' },
  municipalityOnly: { title: 'Bara kommunen läser', line: 'Jag säger inget till ditt parti.' },
};

/** After words that the victim has added to the report. */
export const ADDED = {
  title: 'Ditt tillägg har kommit in',
  read: (names: string) => `${names} kan läsa det nu.`,
  /** Somebody else told the party, and the person has not answered yet. */
  afterYes: 'Ditt parti läser det först när du har sagt ja.',
  unread: 'Den som tar emot läser det då.',
};

/** The card of a reporter who is not the victim. */
export const RECEIPT = {
  title: 'Tack för att du berättade',
  lines: ({ strategist }: Names) => [
    `${capital(strategist.title)} har fått veta. Den det gäller väljer själv vad som händer sedan.`,
    'Du ser inte mer av ärendet. Det är för att skydda den det gäller.',
  ],
  proxyBeingTold: ({ firstContact }: Names) => `Jag frågar ${firstContact.title} nu. Ingen har svarat än.`,
  proxyTold: ({ firstContact }: Names) =>
    `${capital(firstContact.title)} har fått rapporten. Ingen har svarat än.`,
  proxyTaken: (name: string) => `${name} har tagit emot.`,
  /** After words that the reporter has added. */
  addedTitle: 'Ditt tillägg har kommit in',
  added: (at: string) => `Du lade till det ${at}. Det du skrev förut finns kvar.`,
  readBy: (name: string) => `${name} läser det.`,
  readLater: 'Den som tar emot ärendet läser det.',
  readAfterYes: ({ firstContact, strategist }: Names) =>
    `${capital(firstContact.title)} läser det först när den det gäller har sagt ja. ${capital(strategist.title)} kan läsa det redan nu, om hen har ärendet.`,
};

/** The victim's answer about professional support. */
export const SUPPORT = {
  yes: 'Ja, jag vill ha stöd',
  no: 'Nej, det behövs inte',
  talkFirst: 'Jag vill prata om det först',
  talkAsked: 'Du vill prata om det först. Den som leder ditt ärende har fått veta det och ringer.',
  write: 'Svara med egna ord',
};
