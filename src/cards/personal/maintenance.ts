import { BUTTON } from '../../content/texts/common';
import { MAINTAINED } from '../../content/texts/standing/maintenance';
import { spanOf } from '../../content/texts/time';
import type { Contact } from '../../routine/model/contact';
import type { Span } from '../../screens/screen';
import { card, plain, ROWS } from '../parts';
import { type Naming, whomToRing } from '../scene';
import type { View } from '../view';

/** When the bot is stopped, and whom to ring meanwhile. */
export const maintenanceCard = (naming: Naming, windows: readonly Span[], toRing: readonly Contact[]): View =>
  card({
    title: MAINTAINED.title,
    lines: [
      ...windows.map(({ from, to }) => MAINTAINED.when(spanOf(from, to))),
      ...MAINTAINED.lines.slice(0, toRing.length > 0 ? 2 : 1),
      ...(toRing.length > 0 ? [] : [MAINTAINED.nobody]),
    ],
    items: toRing.slice(0, ROWS).map((contact) => whomToRing(naming, contact, true)),
    buttons: [plain(BUTTON.contacts, 'contacts', {})],
    footnote: MAINTAINED.footnote,
  });
