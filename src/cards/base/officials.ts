import { BUTTON, COMMON, DANGER_OTHER } from '../../content/texts/common';
import { NOTICE } from '../../content/texts/lead';
import { REGISTER } from '../../content/texts/people/aloud';
import { JOINED } from '../../content/texts/people/joined';
import { REPORT } from '../../content/texts/report';
import { moment } from '../../content/texts/time';
import { TAKE_OVER } from '../../content/texts/timed';
import { RECEIPT } from '../../content/texts/victim';
import { HELP_OUT } from '../../content/texts/wishes/wishes';
import { mayRing } from '../../routine/rules/reading';
import { card, extra, plain, primary, weighed } from '../parts';
import {
  contactsIn,
  is,
  kicker,
  nameOf,
  on,
  roleOf,
  roleWords,
  type Scene,
  toExtraPage,
  toPage,
  whomToRing,
} from '../scene';
import { registryButton, warned } from '../stepParts';
import type { ButtonView, ItemView, View } from '../view';
import { aloudButton } from './calls/aloud';
import { eachNumberOnce, isUnseen, ringParts, type ToRing } from './calls/calls';
import { numberButton } from './calls/reach';
import { askedInTime, RINGS, takeOverButton } from './silence';
import { letInParts } from './wishes/reporterSees';

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
      ...(is(scene, 'helper') && !lead ? [HELP_OUT.line] : []),
      ...(lead ? [NOTICE.second(nameOf(scene, lead.person))] : NOTICE.lines),
    ],
    buttons: weighed([
      primary(BUTTON.acknowledge, 'acknowledge', on(scene)),
      ...inTime.buttons,
      plain(BUTTON.cannot, 'decline', on(scene)),
      plain(BUTTON.tooClose, 'recuse', on(scene)),
      ...(lead || is(scene, 'standby') || is(scene, 'helper')
        ? []
        : [extra(HELP_OUT.button, 'help', on(scene))]),
    ]),
    items: inTime.items,
    below: {
      buttons: [
        ...(is(scene, 'standby') ? [toPage(scene, BUTTON.details, 'details')] : []),
        ...(mayRing(scene, scene.viewer) ? [numberButton(scene)] : []),
        ...(is(scene, 'toldStrategist') ? registryButton(scene) : []),
      ],
    },
  });
}

/** The strategist hears that something came in, and who has it; not what. */
export function toldCard(scene: Scene): View {
  const toRing = ringParts(scene);
  return card({
    kicker: kicker(scene),
    title: NOTICE.toldTitle,
    lines: [
      NOTICE.from(moment(scene.incident.createdAt, scene.now)),
      ...notPassedOn(scene),
      ...whoHas(scene),
      ...toRing.lines,
    ],
    items: eachNumberOnce([...toRing.items, ...silentToRing(scene)]),
    buttons: weighed([
      ...takeOverButton(scene),
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

/** Who has it, or is asked first, by their posts: not of which party. Nothing beside it where it waits too long. */
function whoHas(scene: Scene): string[] {
  const { lead } = scene.incident;
  if (lead) return [NOTICE.toldLed(roleOf(scene, lead.person) || COMMON.someone)];
  if (notPassedOn(scene).length > 0) return [];
  const posts = new Set(contactsIn(scene, 'askedFirst').map((contact) => roleWords(scene, contact, false)));
  return [posts.size > 0 ? NOTICE.toldLines(COMMON.listAnd([...posts])) : NOTICE.toldAlone];
}

/** The kind of thing that waits, where it should have been passed on at once, and with whom: no more of its content. */
const notPassedOn = (scene: Scene): string[] => {
  const words = scene.routine.words.steps[scene.facts.notPassedOn]?.passOn;
  if (!words || !(is(scene, 'toldStrategist') || is(scene, 'stepStrategist'))) return [];
  return [`${words} ${scene.incident.lead ? NOTICE.notPassedOn : NOTICE.notTaken}`];
};

/** Whom to ring about what was not passed on: who leads, else those who have been asked. */
function silentToRing(scene: Scene): ItemView[] {
  if (notPassedOn(scene).length === 0) return [];
  const { lead } = scene.incident;
  const silent = lead
    ? scene.contacts.filter((one) => one.person && one.person === lead.person).slice(0, 1)
    : contactsIn(scene, 'asked').filter(({ person }) => person !== scene.viewer.person);
  return silent.slice(0, RINGS).map((contact) => whomToRing(scene, contact));
}

/** The same on top of what a strategist has to do who got it for some steps alone: the police are asked, and the rest waits. */
export function withNotPassedOn(scene: Scene, view: View): View {
  if (view.name !== 'card' || scene.incident.state !== 'open' || !is(scene, 'stepStrategist')) return view;
  const waits = notPassedOn(scene).filter((one) => !view.data.lines.includes(one));
  if (waits.length === 0) return view;
  const items = eachNumberOnce([...view.data.items, ...silentToRing(scene)]);
  return { ...view, data: { ...view.data, lines: [...waits, ...view.data.lines], items } };
}

/** Asked to ring someone, with no other part in it. */
export const ringCard = (scene: Scene, { title, line: words, items, buttons }: ToRing): View =>
  card({ kicker: kicker(scene), title, lines: [words], items, buttons: weighed(buttons) });

/** In the place of a lead who is away. */
export const standIn = (scene: Scene, kind: typeof toExtraPage = toExtraPage): ButtonView[] =>
  scene.incident.lead ? [kind(scene, TAKE_OVER.button, 'takeOver')] : [];

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
  const letIn = letInParts(scene);
  return card({
    kicker: kicker(scene),
    title: scene.facts.added ? RECEIPT.addedTitle : isMine ? REGISTER.sentTitle : RECEIPT.title,
    lines: [
      ...additionLines(scene),
      ...(isMine
        ? REGISTER.sentLines(scene.municipality.names)
        : whoHasIt(scene, nameOf(scene, scene.incident.lead?.person)).slice(
            0,
            letIn.lines.length > 0 ? 1 : 2,
          )),
      ...letIn.lines,
      ...keepLines(scene),
    ],
    items: contactsIn(scene, 'strategists').map((contact) => whomToRing(scene, contact)),
    buttons: [...letIn.buttons, ...receiptButtons(scene)],
    ...(letIn.below ? { below: letIn.below } : {}),
  });
}
