import { NO_BOARD, NO_PARTY, UNKNOWN_PARTY } from '../routine/model/codes';
import type { FieldSpec } from '../routine/model/fields';
import { folded, type PartyNamed } from '../routine/rules/victim/several';
import { CHOICES } from './fields';
import type { Municipality } from './municipalities/municipality';
import { INTERVIEW_CHOICES } from './texts/interview/plainText';
import { REGISTER } from './texts/people/aloud';
import { FIRST, REPORT } from './texts/report';

/** A choice as it is shown: its words, and its code. */
export interface Choice {
  title: string;
  value: string;
}

/** The parties of a municipality, "Inget parti" and "Vet inte", as they are chosen. */
export const partyChoices = (municipality: Pick<Municipality, 'parties'>): Choice[] => [
  ...municipality.parties.map((party) => ({ value: party.code, title: party.name })),
  { value: NO_PARTY, title: FIRST.none },
  { value: UNKNOWN_PARTY, title: FIRST.unknown },
];

/** The code of the party that a typed word names: its code, its name, or the one without the other. */
export function partyNamed(municipality: Pick<Municipality, 'parties'>): PartyNamed {
  const named = partyChoices(municipality).flatMap(({ value, title }) =>
    [value, title, title.replace(/\s*\([^)]*\)$/, '')].map((word) => [folded(word), value] as const),
  );
  const codes = new Map(named);
  return (word) => codes.get(folded(word));
}

/** Its boards (nämnder), and "Ingen nämnd". */
export const boardChoices = ({ boards }: Pick<Municipality, 'boards'>): Choice[] => [
  ...boards.map(({ code, name }) => ({ value: code, title: name })),
  { value: NO_BOARD, title: FIRST.noBoard },
];

/** The choices of a question of the report in words, in the order in which they are counted. */
export function choicesInWords(municipality: Municipality, { id, choices = [] }: FieldSpec): Choice[] {
  if (id === 'party') return partyChoices(municipality);
  if (id === 'forBoard') return boardChoices(municipality);
  const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    knows: REPORT.knows,
    came: REGISTER.came,
  };
  const own = municipality.routine.words.choices[id] ?? {};
  const titleOf = (code: string) =>
    INTERVIEW_CHOICES[id]?.[code] ?? beside[id]?.[code] ?? own[code] ?? CHOICES.yesNo?.[code] ?? code;
  return choices.map((value) => ({ value, title: titleOf(value) }));
}
