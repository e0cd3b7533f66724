/* The police report: the victim's decision on it, and the card of whoever makes it. */

import { capital, type Names } from '../names';

/** The police, when nobody is in danger. */
export const POLICE_NUMBER = '114 14';

/** The question to the victim, and the card of who makes the report: the filer (`filer…`), the victim (`self…`). */
export const DECISION = {
  title: 'Vill du att det polisanmäls?',
  lines: ({ filer }: Names) => [
    'Det som har hänt bör anmälas. Då får polisen lättare att hindra att det händer igen. Men det är bara du som bestämmer.',
    `Kommunen anmäler åt dig om du vill. ${capital(filer.definite)} läser då det som behövs för anmälan.`,
    'Den som anmäler har rätt att begära att anmälan blir åtkomstskyddad. Säger polisen ja kan bara de som arbetar med den läsa den.',
    'Vissa brott kan polisen bara utreda om du själv ber om det.',
  ],
  footnote: 'Du kan ändra ditt svar tills anmälan är gjord. Knappen finns på ditt kort hela tiden.',
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
  answered: (at: string) => `Du svarade ${at}.`,
  /** Not the victim's own press. */
  recorded: (who: string, at: string) =>
    `${who} skrev in ditt svar ${at}. Stämmer det inte? Tryck på Ändra svaret.`,
  /** To whoever leads. */
  said: (answer: string, at: string) => `Den utsatte svarade om polisanmälan: ${answer} (${at}).`,
  ownLabel: 'Ditt svar om polisanmälan',
  saidLabel: 'Den utsattes svar om polisanmälan',
  recordedBy: (who: string) => `${who} skrev in svaret`,
  filerTitle: 'En polisanmälan ska göras',
  filerLines: [
    'Den utsatte har sagt ja. Tryck på Fyll i, så ser du det som polisen behöver.',
    'Ring polisen på 114 14. Fyll sedan i att anmälan är gjord.',
  ],
  /** To whoever was to file: not what the victim has said instead. */
  takenBack: ({ strategist }: Names) =>
    `Den utsatte har ändrat sitt svar. Kommunen ska inte anmäla. Har du redan gjort det? Ring ${strategist.definite}.`,
  hate: 'Säg också att det kan vara ett hatbrott.',
  selfTitle: 'Du anmäler själv',
  selfLines: [
    'Ring 114 14 eller gå till en polisstation. Begär att anmälan blir åtkomstskyddad. Säg att det rör ditt politiska uppdrag.',
    'Tryck på Fyll i när anmälan är gjord.',
  ],
};
