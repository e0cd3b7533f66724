import { COMMON } from '../../../content/texts/common';
import { LISTS } from '../../../content/texts/pages';
import { JOINED } from '../../../content/texts/people/joined';
import { moment } from '../../../content/texts/time';
import type { StepSpec } from '../../../routine/model/routine';
import { FOR_ALL, isOnceForAll, isStrategistIn, mayBeForAll } from '../../../routine/rules/joined/carried';
import type { Around } from '../../../screens/shown/around';
import { back, button, card, extra, field, primary, ROWS, type Typed } from '../../parts';
import { adding, kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, FieldView, ItemView, View } from '../../view';

const acuteIn = ({ isAcute }: Around): string => (isAcute ? COMMON.acute : '');

const memberItem = (one: Around): ItemView => ({
  text: JOINED.item(one.reference, acuteIn(one)),
  detail: one.isLed ? JOINED.led : JOINED.unled,
  buttons: [button(JOINED.open(one.reference), 'show', { id: one.id }, { inputs: 'none' })],
  links: [],
});

/** Those that may share the event, the near ones chosen beforehand where it shares none yet. */
function othersField(scene: Scene, isJoined: boolean, typed: Typed): FieldView[] {
  const others = (scene.around ?? []).filter(({ isMember }) => !isMember);
  if (others.length === 0) return [];
  const near = isJoined ? [] : others.filter(({ isNear }) => isNear).map(({ id }) => id);
  return [
    field(
      { id: 'others', kind: 'choices', required: true },
      {
        label: isJoined ? JOINED.moreField : JOINED.field,
        choices: others.map((one) => ({
          value: one.id,
          title: JOINED.choice(one.reference, moment(one.createdAt, scene.now), acuteIn(one)),
        })),
        value: typed.values.others ?? near.join(','),
        problem: typed.problems.others,
      },
    ),
  ];
}

/** The incidents that share the event of this one, and those that may: each person sees those that they have a part in. */
export function eventPage(scene: Scene, from: number, typed: Typed): View {
  const all = scene.around ?? [];
  const members = all.filter(({ isMember }) => isMember);
  const others = all.filter(({ isMember }) => !isMember);
  const isJoined = members.length > 0 || scene.incident.event !== undefined;
  const next = from + ROWS < members.length ? String(from + ROWS) : undefined;
  const nothing = others.length === 0 && !isJoined ? [JOINED.none] : [];
  return card({
    kicker: kicker(scene),
    problem: typed.problem,
    title: isJoined ? JOINED.joinedTitle : JOINED.title,
    lines: [...(isJoined ? JOINED.joinedLines : JOINED.lines), ...nothing],
    items: members.slice(from, from + ROWS).map(memberItem),
    fields: othersField(scene, isJoined, typed),
    buttons: [
      ...(others.length > 0 ? [primary(JOINED.join, 'joinEvent', adding(scene))] : []),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'event', { about: next })]),
      back('show', on(scene)),
      ...(isJoined ? [extra(JOINED.leave, 'leaveEvent', adding(scene))] : []),
    ],
  });
}

/** The way to the event from a step that is led once for all, for a strategist. */
export const eventButton = (scene: Scene, step: StepSpec): ButtonView[] =>
  scene.incident.state === 'open' && isOnceForAll(step) && isStrategistIn(scene.viewer.roles)
    ? [toPage(scene, JOINED.button, 'event')]
    : [];

/** Whether what is written holds for all incidents of the event; nothing where it cannot. */
export const forAllField = (scene: Scene, step: StepSpec, typed: Typed): FieldView[] =>
  mayBeForAll(scene.incident, step, scene.viewer.roles)
    ? [
        field(
          { id: FOR_ALL, kind: 'toggle' },
          { label: JOINED.forAll, value: typed.values[FOR_ALL] ?? 'true' },
        ),
      ]
    : [];
