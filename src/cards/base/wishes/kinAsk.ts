import { COMMON } from '../../../content/texts/common';
import { KIN_ASK, KIN_LOOK } from '../../../content/texts/people/kin';
import { clockTime } from '../../../content/texts/time';
import type { PersonId } from '../../../routine/model/contact';
import { kinAsked, kinWord } from '../../../routine/rules/victim/kinHolders';
import { card, line, plain, primary } from '../../parts';
import { is, nameOf, on, type Scene, toPage, whomToRing } from '../../scene';
import type { ItemView, View } from '../../view';
import { placed } from './undo';

/** Whoever leads, to be rung by whoever holds the list. */
export const leadItems = (scene: Scene): ItemView[] => {
  const { lead } = scene.incident;
  return scene.contacts
    .filter(({ person }) => person !== undefined && person === lead?.person)
    .slice(0, 1)
    .map((contact) => whomToRing(scene, contact));
};

/** The card of whoever holds the party's list: no name, no reference. It stays the same while the numbers are shown in its place. */
export const kinAskCard = (scene: Scene): View => {
  const isRinging = scene.incident.kinAsk?.answer?.how === 'rings';
  return card({
    title: isRinging ? KIN_ASK.ringing : KIN_ASK.title,
    lines: isRinging ? [KIN_ASK.ringingLine] : KIN_ASK.lines,
    items: leadItems(scene),
    buttons: [
      isRinging ? plain(KIN_ASK.again, 'readKin', on(scene)) : primary(KIN_ASK.open, 'readKin', on(scene)),
    ],
  });
};

/** A line in its place once it is over: nothing of whom it was about. Undefined: this person was never asked. */
export const kinAskOver = ({ incident: { kinAsk }, viewer }: Scene): View | undefined =>
  kinAsk?.asked.includes(viewer.person)
    ? line(kinAsk.answer?.how === 'noList' ? KIN_ASK.thanks : KIN_ASK.gone)
    : undefined;

/** The words on how it goes with the question, for whoever leads; undefined: there are none. */
export function kinWords(scene: Scene): string | undefined {
  const word = kinWord(scene);
  const asked = kinAsked(scene);
  if (!word || !asked) return undefined;
  const { since, seen, answer, persons } = asked;
  const names = (who: readonly PersonId[]) => COMMON.listAnd(who.map((one) => nameOf(scene, one)));
  const at = (time: string) => clockTime(time, scene.now);
  if (answer) return KIN_ASK.words[answer.how](names([answer.by]), at(answer.at));
  if (seen) return KIN_ASK.words.seen(names([seen.by]), at(seen.at));
  const words = since > scene.now ? KIN_ASK.later : KIN_ASK.words[word];
  return words(names(persons), at(since.toISOString()));
}

/** The card of whoever leads: how it goes with the question that they asked, and the way to the numbers. */
export function withKinAsk(scene: Scene, view: View): View {
  const words = is(scene, 'lead') && scene.incident.state === 'open' ? kinWords(scene) : undefined;
  if (words === undefined || view.name !== 'card') return view;
  return {
    ...view,
    data: { ...view.data, ...placed(view.data, toPage(scene, KIN_LOOK.button, 'kin'), words) },
  };
}
