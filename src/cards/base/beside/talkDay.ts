import { TALK_DAY } from '../../../content/texts/standing/talkDay';
import { longDay, shortDay } from '../../../content/texts/time';
import { STATUS } from '../../../content/texts/victim';
import type { TalkDay } from '../../../routine/rules/steps/talkDays';
import { nameOf, type Scene } from '../../scene';
import type { News } from '../victimRows';

/** The days of a talk in words: the day, the one before it, who moved it. */
const wordsOn = (scene: Scene, { day, from, by }: TalkDay): [string, string, string] => [
  shortDay(day),
  from ? shortDay(from) : '',
  by ? nameOf(scene, by) : '',
];

/** To the victim: a talk with them has a day, or another than it had. The reason is typed, and stands on no card. */
export const talkNews = (scene: Scene): News[] =>
  scene.facts.talks.map((one) => {
    const { lead } = scene.incident;
    const words = wordsOn(scene, one);
    const other = TALK_DAY.other(lead ? nameOf(scene, lead.person) : STATUS.taker);
    return one.from
      ? {
          at: one.at,
          title: TALK_DAY.movedTitle,
          lines: [TALK_DAY.moved(longDay(one.day), words[1], words[2]), other, TALK_DAY.calendar],
        }
      : { at: one.at, title: TALK_DAY.setTitle, lines: [TALK_DAY.set(longDay(one.day)), other] };
  });

/** To the victim, where a question has the place of what is new. */
export const ownTalkLines = (scene: Scene): string[] =>
  scene.facts.talks.map((one) => {
    const words = wordsOn(scene, one);
    return one.from ? TALK_DAY.ownMoved(...words) : TALK_DAY.own(words[0]);
  });

/** To the lead: the talks to come with their days, whoever chose them. */
export const talkDayLines = (scene: Scene): string[] =>
  scene.facts.talks.map((one) => {
    const words = wordsOn(scene, one);
    return one.from ? TALK_DAY.nextMoved(...words) : TALK_DAY.next(words[0]);
  });
