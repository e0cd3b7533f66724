import { ABSENCE } from '../../content/texts/timed';
import { type Contact, isAway } from '../../routine/model/contact';
import { absenceFields } from '../../screens/forms';
import type { AbsenceScreen } from '../../screens/screen';
import { back, card, field, plain, primary, type Typed } from '../parts';
import { type Naming, roleWords } from '../scene';
import type { FieldView, View } from '../view';

/** Rows as choices: name and post. */
const choicesOf = (naming: Naming, contacts: readonly Contact[]) =>
  contacts.map((one) => ({ value: one.id, title: `${one.name}, ${roleWords(naming, one)}` }));

function fieldsOf(screen: AbsenceScreen, naming: Naming, typed: Typed): FieldView[] {
  const { rows, others, chosen, today } = screen;
  const away = rows.find(({ id }) => id === chosen)?.away;
  const before: Readonly<Record<string, string | undefined>> = {
    contact: chosen,
    from: away?.from ?? today,
    to: away?.to,
    instead: away?.instead,
  };
  const choices = {
    contact: choicesOf(naming, rows),
    instead: choicesOf(
      naming,
      others.filter(({ id }) => id !== chosen),
    ),
  };
  return absenceFields(rows, others).map((spec) =>
    field(spec, {
      label: ABSENCE.fields[spec.id as keyof typeof ABSENCE.fields],
      value: typed.values[spec.id] ?? before[spec.id],
      problem: typed.problems[spec.id],
      ...(spec.id === 'instead' ? { placeholder: ABSENCE.nextInLine } : {}),
      ...(spec.kind === 'choice' ? { choices: choices[spec.id as keyof typeof choices] } : {}),
    }),
  );
}

/** The form of a planned absence, with the way back for who is away now. */
export function absencePage(screen: AbsenceScreen, naming: Naming, typed: Typed): View {
  const now = screen.rows.filter(isAway);
  return card({
    title: ABSENCE.title,
    lines: ABSENCE.lines,
    problem: typed.problem,
    fields: fieldsOf(screen, naming, typed),
    buttons: [
      primary(ABSENCE.save, 'saveAbsence', {}),
      ...now.slice(0, 1).map(({ id }) => plain(ABSENCE.end, 'endAbsence', { contact: id })),
      back('contacts', {}),
    ],
  });
}
