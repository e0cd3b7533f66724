import type { FieldSpec } from '../../model/fields';

/*
 * The checklist of a threat on the telephone (Bilaga 2, section 5). It stands in a draft, under names of its own, until it
 * becomes words of a report or is thrown away.
 */

/** Typed fields: the plan's questions, then what is seen and heard. */
export const CALL_TEXTS = [
  'callWhen',
  'callWhere',
  'callTarget',
  'callMotive',
  'callBomb',
  'callWho',
  'callNumber',
  'callDialect',
  'callOther',
] as const;

/** Fields that are tapped, and their answers. */
export const CALL_TAPS = {
  callSex: ['man', 'woman', 'unknown'],
  callSpeech: ['slow', 'fast', 'clear', 'unclear'],
  callVoice: ['dark', 'light', 'hoarse'],
  callTone: ['calm', 'upset', 'sad', 'angry'],
  callSounds: ['noise', 'music', 'voices', 'traffic'],
} as const;
export type CallTap = keyof typeof CALL_TAPS;

/** The two parts of the form: what to ask, and how the caller sounds. */
export const CALL_PARTS = ['ask', 'caller'] as const;
export type CallPart = (typeof CALL_PARTS)[number];

/** The typed fields of a part. */
export const callFields = (part: CallPart): readonly FieldSpec[] =>
  CALL_TEXTS.filter((id) => (id === 'callDialect' || id === 'callOther') === (part === 'caller')).map(
    (id) => ({
      id,
      kind: 'name',
    }),
  );

/** Of these only one answer holds. */
const SINGLE: ReadonlySet<CallTap> = new Set(['callSex', 'callVoice']);

/** The answers after a tap: the same tap twice is one. */
export function tapped(
  values: Readonly<Record<string, string>>,
  tap: CallTap,
  [code, isOn]: readonly [string, boolean],
): string {
  const held = (values[tap] ?? '').split(',').filter((one) => one !== '' && one !== code);
  if (!isOn) return held.join(',');
  const all: readonly string[] = SINGLE.has(tap) ? [code] : [...held, code];
  return CALL_TAPS[tap].filter((one) => all.includes(one)).join(',');
}

/** The values of a draft without the checklist. */
export const withoutCall = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([id]) => !(CALL_TEXTS as readonly string[]).includes(id) && !(id in CALL_TAPS),
    ),
  );
