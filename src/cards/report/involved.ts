import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { REGISTER } from '../../content/texts/people/aloud';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { FIRST } from '../../content/texts/report';
import { REMEMBERED_PARTY } from '../../routine/model/codes';
import type { DraftPage } from '../../screens/actions';
import { isRegistering } from '../../screens/forms';
import type { InvolvedScreen } from '../../screens/listScreens';
import { button, card, field, plain, primary } from '../parts';
import { listedWords, type Naming } from '../scene';
import type { ButtonView, View } from '../view';
import type { DraftScene } from './consent';

/** On the page before the story, to an official who writes it down: somebody who would read it is part of it. */
export const involvedButton = ({ draft, values }: DraftScene, name: DraftPage): ButtonView[] =>
  name === 'you' && isRegistering(values) ? [button(SUSPECTS.button, 'involved', { draft, page: name })] : [];

/** Asked before an alarm or a report: who is part of it and is told nothing. The presses are those of the first card. */
export function involvedCard(screen: InvolvedScreen, naming: Naming): View {
  const { draft, hasParty, registers, contacts, before } = screen;
  const party = hasParty ? { party: REMEMBERED_PARTY } : {};
  const onThis = { draft, involvedAsked: 'yes' };
  return card({
    danger: DANGER_STRIP,
    kicker: registers ? REGISTER.button : FIRST.kicker,
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
          value: before.join(','),
        },
      ),
    ],
    buttons: registers
      ? [
          primary(BUTTON.next, 'safe', onThis),
          plain(BUTTON.back, 'backTo', { draft, page: 'you', to: 'you' }),
        ]
      : [
          button(BUTTON.alarmMunicipality, 'alarmMunicipality', onThis, { style: 'destructive' }),
          button(BUTTON.alarmParty, 'alarmParty', { ...onThis, ...party }),
          button(BUTTON.safe, 'safe', onThis, { style: 'positive' }),
        ],
    footnote: registers ? '' : FIRST.municipalityHint,
  });
}
