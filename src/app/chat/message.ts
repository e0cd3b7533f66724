import { render } from '../../cards/adaptiveCard';
import { present } from '../../cards/present';
import { spokenInterview } from '../../cards/spoken';
import { PRACTICE_CARD } from '../../content/texts/asking/practice';
import { COMMON } from '../../content/texts/common';
import type { InterviewScreen } from '../../screens/plainText';
import type { Screen } from '../../screens/screen';
import type { View } from '../bot';
import type { Deps } from '../deps';
import type { OutgoingMessage } from '../ports/messenger';

/* The one place in the app where a screen becomes what Teams shows. */

type Place = Pick<Deps, 'municipality'>;

/** A screen as it is drawn in Teams. */
export const viewOf = ({ municipality }: Place, screen: Screen): View => present(screen, municipality);

/** A screen that was drawn, as a message in a chat. */
export function drawnMessage(view: View): OutgoingMessage {
  const summary = view.isPractice ? PRACTICE_CARD.summary : COMMON.summary;
  return { card: render(view, { fallback: COMMON.fallback, speak: summary }), summary };
}

/** A screen as a message in a chat. */
export const messageOf = (place: Place, screen: Screen): OutgoingMessage =>
  drawnMessage(viewOf(place, screen));

/** A word of a report in plain text, as it is read aloud. */
export const textOf = ({ municipality }: Place, screen: InterviewScreen): string =>
  spokenInterview(screen, municipality);
