import { COMMON } from '../../../content/texts/common';
import { KIN_LOOK } from '../../../content/texts/people/kin';
import { isListed } from '../../../routine/model/contact';
import { standsAs } from '../../../routine/model/posts';
import { back, card, link, plain } from '../../parts';
import { isNumber, kicker, on, type Scene, tel, whomToRing } from '../../scene';
import type { ItemView, View } from '../../view';

/** Those of the victim's party who may have a list of their own: whoever is on the list only to be rung. */
const holders = (scene: Scene): ItemView[] => {
  const { contacts, incident, routine } = scene;
  return contacts
    .filter((one) => isListed(one) && one.party !== undefined && one.party === incident.party)
    .filter((one) => standsAs(routine.posts, one, 'listed'))
    .map((one) => whomToRing(scene, one));
};

/** Whether it is safe is asked first; in the answer to the press that is told to the victim, whom to ring. */
export function kinPage(scene: Scene): View {
  const { kin } = scene;
  if (!kin)
    return card({
      kicker: kicker(scene),
      title: KIN_LOOK.title,
      lines: KIN_LOOK.lines,
      buttons: [plain(KIN_LOOK.yes, 'readKin', on(scene)), back('show', on(scene))],
    });
  const asked = kin.length === 0 ? holders(scene) : [];
  return card({
    kicker: kicker(scene),
    title: KIN_LOOK.shownTitle,
    lines: [...(kin.length === 0 ? [KIN_LOOK.none] : []), ...(asked.length > 0 ? [KIN_LOOK.ask] : [])],
    items: [
      ...kin.map(({ name, relation, phone }) => ({
        ...{ text: name, detail: [relation, isNumber(phone) ? '' : phone].filter(Boolean).join(' · ') },
        ...{ buttons: [], links: isNumber(phone) ? [link(COMMON.call(phone), tel(phone))] : [] },
      })),
      ...asked,
    ],
    facts: kin.flatMap(({ name, note }) =>
      note ? [{ label: KIN_LOOK.note, text: `${name}: ${note}` }] : [],
    ),
    below: { buttons: [back('show', on(scene))] },
  });
}
