import { inDaytime } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import { addedFor } from '../report/evidence';
import { maskTimes } from '../report/hidden';
import { accountsOf, strategistsOf, victimOf } from '../succession';
import { isByProxy } from '../victim/partyWord';
import { askReadingAt, isRuledOut, isUnread, remindReadAt } from '../victim/readFirst';
import type { Draw, Notice } from './draw';

/** The name is hidden: the strategists are to hide it in free text too, and are reminded on the last day, closed or not. */
export function toMaskers(situation: Situation, note: Draw): Notice[] {
  const times = maskTimes(situation);
  if (!times) return [];
  const { since, at, remindAt } = times;
  const about = since.toISOString();
  return accountsOf(strategistsOf(situation)).flatMap((person) => [
    ...note('mask', about, situation.incident.epoch, person, at),
    ...note('maskAgain', about, situation.incident.epoch, person, remindAt),
  ]);
}

/** Whoever leads hears that a file has come: at once where it is acute, else by day. What a party reads on a proxy's word has none added. */
export function toFileReaders({ incident, routine }: Situation, note: Draw): Notice[] {
  const { lead, acute } = incident;
  if (isByProxy(incident)) return [];
  const times = new Set(addedFor(incident, lead));
  return [...times].flatMap((at) =>
    note(
      'files',
      at.replace(/\D/g, ''),
      1,
      lead?.person,
      acute ? at : inDaytime(new Date(at), routine.times),
    ),
  );
}

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
