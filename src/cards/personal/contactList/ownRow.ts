import { EDIT_LIST, RIGHT } from '../../../content/texts/people/contactList';
import type { OwnRowScreen } from '../../../screens/listScreens';
import { back, card, plain, primary } from '../../parts';
import { type Naming, roleWords } from '../../scene';
import type { View } from '../../view';

/** The question to somebody on the list whether what stands about them is right. */
export function ownRowPage({ contact }: OwnRowScreen, naming: Naming): View {
  const { id, name, phone, email } = contact;
  const { fields } = EDIT_LIST;
  return card({
    title: RIGHT.title,
    facts: [
      { label: RIGHT.place, text: roleWords(naming, contact) },
      { label: fields.name, text: name },
      { label: fields.phone, text: phone },
      { label: fields.email, text: email ?? RIGHT.none },
    ],
    buttons: [
      primary(RIGHT.yes, 'sayRight', { contact: id }),
      plain(RIGHT.no, 'sayWrong', { contact: id }),
      back('round', {}),
    ],
  });
}
