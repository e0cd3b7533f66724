import { REPLACE } from '../../content/texts/timed';
import { type Contact, isActive } from '../../routine/model/contact';
import type { FieldSpec } from '../../routine/model/fields';
import { back, card, field, fields, primary, type Typed } from '../parts';
import { type ListScene, roleWords } from '../scene';
import type { View } from '../view';

const NEW: readonly FieldSpec[] = [
  // On everyone's cards, in places where Markdown is read.
  { id: 'name', kind: 'name', required: true, isPlain: true },
  { id: 'phone', kind: 'name', required: true, isPlain: true },
  { id: 'email', kind: 'name' },
];

export const replaceFields = (contacts: readonly Contact[]): readonly FieldSpec[] => [
  { id: 'contact', kind: 'choice', required: true, choices: contacts.filter(isActive).map((one) => one.id) },
  ...NEW,
];

/** The strategist puts another person in a post. */
export function replacePage(list: ListScene, typed: Typed): View {
  const { contacts } = list;
  const [post, ...rest] = replaceFields(contacts);
  const choices = contacts
    .filter(isActive)
    .map((one) => ({ value: one.id, title: `${one.name}, ${roleWords(list, one)}` }));
  return card({
    title: REPLACE.title,
    lines: REPLACE.lines(list.municipality.names),
    problem: typed.problem,
    fields: [
      ...(post
        ? [
            field(post, {
              label: REPLACE.field,
              choices,
              value: typed.values.contact,
              problem: typed.problems.contact,
            }),
          ]
        : []),
      ...fields(rest, REPLACE.fields, {}, typed),
    ],
    buttons: [primary(REPLACE.save, 'replaceContact', {}), back('contacts', {})],
  });
}
