import { CAME, NO_BOARD, NO_PARTY, UNKNOWN_PARTY, YES_NO_UNKNOWN } from '../routine/model/codes';
import { type Contact, isListed } from '../routine/model/contact';
import { type FieldSpec, isAsked, splitChoices } from '../routine/model/fields';
import type { Routine } from '../routine/model/routine';
import { firstOfSeveral, type Named, type PartyNamed, severalIn } from '../routine/rules/victim/several';
import type { DraftPage } from './actions';
import type { RoundItem } from './round';

/* What the forms ask that belong to no act on an incident: whoever shows one draws these, and the app checks them. */

/** The longest text that is put back into an input, in bytes; what is longer stays whole in the draft. */
const SHOWABLE = 15_000;
/** The bytes of such a text that are shown. */
const START = 10_000;

/** Bytes of a text in a card's JSON: what Teams counts. An emoji is four or more, a quotation mark two. */
const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** Whether an input shows only the start of a text. */
export const isCut = (value: string): boolean => bytesOf(value) > SHOWABLE;

/** The part of a text that an input shows. */
export function shownPart(value: string): string {
  if (!isCut(value)) return value;
  return firstBytes(value, START);
}

/** The first whole characters of a text that take at most so many bytes in a card. */
export function firstBytes(value: string, most: number): string {
  if (bytesOf(value) <= most) return value;
  let left = most;
  let length = 0;
  for (const character of value) {
    left -= bytesOf(character);
    if (left < 0) break;
    length += character.length;
  }
  return value.slice(0, length);
}

type Values = Readonly<Record<string, string>>;

/** The part of a municipality that the report asks for. */
export interface Asking {
  parties: readonly { code: string }[];
  boards: readonly { code: string }[];
  routine: Pick<Routine, 'pages'>;
}

/** The fields of a page of the report, by what has been said already. */
const asked = ({ pages }: Asking['routine'], id: string, values: Values): readonly FieldSpec[] =>
  (pages.find((one) => one.id === id)?.fields ?? []).filter((one) => isAsked(one, values));

/** Codes of the parties of a municipality, "Inget parti" and "Vet inte". */
export const partyCodes = ({ parties }: Pick<Asking, 'parties'>): string[] => [
  ...parties.map((party) => party.code),
  NO_PARTY,
  UNKNOWN_PARTY,
];

const partySpec = (asking: Asking): FieldSpec => ({
  id: 'party',
  kind: 'choice',
  choices: partyCodes(asking),
});

/** About somebody else: "Vet personen om det?", and whether they want the party to read (routine, section 5). */
const otherFields = (asking: Asking): readonly FieldSpec[] => [
  { id: 'victimName', kind: 'name', required: true },
  { id: 'relation', kind: 'name' },
  { id: 'knows', kind: 'choice', required: true, choices: ['chosen', 'yes', 'no'] },
  { id: 'partyMay', kind: 'choice', choices: YES_NO_UNKNOWN },
  partySpec(asking),
];

/** For somebody who tells it to an official: who they are, how they told it, and the consent, asked aloud. */
const registerFields = (asking: Asking): readonly FieldSpec[] => [
  { id: 'came', kind: 'choice', required: true, choices: CAME },
  { id: 'victimName', kind: 'name', required: true },
  partySpec(asking),
  { id: 'partyMay', kind: 'choice', required: true, choices: YES_NO_UNKNOWN },
  { id: 'moreVictims', kind: 'story' },
];

/** Those whom a report that an official writes names beside the first one; of any other report: nobody. */
export const toldBeside = (values: Values, partyOf: PartyNamed): Named =>
  isRegistering(values) && values.moreVictims
    ? severalIn(values.moreVictims, firstOfSeveral(values), partyOf)
    : { all: [] };

/** Of whoever writes it in their post these are known. */
const KNOWN_OF_OFFICIAL: ReadonlySet<string> = new Set(['reporterPhone', 'reporterFunction']);

/** Whom it is about is said by a button, on whichever page that stands. */
const WHO: FieldSpec = { id: 'who', kind: 'choice', choices: ['me', 'other'] };

/** The input that says which board (nämnd) it concerns: only where the municipality routes by board. */
export const boardSpecs = ({ boards }: Pick<Asking, 'boards'>): readonly FieldSpec[] =>
  boards.length === 0
    ? []
    : [{ id: 'forBoard', kind: 'choice', choices: [...boards.map(({ code }) => code), NO_BOARD] }];

/** The code of a board in what a form sent; the routine looks whether there is one. */
export const boardIn = ({ forBoard }: Readonly<Record<string, unknown>>): string =>
  typeof forBoard === 'string' ? forBoard : '';

/** Ids of the rows that were named as part of it, in what a form sent; the routine looks whether they may be. */
export const suspectsIn = ({ suspects }: Readonly<Record<string, unknown>>): string[] =>
  typeof suspects === 'string' ? splitChoices(suspects) : [];

/** Whether the form asked who is part of it, whatever was answered: what was said before stood on it. */
export const isInvolvedAsked = ({ involvedAsked }: Readonly<Record<string, unknown>>): boolean =>
  involvedAsked === 'yes';

/** After an alarm the number is asked on the last page, where it is not known. */
const PHONE: FieldSpec = { id: 'phone', kind: 'name' };

/** All by which the pages of a draft are asked: what was typed, and whether it fills in an incident. */
export const saidIn = ({ values, isOnIncident }: { values: Values; isOnIncident: boolean }): Values =>
  isOnIncident ? { ...values, isOnIncident: 'yes' } : values;

/** Whether a report that is being written is about somebody else. */
export const isOfOther = (values: Values): boolean => values.who === 'other';

/** Whether an official writes it for somebody who tells it. */
export const isRegistering = (values: Values): boolean => isOfOther(values) && values.registers === 'yes';

/** The inputs of a page of the draft, by what has been said already. */
export function draftFields(name: DraftPage, asking: Asking, values: Values): readonly FieldSpec[] {
  switch (name) {
    case 'other':
      return isRegistering(values) ? registerFields(asking) : otherFields(asking);
    case 'you':
      return [
        ...(isOfOther(values) || values.isOnIncident ? [] : [partySpec(asking)]),
        ...(values.isOnIncident ? [] : boardSpecs(asking)),
        ...asked(asking.routine, name, values).filter(
          ({ id }) => !(isRegistering(values) && KNOWN_OF_OFFICIAL.has(id)),
        ),
      ];
    case 'review':
      return [
        ...(values.asksPhone ? [PHONE] : []),
        // After an alarm it is acute already.
        ...asked(asking.routine, name, values).filter(({ id }) => id !== 'urgent' || !values.isOnIncident),
      ];
    default:
      return asked(asking.routine, name, values);
  }
}

/** The values that a page of the draft keeps: its inputs, and whom it is about. */
export const keptFields = (name: DraftPage, asking: Asking, values: Values): readonly FieldSpec[] => [
  WHO,
  ...draftFields(name, asking, values),
];

/** The pages that lead to a sent report. What is known already is not asked. */
export function mainPages(values: Values): readonly DraftPage[] {
  if (values.isOnIncident) return ['what', 'review'];
  if (isOfOther(values)) return ['other', 'you', 'what', 'review'];
  return values.isKnown ? ['what', 'review'] : ['you', 'what', 'review'];
}

/** Pages with more to tell, for who wants to. */
export const EXTRA_PAGES: readonly DraftPage[] = ['when', 'offender', 'motive', 'around', 'impact'];

/** The field in which whoever reads the log says why. */
export const PURPOSE_FIELDS: readonly FieldSpec[] = [{ id: 'purpose', kind: 'name', required: true }];

/** A planned absence: whose, from which day to which, and who takes their place. */
export const absenceFields = (rows: readonly Contact[], others: readonly Contact[]): readonly FieldSpec[] => [
  { id: 'contact', kind: 'choice', required: true, choices: rows.map(({ id }) => id) },
  { id: 'from', kind: 'date', required: true, mayBeFuture: true },
  { id: 'to', kind: 'date', required: true, mayBeFuture: true },
  { id: 'instead', kind: 'choice', choices: others.map(({ id }) => id) },
];

/** Another person in a post: which one, and who. */
export const replaceFields = (contacts: readonly Contact[]): readonly FieldSpec[] => [
  { id: 'contact', kind: 'choice', required: true, choices: contacts.filter(isListed).map((one) => one.id) },
  // On everyone's cards, in places where Markdown is read.
  { id: 'name', kind: 'name', required: true, isPlain: true },
  { id: 'phone', kind: 'name', required: true, isPlain: true },
  { id: 'email', kind: 'name' },
];

/** A file of rows, pasted as text. */
export const CSV_FIELD: FieldSpec = { id: 'text', kind: 'story' };

/** A row of the contact list as it is filled in; the rules of a row look at all but the place. */
export const rowFields = (places: readonly { value: string }[]): readonly FieldSpec[] => [
  ...(places.length > 0
    ? [{ id: 'place', kind: 'choice' as const, required: true, choices: places.map(({ value }) => value) }]
    : []),
  { id: 'name', kind: 'name', required: true, isPlain: true },
  { id: 'phone', kind: 'name', required: true, isPlain: true },
  { id: 'email', kind: 'name' },
  { id: 'order', kind: 'name' },
  { id: 'groups', kind: 'name' },
  { id: 'begins', kind: 'date', mayBeFuture: true },
  { id: 'ends', kind: 'date', mayBeFuture: true },
];

/** One of a politician's next of kin: shown only where nothing reads it as Markdown. */
export const KIN_FIELDS: readonly FieldSpec[] = [
  { id: 'name', kind: 'name', required: true },
  { id: 'relation', kind: 'name' },
  { id: 'phone', kind: 'name', required: true },
  { id: 'note', kind: 'text' },
];

/** A politician on full time: who. The address is what they are known by. */
export const FULL_TIME_FIELDS: readonly FieldSpec[] = [
  { id: 'name', kind: 'name', required: true, isPlain: true },
  { id: 'email', kind: 'name', required: true },
];

/** The key of what waits, for putting it off. */
export const keyOf = (id: string, { about, of }: Pick<RoundItem, 'about' | 'of'>): string =>
  [id, about, of].filter(Boolean).join('.');

/** The choices of until when something is put off. */
export const WHENS = ['tomorrow', 'threeDays', 'nextWeek'] as const;
/** The hours at which a round may come. */
export const HOURS = [6, 7, 8, 9, 10, 12, 17] as const;

/** The fields that put one thing off: nothing else may be left unsaid. */
export const oneLater = (keys: readonly string[]): readonly FieldSpec[] => [
  { id: 'item', kind: 'choice', choices: keys, required: true },
  { id: 'when', kind: 'choice', choices: WHENS, required: true },
];

/** The fields of a snooze: which one, until when, and the hour of the round. */
export const snoozeFields = (keys: readonly string[]): readonly FieldSpec[] => [
  ...(keys.length > 0 ? [{ id: 'item', kind: 'choice' as const, choices: keys }] : []),
  { id: 'when', kind: 'choice', choices: WHENS },
  { id: 'hour', kind: 'choice', choices: HOURS.map(String) },
];
