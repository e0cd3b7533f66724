import type { NoticeKind } from '../../../routine/rules/noticeRows/draw';

/** Kinds of notices of other things than an incident. */
type Beside =
  | 'round'
  | 'draft'
  | 'news'
  | 'drill'
  | 'drillResult'
  | 'retentionUnset'
  | 'maintenance'
  | 'maintenanceOver'
  | 'maintenanceOff';

/** Who was told of what in an incident, and whether it arrived. */
export const DELIVERY = {
  button: 'Vem har nåtts?',
  title: 'Vem har fått veta vad?',
  lines: [
    'Kom fram betyder att kortet finns i chatten. Om någon har läst det ser jag först när hen trycker.',
  ],
  empty: 'Jag har inte skickat något än.',
  resend: 'Skicka igen',
  victim: 'Den utsatte',
  reporter: 'Den som rapporterade',
  operator: 'Driften',
  former: 'Någon som inte är med längre',
  arrived: (at: string) => `kom fram ${at}`,
  unreachable: (at: string) => `kom inte fram${at ? ` ${at}` : ''}. Appen saknas eller är avstängd. Ring.`,
  dead: (at: string) =>
    `kom inte fram${at ? ` ${at}` : ''}. Teams säger nej till kortet. Ring, och säg till driften.`,
  trying: 'har inte kommit fram än. Jag försöker igen. Ring om det är bråttom.',
  underway: 'är på väg',
  line: (what: string, how: string) => `${what}: ${how}`,
  earlier: (count: number) => `${count} tidigare`,
};

/** The things that people are told, in a few words. */
const KINDS: Readonly<Record<Exclude<NoticeKind, Beside>, string>> = {
  asked: 'Frågan om att ta emot',
  askedAgain: 'Påminnelsen om att ta emot',
  nobody: 'Ingen har tagit emot',
  told: 'Något har kommit in',
  broughtIn: 'Ärendet',
  duty: 'Numret till beredskapen',
  received: 'Någon har tagit emot',
  decision: 'Frågan om polisanmälan',
  decisionAgain: 'Frågan om polisanmälan, igen',
  fileYourself: 'Frågan om att anmäla själv',
  newOfficer: 'Frågan om ny kontaktperson',
  belongs: 'Frågan om det gäller hen',
  partyQuestion: 'Frågan om partiet får veta',
  confirm: 'Förslaget att godkänna',
  readFirst: 'Förslaget att läsa',
  askReading: 'Förslaget att läsa upp',
  ruledOut: 'Svaret på förslaget',
  mask: 'Orden som ska döljas',
  maskAgain: 'Påminnelsen om ord som ska döljas',
  ring: 'Ring den utsatte',
  reached: 'Frågan om den utsatte är nådd',
  unreached: 'Ingen har nått den utsatte',
  call: 'Ring någon som jag inte når',
  alone: 'Frågan om någon är hos den utsatte',
  relay: 'Tiden är slut för den som är där',
  policeToday: 'Påminnelsen om polisen',
  dutyAgain: 'Påminnelsen om uppgiften',
  informed: 'Beskedet om ärendet',
  firstTalk: 'Det första samtalet',
  talk: 'Uppföljningssamtalet',
  passOn: 'Något som väntar',
  plannedTalk: 'Det planerade samtalet',
  measure: 'Skyddsåtgärden',
  takenOver: 'Någon annan leder nu',
  up: 'Ärendet står still',
  waited: 'Tiden att vänta är slut',
  reopened: 'Ärendet är öppet igen',
  restored: 'Kortet på nytt',
  resent: 'Kortet igen',
  eraseSoon: 'Ärendet raderas snart',
  reviewAsked: 'Frågan om hur det gick',
  closed: 'Ärendet är avslutat',
};
/** The same by whatever stands in a row. */
export const TOLD_KINDS: Readonly<Record<string, string>> = KINDS;
