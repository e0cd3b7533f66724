import { BUTTON, COMMON, DANGER_OTHER } from '../../../content/texts/common';
import { NOTICE, OVERSEER } from '../../../content/texts/lead';
import { moment } from '../../../content/texts/time';
import { TAKE_OVER } from '../../../content/texts/timed';
import { STATUS } from '../../../content/texts/victim';
import { standsAs } from '../../../routine/model/posts';
import { mayRing } from '../../../routine/rules/reading';
import { card, extra, MOST_BUTTONS, plain, weighed } from '../../parts';
import { contactsIn, is, kicker, nameOf, on, type Scene, toMainPage, toPage, whomToRing } from '../../scene';
import type { CardView, View } from '../../view';
import { eachNumberOnce, ringParts, rungLines } from '../calls/calls';
import { numberButton } from '../calls/reach';
import { RINGS } from '../silence';

/*
 * Beside whoever leads, or is to: in reserve, having led or not; and the one who oversees.
 */

/** The lines for whoever stands by: that their place was taken, or that another leads. */
const standbyLines = (scene: Scene): string[] => {
  const { lead } = scene.incident;
  if (is(scene, 'helper')) return [NOTICE.reserveLines(nameOf(scene, lead?.person))];
  return lead?.from === scene.viewer.person
    ? [TAKE_OVER.taken(nameOf(scene, lead.person), moment(lead.since, scene.now))]
    : NOTICE.standbyLines;
};

/** Just handed over, and not yet taken: nobody leads meanwhile, and who is asked is to be rung. */
function unledParts(scene: Scene): Pick<CardView, 'title' | 'lines' | 'items'> {
  const candidates = contactsIn(scene, 'asked');
  const asked = NOTICE.unled(COMMON.listAnd(candidates.map((contact) => contact.name)));
  return {
    title: NOTICE.unledTitle,
    lines: [is(scene, 'standby') ? `${asked} ${NOTICE.unledReads}` : asked],
    items: candidates.slice(0, RINGS).map((contact) => whomToRing(scene, contact)),
  };
}

/** Whom somebody in reserve asks, who does not read it themselves. */
const leadToAsk = (scene: Scene): CardView['items'] =>
  is(scene, 'helper')
    ? scene.contacts
        .filter(({ person }) => person !== undefined && person === scene.incident.lead?.person)
        .slice(0, 1)
        .map((contact) => whomToRing(scene, contact))
    : [];

/** The card of whoever stands by while another leads. */
export function standbyCard(scene: Scene): View {
  const { lead } = scene.incident;
  const reads = is(scene, 'standby');
  const details = reads ? [toPage(scene, BUTTON.details, 'details')] : [];
  if (scene.incident.state === 'closed')
    return card({ kicker: kicker(scene), title: STATUS.closedTitle, buttons: details });
  const toRing = ringParts(scene);
  const { title, lines, items } = lead
    ? {
        title: NOTICE.standbyTitle(nameOf(scene, lead.person)),
        lines: standbyLines(scene),
        items: leadToAsk(scene),
      }
    : unledParts(scene);
  return card({
    kicker: kicker(scene),
    title,
    lines: [...lines, ...toRing.lines],
    items: eachNumberOnce([...toRing.items, ...items]),
    buttons: weighed([
      ...toRing.buttons,
      ...details,
      ...(reads ? [toPage(scene, BUTTON.allSteps, 'steps')] : []),
      ...(!reads && mayRing(scene, scene.viewer) ? [numberButton(scene)] : []),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** The card of the one who oversees, where the ladder has come to them: who was asked, and whom to ring. */
export function overseerCard(scene: Scene): View {
  const { posts } = scene.routine;
  const others = contactsIn(scene, 'asked').filter(
    (one) => !standsAs(posts, one, 'overseer') && !standsAs(posts, one, 'duty'),
  );
  const toRing = ringParts(scene);
  const names = COMMON.listAnd(others.slice(0, RINGS).map(({ name }) => name));
  return card({
    danger: scene.incident.acute ? DANGER_OTHER : [],
    kicker: kicker(scene),
    title: OVERSEER.title,
    lines: [
      NOTICE.from(moment(scene.incident.createdAt, scene.now)),
      others.length > 0 ? OVERSEER.asked(names) : OVERSEER.nobody,
      ...rungLines(scene),
      OVERSEER.lines,
      ...toRing.lines,
    ],
    items: eachNumberOnce([...toRing.items, ...others.map((one) => whomToRing(scene, one))]).slice(0, RINGS),
    buttons: weighed([
      toMainPage(scene, OVERSEER.show, 'reach'),
      toPage(scene, TAKE_OVER.button, 'takeOver'),
      ...toRing.buttons,
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** On whatever card somebody has who said "Jag kan inte": that they may take it all the same, as long as nobody leads. */
export function withComeBack(scene: Scene, view: View): View {
  const { state, lead } = scene.incident;
  const isOut = view.name === 'card' && state === 'open' && !lead && is(scene, 'declined');
  if (!isOut) return view;
  const { data } = view;
  const mayTake = [...data.buttons, ...data.below.buttons].some(({ verb }) => verb === 'acknowledge');
  if (mayTake) return view;
  const below = [plain(BUTTON.acknowledge, 'acknowledge', on(scene)), ...data.below.buttons];
  return {
    ...view,
    data: {
      ...data,
      lines: [NOTICE.declined, ...data.lines],
      below: { ...data.below, buttons: below.slice(0, MOST_BUTTONS) },
    },
  };
}
