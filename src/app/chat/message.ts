import { render } from '../../cards/adaptiveCard';
import type { View } from '../../cards/view';
import { COMMON } from '../../content/texts/common';
import type { OutgoingMessage } from '../ports/messenger';

export const messageOf = (view: View): OutgoingMessage => ({
  card: render(view, { fallback: COMMON.fallback, speak: COMMON.summary }),
  summary: COMMON.summary,
});
