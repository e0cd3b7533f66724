import { plain } from '../../cards/parts';
import { LINKS } from '../../content/texts/tab/links';
import { OVERVIEW } from '../../content/texts/tab/overview';
import type { LinksScreen } from '../../screens/tab/tabScreens';
import type { LinksPage } from '../contract';

/** *Samma avsändare*: how many, by which kind of address, and the incidents that the reader has. The address stands nowhere. */
export const linksPage = ({ decision, purpose, until, rows, isCut }: LinksScreen): LinksPage => ({
  page: 'links',
  notes: [
    LINKS.decided(decision, until),
    LINKS.why(purpose),
    ...(isCut ? [OVERVIEW.cut] : []),
    ...(rows.length === 0 ? [LINKS.none] : []),
  ],
  rows: rows.map(({ kinds, known, others }) => ({
    id: known.map(({ id }) => id).join(),
    title: LINKS.row(known.length + others, kinds),
    note: others > 0 ? LINKS.others(others) : '',
    links: known.map(({ id, reference }) => plain(LINKS.open(reference), 'show', { id })),
  })),
});
