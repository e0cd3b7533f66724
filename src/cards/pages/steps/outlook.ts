import { OUTLOOK } from '../../../content/texts/standing/outlook';
import { moment } from '../../../content/texts/time';
import { isFollowedBy } from '../../../routine/rules/access';
import { OUTLOOK_FIELDS } from '../../../routine/transitions/beside/outlook';
import { back, card, fields, inWords, plain, primary, type Typed } from '../../parts';
import { adding, kicker, nameOf, on, type Scene } from '../../scene';
import type { ButtonView, FactView, View } from '../../view';

/** Outlooks in sight. */
const SHOWN = 5;

/** The words that were said of how it stands, the newest first. */
export const outlookFacts = (scene: Scene): FactView[] =>
  (scene.incident.outlook?.said ?? [])
    .map(({ at, by, state, line }) => ({
      label: OUTLOOK.by(OUTLOOK.states[state], moment(at, scene.now), nameOf(scene, by)),
      text: line,
    }))
    .reverse();

/** To follow it, or not any more: for whoever may. */
export const followButton = (scene: Scene): ButtonView[] => {
  if (!scene.mayDo.has('follow')) return [];
  return isFollowedBy(scene.incident, scene.viewer.person)
    ? [plain(OUTLOOK.unfollow, 'unfollow', on(scene))]
    : [plain(OUTLOOK.follow, 'follow', on(scene))];
};

/** "Lägesbild": what was said of it, the lead's form, and the question of whoever follows it. */
export function outlookPage(scene: Scene, typed: Typed): View {
  const { outlook } = scene.incident;
  const mayWrite = scene.mayDo.has('setOutlook');
  const facts = outlookFacts(scene).slice(0, SHOWN);
  const askedAt = outlook?.askedAt;
  return card({
    kicker: kicker(scene),
    title: OUTLOOK.title,
    lines: [
      ...(mayWrite ? OUTLOOK.lines : []),
      ...(facts.length === 0 ? [OUTLOOK.none] : []),
      ...(askedAt ? [OUTLOOK.asked(moment(askedAt, scene.now))] : []),
      ...(askedAt && !mayWrite ? [OUTLOOK.waits] : []),
      ...(scene.mayDo.has('follow')
        ? [isFollowedBy(scene.incident, scene.viewer.person) ? OUTLOOK.followed : OUTLOOK.followLine]
        : []),
    ],
    problem: typed.problem,
    facts,
    fields: mayWrite
      ? inWords(fields(OUTLOOK_FIELDS, OUTLOOK.fields, { pace: outlook?.pace ?? '' }, typed), {
          state: OUTLOOK.states,
          pace: OUTLOOK.paces,
        })
      : [],
    buttons: [
      ...(mayWrite ? [primary(OUTLOOK.save, 'setOutlook', adding(scene))] : []),
      ...(!mayWrite && !askedAt && scene.mayDo.has('askOutlook')
        ? [plain(OUTLOOK.ask, 'askOutlook', on(scene))]
        : []),
      back('show', on(scene)),
      ...followButton(scene),
    ],
  });
}
