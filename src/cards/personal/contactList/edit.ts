import { FULL_TIME_CARD, LISTS } from '../../../content/texts/pages';
import { EDIT_LIST } from '../../../content/texts/people/contactList';
import { DRILL } from '../../../content/texts/standing/drill';
import { longDay, shortDay } from '../../../content/texts/time';

import { dayOf } from '../../../routine/calendar/localTime';
import type { Contact } from '../../../routine/model/contact';
import type { Place } from '../../../routine/rules/contactList/places';
import { rowFields } from '../../../screens/forms';
import type { EditListScreen, EndRowScreen, RowScreen } from '../../../screens/listScreens';
import { back, button, card, field, plain, primary, ROWS, type Typed } from '../../parts';
import { type Naming, roleWords } from '../../scene';
import type { ItemView, View } from '../../view';

/** The days of a term that was set beforehand. */
const termOf = ({ begins = '', ends = '' }: Contact): string[] =>
  // A shortened month ends with a full stop of its own.
  begins || ends
    ? [EDIT_LIST.term(begins && shortDay(begins), ends && shortDay(ends)).replace(/\.?$/, '.')]
    : [];

function editItem(naming: Naming, contact: Contact): ItemView {
  const { id, name, rightAt } = contact;
  const right = rightAt ? EDIT_LIST.right(longDay(dayOf(new Date(rightAt)))) : EDIT_LIST.unasked;
  return {
    text: name,
    detail: [`${roleWords(naming, contact)}.`, ...termOf(contact), right].join(' '),
    buttons: [plain(EDIT_LIST.change, 'contactRow', { contact: id })],
    links: [],
  };
}

/** Every row of the list with its change. */
export function editListPage({ contacts, missing, from }: EditListScreen, naming: Naming): View {
  const next = from + ROWS;
  return card({
    title: EDIT_LIST.title,
    problem: missing.length > 0 ? EDIT_LIST.missing(missing) : '',
    items: contacts.slice(from, next).map((contact) => editItem(naming, contact)),
    below: {
      buttons: [
        ...(next < contacts.length ? [plain(LISTS.showMore, 'editList', { from: String(next) })] : []),
        plain(EDIT_LIST.add, 'newContact', {}),
        plain(EDIT_LIST.csv, 'csv', {}),
        plain(EDIT_LIST.history, 'listHistory', {}),
        plain(FULL_TIME_CARD.button, 'fullTimePage', {}),
        back('contacts', {}),
      ],
    },
  });
}

/** The title of a post with its party or board. */
const placeTitle = (naming: Naming, { role, party, board }: Place): string =>
  roleWords(naming, { id: '', name: '', phone: '', order: 1, role, party, board });

/** The form of one row: of a new one also which post. */
export function rowPage(screen: RowScreen, naming: Naming, typed: Typed): View {
  const { id, contact, was, places, values } = screen;
  const titles = places.map((place) => ({ value: place.value, title: placeTitle(naming, place) }));
  const labels: Readonly<Record<string, string>> = { ...EDIT_LIST.fields, place: EDIT_LIST.place };
  const fields = rowFields(places).map((spec) =>
    field(spec, {
      label: labels[spec.id] ?? '',
      value: typed.values[spec.id] ?? values[spec.id],
      problem: typed.problems[spec.id],
      ...(spec.id === 'place' ? { choices: titles } : {}),
    }),
  );
  return card({
    kicker: contact ? roleWords(naming, contact) : '',
    title: contact ? EDIT_LIST.changeTitle : EDIT_LIST.addTitle,
    lines: contact ? EDIT_LIST.changeLines : [],
    problem: typed.problem,
    // Who has no address is never asked in Teams.
    choices: contact?.email ? [{ buttons: [plain(DRILL.one, 'drillOne', { contact: id })] }] : [],
    fields,
    buttons: [
      contact
        ? primary(EDIT_LIST.save, 'saveContact', { contact: id, was })
        : primary(EDIT_LIST.add, 'addContact', { contact: id }),
      ...(contact ? [plain(EDIT_LIST.end, 'endContactPage', { contact: id })] : []),
      back('editList', {}),
    ],
  });
}

/** The question before a post ends. */
export const endPage = ({ contact }: EndRowScreen, naming: Naming, typed: Typed): View =>
  card({
    kicker: roleWords(naming, contact),
    title: EDIT_LIST.endTitle(contact.name),
    lines: EDIT_LIST.endLines,
    problem: typed.problem,
    buttons: [
      button(
        EDIT_LIST.endYes,
        'endContact',
        { contact: contact.id },
        { style: 'destructive', inputs: 'none' },
      ),
      back('contactRow', { contact: contact.id }),
    ],
  });
