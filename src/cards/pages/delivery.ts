import { LISTS } from '../../content/texts/pages';
import { DELIVERY, TOLD_KINDS } from '../../content/texts/standing/delivery';
import { moment } from '../../content/texts/time';
import type { DeliveredTo, ListScreen, Telling } from '../../screens/screen';
import { back, button, card, plain, ROWS } from '../parts';
import { adding, kicker, nameAndPost, on, type Scene } from '../scene';
import type { ItemView, View } from '../view';

/** The most words on one person. */
const SHOWN_TELLINGS = 3;

function howOf({ now }: Scene, { state, at }: Telling): string {
  const when = at ? moment(at, now) : '';
  switch (state) {
    case 'arrived':
      return DELIVERY.arrived(when);
    case 'unreachable':
      return DELIVERY.unreachable(when);
    case 'dead':
      return DELIVERY.dead(when);
    default:
      return DELIVERY[state];
  }
}

const whoOf = (scene: Scene, { as, contact }: DeliveredTo): string =>
  as === 'contact' ? (contact ? nameAndPost(scene, contact) : DELIVERY.former) : DELIVERY[as];

function itemOf(scene: Scene, row: DeliveredTo): ItemView {
  const hidden = row.told.length - SHOWN_TELLINGS;
  const lines = row.told
    .slice(0, SHOWN_TELLINGS)
    .map((one) => DELIVERY.line(TOLD_KINDS[one.kind] ?? one.kind, howOf(scene, one)));
  return {
    text: whoOf(scene, row),
    detail: [...lines, ...(hidden > 0 ? [DELIVERY.earlier(hidden)] : [])].join(' · '),
    buttons: row.resendTo
      ? [button(DELIVERY.resend, 'resend', adding(scene, { to: row.resendTo }), { inputs: 'none' })]
      : [],
    links: [],
  };
}

/** Who was told of what, whether it arrived and why not, with the press that sends the card again. */
export function deliveriesPage(
  scene: Scene,
  { rows, from }: Pick<Extract<ListScreen, { list: 'deliveries' }>, 'rows' | 'from'>,
): View {
  const next = from + ROWS;
  return card({
    kicker: kicker(scene),
    title: DELIVERY.title,
    lines: rows.length === 0 ? [DELIVERY.empty] : DELIVERY.lines,
    items: rows.slice(from, next).map((row) => itemOf(scene, row)),
    buttons: [
      ...(next < rows.length ? [plain(LISTS.showMore, 'deliveries', on(scene, { from: String(next) }))] : []),
      back('show', on(scene)),
    ],
  });
}
