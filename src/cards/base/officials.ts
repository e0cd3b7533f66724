import { BUTTON, COMMON, DANGER_OTHER } from '../../content/texts/common';
import { NOTICE } from '../../content/texts/lead';
import { REGISTER } from '../../content/texts/people/aloud';
import { JOINED } from '../../content/texts/people/joined';
import { REPORT } from '../../content/texts/report';
import { moment } from '../../content/texts/time';
import { TAKE_OVER } from '../../content/texts/timed';
import { RECEIPT, STATUS } from '../../content/texts/victim';
import { HELP_OUT } from '../../content/texts/wishes/wishes';
import { standsAs } from '../../routine/model/posts';
import { card, extra, plain, primary, weighed } from '../parts';
import {
  contactsIn,
  is,
  kicker,
  nameOf,
  on,
  type Scene,
  titleWords,
  toExtraPage,
  toPage,
  whomToRing,
} from '../scene';
import { registryButton, warned } from '../stepParts';
import type { ButtonView, CardView, ItemView, View } from '../view';
import { aloudButton } from './calls/aloud';
import { eachNumberOnce, isUnseen, ringParts, type ToRing } from './calls/calls';
import { askedInTime, RINGS } from './silence';

/** Asked to lead: reference, acute or not, one button. No name, no story. */
export function noticeCard(scene: Scene): View {
  const { acute, createdAt, lead } = scene.incident;
  const inTime = askedInTime(scene);
  return card({
    danger: acute ? DANGER_OTHER : [],
    kicker: kicker(scene),
    title: acute ? NOTICE.title : NOTICE.calmTitle,
    lines: [
      NOTICE.from(moment(createdAt, scene.now)),
      ...inTime.lines,
      ...notPassedOn(scene),
      ...(is(scene, 'standby') && !lead ? [HELP_OUT.line] : []),
      ...(lead ? [NOTICE.second(nameOf(scene, lead.person))] : NOTICE.lines),
    ],
    buttons: weighed([
      primary(BUTTON.acknowledge, 'acknowledge', on(scene)),
      ...inTime.buttons,
      plain(BUTTON.cannot, 'decline', on(scene)),
      plain(BUTTON.tooClose, 'recuse', on(scene)),
      ...(lead || is(scene, 'standby') ? [] : [extra(HELP_OUT.button, 'help', on(scene))]),
    ]),
    items: inTime.items,
    below: {
      buttons: [
        ...(is(scene, 'standby') ? [toPage(scene, BUTTON.details, 'details')] : []),
        ...(is(scene, 'toldStrategist') ? registryButton(scene) : []),
      ],
    },
  });
}

/** The post of who has it, or is asked first: a first contact's as the plan calls it, and nobody's party. */
function postOfFirst(scene: Scene): string {
  const { lead } = scene.incident;
  const first = lead
    ? scene.contacts.find(({ person }) => person === lead.person)
    : contactsIn(scene, 'askedFirst')[0];
  const isOther = first && !standsAs(scene.routine.posts, first, 'firstContact');
  return isOther ? titleWords(scene, first, false) : scene.municipality.names.firstContact.title;
}

/** The strategist hears that something came in, and who has it; not what. */
export function toldCard(scene: Scene): View {
  const toRing = ringParts(scene);
  const who = postOfFirst(scene);
  return card({
    kicker: kicker(scene),
    title: NOTICE.toldTitle,
    lines: [
      NOTICE.from(moment(scene.incident.createdAt, scene.now)),
      ...notPassedOn(scene),
      ...(scene.incident.lead ? [NOTICE.toldLed(who)] : NOTICE.toldLines(who)),
      ...toRing.lines,
    ],
    items: eachNumberOnce([...toRing.items, ...leadToRing(scene)]),
    buttons: weighed([
      // Whom to ring is known only to who takes over: that comes first then.
      ...(isUnseen(scene) ? standIn(scene, toPage) : []),
      ...toRing.buttons,
      ...registryButton(scene),
      ...aloudButton(scene),
      ...(isUnseen(scene) ? [] : standIn(scene)),
      toExtraPage(scene, JOINED.button, 'event'),
      toExtraPage(scene, BUTTON.seeParty, 'party'),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** The kind of thing that waits, where it should have been passed on at once: no more of its content. */
const notPassedOn = (scene: Scene): string[] => {
  const words = scene.routine.words.steps[scene.facts.notPassedOn]?.passOn;
  return words && (is(scene, 'toldStrategist') || is(scene, 'stepStrategist')) ? [words] : [];
};

/** Who leads is rung when they have not passed it on. */
function leadToRing(scene: Scene): ItemView[] {
  if (notPassedOn(scene).length === 0) return [];
  const contact = scene.contacts.find((one) => one.person && one.person === scene.incident.lead?.person);
  return contact ? [whomToRing(scene, contact)] : [];
}

/** The same on top of what a strategist has to do who got it for some steps alone: the police are asked, and the rest waits. */
export function withNotPassedOn(scene: Scene, view: View): View {
  if (view.name !== 'card' || scene.incident.state !== 'open' || !is(scene, 'stepStrategist')) return view;
  const waits = notPassedOn(scene).filter((one) => !view.data.lines.includes(one));
  if (waits.length === 0) return view;
  const items = eachNumberOnce([...view.data.items, ...leadToRing(scene)]);
  return { ...view, data: { ...view.data, lines: [...waits, ...view.data.lines], items } };
}

/** Asked to ring someone, with no other part in it. */
export const ringCard = (scene: Scene, { title, line: words, items, buttons }: ToRing): View =>
  card({ kicker: kicker(scene), title, lines: [words], items, buttons: weighed(buttons) });

/** In the place of a lead who is away. */
export const standIn = (scene: Scene, kind: typeof toExtraPage = toExtraPage): ButtonView[] =>
  scene.incident.lead ? [kind(scene, TAKE_OVER.button, 'takeOver')] : [];

/** The lines for whoever stands by: that their place was taken, or that another leads. */
const standbyLines = (scene: Scene): string[] => {
  const { lead } = scene.incident;
  return lead?.from === scene.viewer.person
    ? [TAKE_OVER.taken(nameOf(scene, lead.person), moment(lead.since, scene.now))]
    : NOTICE.standbyLines;
};

/** JustSaved over, and not yet taken: nobody leads meanwhile, and who is asked is to be rung. */
function unledParts(scene: Scene): Pick<CardView, 'title' | 'lines' | 'items'> {
  const candidates = contactsIn(scene, 'asked');
  return {
    title: NOTICE.unledTitle,
    lines: [NOTICE.unled(COMMON.listAnd(candidates.map((contact) => contact.name)))],
    items: candidates.slice(0, RINGS).map((contact) => whomToRing(scene, contact)),
  };
}

/** The card of whoever stands by while another leads. */
export function standbyCard(scene: Scene): View {
  const { lead } = scene.incident;
  const details = toPage(scene, BUTTON.details, 'details');
  if (scene.incident.state === 'closed')
    return card({ kicker: kicker(scene), title: STATUS.closedTitle, buttons: [details] });
  const toRing = ringParts(scene);
  const { title, lines, items } = lead
    ? { title: NOTICE.standbyTitle(nameOf(scene, lead.person)), lines: standbyLines(scene), items: [] }
    : unledParts(scene);
  return card({
    kicker: kicker(scene),
    title,
    lines: [...lines, ...toRing.lines],
    items: eachNumberOnce([...toRing.items, ...items]),
    buttons: weighed([
      ...toRing.buttons,
      details,
      toPage(scene, BUTTON.allSteps, 'steps'),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** Who has it now, for somebody whom the victim asked to tell the party; else that the municipality has. */
function whoHasIt({ incident, facts, municipality: { names } }: Scene, taker: string): string[] {
  const [first = '', second = ''] = RECEIPT.lines(names);
  const isPartys = incident.reporter.kind === 'proxy' && incident.route === 'party';
  if (!isPartys) return [first, second];
  const told = facts.isPartyTold ? RECEIPT.proxyTold(names) : RECEIPT.proxyBeingTold(names);
  return [incident.lead ? RECEIPT.proxyTaken(taker) : told, second];
}

/** An addition has come in, and who reads it when. */
function additionLines(scene: Scene): string[] {
  const { added } = scene.facts;
  if (!added) return [];
  const { lead } = scene.incident;
  const { names } = scene.municipality;
  const at = moment(added.at, scene.now);
  if (added.isWaiting) return [RECEIPT.added(at), RECEIPT.readAfterYes(names)];
  return [RECEIPT.added(at), lead ? RECEIPT.readBy(nameOf(scene, lead.person)) : RECEIPT.readLater];
}

/** The buttons of a receipt: more to tell, or that it has become acute. */
function receiptButtons(scene: Scene): ButtonView[] {
  const { acute, state, reportedAt } = scene.incident;
  if (state === 'closed') return aloudButton(scene);
  return [
    ...aloudButton(scene),
    ...(reportedAt ? [toPage(scene, BUTTON.amend, 'amend')] : []),
    ...(acute ? [] : [plain(BUTTON.acuteNow, 'raiseAcute', on(scene))]),
  ];
}

/** Lines on what must not be done meanwhile. */
const keepLines = (scene: Scene): string[] => {
  if (scene.incident.state === 'closed') return [];
  const words = warned(scene);
  return words.length > 0 ? words : [REPORT.keep];
};

/** The reporter who is not the victim sees that it was received, and what they added; no more. */
export function receiptCard(scene: Scene): View {
  // As long as they may, whoever registered it reads it aloud.
  const isMine = aloudButton(scene).length > 0;
  return card({
    kicker: kicker(scene),
    title: scene.facts.added ? RECEIPT.addedTitle : isMine ? REGISTER.sentTitle : RECEIPT.title,
    lines: [
      ...additionLines(scene),
      ...(isMine
        ? REGISTER.sentLines(scene.municipality.names)
        : whoHasIt(scene, nameOf(scene, scene.incident.lead?.person))),
      ...keepLines(scene),
    ],
    items: contactsIn(scene, 'strategists').map((contact) => whomToRing(scene, contact)),
    buttons: receiptButtons(scene),
  });
}
