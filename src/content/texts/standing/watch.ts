import type { Names } from '../../names';

/** "Notiser": what stands in the way of the bot, for the strategist. Each row says what to do about it. */
export const WATCH = {
  button: 'Notiser om boten',
  title: 'Det här behöver du se till',
  good: 'Allt är som det ska',
  goodLines: ['Jag når alla som ska nås, och inget avbrott är planerat. Du behöver inte göra något.'],
  notYours: ({ strategist }: Names) => `Bara ${strategist.title} kan se det`,
  party: (unit: string) => `Jag når ingen för ${unit}`,
  partyEmpty: 'Be partiet utse någon. Skriv sedan in hen på kontaktlistan.',
  partyDo: 'Be någon av dem öppna mig i Teams, eller byt person.',
  ending: (post: string, day: string) => `Ingen är utsedd till ${post} efter ${day}`,
  endingDo: (name: string) =>
    `Uppdraget för ${name} går ut då. Skriv in vem som tar över. Annars frågar jag nästa i tur.`,
  late: 'Jag är sen',
  lateDo: (count: number) =>
    `${count} saker väntar. Ring dem som måste veta nu, och säg till den som sköter boten.`,
  unreachable: (name: string) => `Jag når inte ${name}`,
  unreachableDo: (since: string) => `${since ? `Sedan ${since}. ` : ''}Ring, och be hen öppna mig i Teams.`,
  unmet: (name: string) => `${name} har aldrig öppnat mig`,
  unmetDo: 'Ring, och be hen öppna mig i Teams. Stämmer e-posten på listan?',
  planned: 'Ett avbrott är planerat',
  ongoing: 'Ett avbrott pågår',
  maintenanceDo: (span: string) => `${span}. De som svarar för hjälp får veta vem de ringer då.`,
  silent: (count: number, at: string) => `Övningen ${at}: ${count} har inte svarat`,
  silentDo: (names: string) => `${names}. Ring dem, eller öva igen.`,
  unpromised: (count: number) => `${count} på listan har inte intygat tystnad än`,
  unpromisedDo: 'Jag frågar dem innan de får läsa. Påminn dem gärna.',
  who: 'Visa vilka',
  more: (count: number) => `${count} till`,
  drill: 'Öva igen',
  undrilled: (at: string) => `Senaste övningen var ${at}`,
  neverDrilled: 'Ingen övning har hållits än',
  drillDo: 'Öva, så ser du vilka jag når.',
  drillNow: 'Starta övningen',
  retentionDo: (classes: string) =>
    `Det gäller ${classes}. Fråga kommunens jurist. Den som sköter boten skriver in svaret.`,
  longList: 'Kontaktlistan är lång',
  longListDo: (rows: number, full: number) =>
    `${rows} rader. Över ${full} kan jag bli sen när många rapporterar. Säg till den som sköter boten.`,
};
