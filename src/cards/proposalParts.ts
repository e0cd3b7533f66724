import { COMMON } from '../content/texts/common';
import { GROUPS_CARD, READ_FIRST } from '../content/texts/pages';
import { moment } from '../content/texts/time';
import { twoPersonsStep } from '../routine/plan/traits';
import { confirmersOf, followUpOpensAt, stored } from '../routine/rules/progress';
import { isRuledOut, isUnread, tellsNobody } from '../routine/rules/victim/readFirst';
import { nameOf, type Scene } from './scene';

/* What others are to know, on the card of whoever leads: it waits for a second person, or has been agreed. */

/** A line on the proposal that waits for a second person. */
export function secondPerson(scene: Scene): string[] {
  const { groups } = scene.incident;
  if (!groups) return [];
  if (isRuledOut(scene) && groups.word) return [READ_FIRST.ruledOut(READ_FIRST.said[groups.word.answer])];
  const persons = confirmersOf(scene);
  const unread = isUnread(scene) ? [READ_FIRST.waits] : [];
  if (persons.length === 0 || persons.includes(scene.viewer.person)) return unread;
  return [...unread, GROUPS_CARD.waiting(COMMON.listAnd(persons.map((one) => nameOf(scene, one))))];
}

/** The second person has agreed: until the follow-up talk opens, whoever tells the others reads that they may. */
export function confirmedLine(scene: Scene): string[] {
  const { incident, routine, now } = scene;
  const step = twoPersonsStep(routine);
  if (!step || now >= followUpOpensAt(incident, routine)) return [];
  const { state, endedAt, records } = stored(incident, step.id);
  const by = records.confirmedBy;
  if (state !== 'done' || !endedAt || !by) return [];
  const words = tellsNobody(routine, records) ? GROUPS_CARD.confirmedNobody : GROUPS_CARD.confirmed;
  return [words(nameOf(scene, by), moment(endedAt, now))];
}
