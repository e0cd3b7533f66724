import type { Situation } from '../../model/situation';
import { victimOf } from '../succession';
import { askReadingAt, isRuledOut, isUnread, remindReadAt } from '../victim/readFirst';
import type { Draw, Notice } from './draw';

/** The victim reads what others are to be told, and is reminded; whoever leads hears of a no, and that no answer came. */
export function toReaders(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const { groups, lead } = incident;
  if (!groups) return [];
  if (isRuledOut(situation)) {
    const { at = '', by } = groups.word ?? {};
    const told = [...new Set([lead?.person, groups.by])].filter((person) => person !== by);
    return told.flatMap((person) => note('ruledOut', at, groups.epoch, person, at));
  }
  const victim = victimOf(incident);
  const remindAt = remindReadAt(situation);
  const askAt = askReadingAt(situation);
  // Who proposes sees by the answer to the press whom to ask.
  const isToldByPress = lead?.person === groups.by && victim === undefined;
  return [
    ...(isUnread(situation) ? note('readFirst', '', groups.epoch, victim, groups.at) : []),
    ...(remindAt ? note('readFirst', 'again', groups.epoch, victim, remindAt) : []),
    ...(askAt && !isToldByPress ? note('askReading', '', groups.epoch, lead?.person, askAt) : []),
  ];
}
