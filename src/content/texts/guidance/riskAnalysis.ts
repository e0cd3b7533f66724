import type { Names } from '../../names';

/* One's own risk analysis (Bilaga 1): the questions, and showing the answers to one's officer. */

export const RISK = {
  button: 'Tänk igenom riskerna',
  kicker: 'Vägledning',
  title: 'Tänk igenom riskerna',
  lines: ['Sex frågor att fundera på själv. Jag sparar inget.'],
  questions: [
    '1. Vad ska du göra som kan väcka känslor? Det kan vara ett framträdande, ett känsligt beslut eller något du säger som andra ogillar.',
    '2. Behöver du veta mer, eller prata med någon som kan saken?',
    '3. Vad kan du göra för att minska risken?',
    '4. Var och när är risken störst att någon ger sig på dig?',
    '5. Hur kan du skydda dig om någon blir hotfull?',
    '6. Hur kan du slå larm och snabbt få hjälp?',
  ],
  alsoTitle: 'Tänk också på',
  also: [
    'Ett hot kan börja i något som hände för länge sedan.',
    'Vad finns om dig på internet? Syns din adress eller ditt nummer?',
    'Läs mer i Personlig säkerhet. Det är en skrift från Säpo.',
  ],
  remind: 'Påminn mig',
  share: ({ firstContact }: Names) => `Visa för ${firstContact.title}`,
  back: 'Till frågorna',
};

export const RISK_LABELS = {
  activity: 'Vad ska du göra?',
  knowledge: 'Vad behöver du veta, och vem kan du fråga?',
  lessen: 'Vad kan minska risken?',
  where: 'Var och när är risken störst?',
  protection: 'Hur kan du skydda dig?',
  help: 'Hur kan du slå larm och få hjälp?',
  party: 'Ditt parti',
};

export const RISK_DAY_CARD = {
  title: 'När vill du bli påmind?',
  lines: ['Välj samma dag eller dagen före. Jag sparar bara dagen.'],
  day: 'Dag',
  save: 'Påminn mig den dagen',
  set: (day: string) => `Jag säger till den ${day}`,
  forget: 'Ta bort påminnelsen',
  /** On the card that comes by itself. */
  text: 'Du bad mig påminna dig: tänk igenom riskerna.',
};

export const RISK_SHARE = {
  title: 'Vad har du kommit fram till?',
  lines: ({ firstContact }: Names) => [
    `Fyll i det du vill visa. ${firstContact.title.slice(0, 1).toUpperCase()}${firstContact.title.slice(1)} läser det här i boten. Jag sparar det i 30 dagar. Du kan ta bort det när du vill.`,
    'Skriv ingen adress.',
  ],
  send: 'Visa det',
  nobody: ({ firstContact }: Names) =>
    `Jag når ingen som är ${firstContact.short} i det partiet. Inget är sparat. Ring i stället: numren står i kontaktlistan.`,
  empty: 'Skriv något på minst en rad.',
  shared: (names: string, at: string) => `Du visar dina svar för ${names} sedan ${at}.`,
  read: (name: string, at: string) => `${name} läste dem ${at}.`,
  unread: 'Ingen har läst dem än.',
  stop: 'Sluta visa, och ta bort',
  stopped: 'Dina svar är borttagna.',
  /** To the officer. */
  came: 'Någon vill visa dig sin riskanalys',
  open: 'Läs den',
  readTitle: 'Riskanalys',
  from: 'Från',
  footnote: 'Den som skrev ser att du har läst. Ta inga bilder av det.',
  promise: 'Det du läser berättar du inte för någon annan. Jag sparar dagen när du intygar det.',
  gone: 'Den finns inte kvar. Den som skrev har tagit bort den, eller så har 30 dagar gått.',
};
