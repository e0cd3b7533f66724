import { NOTHING_TYPED, type Typed } from '../../src/cards/parts';
import { present } from '../../src/cards/present';
import type { View } from '../../src/cards/view';
import type { Municipality } from '../../src/content/municipalities/municipality';
import type { Page } from '../../src/routine/acts/pages';
import type { SceneData, Viewing } from '../../src/screens/scene';
import { incidentScreen, note, pageScreen, type Screen, type SimpleNote } from '../../src/screens/screen';
import { municipality as ours } from './pureTown';

const parsed = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A scene is large, and many screens are drawn of it: it goes over the wire once. */
const arrived = new WeakMap<SceneData, SceneData>();
function wiredScene(scene: SceneData): SceneData {
  const known = arrived.get(scene) ?? parsed(scene);
  arrived.set(scene, known);
  return known;
}

/** A screen as it arrives over a wire: JSON and nothing else. */
function wired(screen: Screen): Screen {
  if (!('scene' in screen)) return parsed(screen);
  const { scene, ...rest } = screen;
  return { ...parsed(rest), scene: wiredScene(scene) } as Screen;
}

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
