import { TIME_ZONE } from '../../routine/calendar/localTime';
import { assessmentStep } from '../../routine/plan/traits';
import type { Municipality } from '../municipalities/municipality';
import { BUTTON } from '../texts/common';
import { FIRST } from '../texts/report';
import { clock } from '../texts/time';
import type { Sample } from './sample';

/** The texts of the sandbox's stage: its page, and its script. */
export const STAGE = {
  title: 'Scenen – Trygghetsboten',
  heading: 'Trygghetsboten',
  intro: 'Alla personer är påhittade. Inget lämnar din dator.',
  tryHeading: 'Prova så här',
  sideOpen: 'Prova så här',
  clockLabel: 'Flytta klockan framåt',
  clockMoves: [
    { advance: 'PT10M', label: '10 min', spoken: 'Flytta klockan 10 minuter framåt' },
    { advance: 'PT1H', label: '1 h', spoken: 'Flytta klockan 1 timme framåt' },
    { advance: 'P1D', label: '1 dygn', spoken: 'Flytta klockan 1 dygn framåt' },
  ],
  nextCard: 'nästa kort',
  cardCame: (who: string, after: string) => `Kort till ${who}, ${after}.`,
  noCard: (days: number) => `Inget kort kom på ${days} dygn.`,
  caseLabel: 'Så står ärendet',
  caseNone: 'Inget ärende än. Börja med rad 1 i Prova så här.',
  until: (day: string) => `senast ${day}`,
  waitsFor: (who: string, since: string) => `Väntar på ${who}, sedan ${since}`,
  waitsForNobody: 'Väntar inte på någon just nu',
  nobody: 'någon som inte finns i Teams',
  closed: 'Ärendet är avslutat',
  peopleLabel: 'Personerna',
  beside: (name: string) => `Visa ${name} bredvid`,
  tabBeside: 'Fliken bredvid chatten',
  tabTitle: 'Fliken',
  tabOpening: 'Öppnar fliken …',
  tab: (name: string) => `Öppna fliken som ${name}`,
  chatsLabel: 'Chattarna',
  chatOf: (name: string) => `Chatt: ${name}`,
  opening: 'Öppnar chatten …',
  inWork: 'här är du',
  noChats: 'Inga chattar är på. Starta om utan SANDBOX_PLAYGROUNDS=0.',
  tablesHeading: 'I tabellerna',
  tablesIntro: 'Så ser den som sköter lagringen samma sak: förseglat.',
  tablesShow: 'Visa raderna',
  tablesClose: 'Stäng',
  tablesCaption: 'Högst 50 rader ur varje tabell. Namn och text går inte att läsa.',
  tablesColumns: ['Tabell', 'Partition', 'Rad', 'Innehåll'],
  resetOpen: 'Börja om …',
  resetAsk: 'Vill du börja om? Alla ärenden försvinner, och klockan går rätt igen.',
  resetYes: 'Ja, töm allt',
  resetNo: 'Nej, avbryt',
  done: 'klart',
  detour: (party: string, meant: string) =>
    `Du larmade ${party}, inte ${meant}. Arbeta vidare hos den som fick kortet, eller börja om.`,
  /** Texts for the page's script. */
  script: {
    waitsNone: 'inget väntar',
    waitsOne: '1 väntar',
    waitsMany: '{n} väntar',
    told: 'fick kort {t}',
    inWork: 'här är du',
    moving: 'Klockan flyttas …',
    moved: 'Klockan är flyttad.',
    searching: 'Går fram till nästa kort …',
    loading: 'Hämtar raderna …',
    loaded: '{n} rader.',
    shortened: '… ({n} tecken)',
    resetting: 'Tömmer …',
    reset: 'Allt är tömt.',
    failed: 'Det gick inte. Titta i fönstret där sandlådan körs.',
  },
} as const;

/** The texts of the start, in the terminal. */
export const START = {
  tables: 'Startar lagringen …',
  bot: 'Startar boten …',
  chats: (count: number) => `Startar ${count} chattar …`,
  chat: (name: string, done: number, count: number) => `  ${done}/${count} ${name}`,
  open: (url: string) => `\nÖppna ${url}`,
  each: 'Varje chatt går också att öppna för sig, men aldrig på två ställen samtidigt:\n',
  end: '\nStoppa med Ctrl-C. Börja om från början med: npm run sandbox -- --reset',
  stopping: '\nStänger av …',
} as const;

/** "Prova så här", in six lines, with what is typed or pressed between stars. */
export function tryThis(
  { routine }: Pick<Municipality, 'routine'>,
  { victim, firstContact, strategist }: Sample['tryAs'],
): readonly string[] {
  const { steps, choices } = routine.words;
  const assessed = steps[assessmentStep(routine)?.id ?? '']?.done;
  return [
    `${victim.name}: skriv *rapportera hot* och tryck på Enter. Tryck på *${FIRST.alarm(victim.party ?? '')}*.`,
    `${firstContact.name}: tryck på *${BUTTON.acknowledge}*.`,
    `${victim.name}: tryck på *${BUTTON.tell}*. Skriv något, kryssa i *${choices.kinds?.threat}*. Tryck på *${BUTTON.review}*, sedan *${BUTTON.send}*.`,
    `${firstContact.name}: *${BUTTON.approve}*, svara på frågorna, *${assessed}*. Nu har ${strategist.name} en uppgift.`,
    `Väntar inget? *▶ ${STAGE.nextCard}* går till nästa gång någon får ett kort.`,
    'Arbeta vidare där det står *väntar*, till uppföljningen är gjord.',
  ];
}

const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;

/** How long after something came: `direkt`, `efter 3 min`, `efter 2 h 10 min`, `efter 1 dygn 4 h`. */
export function duration(millis: number): string {
  const all = Math.round(millis / MINUTE);
  const [days, hours, minutes] = [
    Math.floor(all / DAY_MINUTES),
    Math.floor((all % DAY_MINUTES) / 60),
    all % 60,
  ];
  const parts = [days && `${days} dygn`, hours && `${hours} h`, !days && minutes && `${minutes} min`];
  const said = parts.filter(Boolean).join(' ');
  return said ? `efter ${said}` : 'direkt';
}

const day = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** `tis 24 nov. kl. 10.12`, as the stage shows its clock. */
export const clockText = (at: Date): string => `${day.format(at)} kl. ${clock(at)}`;
