import { BUTTON } from '../../../content/texts/common';
import { DETAILS } from '../../../content/texts/pages';
import { ALOUD } from '../../../content/texts/people/aloud';
import { mayBeRecorded } from '../../../routine/rules/victim/decision';
import { back, card, plain } from '../../parts';
import { is, kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, ItemView, View } from '../../view';
import { statusWords } from '../victim';

/** The incident as its victim is told of it: whoever reads it aloud is spoken of by name there. */
const asTold = (scene: Scene): Scene => ({
  ...scene,
  viewer: { person: '', roles: new Set(['victim'] as const) },
});

/** The questions that wait for the victim: whoever may write the answers down reads them aloud next. */
const questions = (scene: Scene): ButtonView[] =>
  (is(scene, 'lead') || is(scene, 'strategist')) &&
  scene.incident.state === 'open' &&
  mayBeRecorded(scene) &&
  !scene.incident.decision?.answer
    ? [toPage(scene, BUTTON.recordDecision, 'readDecision')]
    : [];

/** The lines on what has been done that say where to press. */
const toPress = ({ routine }: Scene): string[] =>
  Object.values(routine.words.steps).flatMap(({ result }) => result?.line ?? []);

/** The words of the victim's own card, for an official to read to them on the telephone. */
export function aloudPage(scene: Scene): View {
  const isClosed = scene.incident.state === 'closed';
  const { title, lines: all } = statusWords(asTold(scene));
  // What is to be pressed on a card says nothing to who has none.
  const lines = all.filter((line) => !toPress(scene).includes(line));
  const asked = questions(scene);
  // Whoever has registered several sees which one it is.
  const { name } = scene.incident.victim;
  return card({
    kicker: kicker(scene),
    title: ALOUD.title,
    lines: [...ALOUD.lines, ...(isClosed ? [ALOUD.closed] : [`${title.replace(/[.!]$/, '')}.`, ...lines])],
    facts: name ? [{ label: ALOUD.about, text: name }] : [],
    buttons: [...asked, back('show', on(scene))],
    below: {
      lines: asked.length > 0 ? [ALOUD.asked] : [],
      buttons: [plain(BUTTON.contacts, 'contacts', {})],
    },
    footnote: DETAILS.logged,
  });
}

/** The way to it, for whoever may read it aloud. */
export const aloudButton = (scene: Scene): ButtonView[] =>
  scene.facts.victim && !is(scene, 'victim') ? [toPage(scene, ALOUD.button, 'aloud')] : [];

/** The same as an item, to whoever leads: who has no card rings them, and asks how it stands. */
export const aloudItem = (scene: Scene): ItemView[] =>
  aloudButton(scene).map((button) => ({ text: ALOUD.ringsYou, detail: '', links: [], buttons: [button] }));
