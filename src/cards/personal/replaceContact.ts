import { REPLACE } from '../../content/texts/timed';
import { isActive } from '../../routine/model/contact';
import { replaceFields } from '../../screens/forms';
import { back, card, field, fields, primary, type Typed } from '../parts';
import { type ListScene, listedWords } from '../scene';
import type { View } from '../view';

/** The strategist puts another person in a post. */
export function replacePage(list: ListScene, typed: Typed): View {
  const { contacts } = list;
  const [post, ...rest] = replaceFields(contacts);
  const choices = contacts.filter(isActive).map((one) => ({ value: one.id, title: listedWords(list, one) }));
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
