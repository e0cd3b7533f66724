import { BUTTON } from '../../../content/texts/common';
import { GROUPS_CARD, READ_FIRST } from '../../../content/texts/pages';
import { JOINED } from '../../../content/texts/people/joined';
import { twoPersonsStep } from '../../../routine/plan/traits';
import { FOR_ALL, mayBeForAll } from '../../../routine/rules/joined/carried';
import { isUnread, toRead } from '../../../routine/rules/victim/readFirst';
import { back, card, primary } from '../../parts';
import { kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, View } from '../../view';
import { confirmTitle, proposalFacts, saidFacts } from './readFirst';

/** The same in every incident of the event in which the same text waits for an answer. */
const confirmAll = (scene: Scene, one: ButtonView): ButtonView[] => {
  const step = twoPersonsStep(scene.routine);
  return step && mayBeForAll(scene.incident, step, scene.viewer.roles)
    ? [{ ...one, title: JOINED.confirmForAll, style: 'default', data: { ...one.data, [FOR_ALL]: 'true' } }]
    : [];
};

/** The second of two persons reads what is to be told. */
export function confirmPage(scene: Scene): View {
  const { groups } = scene.incident;
  const step = twoPersonsStep(scene.routine);
  const epoch = String(groups?.epoch ?? 0);
  // Without the victim's word the press itself says that the text points to nobody.
  const unread = isUnread(scene);
  const confirm = unread
    ? primary(READ_FIRST.namesNobody, 'confirmGroups', on(scene, { epoch, namesNobody: 'true' }))
    : primary(BUTTON.confirm, 'confirmGroups', on(scene, { epoch }));
  return card({
    kicker: kicker(scene, step?.section),
    title: confirmTitle(scene),
    lines: [...(unread ? [READ_FIRST.unread] : []), ...GROUPS_CARD.confirmLines],
    facts: [
      ...(step && groups ? proposalFacts(scene, { step, groups }) : []),
      ...saidFacts(scene, toRead(scene), groups?.word ?? groups?.earlier),
    ],
    buttons: [
      confirm,
      ...confirmAll(scene, confirm),
      toPage(scene, BUTTON.changeProposal, 'groups'),
      back('show', on(scene)),
    ],
  });
}
