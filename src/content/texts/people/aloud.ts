import type { Names } from '../../names';

/* Somebody who has no Teams, or rings instead: an official writes for them, and reads aloud how it stands. */

export const REGISTER = {
  button: 'Registrera åt någon',
  title: 'Vem berättar för dig?',
  lines: [
    'Fara just nu? Be personen ringa 112, eller ring själv.',
    'Läs frågorna högt och skriv svaren. Det är personens egna ord som räknas.',
  ],
  fields: {
    came: 'Hur berättar personen?',
    party: 'Personens parti',
    /** Read aloud. */
    partyMay: 'Fråga högt: Vill du att ditt parti får läsa det här?',
  },
  came: { phone: 'På telefon', inPerson: 'På plats' },
  partyMay: { yes: 'Ja', no: 'Nej, bara kommunen', unknown: 'Personen vet inte än' },
  consent: 'Läs upp det här för personen innan du skickar.',
  /** The official's own card, once it is sent. */
  sentTitle: 'Du har registrerat åt någon',
  sentLines: ({ strategist }: Names) => [
    'Personen får inga kort här. Den som leder ringer med frågorna.',
    `Ringer personen igen? Läs upp läget. Du ser inte mer av ärendet än så, om inte ${strategist.definite} ger dig en uppgift.`,
  ],
  /** Among what is read, and in the document. */
  label: 'Registrerat åt den utsatte',
  by: (name: string, came: 'phone' | 'inPerson') =>
    `Den utsatte ${came === 'phone' ? 'ringde' : 'kom hit'}. ${name} skrev ner det som hen sa.`,
};

export const ALOUD = {
  button: 'Läs upp läget',
  /** Beside the button, to whoever leads. */
  ringsYou: 'Ringer den utsatte dig och undrar hur det går?',
  title: 'Läs upp det här',
  lines: ['Är du säker på vem du pratar med? Fråga efter namn och ring annars tillbaka på numret i ärendet.'],
  closed: 'Ditt ärende är avslutat. Behöver du mer hjälp öppnar vi det igen.',
  /** After what the card says. */
  asked: 'Läs sedan upp frågorna som väntar, och skriv in svaren.',
};
