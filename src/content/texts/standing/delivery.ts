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
  | 'maintenanceOff'
  | 'homeAsk'
  | 'home'
  | 'homeTaken';

/** Who was told of what in an incident, and whether it arrived. `what`: things and their times, as `told` says them. */
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
  arrived: (what: string) => `Kom fram: ${what}.`,
  unreachable: (what: string) => `Kom inte fram: ${what}. Appen saknas eller är avstängd. Ring i stället.`,
  dead: (what: string) => `Kom inte fram: ${what}. Teams säger nej till kortet. Ring, och säg till driften.`,
  trying: (what: string) => `Har inte kommit fram än: ${what}. Jag försöker igen. Ring om det är bråttom.`,
  underway: (what: string) => `På väg: ${what}.`,
  told: (what: string, at: string) => (at ? `${what} ${at}` : what),
  earlier: (count: number) => `Och ${count} tidigare.`,
};

/** The things that people are told, as they stand in a sentence. */
const KINDS: Readonly<Record<Exclude<NoticeKind, Beside>, string>> = {
  asked: 'frågan om att ta emot',
  askedAgain: 'påminnelsen om att ta emot',
  nobody: 'beskedet att ingen har tagit emot',
  told: 'beskedet att något har kommit in',
  broughtIn: 'ärendet',
  duty: 'numret till beredskapen',
  received: 'beskedet att någon har tagit emot',
  decision: 'frågan om polisanmälan',
  decisionAgain: 'frågan om polisanmälan, igen',
  fileYourself: 'frågan om att anmäla själv',
  newOfficer: 'frågan om ny kontaktperson',
  belongs: 'frågan om det gäller hen',
  partyQuestion: 'frågan om partiet får veta',
  confirm: 'förslaget att godkänna',
  readFirst: 'förslaget att läsa',
  askReading: 'förslaget att läsa upp',
  ruledOut: 'svaret på förslaget',
  mask: 'orden som ska döljas',
  maskAgain: 'påminnelsen om ord som ska döljas',
  ring: 'frågan om att ringa den utsatte',
  kinLook: 'att någon sett de anhörigas nummer',
  reached: 'frågan om den utsatte är nådd',
  unreached: 'beskedet att ingen har nått hen',
  call: 'frågan om att ringa någon som jag inte når',
  alone: 'frågan om någon är hos den utsatte',
  relay: 'påminnelsen om den som är hos den utsatte',
  policeToday: 'påminnelsen om polisen',
  dutyAgain: 'påminnelsen om uppgiften',
  informed: 'beskedet om ärendet',
  firstTalk: 'påminnelsen om det första samtalet',
  talk: 'påminnelsen om uppföljningssamtalet',
  passOn: 'beskedet om något som väntar',
  plannedTalk: 'påminnelsen om det planerade samtalet',
  measure: 'påminnelsen om skyddsåtgärden',
  takenOver: 'beskedet att någon annan leder',
  up: 'beskedet att ärendet står still',
  waited: 'beskedet att väntetiden är slut',
  reopened: 'beskedet att ärendet är öppet igen',
  restored: 'kortet på nytt',
  resent: 'kortet igen',
  eraseSoon: 'beskedet att ärendet raderas snart',
  reviewAsked: 'frågan om hur det gick',
  closed: 'beskedet att ärendet är avslutat',
};
/** The same by whatever stands in a row. */
export const TOLD_KINDS: Readonly<Record<string, string>> = KINDS;
