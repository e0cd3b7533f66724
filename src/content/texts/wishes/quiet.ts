import { capital, type Names } from '../../names';

/* Somebody who hides, or whose phone another may see: what they are shown, and what those who help read first. */

export const QUIET = {
  hide: 'Ring mig inte',
  watched: 'Någon kan se min mobil',
  lift: 'Det går att ringa mig nu',
  /** On the victim's card while they hide. */
  title: 'Ingen ringer dig nu',
  line: 'Stäng av ljudet. Jag skriver inget här förrän du säger till. Den som hjälper dig får veta att hen inte ska ringa. Fara nu? Ring 112. Kan du inte prata? Ring ändå och låt dem lyssna. Sms till 112 går bara om du har anmält ditt nummer i förväg.',
  /** In the place of that whoever has taken it rings. */
  taken: (role: string, at: string) =>
    `${capital(role)}. Tog emot ${at}. Hen vet att du inte kan prata, och ringer inte.`,
  /** In the place of every other promise of a call. */
  noCall: 'Ingen ringer än. Går det att prata? Välj Det går att ringa mig nu.',
  /** After "Jag tryckte fel" and "Jag är i säkerhet nu". */
  check: 'Ingen ringer om det. Den som hjälper dig tar reda på ett annat sätt att du är trygg.',
  nothingAhead:
    'Inget mer kommer hit av sig självt. Vill du något? Skriv här, eller välj Det går att ringa mig nu.',
  /** On top of every card of those who help. */
  strip: {
    hiding: 'Ring inte och skriv inte till den utsatte. Hen gömmer sig.',
    watched: 'Ring inte och skriv inte till den utsatte. Någon annan kan se hens mobil.',
  },
  /** Beside it, to who talks with the police. */
  police: 'Säg till polisen att inte heller de ringer eller skriver till hen.',
  /** In the place of what asks to ring. */
  otherLine: 'Fråga någon som personen litar på. Skriv in svaret när du har fått det, utan att ha ringt.',
  otherButton: 'Hitta ett annat sätt',
  offer: 'Ring den som leder. Får du inget svar? Ta över, och hitta ett annat sätt.',
  canTalk: 'Kan du prata? Om inte, tryck på Ring mig inte.',
  /** In place of the help of the assessment, which says: ring first. */
  unrung: 'Gör bedömningen av det du vet. Fråga den utsatte när det går att prata.',
  leadTitle: 'Hitta ett annat sätt att nå den utsatte',
  leadLines: ({ strategist }: Names) => [
    'Är det fara just nu? Ring 112. Säg att den utsatte inte kan prata, och vad du vet.',
    `Prata annars med ${strategist.definite} först. Kan någon som personen litar på nå hen, utan telefon?`,
    'Bara den utsatte kan säga att det går att ringa igen. Har polisen tagit över? Säg det på kortet.',
  ],
};

/** The card of a phone that somebody else may see: numbers, and nothing of what has happened. */
export const NUMBERS = {
  title: 'Nummer',
  lines: [
    '112 vid fara. 114 14 till polisen annars.',
    'Ta bort det du har skrivit: håll fingret på ditt meddelande och välj Ta bort.',
    'Ta bort hela chatten: håll fingret på den i listan över chattar och välj Ta bort eller Dölj.',
  ],
  lift: 'Visa som vanligt',
};

/** The page with what the victim may say at any time. */
export const WISHES_PAGE = {
  button: 'Säg något mer',
  title: 'Vad vill du säga?',
  lines: ({ strategist }: Names) => [
    `${capital('ring mig inte')}: jag blir tyst, och den som hjälper dig får veta det.`,
    `Någon kan se min mobil: här syns bara nummer. ${capital(strategist.definite)} eller den som leder hittar ett annat sätt.`,
    'Det räcker nu: allt som är kvar avslutas, och ingen påminns.',
  ],
};
