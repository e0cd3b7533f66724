import type { Problem, RefusalReason } from '../../routine/model/refusal';

/*
 * The words of the cards. Short, plain, "du". Never "tyvärr", "ärendet handläggs", "du måste", nor a promise that
 * nobody else will know: the municipality examines each request.
 */

/** The titles of buttons that are the same everywhere. */
export const BUTTON = {
  alarmParty: 'Larma mitt parti',
  alarmMunicipality: 'Larma kommunen',
  seeParty: 'Visa parti',
  safe: 'Jag är i säkerhet',
  next: 'Fortsätt',
  review: 'Granska',
  send: 'Skicka',
  sendMunicipality: 'Skicka bara till kommunen',
  acknowledge: 'Jag har tagit emot',
  cannot: 'Jag kan inte',
  tooClose: 'Jag är för nära detta',
  details: 'Visa uppgifter',
  approve: 'Godkänn nästa steg',
  amend: 'Komplettera rapporten',
  allSteps: 'Alla åtgärder',
  back: 'Tillbaka',
  later: 'Spara och fortsätt sedan',
  discard: 'Kasta utkastet',
  more: 'Lägg till mer',
  report: 'Rapportera hot',
  mine: 'Mina ärenden',
  contacts: 'Kontaktlista',
  tell: 'Berätta vad som hänt',
  mistake: 'Jag tryckte fel',
  changeContact: 'Byt kontaktperson',
  ownParty: 'Hotet kommer från mitt parti',
  policeDecision: 'Polisanmälan',
  callMe: 'Ring mig',
  called: 'Jag har ringt',
  notNeeded: 'Behövs inte',
  save: 'Spara',
  fillIn: 'Fyll i',
  answerChecks: 'Svara på frågorna',
  writeTalk: 'Skriv ner samtalet',
  readProposal: 'Läs förslaget',
  readAloud: 'Läs upp frågan',
  writeReview: 'Skriv hur det gick',
  openStep: 'Visa steget',
  reopenStep: 'Öppna igen',
  reopen: 'Öppna ärendet igen',
  close: 'Avsluta ärendet',
  handOver: 'Lämna över',
  bind: 'Koppla till konto',
  protection: 'Skriv in en skyddsåtgärd',
  talk: 'Skriv in ett samtal',
  firstTalk: 'Skriv ner första samtalet',
  raiseAcute: 'Gör akut',
  acuteNow: 'Det är akut nu',
  lowerAcute: 'Inte akut längre',
  status: 'Visa läget',
  moreChoices: 'Fler val',
  confirm: 'Jag håller med',
  changeProposal: 'Ändra förslaget',
  showAll: 'Visa hela',
  waive: 'Hålls inte',
  newEvent: 'Något nytt har hänt',
  askVictim: 'Fråga om polisanmälan',
  recordDecision: 'Svar om polisanmälan',
} as const;

export const COMMON = {
  summary: 'Du har en ny uppgift.',
  fallback: 'Öppna Trygghetsboten i Teams för att läsa.',
  reference: (reference: string) => `Ärende ${reference}`,
  acute: 'Akut',
  noName: 'Namn saknas',
  required: 'Fyll i det här.',
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

/** After a word that leads it in. */
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const by = (who: string): string => (who === COMMON.you ? 'dig' : who);

export const DANGER_STRIP = [
  'Fara just nu? Ring 112.',
  'Säg var du är, vem du är och vad som händer. Säg att det rör ditt politiska uppdrag.',
];
/** The police, when nobody is in danger. */
export const POLICE_NUMBER = '114 14';
/** The same for those who help someone else. */
export const DANGER_OTHER = ['Fara just nu? Ring 112.'];

export const WELCOME = {
  title: 'Hej, jag är Trygghetsboten',
  lines: (municipality: string) => [
    `Blir du hotad, trakasserad eller angripen? Då hjälper jag dig att nå rätt person i ditt parti och i ${municipality}.`,
    'Jag är en bot. Jag kan inte ringa 112 åt dig.',
  ],
  footnote:
    'De som hjälper dig kan läsa det du skriver i en rapport. Ber någon annan att få se den prövar kommunen det varje gång. Skriv ingen adress och inga skyddade uppgifter.',
};

export const HELP = {
  title: 'Det här kan jag hjälpa dig med',
  lines: ['Tryck på en knapp eller skriv det du vill: rapportera hot, mina ärenden, kontaktlista.'],
};

export const GROUP_CHAT = 'Skriv till mig i en egen chatt. Här kan alla i chatten läsa.';

export const FIRST = {
  kicker: 'Rapportera hot',
  title: 'Är du i säkerhet nu?',
  lines: [
    'Behöver du någon nu? Ett tryck räcker. Jag säger till direkt, och du ser vem som fick veta.',
    'Jag är en bot och kan inte ringa 112 åt dig.',
  ],
  partyPlaceholder: 'Välj ditt parti',
  remember: 'Kom ihåg mitt parti till nästa gång',
  remembered: 'Samma som förut',
  none: 'Inget parti',
  unknown: 'Vet inte',
  municipalityHint:
    'Kommer hotet från ditt eget parti? Välj Larma kommunen. Då säger jag inget till partiet.',
  already: (reference: string, at: string) => `Du larmade ${at} (${reference}). Du behöver inte trycka igen.`,
  again: (reference: string, at: string) =>
    `Du larmade ${at} (${reference}). Behöver du hjälp nu? Tryck igen, så säger jag till den som hjälper dig.`,
  partyLost: 'Jag hittar inte ditt parti just nu. Välj det här och tryck igen.',
  draft: 'Du har ett utkast kvar. Tryck på Jag är i säkerhet när du vill fortsätta.',
};

export const REPORT = {
  kicker: (page: number, pages: number) => `Rapport · sida ${page} av ${pages}`,
  extraKicker: 'Rapport · mer, om du vill',
  whoTitle: 'Vem gäller det?',
  whoLines: ['Är du osäker? Hoppa över det. Du kan fylla i det sedan.'],
  me: 'Mig själv',
  other: 'Någon annan',
  otherTitle: 'Vem har blivit utsatt?',
  otherLines: [
    'Har personen inte bett dig berätta? Då går rapporten bara till kommunen, och personen väljer själv sedan.',
  ],
  knows: { chosen: 'Ja, och har bett mig berätta', yes: 'Ja, personen vet', no: 'Nej, inte än' },
  whatTitle: 'Vad har hänt?',
  whatPlaceholder: 'Det räcker med en mening. Du kan lägga till mer sedan.',
  whenTitle: 'När och var?',
  whereTitle: 'Plats och sammanhang',
  aroundTitle: 'Runt omkring',
  offenderTitle: 'Vem gjorde det?',
  youTitle: 'Telefon och uppdrag',
  reviewKicker: 'Rapport · sista sidan',
  reviewTitle: 'Ska vi skicka?',
  consentParty: (who: string, party: string) =>
    `Trycker du på Skicka säger du ja till att ${who}, säkerhetsansvarig i ${party}, får läsa det här.`,
  consentMunicipality: (who: string) =>
    `Trycker du på Skicka får ${who}, kommunens säkerhetsstrateg, läsa det här.`,
  consentNobody: 'Trycker du på Skicka sparar kommunen det du skrivit.',
  consentLater: 'Du kan ändra dig. Säg till den som hjälper dig.',
  moreTitle: 'Vill du berätta mer?',
  moreLater: 'Du kan också skicka nu och lägga till mer sedan.',
  keep: 'Spara allt: meddelanden, bilder, brev. Svara inte den som hotar.',
  savedTitle: 'Utkastet är sparat',
  savedLines: ['Bara du ser det. Skriv rapportera hot när du vill fortsätta.'],
  discardedTitle: 'Utkastet är borta',
  discardedLines: ['Det du skrev är raderat. Du kan börja om när du vill.'],
  tooLongToShow:
    'Hela texten finns kvar i utkastet. Här ser du början. Ändrar du något är det bara det du ser som gäller.',
};

/** The victim's own card. */
export const STATUS = {
  alarmTitle: 'Larmet är skickat',
  reportTitle: 'Tack. Vi har din rapport.',
  ledTitle: (name: string) => `${name} har tagit emot`,
  nobodyTitle: 'Ring själv nu',
  askedTitle: 'Jag har frågat någon annan',
  told: (names: string, at = '') => `${`Jag sade till ${names} ${at}`.trim()}.`,
  silent: 'Ingen har svarat än.',
  next: (at: string) => `Svarar ingen före ${at} frågar jag fler.`,
  cannotReach: (names: string) => `I Teams når jag inte ${names}. Ring, så går det fortast.`,
  nobody: 'Jag når ingen i Teams just nu. Ring ett av numren här.',
  leads: (name: string, role: string) => `${name}, ${role}, leder ditt ärende.`,
  leadsTitle: (name: string) => `${name} leder ditt ärende`,
  led: (name: string, role: string, at: string) =>
    `${name}, ${role}, tog emot ${at} och hör av sig till dig.`,
  keep: 'Spara allt: meddelanden, bilder, brev. Svara inte den som hotar. Var inte ensam om du kan.',
  mistakeNoted: 'Du har sagt att du tryckte fel. Någon ringer dig ändå för att höra att allt är bra.',
  callNoted: 'Du har bett att någon ringer dig.',
  canRead: (names: string) => `Kan läsa din rapport: ${names}.`,
  canReadSome: (names: string) => `Kan läsa det som polisen behöver: ${names}.`,
  nobodyReads: 'Ingen kan läsa din rapport än.',
  rows: {
    sent: 'Du har sagt till',
    taken: 'Någon tar emot',
    assessed: 'Ni bedömer läget ihop',
    support: 'Någon är hos dig',
    police: 'Kommunen ber polisen om råd',
    decision: 'Svar om polisanmälan',
    reported: 'Polisanmälan',
    talk: 'Ni talas vid igen',
  },
  latest: (day: string) => `senast ${day}`,
  closedTitle: 'Ärendet är avslutat',
  closedLines: ['Behöver du mer hjälp? Öppna det igen, eller rapportera något nytt.'],
  more: 'Mer om ditt ärende',
  decided: {
    municipality: 'Du sade ja: kommunen anmäler.',
    self: 'Du anmäler själv.',
    other: 'Någon annan anmäler åt dig.',
    no: 'Du sade nej till polisanmälan.',
    notNow: 'Du vill vänta med polisanmälan.',
    cannotAnswer: 'Du kan inte svara om polisanmälan nu.',
  },
  canChange: 'Du kan ändra dig tills anmälan är gjord. Du ser här när det är klart.',
};

/** The reporter who is not the victim. */
export const RECEIPT = {
  title: 'Tack för att du berättade',
  lines: [
    'Kommunens säkerhetsstrateg har fått veta. Den det gäller väljer själv vad som händer sedan.',
    'Du ser inte mer av ärendet. Det är för att skydda den det gäller.',
  ],
  proxyLines: ['Partiet har fått veta och hjälper den det gäller.'],
};

export const NOTICE = {
  title: 'Någon behöver dig nu',
  calmTitle: 'Ett nytt ärende väntar på dig',
  lines: ['Tryck först. Då vet alla att någon tar hand om det. Sedan får du veta mer.'],
  from: (at: string) => `Kom in ${at}.`,
  second: (name: string) => `${name} leder redan. Tryck om du vill stå bredvid. Då kan du också läsa.`,
  toldTitle: 'Ett ärende har kommit in',
  toldLines: ['Partiets säkerhetsansvarig har fått det. Du får läsa om du behövs, eller om ingen svarar.'],
  toldLed: 'Partiets säkerhetsansvarig har tagit emot.',
  declined:
    'Tack för att du sade till. Frågan har gått vidare till nästa. Kan du ändå? Tryck på Jag har tagit emot.',
  recused: 'Tack. Du är inte längre med i det här ärendet.',
  out: 'Ärendet gäller inte dig längre.',
  taken: (name: string) => `${name} leder ärendet. Du behöver inte göra något nu.`,
  standbyTitle: (name: string) => `${name} leder ärendet`,
  standbyLines: ['Du står bredvid och kan läsa. Du behöver inte göra något nu.'],
  unledTitle: 'Ingen leder ärendet än',
  unled: (names: string) => `${names} har fått frågan. Ring gärna. Du kan läsa tills någon tar emot.`,
};

/** The lead's card. */
export const LEAD = {
  count: (done: number, all: number) => `${done} av ${all} klara`,
  approveLines: 'Tryck när ni är redo. Då öppnas steget.',
  approveOther: (who: string) => `Tryck, så får ${who} veta att det är dags.`,
  checkLines: ['Svaren är ifyllda där vi vet. Stämmer de?'],
  fillIn: (step: string) => `Fyll i: ${lowered(step)}`,
  sections: 'Så långt har ni kommit',
  with: (who: string) => (who === COMMON.you ? 'hos dig' : `hos ${who}`),
  who: 'Det gäller',
  phone: 'Telefon',
  ringInTeams: 'Ring i Teams',
  writeInTeams: 'Skriv i Teams',
  ringPhone: 'Ring telefonen',
  ringFirst: 'Ring den utsatte nu',
  ringWords: 'Säg vem du är och fråga: Är du ensam?',
  noNumber: 'Jag har inget nummer här. Tryck på Visa uppgifter och se vem som berättade.',
  afterwards: (title: string) => `Sedan: ${lowered(title)}`,
  postEnded:
    'Ditt uppdrag i partiet är slut. Fråga den utsatte vem som ska leda. Blir det en annan? Lämna över.',
  ringTitle: 'Den utsatte vill att du ringer',
  ringLines: ['Ring nu. Numret finns under Visa uppgifter. Tryck här när du har ringt.'],
  reviewTitle: 'Till sist: hur gick det?',
  reviewLines: ['Fråga gärna den utsatte och säkerhetsstrategen också. Det räcker med korta svar.'],
  closeTitle: 'Allt är gjort',
  closeLines: ['Du kan avsluta ärendet. Det går att öppna igen.'],
  waitTitle: 'Nu väntar ni på andra',
  waitLines: ['Du behöver inte göra något just nu. Jag säger till här.'],
  waitFor: (what: string, who: string) => `Hos ${who}: ${lowered(what)}`,
  askTitle: 'Fråga om polisanmälan',
  askLines: ['Läs upp frågan för den utsatte och fyll i svaret.'],
  talkTitle: (day: string) => (day ? `Nästa samtal: ${day}` : 'Nästa samtal'),
  mistake: 'Den utsatte säger att hen tryckte fel. Ring ändå och hör att allt är bra.',
  noAccount: 'Den utsatte har inget konto här än. Vill hen ha det? Tryck på Fler val och Koppla till konto.',
  closed: (what: string, at: string) => `✓ ${what} är avslutat · ${at}`,
  opensFrom: (day: string) => `Öppnas ${day}. Du kan öppna tidigare.`,
  last: (day: string) => `senast ${day}`,
  lastDay: (day: string) => `Sista dagen är ${day}.`,
  victimVictim: 'den utsatte',
  strategist: 'säkerhetsstrategen',
  chief: 'kommunchefen',
  other: 'den som anmäler',
};

export const STEP_CARD = {
  doneBy: (who: string, at: string) => `Klart ${at} av ${by(who)}.`,
  skippedBy: (who: string, at: string) => `Behövs inte, ${at} av ${by(who)}.`,
  auto: 'Behövs inte, efter det ni har svarat.',
  forOwner: 'Ifyllt åt den som skulle göra det.',
  reason: 'Varför?',
  skipTitle: (step: string) => `Behövs inte: ${step}`,
  skipLines: ['Skriv kort varför. Det räcker med: Den utsatte avstod.'],
  reopenTitle: (step: string) => `Öppna igen: ${step}`,
  aloneReason: 'Varför bestämmer du ensam?',
  notOpen: 'Steget är inte öppet än.',
  forWhom: (who: string) => `Det här gör ${who}. Du kan fylla i det i stället.`,
  restricted: 'Jag har begärt att anmälan skyddas',
  linkStated: 'Jag har sagt att det rör ett politiskt uppdrag',
  finished: (what: string, at: string) => `✓ ${what} · klart ${at}`,
  superseded: (reference: string) => `Ärende ${reference}: se det nya kortet nedanför.`,
  supersededQuietly: 'Se det nya kortet nedanför.',
};

export const GROUPS_CARD = {
  noticeTitle: 'Läs ett förslag: vem mer ska få veta?',
  confirmTitle: 'Är det okej att säga det här?',
  confirmLines: ['Två ska vara överens. Håller du med, eller vill du ändra något?'],
  waiting: (who: string) => `Väntar på att ${who} håller med.`,
};

export const DECISION = {
  title: 'Vill du att det polisanmäls?',
  lines: [
    'En anmälan är bra att göra. Den kan hjälpa polisen att stoppa det. Men det är bara du som väljer.',
    'Kommunen anmäler åt dig om du vill, och ber polisen att skydda anmälan. Då är det få som kan läsa den. Kommunchefen får läsa det som polisen behöver.',
    'Vissa brott kan polisen bara utreda om du själv ber om det.',
  ],
  footnote: 'Du kan ändra dig tills anmälan är gjord.',
  answers: {
    municipality: 'Ja, kommunen anmäler',
    self: 'Ja, jag anmäler själv',
    other: 'Ja, någon annan anmäler',
    no: 'Nej, ingen anmälan',
    notNow: 'Inte nu, fråga igen',
    cannotAnswer: 'Jag kan inte svara nu',
  },
  readAnswers: {
    municipality: 'Ja, kommunen anmäler',
    self: 'Ja, hen anmäler själv',
    other: 'Ja, någon annan anmäler',
    no: 'Nej, ingen anmälan',
    notNow: 'Inte nu, fråga igen',
    cannotAnswer: 'Kan inte svara nu',
  },
  answer: 'Svar',
  how: 'Hur fick du svaret?',
  chiefTitle: 'En polisanmälan ska göras',
  chiefLines: [
    'Den utsatte har sagt ja. Tryck på Visa uppgifter, så ser du det som polisen behöver.',
    'Ring polisen på 114 14. Tryck på Fyll i när anmälan är gjord.',
  ],
  selfTitle: 'Du anmäler själv',
  selfLines: [
    'Ring 114 14 eller gå till en polisstation. Be att anmälan skyddas. Säg att det rör ditt politiska uppdrag.',
    'Tryck på Fyll i när anmälan är gjord.',
  ],
};

/** Support from someone outside: the victim's own answer. */
export const SUPPORT = {
  yes: 'Ja, jag vill ha stöd',
  no: 'Nej, det behövs inte',
  write: 'Svara med egna ord',
};

export const BELONGS = {
  title: 'Gäller det dig?',
  lines: ['Någon har berättat om en händelse och tror att den rör dig. Du får se mer när du har svarat.'],
  yes: 'Ja, det gäller mig',
  no: 'Nej, det gäller inte mig',
  noThanks: 'Tack för svaret. Du hör inte mer om det här.',
};

export const PARTY_QUESTION = {
  title: 'Är det okej att ditt parti får veta?',
  lines: [
    'Någon har berättat för kommunen vad du varit med om. Ditt parti vet inget än.',
    'Säger du ja får partiets säkerhetsansvarig läsa och hjälpa dig.',
    'Tar du bort ditt namn sparar kommunen bara det som har hänt.',
  ],
  answers: {
    yes: 'Ja, det är okej',
    municipalityOnly: 'Nej, bara kommunen',
    removeName: 'Ta bort mitt namn',
    ringMe: 'Ring mig först',
  },
};

export const DETAILS = {
  partyTitle: 'Vilket parti gäller det?',
  noParty: 'Jag vet inte vilket parti det gäller.',
  title: 'Uppgifter',
  logged: 'Jag skriver i loggen att du har läst det här.',
  empty: 'Ingen har skrivit vad som hänt än. Ring personen.',
  victim: 'Den utsatte',
  reporter: 'Rapporterat av',
  relation: 'Hur de känner varandra',
  party: 'Parti',
  protection: 'Skyddsåtgärder',
  talks: 'Samtal',
};

export const LISTS = {
  stepsTitle: 'Alla åtgärder',
  step: 'Vilket steg?',
  show: (reference: string) => `Visa ${reference}`,
  mineTitle: 'Mina ärenden',
  mineEmpty: 'Du har inga ärenden.',
  question: 'Någon väntar på ditt svar',
  showQuestion: 'Visa frågan',
  contactsTitle: 'Kontaktlista',
  contactsEmpty: 'Listan är tom. Fråga kommunens säkerhetsstrateg.',
  notFound: 'Jag hittar inget sådant ärende hos dig.',
  states: { open: 'Pågår', closed: 'Avslutat' },
  showMore: 'Visa fler',
};

export const FORMS = {
  talkTitle: 'Skriv in ett samtal',
  firstTalkTitle: 'Det första samtalet',
  talkFields: {
    heldOn: 'Vilken dag?',
    attendees: 'Vilka var med?',
    notes: 'Hur är läget, och vad behövs?',
    more: 'Behövs fler samtal?',
    plannedFor: 'Om ja: när?',
  },
  waiveTitle: 'Samtalet hålls inte',
  protectionTitle: 'En skyddsåtgärd är bestämd',
  protectionLines: ['Skriv ingen adress.'],
  protectionFields: { what: 'Vad är bestämt?', who: 'Vem gör det?', when: 'När?' },
  reviewFields: {
    applied: 'Följde ni rutinen?',
    routine: 'Vad kan bli bättre i rutinen eller arbetet?',
    plan: 'Vad kan bli bättre i kommunens plan?',
    worked: 'Vad gick bra?',
  },
  changeContactTitle: 'Vem vill du ha i stället?',
  changeContactLines: [
    'Kontaktpersonen leder ditt ärende. Du behöver inte säga varför du byter. Den du har nu kan inte läsa mer.',
  ],
  changeContactField: 'Ny kontaktperson',
  handOverTitle: 'Vem ska leda i stället?',
  handOverLines: ['Den du väljer får frågan nu. Tills hen svarar leder ingen.'],
  handOverField: 'Vem ska leda?',
  noOther: 'Det finns ingen annan att välja just nu. Ring kommunens säkerhetsstrateg.',
  bindTitle: 'Koppla den utsatte till ett konto',
  bindLines: ['Jag frågar först om det gäller hen. Innan svaret visar jag inget.'],
  bindField: 'Den utsattes e-post',
  lowerTitle: 'Varför är det inte akut längre?',
  reopenTitle: 'Varför öppnas ärendet igen?',
  ownPartyTitle: 'Kommer hotet från ditt parti?',
  ownPartyLines: ['Säger du ja kan ingen i partiet läsa mer. Kommunens säkerhetsstrateg leder i stället.'],
  ownPartyYes: 'Ja, stäng ute partiet',
  missingTitle: 'Det här återstår',
  missing: { talk: 'Ett samtal som är planerat', review: 'Till sist: hur gick det?' },
  moreTitle: 'Vad vill du göra?',
  changeTitle: 'Ändra något i ärendet',
  amendTitle: 'Vad vill du lägga till?',
};

/** Sentences for what the routine refuses; each says what to do next. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  notYours: 'Det här steget gör någon annan. Tryck på Tillbaka för att se läget.',
  alreadyEnded: 'Det är redan gjort. Här är läget nu.',
  notOpen: 'Steget är inte öppet nu. Här är läget.',
  closed: 'Ärendet är avslutat. Öppna det igen om du vill ändra något.',
  reasonNeeded: 'Skriv kort varför.',
  reportMade: 'Anmälan är redan gjord. Är något fel? Ring den som leder ärendet.',
  secondPersonNeeded: 'Två personer ska vara överens. Skicka förslaget, så frågar jag den andra.',
  notReadyToClose: 'Allt är inte klart än. Se vad som återstår.',
  badInput: 'Titta på det som är markerat och försök igen. Det du skrev finns kvar.',
  noSuchPerson: 'Jag hittar ingen med den e-posten här. Se om den är rätt skriven.',
  alreadyBound: 'Den utsatte har redan ett konto i ärendet.',
  noOtherContact: 'Det finns ingen annan att välja just nu. Ring kommunens säkerhetsstrateg.',
};

export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'required':
      return 'Fyll i det här.';
    case 'tooLong':
      return `Korta texten. Du har skrivit ${problem.length} tecken, ${problem.max} får plats.`;
    case 'badDate':
      return 'Skriv datum som 2026-12-01 och tid som 10:30.';
    case 'future':
      return 'Dagen har inte varit än. Välj i dag eller tidigare.';
    case 'badChoice':
      return 'Välj ett av svaren i listan.';
    case 'badSigns':
      return 'Skriv bara ord, siffror, punkt och streck.';
  }
}

export const TROUBLE = {
  title: 'Något gick fel hos mig',
  lines: (id: string) => [
    'Försök igen om en liten stund. Är det bråttom? Ring någon på kontaktlistan. Fara nu? Ring 112.',
    `Händer det igen? Säg koden ${id} till kommunens it-stöd.`,
  ],
};

export const NOTHING_HERE = {
  title: 'Här finns inget för dig',
  lines: ['Kortet är gammalt eller gäller inte dig längre. Tryck på Mina ärenden för att se dina.'],
};
