import { splitChoices } from '../../model/fields';
import type { Incident } from '../../model/incident';
import type { Proposal, ReadWord } from '../../model/records';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import type { ReadFirst, StepSpec } from '../../model/step';
import { readFirstStep } from '../../plan/traits';
import { endOf, hasteOf } from '../steps/limits';
import { victimOf } from '../succession';

/*
 * What others are told is read by the victim before the second person confirms it. Their word binds both; without one
 * nothing that points to them may be told.
 */

type Given = { readonly incident: Incident; readonly routine: Pick<Routine, 'steps' | 'times'> };

/** Whether values of the step on informing others say that nobody is told. */
export function tellsNobody(
  { steps }: Pick<Routine, 'steps'>,
  values: Readonly<Record<string, string>>,
): boolean {
  const spec = readFirstStep({ steps })?.readFirst;
  return spec !== undefined && splitChoices(values[spec.groups]).includes(spec.nobody);
}

/** A proposal that is the victim's to read. */
export interface ToRead {
  step: StepSpec;
  spec: ReadFirst;
  groups: Proposal;
}

/** The proposal that the victim reads first; undefined: there is none, nobody is told, or it is the victim's own. */
export function toRead({ incident, routine }: Given): ToRead | undefined {
  const { groups } = incident;
  const step = readFirstStep(routine);
  if (!groups || !step?.readFirst || groups.by === victimOf(incident)) return undefined;
  return tellsNobody(routine, groups.values) ? undefined : { step, spec: step.readFirst, groups };
}

/** Whether the victim has not answered yet on the proposal as it stands. */
export const isUnread = (given: Given): boolean => {
  const found = toRead(given);
  return found !== undefined && found.groups.word === undefined;
};

/** The words of a name as they may stand in a text; a Swedish genitive too. */
const wordsIn = (text: string): string[] => text.toLocaleLowerCase('sv').split(/[^\p{L}\p{N}]+/u);

/** Whether a text has a part of a name in it. */
export function isNamed(text: string, name = ''): boolean {
  const found = new Set(wordsIn(text));
  return wordsIn(name).some((one) => one.length > 1 && (found.has(one) || found.has(`${one}s`)));
}

const namesVictim = ({ spec, groups }: ToRead, { victim, hidden }: Incident): boolean =>
  isNamed(groups.values[spec.text] ?? '', victim.name ?? hidden?.name);

/** The groups that the victim's word leaves. */
export const groupsLeft = ({ spec, groups }: ToRead, word: ReadWord | undefined): string[] =>
  splitChoices(groups.values[spec.groups]).filter((one) => !splitChoices(word?.not).includes(one));

/** Whether a word rules a proposal out as it stands: it must be changed, or nobody is told. */
function rulesOut(found: ToRead, word: ReadWord, incident: Incident): boolean {
  if (word.answer === 'no') return true;
  return word.answer === 'notName' && namesVictim(found, incident);
}

/** Whether the victim has ruled the proposal out: whoever leads is to change it. */
export function isRuledOut(given: Given): boolean {
  const found = toRead(given);
  return found?.groups.word !== undefined && rulesOut(found, found.groups.word, given.incident);
}

/** Whether it may go out without an answer, as far as a program can tell: no name in it, and no earlier no. */
export function mayGoUnread(given: Given): boolean {
  const found = toRead(given);
  if (!found) return false;
  const { earlier } = found.groups;
  return !namesVictim(found, given.incident) && !(earlier && rulesOut(found, earlier, given.incident));
}

/** When no answer counts as none; undefined where there is nothing to answer. */
export function unansweredAt(given: Given): Date | undefined {
  const found = toRead(given);
  if (!found || found.groups.word) return undefined;
  return endOf(found.spec.unanswered, new Date(found.groups.at), hasteOf(given));
}

/** When the victim is reminded. */
export function remindReadAt(given: Given): Date | undefined {
  const found = toRead(given);
  if (!found || found.groups.word) return undefined;
  return endOf(found.spec.remind, new Date(found.groups.at), hasteOf(given));
}

/** From when on a second person may confirm the proposal; undefined: the victim has ruled it out, or it waits for them. */
export function confirmFrom(given: Given): Date | undefined {
  const { groups } = given.incident;
  const found = toRead(given);
  if (!groups || !found) return groups && new Date(groups.at);
  if (groups.word) return isRuledOut(given) ? undefined : new Date(groups.word.at);
  return mayGoUnread(given) ? unansweredAt(given) : undefined;
}

/** Since when the lead is to ask in person: at once a victim who has no account, else when no answer has come. */
export function askReadingAt(given: Given): Date | undefined {
  const found = toRead(given);
  if (!found || found.groups.word) return undefined;
  return victimOf(given.incident) === undefined ? new Date(found.groups.at) : unansweredAt(given);
}

/** Whether the lead is to ask the victim in person now. */
export const isReadingAsked = (situation: Situation): boolean => {
  const at = situation.incident.unable ? undefined : askReadingAt(situation);
  return at !== undefined && at <= situation.now;
};
