import type { PersonId } from '../../model/contact';
import type { Situation } from '../../model/situation';
import { filersOf } from '../filing';
import { missingToClose } from '../progress';
import { erasedIn } from '../retention';
import { accountsOf, strategistsOf, victimOf } from '../succession';
import { lastProgress } from '../tasks/leadsDuties';
import type { Draw, Notice } from './draw';

/** Since when the victim and the strategist are asked how it went: what helps has been done, and the lead is to look back. Undefined: not yet. */
export function wordAskedAt({ incident, routine }: Situation): Date | undefined {
  const { steps, talks } = missingToClose(incident, routine);
  const isReady = incident.lead !== undefined && steps.length + talks.length === 0;
  return isReady ? new Date(lastProgress({ ...incident, review: undefined })) : undefined;
}

/** Whether a person is asked how it went and has not said it: once asked, and after it was closed all the same. */
export function asksWord(situation: Situation, { person }: { person: PersonId }): boolean {
  const { incident } = situation;
  const hasSaid = incident.reviewWords?.some(({ by }) => by === person) ?? false;
  const isTime = incident.state === 'closed' || wordAskedAt(situation) !== undefined;
  // What was said has been erased, and is not asked for again.
  return isTime && !hasSaid && !erasedIn(incident, 'records') && person !== incident.lead?.person;
}

/** Those who are asked how it went, beside the lead: the victim, and the strategists who have the incident. */
const wordOf = (situation: Situation): (string | undefined)[] => {
  const { strategist, lead } = situation.incident;
  const all = strategist ? accountsOf(strategistsOf(situation)) : [];
  return [victimOf(situation.incident), ...all.filter((person) => person !== lead?.person)];
};

/** The victim and the strategist are asked for their word, once. */
export function toAskWord(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const at = wordAskedAt(situation);
  const has = new Set((incident.reviewWords ?? []).map(({ by }) => by));
  if (!at) return [];
  return wordOf(situation)
    .filter((person) => person !== undefined && !has.has(person))
    .flatMap((person) => note('reviewAsked', '', incident.epoch, person, at));
}

/** It has been closed: the victim, the strategist and whoever files hear of it. */
export function toldClosed(situation: Situation, note: Draw): Notice[] {
  const { closedAt, closedBy, erasing, epoch } = situation.incident;
  if (!closedAt || !closedBy || erasing) return [];
  const all = [...wordOf(situation), ...accountsOf(filersOf(situation))];
  return [...new Set(all)]
    .filter((person) => person !== closedBy)
    .flatMap((person) => note('closed', '', epoch, person, closedAt));
}
