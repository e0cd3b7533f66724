import type { Names } from '../../names';

/** "Är du OK?": asked of many after an event. */
export const OKAY_CARD = {
  kicker: 'Är allt bra?',
  /** To who is asked. */
  title: 'Är allt bra med dig?',
  asks: (who: string) => `${who} frågar, för något har hänt. Svara gärna med en gång.`,
  means: 'Jag behöver hjälp betyder att jag larmar kommunen. Då ringer någon dig.',
  yes: 'Ja, allt är bra',
  wellTitle: 'Tack, nu vet kommunen att allt är bra',
  well: 'Ändras det? Tryck på Jag behöver hjälp, så larmar jag kommunen.',
  over: 'Frågan är besvarad eller avslutad.',
  lateTitle: 'Frågan är avslutad',
  late: 'Ditt svar kom efter att frågan hade avslutats. Behöver du hjälp? Skriv rapportera hot.',
  /** To strategists. */
  button: 'Fråga om alla mår bra',
  notYours: ({ strategist }: Names) => `Bara ${strategist.title} kan fråga många på en gång`,
  formTitle: 'Fråga många om allt är bra',
  formLines: [
    'De svarar att allt är bra, eller att de behöver hjälp. Den som behöver hjälp larmar kommunen med samma tryck.',
    'Jag visar vilka som inte svarar, så att du kan ringa dem. När frågan är avslutad raderas svaren.',
  ],
  fields: { groups: 'Vilka frågar du?', others: 'Fler personer: namn eller e-post, en per rad' },
  all: (count: number) => `Alla som har öppnat mig (${count})`,
  group: (name: string, count: number) => `${name} (${count})`,
  ask: 'Fråga nu',
  listedTitle: (silent: number) =>
    silent === 0 ? 'Ingen är tyst' : silent === 1 ? '1 har inte svarat' : `${silent} har inte svarat`,
  asked: (at: string, count: number) => `Frågan gick till ${count} ${at}.`,
  counts: (well: number, needy: number, rung: number) =>
    `Allt är bra: ${well}. Behöver hjälp: ${needy}. Uppringda: ${rung}.`,
  needyHave: 'Den som behöver hjälp har larmat. Larmet är ett eget ärende.',
  ringThem: 'Ring dem som är tysta. Tryck på Jag har ringt, så vet de andra.',
  show: 'Visa vilka',
  refresh: 'Visa läget nu',
  end: 'Avsluta och radera',
  endedTitle: 'Frågan är avslutad',
  ended: 'Svaren är raderade. Du kan fråga igen.',
  states: {
    needy: 'Behöver hjälp, har larmat',
    silent: 'Har inte svarat',
    unreached: 'Nås inte i Teams',
    /** To who knows it from an incident; to all others they are silent. */
    otherWay: 'Nås på annat sätt. Ring inte.',
    rung: 'Uppringd',
  },
  rung: (at: string, by: string) => `Uppringd ${at} av ${by}`,
  noPhone: 'Inget nummer. Ring i Teams.',
};
