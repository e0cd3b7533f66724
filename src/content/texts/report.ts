/* From the first word to a sent report: welcome, help, the red button's card, the pages of the report. */

import type { Names } from '../names';
import { byWhom } from './common';

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
  title: 'Så får du hjälp',
  lines: ['Vill du prata med en människa? Ring. Du kan också trycka på en knapp.'],
  below: [
    'Du kan också skriva ett av de här orden till mig: rapportera hot, vägledning, mina ärenden, kontaktlista, trygg hem.',
    'Har du svårt att läsa kort? Skriv rapportera i text, så frågar jag en sak i taget.',
  ],
};

/** The one sentence that is written in a group. */
export const GROUP_CHAT =
  'Skriv till mig i en egen chatt. Här kan alla läsa. Fara just nu? Ring 112. Polisen når du annars på 114 14.';

/** The first card of a report: the red buttons. */
export const FIRST = {
  kicker: 'Rapportera hot',
  title: 'Är du i säkerhet nu?',
  english: 'I answer in Swedish. In danger? Call 112. The red button alerts your party.',
  lines: [
    'Behöver du någon nu? Ett tryck räcker. Jag säger till direkt, och du ser vem som fick veta.',
    'Jag är en bot och kan inte ringa 112 åt dig.',
  ],
  choose:
    'Vilket parti är ditt? Tryck på det, så larmar jag dem direkt. Hittar du det inte? Tryck på Larma mitt parti.',
  alarm: (party: string) => `Larma ${party}`,
  otherParty: 'Byt eller glöm mitt parti',
  forget: 'Glöm mitt parti och nummer',
  forgotten: 'Nu har jag glömt ditt parti och ditt telefonnummer. Det du redan har skickat finns kvar.',
  chooseBoard: (asksParty: boolean) =>
    asksParty
      ? 'Gäller det en nämnd? Tryck på den, så larmar jag den och kommunen. Sedan väljer du parti.'
      : 'Gäller det en nämnd? Tryck på den, så larmar jag den och ditt parti.',
  board: 'Gäller det en nämnd?',
  boardPlaceholder: 'Välj nämnd',
  noBoard: 'Ingen nämnd',
  none: 'Inget parti',
  unknown: 'Vet inte',
  municipalityHint:
    'Kommer hotet från ditt eget parti? Välj Larma kommunen. Då säger jag inget till partiet.',
  already: (reference: string, at: string) =>
    `Du larmade ${at} (${reference}). Ingen har svarat sedan dess. Är det fara? Ring 112. Ring annars någon av dem här.`,
  again: (reference: string, at: string) =>
    `Du larmade ${at} (${reference}). Behöver du hjälp nu? Tryck igen, så meddelar jag den som hjälper dig.`,
  draft: 'Du har ett utkast kvar. Tryck på Jag är i säkerhet – berätta för att fortsätta.',
};

/** Reserves of those who read. */
const reserves = 'Ersättare läser bara om de tar över. Hjälper de till ser de ditt namn och nummer.';

/** The pages of a report. */
export const REPORT = {
  kicker: (page: number, pages: number) => `Rapport · sida ${page} av ${pages}`,
  extraKicker: (page: number, pages: number) => `Rapport · mer om du vill, ${page} av ${pages}`,
  aboutTitle: 'Vem gäller det?',
  forOther: 'Det gäller någon annan',
  forMe: 'Det gäller mig',
  otherTitle: 'Vem har blivit utsatt?',
  otherLines: [
    'Partiet får bara läsa om personen vill det. Vet du inte? Då går rapporten till kommunen, och personen väljer själv sedan.',
  ],
  knows: { chosen: 'Ja, och hen har bett mig berätta', yes: 'Ja, personen vet', no: 'Nej, inte än' },
  youTitle: 'Så når vi dig',
  youLines: ['Är du osäker på något? Hoppa över det.'],
  reachTitle: 'Så når vi personen och dig',
  whatTitle: 'Vad har hänt?',
  whatPlaceholder: 'Det räcker med en mening. Du kan lägga till mer sedan.',
  whenTitle: 'Plats och sammanhang',
  whenLines: ['Skriv inte var någon bor. ”Hemma” räcker.'],
  offenderTitle: 'Vem gjorde det?',
  motiveTitle: 'Vet du varför?',
  aroundTitle: 'Vittnen och åtgärder',
  impactTitle: 'Hur upplevde du det?',
  impactOfOther: 'Hur upplevde hen det?',
  partyPlaceholder: 'Välj parti',
  choose: 'Välj',
  reviewTitle: 'Vill du skicka rapporten?',
  /** `who`: names, each with their post. */
  consentParty: (who: string, { strategist }: Names) =>
    `När du skickar får ${who}, läsa rapporten. Vid hot, våld eller om det behövs läser också ${strategist.title}. ${reserves}`,
  consentMarked: ({ strategist }: Names) =>
    `Du har politiskt uppdrag på heltid eller stor del av tiden. Därför läser ${strategist.definite} också hela ärendet från början.`,
  consentMunicipality: (who: string) => `När du skickar får ${who}, läsa rapporten. ${reserves}`,
  /** Somebody of the municipality is part of it: `who` is asked in their place, and the party after them. */
  consentInstead: (who: string, next: string, strategist: string) =>
    [
      `När du skickar får ${who}, läsa rapporten. Kommer inget svar får ${next}, läsa den.`,
      ...(strategist ? [`Vid hot, våld eller om det behövs läser också ${strategist}.`] : []),
    ].join(' '),
  /** Where the municipality makes the police report whatever the person says. */
  consentReported: ({ filer }: Names) =>
    `Kommunen polisanmäler alltid hot och våld. Då läser ${filer.definite} det som polisen behöver.`,
  consentNobody: 'När du skickar sparar kommunen det du skrivit.',
  consentLater: 'Du kan ändra dig när du vill. Tryck på Byt kontaktperson.',
  consentOther: 'Den det gäller bestämmer själv vad som händer sedan.',
  moreTitle: 'Vill du berätta mer?',
  moreLater: 'Du kan också skicka nu och lägga till mer sedan.',
  /** On top of the last page, where a bomb threat is told of. */
  bomb: ['Bombhot? Ring 112 först.', 'Skicka sedan. Rör inget som du inte känner igen.'],
  keep: 'Spara allt: meddelanden, bilder, brev. Svara inte den som hotar.',
  savedTitle: 'Utkastet är sparat',
  savedLines: ['Bara du ser det. Skriv rapportera hot när du vill fortsätta.'],
  discardedTitle: 'Utkastet är borta',
  discardedLines: ['Det du skrev är raderat. Du kan börja om när du vill.'],
  tooLongToShow:
    'Hela texten finns kvar i utkastet. Här ser du början. Om du ändrar här försvinner den del som inte syns.',
};

/** The versions of a report, by whom and when: nothing is overwritten. */
export const VERSIONS = {
  button: 'Allt som skrivits',
  title: 'Allt som har skrivits',
  amendLine: 'Det du lägger till står bredvid det som redan finns. Inget skrivs över.',
  authors: { victim: 'den utsatte', reporter: 'den som rapporterade' },
  said: (field: string, who: string) => `${field} (${who})`,
  added: (field: string, who: string, at: string) => `${field} (tillagt ${at} av ${byWhom(who)})`,
  written: (who: string, at: string) => `${at}, ${who}`,
  takenBack: 'borttaget',
};
