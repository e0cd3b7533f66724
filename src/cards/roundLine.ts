import { COMMON } from '../content/texts/common';
import { JOINED } from '../content/texts/people/joined';
import { shortDay } from '../content/texts/time';
import { ROUND } from '../content/texts/timed';
import type { PlanWords } from '../routine/model/words';
import type { RoundIncident, RoundItem, RoundLine } from '../screens/round';
import { plain } from './parts';
import type { Naming } from './scene';
import type { ItemView } from './view';

/* One line of a morning round. */

/** The municipality's names of posts, and the words of the routine that an incident has. */
export interface RoundWords extends Naming {
  of(incident: RoundIncident): Pick<PlanWords, 'steps'>;
}

/** A thing that waits, in words. */
export const waitingWords = ({ about }: RoundItem, { steps }: ReturnType<RoundWords['of']>): string =>
  ROUND.about[about] ?? steps[about]?.title ?? about;

/** The order of a round: what has a last day first, then what waits longest. */
const byHaste = (a: RoundItem, b: RoundItem): number =>
  (a.last ?? '9').localeCompare(b.last ?? '9') || a.since.localeCompare(b.since);

/** An incident, or several of one event, and what waits first. */
export function lineItem(
  { incident, others: same }: RoundLine,
  words: ReturnType<RoundWords['of']>,
): ItemView {
  const { id, reference, isAcute, waiting, told } = incident;
  const [first, ...others] = [...waiting].sort(byHaste);
  const until = first?.isLate ? ROUND.late : ROUND.last;
  const details = first
    ? [waitingWords(first, words), first.last ? until(shortDay(first.last)) : '']
    : [told ? ROUND.nothing : ''];
  // That nobody has taken it is what waits already.
  const state = told && first?.about !== 'acknowledge' ? [told.isLed ? JOINED.led : JOINED.unled] : [];
  // One more is named: that something else waits does not say what.
  const more =
    others.length > 1 ? [ROUND.more(others.length)] : others.map((one) => waitingWords(one, words));
  return {
    text: [
      COMMON.reference(reference),
      isAcute ? COMMON.acute : '',
      same.length > 0 ? JOINED.more(same.length) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    detail: [...state, ...details, ...more].filter(Boolean).join(' · '),
    buttons: [
      plain(ROUND.open(reference), 'show', { id }),
      ...(same.length > 0 ? [plain(JOINED.others, 'page', { id, page: 'event' })] : []),
    ],
    links: [],
  };
}
