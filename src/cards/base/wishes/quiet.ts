import { BUTTON } from '../../../content/texts/common';
import { LOG } from '../../../content/texts/log';
import { NUMBERS, QUIET, WISHES_PAGE } from '../../../content/texts/wishes/quiet';
import { CANNOT_ANSWER } from '../../../content/texts/wishes/unable';
import { ENOUGH, SAFE } from '../../../content/texts/wishes/wishes';
import type { Contact } from '../../../routine/model/contact';
import { reportStep } from '../../../routine/plan/traits';
import { back, card, plain } from '../../parts';
import {
  contactsIn,
  emergency,
  is,
  kicker,
  type Naming,
  on,
  policeLink,
  type Scene,
  toPage,
  whomToRing,
} from '../../scene';
import { outlookButton } from '../../stepParts';
import type { CardView, View } from '../../view';
import { inAnotherWay } from './otherWay';
import { reporterSeesButton } from './reporterSees';

/** Numbers alone, on a phone that somebody else may see: the same whether anything has been told or not. */
export const numbersCard = (naming: Naming, contacts: readonly Contact[]): View =>
  card({
    title: NUMBERS.title,
    lines: NUMBERS.lines,
    links: [emergency, policeLink],
    items: contacts.map((contact) => whomToRing(naming, contact)),
    buttons: [plain(NUMBERS.lift, 'showPhone', {})],
  });

/** The victim's card while somebody may see their phone. */
export const watchedCard = (scene: Scene): View =>
  numbersCard(
    scene,
    (scene.facts.victim?.numbers ?? []).flatMap((id) => scene.contacts.find((one) => one.id === id) ?? []),
  );

/** All that the victim may say at any time, each with what it does. */
export function wishesPage(scene: Scene): View {
  const { quiet, safeAt, acute, enoughAt } = scene.incident;
  return card({
    kicker: kicker(scene),
    title: WISHES_PAGE.title,
    lines: WISHES_PAGE.lines(scene.municipality.names),
    buttons: [
      quiet ? plain(QUIET.lift, 'liftQuiet', on(scene)) : plain(QUIET.hide, 'hide', on(scene)),
      plain(QUIET.watched, 'phoneWatched', on(scene)),
      ...(acute && !safeAt ? [{ ...plain(SAFE.button, 'saySafe', on(scene)) }] : []),
    ],
    below: {
      buttons: [
        enoughAt ? plain(ENOUGH.goOn, 'goOn', on(scene)) : toPage(scene, ENOUGH.button, 'enough'),
        plain(LOG.whoSees, 'looks', on(scene)),
        ...outlookButton(scene),
        ...reporterSeesButton(scene),
        ...(scene.incident.route === 'party' ? [toPage(scene, BUTTON.ownParty, 'ownParty')] : []),
        back('show', on(scene)),
      ],
    },
  });
}

/** Whether a viewer's own words or life it is: they are not told how to treat themselves. */
const isOwn = (scene: Scene): boolean =>
  is(scene, 'victim') || is(scene, 'struck') || is(scene, 'maybeVictim');

/** Whether it is the viewer's to talk with the police now: they ring a victim back. */
const talksWithPolice = ({ facts, routine }: Scene): boolean =>
  routine.steps.some(
    (step) =>
      facts.owned.includes(step.id) &&
      facts.open.includes(step.id) &&
      (step.rings?.includes('police') || step.id === reportStep(routine)?.id),
  );

/** A card of somebody who helps: first of all that the victim is not to be rung. */
export function withStrip(scene: Scene, view: View): View {
  const { quiet, unable } = scene.incident;
  if (!(quiet || unable) || view.name !== 'card' || isOwn(scene)) return view;
  const data = inAnotherWay(scene, view.data);
  const strip = [
    ...(quiet ? [QUIET.strip[quiet.why], ...(talksWithPolice(scene) ? [QUIET.police] : [])] : []),
    ...(unable ? [CANNOT_ANSWER.strip[unable.why]] : []),
  ];
  return { ...view, data: { ...data, danger: [...data.danger, ...strip] } };
}

/** The card in the place of the one that says "ring": another way, and whom to talk to. */
export const anotherWay = (scene: Scene): Pick<CardView, 'title' | 'lines' | 'items'> => ({
  title: QUIET.leadTitle,
  lines: QUIET.leadLines(scene.municipality.names),
  items: contactsIn(scene, 'strategists')
    .filter(({ person }) => person !== scene.viewer.person)
    .map((contact) => whomToRing(scene, contact)),
});
