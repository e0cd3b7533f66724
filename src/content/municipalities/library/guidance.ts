import type { CHANNELS, KINDS, SituationId } from '../../../routine/model/codes';
import type { Names } from '../../names';

/** The advice of one situation, as its card shows it. */
export interface SituationWords {
  /** Also the button that leads to it. */
  readonly title: string;
  /** Something is going on: 112 with what to say comes first, then the alarm. */
  readonly isGoingOn: boolean;
  /** Advice for the first moment, in order. */
  readonly first: readonly string[];
  /** Advice for when there is time. */
  readonly later: { readonly title: string; readonly lines: readonly string[] };
  /** Its kind and channel in a report; several channels are several buttons. */
  readonly kind: (typeof KINDS)[number];
  readonly channels: readonly (typeof CHANNELS)[number][];
}

/** Bilaga 2, a card a situation. A municipality may have words of its own for any of them. */
export type Guidance = Readonly<Record<SituationId, SituationWords>>;

const QUIET = 'Stäng av ljudet på telefonen och på annat som låter. Släck ljus som syns.';
const CALL = 'Ring 112.';
const REPORT_IT =
  'Tänk igenom om det ska bli en polisanmälan. Allvarliga hot och brott bör alltid anmälas. Gör sedan som polisen säger.';
const TRACE = 'Kommunens it-enhet kan kanske spåra vem som skickade det.';
const KEEP_QUIET = 'Svara inte på egen hand.';
const BAG = 'Lägg det i en tät plastpåse om det går.';

const GOING_ON = {
  threatened: {
    title: 'Någon hotar mig nu',
    isGoingOn: true,
    kind: 'threat',
    channels: ['inPerson'],
    first: [
      'Håll avstånd. Stå så att du kan gå därifrån.',
      'Ropa på hjälp. Utlös ditt larm om du har ett, annars ring 112.',
      'Gör som personen vill. Försvara inga saker.',
      'Blir det våld? Ta dig därifrån.',
    ],
    later: {
      title: 'För att lugna läget',
      lines: [
        'Inget läge är det andra likt. Kan du själv bryta det, eller kan en kollega komma?',
        'Var lugn. Var försiktig, så blir det inte värre.',
        'Lyssna noga. Ta den som är arg på allvar.',
        'Prata, så vinner du tid. Håll dig till saken.',
        'Hota inte tillbaka. Säg inte emot.',
        'Få dina kollegor att se vad som händer. Hjälp den som är utsatt.',
      ],
    },
  },
  armed: {
    title: 'Grovt våld eller vapen',
    isGoingOn: true,
    kind: 'violence',
    channels: ['inPerson'],
    first: [
      'Bort från den som har vapen. Få med dig de andra.',
      'Gå till en trygg plats, eller dit där alla skulle samlas.',
      QUIET,
      'Ring 112 så fort du kan. Gör som polisen säger.',
    ],
    later: {
      title: 'Var är det tryggt?',
      lines: [
        'Se efter var dörrar, fönster och rum finns. Var är det tryggt?',
        'Ibland behöver du själv bestämma vad som är bäst.',
        'Inför nästa gång: alla som är med vid en träff bör veta vad de gör om något händer.',
      ],
    },
  },
  outside: {
    title: 'Fara utanför huset',
    isGoingOn: true,
    kind: 'threat',
    channels: ['inPerson'],
    first: [
      'Stanna inne. Säg åt alla andra att stanna inne.',
      'Lås dörrarna in till huset. Den som hotar ska stå utanför.',
      CALL,
      'Håll dig borta från fönster.',
      'Vänta på polisen.',
    ],
    later: {
      title: 'Huset',
      lines: ['Tänk på det du vet om huset: rum, vägar ut, larm och lås.'],
    },
  },
  inside: {
    title: 'Fara inne i huset',
    isGoingOn: true,
    kind: 'threat',
    channels: ['inPerson'],
    first: [
      'Utrym. Gå ut, och få med dig de andra. Det gäller hot, våld och brand.',
      'Lås inte dörrarna in till huset.',
      'Står du utanför? Gå inte in. Gå därifrån direkt.',
      CALL,
    ],
    later: {
      title: 'Går det inte att komma ut?',
      lines: [
        'Stanna kvar, och lås in dig i ett rum om det går.',
        'Tänk på rum, vägar ut, larm och lås. Finns det en säkrare plats? Gå dit snabbt och tyst.',
        QUIET,
      ],
    },
  },
} as const satisfies Partial<Guidance>;

/** The advice that names who is to be told, by the municipality's own words for them. */
function withNames({ firstContact, strategist }: Names) {
  const show = `Visa det för ${firstContact.title}. Säg till ${strategist.title} om det behövs.`;
  const reply = `Finns det en adress att svara till? Då bedömer du det med ${firstContact.title}, ${strategist.title} om hen är med, och polisen. Svaret skickas av ${firstContact.title}. Där står att hotet tas på allvar, att det inte är okej och att det polisanmäls.`;
  const told = `Säg till ${firstContact.title}. Säg till ${strategist.title} om det behövs.`;
  return { show, reply, told };
}

type Told = ReturnType<typeof withNames>;

/** A threat or a bomb threat on the telephone. */
const byPhone = ({ firstContact, strategist }: Names): SituationWords => ({
  title: 'Hot på telefon, bombhot',
  isGoingOn: true,
  kind: 'threat',
  channels: ['phone'],
  first: [
    'Lägg inte på. Stäng inte av telefonen.',
    'Prata om du kan. Var lugn och vänlig. Avbryt inte.',
    'Är det fler i rummet? Då kan högtalaren vara bra.',
    'Fråga så mycket du kan. Skriv ner det, helst under samtalet.',
    'Bombhot? Ring alltid 112.',
  ],
  later: {
    title: 'Efter samtalet',
    lines: [
      'Skriv upp numret om du ser det.',
      `Säg till ${firstContact.title} direkt. Säg också till ${strategist.title}.`,
      'Tänk igenom om det ska bli en polisanmälan.',
      `Hotet bedöms sedan. Det gör ${firstContact.title} med ${strategist.title}, polisen och kanske fler. De går noga igenom var hotet kommer ifrån.`,
    ],
  },
});

/** A threat in an e-mail. */
const byEmail = ({ show, reply }: Told): SituationWords => ({
  title: 'Hot i e-post',
  isGoingOn: false,
  kind: 'threat',
  channels: ['email'],
  first: ['Ta inte bort det. Spara det.', KEEP_QUIET, 'Skriv upp när det kom.', show],
  later: {
    title: 'Sedan',
    lines: [REPORT_IT, reply, `E-post lämnar spår som inte syns. ${TRACE}`],
  },
});

/** A threat in a text message or in social media. */
const onTheNet = ({ show, reply }: Told): SituationWords => ({
  title: 'Hot i sms eller på nätet',
  isGoingOn: false,
  kind: 'threat',
  channels: ['sms', 'social'],
  first: [
    'Ta inte bort det. Kopiera och spara både texten och sidans adress, eller ta en skärmbild.',
    KEEP_QUIET,
    show,
  ],
  later: {
    title: 'Sedan',
    lines: [
      REPORT_IT,
      reply,
      TRACE,
      'Det du lägger ut på nätet kan alla läsa, också den som vill hota.',
      'Det kan spridas och finnas kvar fast du har tagit bort det.',
      'Tänk ut i förväg vad du gör om det händer dig.',
    ],
  },
});

/** A thing or a parcel that may be dangerous. */
const anObject = ({ told }: Told): SituationWords => ({
  title: 'Misstänkt föremål eller paket',
  isGoingOn: true,
  kind: 'threat',
  channels: ['object'],
  first: [
    'Rör det inte. Öppna det inte.',
    'Gå därifrån, och få bort alla andra.',
    'Har du fått något på kroppen? Skölj av dig och ring vården direkt.',
    'Är det fara? Spärra av rummet och ring 112. Gör som polisen säger.',
  ],
  later: {
    title: 'När du är på säkert avstånd',
    lines: [
      'Det kan vara en okänd väska, ett paket eller ett brev. I det kan finnas sprängämne, gift eller smitta.',
      'Försök få veta om det är någons.',
      `Håller du redan i ett brev eller paket? ${BAG} Ett föremål flyttas aldrig.`,
      'Skriv upp när det kom och hur, och vilka som har tagit i det.',
      told,
      'Inför nästa gång: be bud visa legitimation. Öppna inte om du är osäker på vem som har skickat det.',
    ],
  },
});

/** A threat in a letter. */
const aLetter = ({ show }: Told): SituationWords => ({
  title: 'Hot i brev',
  isGoingOn: false,
  kind: 'threat',
  channels: ['letter'],
  first: [
    'Rör brevet så lite du kan. Undvik fingeravtryck.',
    BAG,
    'Var försiktig med det. Spara det åt polisen, som kan hitta spår.',
    show,
  ],
  later: { title: 'Sedan', lines: [REPORT_IT] },
});

/** The advice of Bilaga 2, every line of the plan; the plan's order is kept among the situations. */
export function guidance(names: Names): Guidance {
  const told = withNames(names);
  return {
    ...GOING_ON,
    phone: byPhone(names),
    email: byEmail(told),
    social: onTheNet(told),
    object: anObject(told),
    letter: aLetter(told),
  };
}
