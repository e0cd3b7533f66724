import { PRACTICE_CARD } from '../content/texts/asking/practice';
import type { Screen } from '../screens/screen';
import type { LinkView, View } from './view';

/* The one place that marks what belongs to an exercise, whatever card it is. */

const isPlayed = (screen: Screen): boolean =>
  ('scene' in screen && screen.scene.incident.practice) ||
  ('isPractice' in screen && screen.isPractice === true);

/** Numbers that nobody rings for the sake of an exercise: 112 and the police. */
const isReal = ({ url }: LinkView): boolean => /^tel:(112|11414)$/.test(url);
const invented = (links: readonly LinkView[]): LinkView[] => links.filter((one) => !isReal(one));

/** The same view, where the screen is of an exercise with that said first, and without the numbers of the police. */
export function marked(view: View, screen: Screen): View {
  if (!isPlayed(screen)) return view;
  if (view.name === 'line')
    return { ...view, isPractice: true, data: { ...view.data, text: PRACTICE_CARD.line(view.data.text) } };
  const { data } = view;
  return {
    ...view,
    isPractice: true,
    data: {
      ...data,
      danger: PRACTICE_CARD.strip,
      links: invented(data.links),
      items: data.items.map((one) => ({ ...one, links: invented(one.links) })),
    },
  };
}
