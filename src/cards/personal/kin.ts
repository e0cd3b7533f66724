import type { Names } from '../../content/names';
import { KIN } from '../../content/texts/people/kin';
import { MOST_KIN } from '../../routine/rules/victim/kin';
import { KIN_FIELDS } from '../../screens/forms';
import type { KinFormScreen, OwnKinScreen } from '../../screens/listScreens';
import { back, card, fields, plain, primary, type Typed } from '../parts';
import type { View } from '../view';

/** How many a politician has left: this stands in the chat, and names nobody. */
export const kinCard = (count: number, names: Names): View =>
  card({
    title: KIN.title,
    lines: [...KIN.lines(names), KIN.count(count)],
    buttons: [plain(KIN.open, 'ownKin', {})],
  });

/** Those whom they have left, in the answer to a press. */
export const ownKinPage = ({ kin }: OwnKinScreen): View =>
  card({
    title: KIN.title,
    lines: [kin.length >= MOST_KIN ? KIN.full : KIN.count(kin.length)],
    items: kin.map(({ id, name, relation, phone }) => ({
      text: name,
      detail: [relation, phone].filter(Boolean).join(' · '),
      buttons: [plain(KIN.change, 'kinForm', { kin: id })],
      links: [],
    })),
    buttons: [...(kin.length < MOST_KIN ? [plain(KIN.add, 'kinForm', {})] : []), back('kin', {})],
  });

/** The form of one of them. */
export const kinFormPage = ({ id, values }: KinFormScreen, typed: Typed): View =>
  card({
    title: KIN.formTitle,
    problem: typed.problem,
    fields: fields(KIN_FIELDS, KIN.fields, values, typed),
    buttons: [
      primary(KIN.save, 'saveKin', { kin: id }),
      ...(values.name ? [plain(KIN.remove, 'removeKin', { kin: id })] : []),
      back('ownKin', {}),
    ],
  });
