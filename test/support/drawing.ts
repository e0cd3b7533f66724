import { NOTHING_TYPED, type Typed } from '../../src/cards/parts';
import { present } from '../../src/cards/present';
import type { View } from '../../src/cards/view';
import type { Municipality } from '../../src/content/municipalities/municipality';
import type { Page } from '../../src/routine/acts/pages';
import type { Viewing } from '../../src/screens/scene';
import { incidentScreen, note, pageScreen, type Screen, type SimpleNote } from '../../src/screens/screen';
import { municipality as ours } from './pureTown';

/** A screen as it arrives over a wire: JSON and nothing else. */
const wired = (screen: Screen): Screen => JSON.parse(JSON.stringify(screen));

/** A screen as Teams shows it. Each test draws from what is left of a screen as JSON. */
export const draw = (screen: Screen, municipality: Municipality = ours): View =>
  present(wired(screen), municipality);

export const drawNote = (name: SimpleNote): View => draw(note(name));

/** A person's live card. */
export const liveCard = (viewing: Viewing): View => draw(incidentScreen(viewing));

/** The answer to "Jag har tagit emot". */
export const revealedCard = (viewing: Viewing): View =>
  draw({ ...incidentScreen(viewing), isRevealed: true });

/** A page, for who may open it; with `typed` as it comes back when the routine said no. */
export function drawPage(
  viewing: Viewing,
  page: Page,
  about = '',
  typed: Typed = NOTHING_TYPED,
): View | undefined {
  const { values, problems } = typed;
  const refusal = typed.problem === '' ? undefined : { reason: 'badInput' as const, values, problems };
  const screen = pageScreen(viewing, [page, about], refusal);
  return screen && draw(screen);
}
