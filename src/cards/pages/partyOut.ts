import { FORMS, KEEP_SILENCE } from '../../content/texts/pages';
import { mayKnowOf } from '../../routine/rules/access';
import { back, button, card, primary } from '../parts';
import { kicker, on, type Scene } from '../scene';
import type { View } from '../view';

/** The page before the party's officers are left out. */
export const ownPartyPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: FORMS.ownPartyTitle,
    lines: FORMS.ownPartyLines(scene.municipality.names),
    buttons: [
      button(FORMS.ownPartyYes, 'reportOwnParty', on(scene), { style: 'destructive', inputs: 'none' }),
      back('show', on(scene)),
    ],
  });

/** The page before consent is taken back. */
export const withdrawPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: FORMS.withdrawTitle,
    lines: FORMS.withdrawLines(scene.municipality.names),
    buttons: [
      button(FORMS.withdrawYes, 'withdrawConsent', on(scene), { style: 'destructive', inputs: 'none' }),
      back('show', on(scene)),
    ],
  });

/** Asked before somebody of a party reads their first content of a term. `about`: the page that was asked for. */
export function silencePage(scene: Scene, about: string): View {
  const [asked = '', ...rest] = about.split(':');
  const page = asked || 'details';
  const what = rest.join(':');
  return card({
    ...(mayKnowOf(scene.viewer.roles) ? { kicker: kicker(scene) } : {}),
    title: KEEP_SILENCE.title,
    lines: KEEP_SILENCE.lines,
    buttons: [
      primary(KEEP_SILENCE.confirm, 'confirmSilence', on(scene, { page, ...(what ? { about: what } : {}) })),
      back('show', on(scene)),
    ],
  });
}
