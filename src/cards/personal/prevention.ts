import type { Municipality } from '../../content/municipalities/municipality';
import { COMMON } from '../../content/texts/common';
import { PREVENTION } from '../../content/texts/standing/prevention';
import { shortDay } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import type { PreventionScreen } from '../../screens/guide';
import { back, card, link, plain, ROWS } from '../parts';
import type { ItemView, View } from '../view';

type Course = Municipality['prevention']['courses'][number];

function courseItem({ id, title, detail, url }: Course, { taken }: PreventionScreen): ItemView {
  const own = taken.find(({ course }) => course === id);
  const sign = own?.isOfThisTerm ? COMMON.signs.done : COMMON.signs.waiting;
  const since = own ? PREVENTION.taken(shortDay(dayOf(new Date(own.at)))) : '';
  return {
    text: `${sign} ${title}`,
    detail: [detail, since].filter(Boolean).join(' '),
    buttons: [
      own?.isOfThisTerm
        ? plain(PREVENTION.undo, 'tookCourse', { course: id, isOn: 'no' })
        : plain(PREVENTION.took, 'tookCourse', { course: id, isOn: 'yes' }),
    ],
    links: url === undefined ? [] : [link(title, url)],
  };
}

/** The most names in a line. */
const NAMED = 8;

/** Lines that the strategist alone sees: how many, never who; and who is still to promise silence. */
function countLines({ counted }: PreventionScreen, { prevention }: Municipality): string[] {
  if (!counted) return [];
  const names = counted.notPromised.map(({ name }) => name);
  const hidden = names.length - NAMED;
  const shown = [...names.slice(0, NAMED), ...(hidden > 0 ? [PREVENTION.more(hidden)] : [])];
  return [
    ...prevention.courses.map(({ id, title }) => PREVENTION.count(title, counted.counts[id] ?? 0)),
    names.length === 0 ? PREVENTION.silentAll : PREVENTION.silent(shown.join(', ')),
  ];
}

/** "Förebygga". */
export const preventionCard = (screen: PreventionScreen, municipality: Municipality): View =>
  card({
    title: PREVENTION.title,
    lines: PREVENTION.lines,
    items: municipality.prevention.courses.slice(0, ROWS).map((course) => courseItem(course, screen)),
    links: [...municipality.prevention.links, PREVENTION.sms].map(({ title, url }) => link(title, url)),
    buttons: [back('guidance', {})],
    below: screen.counted ? { title: PREVENTION.countsTitle, lines: countLines(screen, municipality) } : {},
  });
