import { CANNOT_ANSWER } from '../../../content/texts/wishes/unable';
import { isDead } from '../../../routine/plan/unable';
import { back, card, plain, primary } from '../../parts';
import { is, kicker, on, type Scene, toMainPage, toPage } from '../../scene';
import type { ButtonView, CardView, ItemView, View } from '../../view';
import type { News } from '../victimRows';

/** The page on which whoever leads says that the victim cannot answer, and why: each press is the whole answer. */
export function unablePage(scene: Scene): View {
  const { unable } = scene.incident;
  const say = (why: keyof typeof CANNOT_ANSWER.whys): ButtonView =>
    plain(CANNOT_ANSWER.whys[why], 'sayUnable', on(scene, { why }));
  return card({
    kicker: kicker(scene),
    title: CANNOT_ANSWER.title,
    lines: CANNOT_ANSWER.lines,
    choices: [{ buttons: [say('later'), say('hospital')] }, { buttons: [say('unconscious'), say('dead')] }],
    buttons: [
      ...(unable ? [primary(CANNOT_ANSWER.lift, 'liftUnable', on(scene))] : []),
      back('show', on(scene)),
    ],
  });
}

/** The way to it: on the page of all that is seldom needed. */
export const unableItem = (scene: Scene): ItemView[] =>
  is(scene, 'lead') && scene.incident.state === 'open'
    ? [
        {
          text: CANNOT_ANSWER.ask,
          detail: '',
          links: [],
          buttons: [toPage(scene, CANNOT_ANSWER.button, 'unable')],
        },
      ]
    : [];

/** The next of kin, before all else that the lead does. */
export const kinFirst = (scene: Scene): Partial<CardView> => ({
  title: CANNOT_ANSWER.kinTitle,
  lines: CANNOT_ANSWER.kinLines[scene.incident.unable?.why ?? 'later'],
  buttons: [
    toMainPage(scene, CANNOT_ANSWER.kinShow, 'kin'),
    plain(CANNOT_ANSWER.kinTold, 'kinTold', on(scene)),
  ],
});

/** Lines on the lead's card: that others need support too. */
export const unableLines = (scene: Scene): string[] =>
  isDead(scene.incident) ? [CANNOT_ANSWER.colleagues(scene.municipality.names)] : [];

/** The victim's own card: why nothing comes, and the way back. */
export const ownUnable = (scene: Scene): News[] =>
  scene.incident.unable
    ? [
        {
          at: scene.incident.unable.at,
          title: CANNOT_ANSWER.ownTitle,
          lines: [CANNOT_ANSWER.ownLine],
          buttons: [plain(CANNOT_ANSWER.ownLift, 'liftUnable', on(scene))],
        },
      ]
    : [];
