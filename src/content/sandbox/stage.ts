import { TIME_ZONE } from '../../routine/calendar/localTime';
import { assessmentStep } from '../../routine/plan/traits';
import type { Municipality } from '../municipalities/municipality';
import { BUTTON } from '../texts/common';
import type { Sample } from './sample';

/** Small numbers in words. */
const NUMBERS: Readonly<Record<number, string>> = { 4: 'fyra', 5: 'fem', 6: 'sex', 7: 'sju', 8: 'åtta' };

/** The texts of the sandbox's stage: its page, and its script. */
export const STAGE = {
  title: 'Scenen – Trygghetsboten',
  heading: 'Trygghetsboten på scenen',
  intro: (count: number) =>
    `Här ser du ${NUMBERS[count] ?? count} personers chattar på en gång. Alla är påhittade, och inget lämnar din dator.`,
  tryHeading: 'Prova så här',
  clockHeading: 'Klockan',
  clockLabel: 'Flytta klockan framåt',
  clockNow: 'Klockan är',
  clockNext: 'Nästa händelse:',
  clockNoNext: 'Inget väntar på sin tid.',
  clockMoves: [
    { advance: 'PT10M', label: '10 minuter' },
    { advance: 'PT1H', label: '1 timme' },
    { advance: 'P1D', label: '1 dygn' },
    { advance: 'P1W', label: '1 vecka' },
  ],
  clockToNext: 'Till nästa händelse',
  chooseHeading: 'Visa chattarna för',
  chatsHeading: 'Chattarna',
  chatsNote:
    'Chattarna visas i Microsoft 365 Agents Playground. Laddar du om sidan töms de, men det som väntar kommer på nytt.',
  chatOf: (name: string) => `Chatt: ${name}`,
  noChats: 'Inga chattar är på. Starta om utan SANDBOX_PLAYGROUNDS=0.',
  noneShown: 'Välj minst en chatt ovanför.',
  tablesHeading: 'Det som står i tabellerna',
  tablesIntro: 'Så ser den som sköter lagringen raderna. Namn och text är förseglade: de går inte att läsa.',
  tablesShow: 'Visa raderna',
  tablesCaption: 'Högst 50 rader ur varje tabell',
  tablesColumns: ['Tabell', 'Partition', 'Rad', 'Innehåll'],
  resetHeading: 'Börja om',
  resetIntro: 'Allt töms. Listan läggs in på nytt. Klockan går rätt.',
  resetOpen: 'Börja om …',
  resetAsk: 'Vill du börja om? Alla ärenden försvinner.',
  resetYes: 'Ja, töm allt',
  resetNo: 'Nej, avbryt',
  /** Texts for the page's script. */
  script: {
    waitsNone: 'inget väntar',
    waitsOne: '1 väntar',
    waitsMany: '{n} väntar',
    moving: 'Klockan flyttas …',
    moved: 'Klockan är flyttad.',
    loading: 'Hämtar raderna …',
    loaded: '{n} rader.',
    shortened: '… ({n} tecken)',
    resetting: 'Tömmer …',
    reset: 'Allt är tömt. Chattarna laddas om.',
    failed: 'Det gick inte. Titta i fönstret där sandlådan körs.',
  },
} as const;

/** "Prova så här", in five lines, with what is typed or pressed between stars. */
export function tryThis(
  { routine, parties }: Pick<Municipality, 'routine' | 'parties'>,
  { victim, firstContact, strategist }: Sample['tryAs'],
): readonly string[] {
  const { steps, choices } = routine.words;
  const assessed = steps[assessmentStep(routine)?.id ?? '']?.done;
  const party = parties.find(({ code }) => code === victim.party)?.code;
  return [
    `I chatten för ${victim.name}: skriv *rapportera hot* och tryck på Enter. Välj parti ${party}. Tryck på *${BUTTON.alarmParty}*.`,
    `I chatten för ${firstContact.name}: tryck på *${BUTTON.acknowledge}*.`,
    `Hos ${victim.name}: tryck på *${BUTTON.tell}*. Skriv något och kryssa i *${choices.kinds?.threat}*. Tryck på *${BUTTON.review}* och sedan *${BUTTON.send}*.`,
    `Hos ${firstContact.name}: tryck på *${BUTTON.approve}*. Svara på frågorna och tryck på *${assessed}*. Nu har ${strategist.name} en uppgift, längre ner. Arbeta vidare så där det står att något väntar.`,
    'När inget mer väntar: tryck på *1 vecka* under Klockan. Då är det dags för uppföljning.',
  ];
}

const full = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** `tisdag 24 november kl. 10.12`, as the stage shows its clock. */
export const clockText = (at: Date): string => full.format(at).replace(/(\d\d):(\d\d)/, '$1.$2');
