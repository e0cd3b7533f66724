import { UNABLE } from '../../../content/texts/wishes/unable';
import { isDead } from '../../../routine/plan/unable';
import { back, card, plain, primary } from '../../parts';
import { is, kicker, on, type Scene, toMainPage, toPage } from '../../scene';
import type { ButtonView, CardView, ItemView, View } from '../../view';
import type { News } from '../victimRows';

/** The page on which whoever leads says that the victim cannot answer, and why: each press is the whole answer. */
export function unablePage(scene: Scene): View {
  const { unable } = scene.incident;
  const say = (why: keyof typeof UNABLE.whys): ButtonView =>
    plain(UNABLE.whys[why], 'sayUnable', on(scene, { why }));
  return card({
    kicker: kicker(scene),
    title: UNABLE.title,
    lines: unable ? [UNABLE.strip[unable.why], ...UNABLE.lines] : UNABLE.lines,
    choices: [{ buttons: [say('later'), say('hospital')] }, { buttons: [say('unconscious'), say('dead')] }],
    buttons: [...(unable ? [primary(UNABLE.lift, 'liftUnable', on(scene))] : []), back('show', on(scene))],
  });
}

/** The way to it: on the page of all that is seldom needed. */
export const unableItem = (scene: Scene): ItemView[] =>
  is(scene, 'lead')
    ? [{ text: UNABLE.ask, detail: '', links: [], buttons: [toPage(scene, UNABLE.button, 'unable')] }]
    : [];

/** The next of kin, before all else that the lead does. */
export const kinFirst = (scene: Scene): Partial<CardView> => ({
  title: UNABLE.kinTitle,
  lines: UNABLE.kinLines[scene.incident.unable?.why ?? 'later'],
  buttons: [toMainPage(scene, UNABLE.kinShow, 'kin'), plain(UNABLE.kinTold, 'kinTold', on(scene))],
});

/** Lines on the lead's card: that others need support too. */
export const unableLines = (scene: Scene): string[] =>
  isDead(scene.incident) ? [UNABLE.colleagues(scene.municipality.names)] : [];

/** The victim's own card: why nothing comes, and the way back. */
export const ownUnable = (scene: Scene): News[] =>
  scene.incident.unable
    ? [
        {
          at: scene.incident.unable.at,
          title: UNABLE.ownTitle,
          lines: [UNABLE.ownLine],
          buttons: [plain(UNABLE.ownLift, 'liftUnable', on(scene))],
        },
      ]
    : [];
