import { CALL_TAPS, CALL_TEXTS } from '../../../routine/rules/report/phoneCall';

/* The checklist of a threat on the telephone (Bilaga 2, section 5), filled in while the call goes on. */

/** Its card. */
export const CALL = {
  button: 'Skriv under samtalet',
  kicker: 'Hot på telefon',
  danger: ['Bombhot? Ring alltid 112. Låt någon annan ringa medan du pratar.'],
  askTitle: 'Fråga det här',
  askLines: ['Lägg inte på. Var lugn, avbryt inte. Skriv bara det viktigaste.'],
  callerTitle: 'Hur låter den som ringer?',
  callerLines: ['Tryck på det du hör. Varje tryck sparas. Tryck igen för att ändra.'],
  save: 'Spara',
  toCaller: 'Hur låter hen?',
  toAsk: 'Frågor',
  report: 'Rapportera',
  discard: 'Kasta anteckningarna',
  saved: (at: string) => `Sparat ${at}`,
  footnote: 'Bara du ser det här. Kastar du det raderas allt du har skrivit.',
};

/** The questions to the caller, and what is written of them. */
export const CALL_LABELS: Readonly<Record<(typeof CALL_TEXTS)[number], string>> = {
  callWhen: 'När ska det hända? När exploderar bomben?',
  callWhere: 'Var finns bomben eller hotet?',
  callTarget: 'Mot vem eller vad riktas det?',
  callMotive: 'Varför?',
  callBomb: 'Vilken sorts bomb är det? Hur ser den ut?',
  callWho: 'Vad heter du? Vem företräder du?',
  callNumber: 'Numret som ringer',
  callDialect: 'Dialekt eller brytning',
  callOther: 'Något mer om hur det låter',
};

/** Words for what is heard, a button each. */
export const CALL_HEARD: Readonly<{
  [T in keyof typeof CALL_TAPS]: {
    label: string;
    taps: Readonly<Record<(typeof CALL_TAPS)[T][number], string>>;
  };
}> = {
  callSex: { label: 'Kön', taps: { man: 'Manlig', woman: 'Kvinnlig', unknown: 'Vet inte' } },
  callSpeech: {
    label: 'Tal',
    taps: { slow: 'Långsamt tal', fast: 'Snabbt tal', clear: 'Tydligt tal', unclear: 'Otydligt tal' },
  },
  callVoice: { label: 'Röst', taps: { dark: 'Mörk röst', light: 'Ljus röst', hoarse: 'Hes röst' } },
  callTone: { label: 'Tonfall', taps: { calm: 'Lugn', upset: 'Upprörd', sad: 'Ledsen', angry: 'Arg' } },
  callSounds: {
    label: 'Ljud i bakgrunden',
    taps: { noise: 'Oväsen', music: 'Musik', voices: 'Andra röster', traffic: 'Trafik' },
  },
};

type Values = Readonly<Record<string, string>>;

const heard = (id: keyof typeof CALL_TAPS, values: Values): string =>
  (values[id] ?? '')
    .split(',')
    .flatMap((code) => (CALL_HEARD[id].taps as Readonly<Record<string, string>>)[code] ?? [])
    .join(', ');

/** The checklist as lines of a report: the questions that were answered, and what was heard. '' when there is nothing. */
export function callStory(values: Values): string {
  const taps = Object.keys(CALL_TAPS) as (keyof typeof CALL_TAPS)[];
  return [
    ...CALL_TEXTS.map((id) => [CALL_LABELS[id], values[id] ?? ''] as const),
    ...taps.map((id) => [CALL_HEARD[id].label, heard(id, values)] as const),
  ]
    .filter(([, text]) => text !== '')
    .map(([label, text]) => (label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`))
    .join('\n');
}
