import { capital, type Names } from '../../names';

/* The victim cannot answer: what whoever leads says of it, and what those who help then read. Words that hurt nobody. */

export const CANNOT_ANSWER = {
  ask: 'Kan den utsatte inte svara?',
  button: 'Säg det här',
  title: 'Vad stämmer just nu?',
  lines: [
    'Ett tryck räcker. Då skickar jag inget till den utsatte, och ingen blir ombedd att ringa hen.',
    'Du kan ta tillbaka det när du vill. Då kommer frågorna igen.',
  ],
  whys: {
    later: 'Orkar inte just nu',
    hospital: 'Är på sjukhus',
    unconscious: 'Är inte vid medvetande',
    dead: 'Lever inte längre',
  },
  lift: 'Går att prata med igen',
  /** On top of every card of those who help. */
  strip: {
    later: 'Ring inte och skriv inte till den utsatte. Hen kan inte svara nu.',
    hospital: 'Ring inte och skriv inte till den utsatte. Hen är på sjukhus.',
    unconscious: 'Ring inte och skriv inte till den utsatte. Hen är inte vid medvetande.',
    dead: 'Den utsatte lever inte längre. Ring inte och skriv inte till hens telefon.',
  },
  /** In the place of what asks to ring. */
  instead: 'Den utsatte kan inte svara nu',
  insteadLine: 'Vänta med det som hen själv ska svara på. Gör det andra som behövs.',
  insteadButton: 'Visa uppgifter om hen',
  kinTitle: 'Tänk först på de anhöriga',
  kinLines: {
    later: [],
    hospital: [
      'Vet de anhöriga? Se vem den utsatte vill att vi ringer, och ring om ingen annan har gjort det.',
    ],
    unconscious: [
      'Vet de anhöriga? Se vem den utsatte vill att vi ringer, och ring om ingen annan har gjort det.',
    ],
    dead: [
      'Polis eller vård ger de anhöriga beskedet. Ring inte före dem. Fråga polisen vad du får säga.',
      'Se vem den utsatte ville att vi ringer. Erbjud sedan hjälp, i den takt de vill.',
    ],
  },
  kinShow: 'Se vem vi ringer',
  kinTold: 'De anhöriga vet',
  colleagues: ({ strategist }: Names) =>
    `Den som arbetade nära kan behöva stöd. ${capital(strategist.definite)} kan beställa det.`,
  colleaguesTitle: 'Beställ stöd till dem som stod nära',
  colleaguesLine: 'Fråga gruppledaren vilka det är. Beställ hos kommunens företagshälsovård.',
  /** On the victim's own card. */
  ownTitle: 'Du behöver inte svara nu',
  ownLine:
    'Den som leder har sagt att du inte kan svara just nu. Därför skickar jag inget. Vill du börja igen? Tryck här.',
  ownLift: 'Jag kan svara nu',
};
