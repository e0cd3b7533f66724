import { BUTTON } from '../../../content/texts/common';
import { LEAD } from '../../../content/texts/lead';
import { moment } from '../../../content/texts/time';
import { REACH, SILENCE } from '../../../content/texts/timed';
import type { Contact } from '../../../routine/model/contact';
import { callingSince, isAtAnyHour } from '../../../routine/rules/ladders/reaching';
import { button, card, extra, plain, primary, weighed } from '../../parts';
import { adding, is, kicker, nameOf, on, type Scene, toPage } from '../../scene';
import type { ButtonView, CardView, View } from '../../view';
import { afterCall, eachNumberOnce, ringParts, rungItem, rungLines } from './calls';

/** Somebody is to speak with the victim: acute and not spoken, or asked for. */
export const isToSpeak = (scene: Scene): boolean =>
  scene.incident.state === 'open' &&
  scene.incident.lead !== undefined &&
  (isAtAnyHour(scene.incident) || scene.incident.wantsCallAt !== undefined);

/** "Visa numret": on each card that asks to ring the victim, for a card that stays does not show it. */
export const numberButton = (scene: Scene): ButtonView => toPage(scene, REACH.show, 'reach');

/** "Vi har pratat" and "Inget svar", and where the number stands: a card that stays does not show it. */
export const reachButtons = (scene: Scene): ButtonView[] => [
  primary(BUTTON.spoke, 'spoke', on(scene)),
  ...afterCall(scene, 'victim').slice(1),
  numberButton(scene),
];

/** The lead may end the ladder: the police are there. */
export const policeButton = (scene: Scene): ButtonView => plain(REACH.police, 'policeTookOver', on(scene));

/** Lines on when the victim asked for a call, how often, and that nobody answered. */
export function reachLines(scene: Scene): string[] {
  const { callNow, calls = [] } = scene.incident;
  const now = scene.facts.reaching.find(({ kind }) => kind === 'now');
  const vain = calls.filter(({ to, answered }) => to === 'victim' && !answered).at(-1);
  return [
    ...(now ? [REACH.asked(moment(now.since, scene.now))] : []),
    ...(callNow && callNow.presses > 1
      ? [REACH.pressedAgain(moment(callNow.lastAt, scene.now), callNow.presses)]
      : []),
    ...(vain ? [REACH.vain(moment(vain.at, scene.now))] : []),
  ];
}

/** The lead is to ring at once, or is asked whether they have: the number is one press away. */
export function reachParts(scene: Scene): Partial<CardView> {
  const isNow = scene.facts.reaching.some(({ kind }) => kind === 'now');
  const isPlain = scene.facts.reaching.length === 0;
  return {
    title: isPlain ? LEAD.ringTitle : isNow ? REACH.nowTitle : REACH.askTitle,
    lines: [...reachLines(scene), ...rungLines(scene), ...ringParts(scene).lines, REACH.lines],
    items: ringParts(scene).items,
    buttons: reachButtons(scene),
  };
}

const leadOf = (scene: Scene): Contact[] =>
  scene.contacts
    .filter(({ person }) => person !== undefined && person === scene.incident.lead?.person)
    .slice(0, 1);

/** Whether somebody beside the lead has been told that nobody has spoken with the victim. */
export const isBesideLead = (scene: Scene): boolean =>
  scene.facts.reaching.length > 0 && !scene.facts.reaching.some(({ isMine }) => isMine);

/** Beside a lead who has not spoken with the victim: ring the lead, else take over and have the number. */
export function reachCard(scene: Scene): View {
  const since = scene.facts.reaching.map((one) => one.since).sort()[0] ?? '';
  const reads = is(scene, 'strategist') || is(scene, 'standby');
  return card({
    kicker: kicker(scene),
    title: REACH.unreachedTitle,
    lines: [
      REACH.leads(nameOf(scene, scene.incident.lead?.person), moment(since, scene.now)),
      ...reachLines(scene),
      ...rungLines(scene),
      ...ringParts(scene).lines,
      REACH.offer,
    ],
    items: eachNumberOnce([
      ...leadOf(scene).map((contact) => rungItem(scene, contact)),
      ...ringParts(scene).items,
    ]),
    buttons: weighed([
      button(SILENCE.takeOver, 'takeOver', adding(scene), { style: 'destructive', inputs: 'none' }),
      ...(reads ? [numberButton(scene), toPage(scene, BUTTON.details, 'details')] : []),
      ...ringParts(scene).buttons,
      ...(reads || is(scene, 'helper') ? [plain(BUTTON.tooClose, 'recuse', on(scene))] : []),
    ]),
  });
}

/** To be rung, now or in daytime; nobody to ring yet: then it is speed that can be asked for. */
export function callButtons(scene: Scene): ButtonView[] {
  const { lead, acute, wantsCallAt } = scene.incident;
  if (!lead) return acute ? [] : [extra(BUTTON.acuteNow, 'raiseAcute', on(scene))];
  const spoke = extra(BUTTON.spoke, 'spoke', on(scene));
  if (callingSince(scene.incident)) return [spoke];
  if (acute) return [plain(BUTTON.callNow, 'callNow', on(scene))];
  return [
    wantsCallAt ? spoke : extra(BUTTON.callMe, 'callMe', on(scene)),
    extra(BUTTON.acuteNow, 'raiseAcute', on(scene)),
  ];
}

/** The title of the button by which the victim asks to be rung; empty where there is none, as while they wait for it. */
export const askToRing = (scene: Scene): string =>
  callButtons(scene).find(({ verb }) => verb !== 'spoke')?.title ?? '';
