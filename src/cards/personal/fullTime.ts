import { FULL_TIME_CARD, LISTS } from '../../content/texts/pages';
import { FULL_TIME_FIELDS } from '../../screens/forms';
import type { FullTimeScreen } from '../../screens/screen';
import { back, card, fields, plain, primary, ROWS, type Typed } from '../parts';
import type { Naming } from '../scene';
import type { View } from '../view';

/** The politicians on full time: whom the strategist has marked, and the form that marks another. */
export function fullTimePage({ rows, from }: FullTimeScreen, { municipality }: Naming, typed: Typed): View {
  const next = from + ROWS;
  return card({
    title: FULL_TIME_CARD.title,
    lines: [...FULL_TIME_CARD.lines(municipality.names), ...(rows.length === 0 ? [FULL_TIME_CARD.none] : [])],
    problem: typed.problem,
    fields: fields(FULL_TIME_FIELDS, FULL_TIME_CARD.fields, {}, typed),
    buttons: [primary(FULL_TIME_CARD.add, 'addFullTime', {}), back('editList', {})],
    items: rows.slice(from, next).map(({ id, name }) => ({
      text: name,
      detail: '',
      buttons: [plain(FULL_TIME_CARD.remove, 'removeFullTime', { contact: id })],
      links: [],
    })),
    ...(next < rows.length
      ? { below: { buttons: [plain(LISTS.showMore, 'fullTimePage', { from: String(next) })] } }
      : {}),
  });
}
