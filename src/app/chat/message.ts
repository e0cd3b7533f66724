import { createHash } from 'node:crypto';
import { render } from '../../cards/adaptiveCard';
import { present } from '../../cards/present';
import { COMMON } from '../../content/texts/common';
import type { Screen } from '../../screens/screen';
import type { View } from '../bot';
import type { Deps } from '../deps';
import type { OutgoingMessage } from '../ports/messenger';

/* The one place in the app where a screen becomes what Teams shows. */

type Place = Pick<Deps, 'municipality'>;

/** A screen as it is drawn in the answer to a press. */
export const viewOf = ({ municipality }: Place, screen: Screen): View => present(screen, municipality);

/** A screen as a message in a chat. */
export const messageOf = (place: Place, screen: Screen): OutgoingMessage => ({
  card: render(viewOf(place, screen), { fallback: COMMON.fallback, speak: COMMON.summary }),
  summary: COMMON.summary,
});

/** A hash of what a screen looks like in Teams, 22 characters: another hash is another card. */
export const hashOf = (place: Place, screen: Screen): string =>
  createHash('sha256')
    .update(JSON.stringify(viewOf(place, screen)))
    .digest('base64url')
    .slice(0, 22);
