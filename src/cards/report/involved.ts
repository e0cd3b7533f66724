import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { FIRST } from '../../content/texts/report';
import { REMEMBERED_PARTY } from '../../routine/model/codes';
import type { InvolvedScreen } from '../../screens/listScreens';
import { button, card, field } from '../parts';
import { listedWords, type Naming } from '../scene';
import type { View } from '../view';

/** Asked before an alarm or a report: who is part of it and is told nothing. The presses are those of the first card. */
export function involvedCard({ draft, hasParty, contacts }: InvolvedScreen, naming: Naming): View {
  const party = hasParty ? { party: REMEMBERED_PARTY } : {};
  return card({
    danger: DANGER_STRIP,
    kicker: FIRST.kicker,
    title: SUSPECTS.title,
    lines: SUSPECTS.first,
    fields: [
      field(
        { id: 'suspects', kind: 'choices' },
        {
          label: SUSPECTS.field,
          choices: contacts.map((one) => ({
            value: one.id,
            title: listedWords(naming, one),
          })),
        },
      ),
    ],
    buttons: [
      button(BUTTON.alarmMunicipality, 'alarmMunicipality', { draft }, { style: 'destructive' }),
      button(BUTTON.alarmParty, 'alarmParty', { draft, ...party }),
      button(BUTTON.safe, 'safe', { draft }, { style: 'positive' }),
    ],
    footnote: FIRST.municipalityHint,
  });
}
