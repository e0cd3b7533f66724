import { COMMON } from '../../content/texts/common';
import { LISTS } from '../../content/texts/pages';
import { DELIVERY, TOLD_KINDS } from '../../content/texts/standing/delivery';
import { moment } from '../../content/texts/time';
import type { DeliveredTo, Telling } from '../../screens/deliveredTo';
import type { ListScreen } from '../../screens/screen';
import { back, button, card, link, plain, ROWS } from '../parts';
import { adding, kicker, nameAndPost, on, type Scene, tel } from '../scene';
import type { ItemView, LinkView, View } from '../view';

/** The most things on one person: the latest. */
const SHOWN_TELLINGS = 3;

/** One sentence for each way that it went: whatever went the same way stands together, the newest first. */
function sentences({ now }: Scene, told: readonly Telling[]): string[] {
  const byState = new Map<Telling['state'], string[]>();
  for (const { kind, state, at } of told) {
    const words = DELIVERY.told(TOLD_KINDS[kind] ?? kind, at ? moment(at, now) : '');
    byState.set(state, [...(byState.get(state) ?? []), words]);
  }
  return [...byState].map(([state, things]) => DELIVERY[state](things.join(', ')));
}

const whoOf = (scene: Scene, { as, contact }: DeliveredTo): string =>
  as === 'contact' ? (contact ? nameAndPost(scene, contact) : DELIVERY.former) : DELIVERY[as];

/** The number of somebody to whom the latest has not come. */
const numberOf = ({ contact, told }: DeliveredTo): LinkView[] =>
  contact && told[0]?.state !== 'arrived' ? [link(COMMON.call(contact.phone), tel(contact.phone))] : [];

function itemOf(scene: Scene, row: DeliveredTo): ItemView {
  const hidden = row.told.length - SHOWN_TELLINGS;
  return {
    text: whoOf(scene, row),
    detail: [
      ...sentences(scene, row.told.slice(0, SHOWN_TELLINGS)),
      ...(hidden > 0 ? [DELIVERY.earlier(hidden)] : []),
    ].join(' '),
    buttons: row.resendTo
      ? [button(DELIVERY.resend, 'resend', adding(scene, { to: row.resendTo }), { inputs: 'none' })]
      : [],
    links: numberOf(row),
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
