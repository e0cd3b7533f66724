import { REPLACE } from '../../content/texts/timed';
import { type Contact, isActive } from '../../routine/model/contact';
import { replaceFields } from '../../screens/forms';
import { back, card, field, fields, primary, type Typed } from '../parts';
import { roleWords } from '../scene';
import type { View } from '../view';

/** The strategist puts another person in a post. */
export function replacePage(contacts: readonly Contact[], typed: Typed): View {
  const [post, ...rest] = replaceFields(contacts);
  const choices = contacts
    .filter(isActive)
    .map((one) => ({ value: one.id, title: `${one.name}, ${roleWords(one)}` }));
  return card({
    title: REPLACE.title,
    lines: REPLACE.lines,
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
