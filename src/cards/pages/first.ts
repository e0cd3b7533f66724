import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { FIRST } from '../../content/texts/report';
import { moment } from '../../content/texts/time';
import { NO_PARTY, REMEMBERED_PARTY, UNKNOWN_PARTY } from '../../routine/model/codes';
import type { First } from '../../screens/screen';
import { button, card, extra, field, NOTHING_TYPED, type Typed } from '../parts';
import { whomToRing } from '../scene';
import type { FieldView, View } from '../view';
import { boardFields } from './boardField';

/** The parties of a municipality, "Inget parti" and "Vet inte", as they are chosen. */
export const partyChoices = (municipality: Municipality) => [
  ...municipality.parties.map((party) => ({ value: party.code, title: party.name })),
  { value: NO_PARTY, title: FIRST.none },
  { value: UNKNOWN_PARTY, title: FIRST.unknown },
];

/** The field in which a party is chosen. */
export const partyField = (municipality: Municipality, value: string | undefined, typed: Typed): FieldView =>
  field(
    { id: 'party', kind: 'choice' },
    {
      label: municipality.routine.words.report.party ?? '',
      choices: [
        ...(value === REMEMBERED_PARTY ? [{ value, title: FIRST.remembered }] : []),
        ...partyChoices(municipality),
      ],
      value: typed.values.party ?? value,
      placeholder: FIRST.partyPlaceholder,
      problem: typed.problems.party,
    },
  );

/** The very first card: 112, the alarm in one press, or the report. */
export function firstCard(first: First, municipality: Municipality): View {
  const { draft, raised } = first;
  const remembered = field(
    { id: 'remember', kind: 'toggle' },
    { label: FIRST.remember, value: first.hasParty ? 'true' : 'false' },
  );
  const words = raised?.isWaiting ? FIRST.already : FIRST.again;
  const already = raised ? [words(raised.reference, moment(raised.createdAt, new Date(first.now)))] : [];
  return card({
    danger: DANGER_STRIP,
    kicker: FIRST.kicker,
    title: FIRST.title,
    problem: first.isPartyLost ? FIRST.partyLost : '',
    lines: [
      ...(first.isEnglish ? [FIRST.english] : []),
      ...already,
      ...FIRST.lines,
      ...(first.hasDraft ? [FIRST.draft] : []),
    ],
    items: (raised?.toRing ?? []).map((contact) => whomToRing({ municipality }, contact)),
    fields: [
      partyField(municipality, first.hasParty ? REMEMBERED_PARTY : undefined, NOTHING_TYPED),
      remembered,
      ...boardFields(municipality, undefined),
    ],
    buttons: [
      button(BUTTON.alarmParty, 'alarmParty', { draft }, { style: 'destructive' }),
      button(BUTTON.alarmMunicipality, 'alarmMunicipality', { draft }),
      button(BUTTON.safe, 'safe', { draft }, { style: 'positive' }),
      ...(raised ? [extra(BUTTON.newEvent, 'newDraft', { draft })] : []),
      ...(first.hasDraft ? [extra(BUTTON.discard, 'discard', { draft })] : []),
    ],
    footnote: FIRST.municipalityHint,
  });
}
