/* From the first word to a sent report: welcome, help, the red button's card, the pages of the report. */

/** The first card after the app was installed. */
export const WELCOME = {
  title: 'Hej, jag är Trygghetsboten',
  lines: (municipality: string) => [
    `Blir du hotad, trakasserad eller angripen? Då hjälper jag dig att nå rätt person i ditt parti och i ${municipality}.`,
    'Jag är en bot. Jag kan inte ringa 112 åt dig.',
  ],
  footnote:
    'De som hjälper dig kan läsa det du skriver i en rapport. Om någon annan begär att få läsa rapporten prövar kommunen det varje gång. Skriv inte var du bor. Har du skyddade personuppgifter? Ring i stället.',
};

/** The card after what could not be understood. */
export const HELP = {
  title: 'Det här kan jag hjälpa dig med',
  lines: ['Tryck på en knapp eller skriv det du vill: rapportera hot, mina ärenden, kontaktlista.'],
};

/** The one sentence that is written in a group. */
export const GROUP_CHAT = 'Skriv till mig i en egen chatt. Här kan alla i chatten läsa.';

/** The first card of a report: the red buttons. */
export const FIRST = {
  kicker: 'Rapportera hot',
  title: 'Är du i säkerhet nu?',
  english: 'I answer in Swedish. In danger? Call 112. The red button alerts your party.',
  lines: [
    'Behöver du någon nu? Ett tryck räcker. Jag säger till direkt, och du ser vem som fick veta.',
    'Jag är en bot och kan inte ringa 112 åt dig.',
  ],
  partyPlaceholder: 'Välj ditt parti',
  board: 'Gäller det en nämnd?',
  boardPlaceholder: 'Välj nämnd',
  noBoard: 'Ingen nämnd',
  remember: 'Kom ihåg mitt parti till nästa gång',
  remembered: 'Samma som förut',
  none: 'Inget parti',
  unknown: 'Vet inte',
  municipalityHint:
    'Kommer hotet från ditt eget parti? Välj Larma kommunen. Då säger jag inget till partiet.',
  already: (reference: string, at: string) =>
    `Du larmade ${at} (${reference}). Ingen har svarat sedan dess. Är det fara? Ring 112. Ring annars någon av dem här.`,
  again: (reference: string, at: string) =>
    `Du larmade ${at} (${reference}). Behöver du hjälp nu? Tryck igen, så säger jag till den som hjälper dig.`,
  partyLost: 'Jag hittar inte ditt parti just nu. Välj det här och tryck igen.',
  draft: 'Du har ett utkast kvar. Tryck på Jag är i säkerhet när du vill fortsätta.',
};

/** The pages of a report. */
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
  reviewTitle: 'Vill du skicka rapporten?',
  /** `who`: names, each with their post. */
  consentParty: (who: string) => `Trycker du på Skicka säger du ja till att ${who}, får läsa det här.`,
  consentMunicipality: (who: string) => `Trycker du på Skicka får ${who}, läsa det här.`,
  consentNobody: 'Trycker du på Skicka sparar kommunen det du skrivit.',
  consentLater: 'Du kan ändra dig när du vill. Tryck på Byt kontaktperson.',
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
