import { BUTTON, COMMON } from '../../content/texts/common';
import { LISTS } from '../../content/texts/pages';
import { shortDay } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import type { ListedIncident } from '../../screens/screen';
import { card, plain } from '../parts';
import type { ItemView, View } from '../view';

function mineItem({ id, known, isClosed }: ListedIncident): ItemView {
  const { signs } = COMMON;
  if (!known) {
    const buttons = [plain(LISTS.showQuestion, 'show', { id })];
    return { text: `${signs.now} ${LISTS.question}`, detail: '', buttons, links: [] };
  }
  return {
    text: `${isClosed ? signs.done : signs.now} ${isClosed ? LISTS.states.closed : LISTS.states.open}`,
    detail: shortDay(dayOf(new Date(known.createdAt))),
    buttons: [plain(LISTS.show(known.reference), 'show', { id })],
    links: [],
  };
}

/** "Mina ärenden", newest first. */
export function minePage(incidents: readonly ListedIncident[], next: number | undefined): View {
  return card({
    title: LISTS.mineTitle,
    lines: incidents.length === 0 ? [LISTS.mineEmpty] : [],
    items: incidents.map(mineItem),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'mine', { from: String(next) })]),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}
