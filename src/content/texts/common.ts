/*
 * Words that stand on cards of every kind. The tone of all texts: short, plain, "du". Never "tyvärr", "ärendet handläggs",
 * "du måste", nor a promise that nobody else will know: the municipality examines each request.
 */

/** Titles of buttons. */
export const BUTTON = {
  isHome: 'Jag är hemma',
  needHelp: 'Jag behöver hjälp',
  takeHome: 'Jag tar det',
  reachedHome: 'Jag har nått personen',
  alarmParty: 'Larma mitt parti',
  alarmMunicipality: 'Larma kommunen',
  seeParty: 'Visa parti',
  safe: 'Jag är i säkerhet – berätta',
  next: 'Fortsätt',
  review: 'Granska',
  send: 'Skicka',
  sendMunicipality: 'Skicka bara till kommunen',
  acknowledge: 'Jag har tagit emot',
  cannot: 'Jag kan inte',
  tooClose: 'Jag är för nära detta',
  details: 'Visa uppgifter',
  approve: 'Godkänn nästa steg',
  amend: 'Lägg till i rapporten',
  allSteps: 'Alla åtgärder',
  back: 'Tillbaka',
  later: 'Spara och fortsätt sedan',
  discard: 'Kasta utkastet',
  more: 'Lägg till mer',
  report: 'Rapportera hot',
  mine: 'Mina ärenden',
  contacts: 'Kontaktlista',
  guidance: 'Vägledning',
  tell: 'Berätta vad som hänt',
  mistake: 'Jag tryckte fel',
  changeContact: 'Byt kontaktperson',
  withdraw: 'Partiet ska inte läsa mer',
  ownParty: 'Hotet kommer från mitt parti',
  policeDecision: 'Polisanmälan',
  callMe: 'Ring mig',
  callNow: 'Ring mig nu',
  spoke: 'Vi har pratat',
  rang: 'Jag har ringt',
  changeAnswer: 'Ändra svaret',
  policeAnswer: 'Läs polisens svar',
  showReport: 'Visa anmälan',
  showOrder: 'Visa beställningen',
  notNeeded: 'Behövs inte',
  save: 'Spara',
  fillIn: 'Fyll i',
  answerChecks: 'Svara på frågorna',
  writeTalk: 'Skriv ner samtalet',
  readProposal: 'Läs förslaget',
  readAloud: 'Läs upp frågan',
  writeReview: 'Skriv hur det gick',
  openStep: 'Visa',
  reopenStep: 'Öppna igen',
  reopen: 'Öppna ärendet igen',
  close: 'Avsluta ärendet',
  handOver: 'Lämna över',
  bind: 'Koppla till konto',
  protection: 'Skriv in en skyddsåtgärd',
  showMeasure: 'Visa åtgärden',
  carriedOut: 'Genomförd',
  moveDay: 'Ändra dagen',
  talk: 'Skriv in uppföljningssamtal',
  firstTalk: 'Skriv ner första samtalet',
  raiseAcute: 'Gör akut',
  acuteNow: 'Det är akut nu',
  lowerAcute: 'Inte akut längre',
  status: 'Visa läget',
  moreChoices: 'Fler val',
  confirm: 'Jag godkänner',
  changeProposal: 'Ändra förslaget',
  showAll: 'Visa hela',
  showRest: 'Visa resten',
  tryAgain: 'Försök igen',
  waive: 'Samtalet blir inte av',
  newEvent: 'Något nytt har hänt',
  askVictim: 'Fråga om polisanmälan',
  recordDecision: 'Skriv in svar om anmälan',
} as const;

/** Words and phrases that cards of every kind use. */
export const COMMON = {
  summary: 'Du har en ny uppgift.',
  fallback: 'Öppna Trygghetsboten i Teams för att läsa.',
  reference: (reference: string) => `Ärende ${reference}`,
  acute: 'Akut',
  noName: 'Namn saknas',
  required: 'Fyll i det här.',
  choose: 'Välj',
  signs: { done: '✓', now: '●', waiting: '○', dots: '…', no: '–' },
  states: { done: 'klart', notApplicable: 'behövs inte', open: 'pågår', waiting: 'väntar', next: 'nu' },
  lead: 'den som leder ärendet',
  you: 'du',
  deputy: 'ersättare',
  someone: 'Någon',
  call: (number: string) => `Ring ${number}`,
  listAnd: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`,
};

/** A person after "av" and the like: the reader is "dig" there. */
export const byWhom = (who: string): string => (who === COMMON.you ? 'dig' : who);

/** The strip on top of the victim's cards: 112 first. */
export const DANGER_STRIP = [
  'Fara just nu? Ring 112.',
  'Säg var du är, vem du är och vad som händer. Säg att det rör ditt politiska uppdrag.',
];

/** The strip on top of cards of those who help someone else. */
export const DANGER_OTHER = ['Fara just nu? Ring 112.'];

/** In place of a card that Teams would not take: what was typed still stands in the card that was pressed. */
export const TOO_BIG =
  'Bråttom? Ring 112 vid fara, annars någon på kontaktlistan. Det du skrev är för långt. Korta texten och tryck igen. Inget är borta.';

/** The card after an unexpected error, with its id. */
export const TROUBLE = {
  title: 'Något gick fel hos mig',
  kept: 'Det du skrev är inte sparat än, men det står kvar här. Tryck på Försök igen.',
  typed: 'Det du skrev',
  /** In place of the title and the first line, of a press that asks for help: nobody knows whether it came through. */
  alarmTitle: 'Jag vet inte om larmet gick fram',
  alarm: 'Vänta inte på svar här. Ring 112 vid fara, annars något av numren. Tryck sedan på Försök igen.',
  lines: (id: string): string[] => [
    'Vänta en liten stund och försök igen. Är det bråttom? Ring någon. Fara nu? Ring 112.',
    TROUBLE.code(id),
  ],
  code: (id: string) => `Händer det igen? Säg koden ${id} till kommunens it-stöd.`,
};

/** The card instead of one that is not there, or is another's. */
export const NOTHING_HERE = {
  title: 'Kortet går inte att öppna',
  lines: [
    'Kortet är gammalt eller gäller inte dig längre. Är det bråttom? Ring någon här.',
    'Tryck på Mina ärenden för att se dina.',
  ],
  /** Above what was typed. */
  typed: 'Det du skrev är inte sparat. Det står här, så att du kan kopiera det.',
};
