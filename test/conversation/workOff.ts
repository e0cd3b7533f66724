import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { CHECKS_CARD, FORMS, READ_FIRST } from '../../src/content/texts/pages';
import { DECISION } from '../../src/content/texts/police';
import { ROUND } from '../../src/content/texts/timed';
import { SUPPORT } from '../../src/content/texts/victim';
import type { FieldSpec } from '../../src/routine/model/fields';
import type { StepSpec } from '../../src/routine/model/step';
import { partsOf } from '../../src/routine/plan/traits';
import { buttons, inputs } from '../support/cardReading';
import type { Person, Town } from '../support/town';
import { type Cast, newest, referenceIn, SECRET, view } from './support';

/*
 * People who do what their cards ask, whatever the municipality's plan is: found by its words, filled in by its fields.
 */

/** Answers that decide how the walk goes on; all else is the first choice. */
const ANSWERS: Readonly<Record<string, string>> = { more: 'no', groups: 'partyColleagues' };

/** Presses that one card can ask for; a plan that never ends stops here. */
const MOST = 60;

function choiceOf({ municipality }: Town, step: string, field: FieldSpec): string {
  const { choices } = municipality.routine.words;
  const code = ANSWERS[field.id] ?? field.choices?.[0] ?? '';
  return choices[`${step}.${field.id}`]?.[code] ?? choices[field.id]?.[code] ?? CHOICES.yesNo?.[code] ?? '';
}

/**
 * What is typed into the form of a step that a person has open: every name, text and choice that it asks for now; days stay
 * as they are proposed.
 */
export function typedFor(town: Town, step: StepSpec, person: Person): Record<string, string> {
  const { routine } = town.municipality;
  const labels = routine.words.fields[step.id] ?? {};
  const own = step.fields
    .filter(({ kind }) => kind !== 'date' && kind !== 'time')
    .map((field) => [
      labels[field.id] ?? '',
      field.kind === 'toggle' ? 'true' : field.choices ? choiceOf(town, step.id, field) : `${SECRET} Gunnel`,
    ]);
  const beside = partsOf(routine, step).map(({ id }) => [routine.words.steps[id]?.beside ?? '', 'true']);
  const asked = inputs(person.card()).map(({ label }) => label);
  return Object.fromEntries([...own, ...beside].filter(([label]) => asked.includes(label ?? '')));
}

/** Answers to the control questions that nothing recorded says. */
function checkedFor({ municipality }: Town): Record<string, string> {
  const { checks, words } = municipality.routine;
  return Object.fromEntries(
    checks.flatMap(({ id, checks: asked }) =>
      asked
        .filter(({ from }) => from.from === 'nothing')
        .map((one) => [words.checks[id]?.labels[one.id] ?? '', CHOICES.check?.yes ?? '']),
    ),
  );
}

/** One press on the card in view, if it asks for any. */
async function workOnce(town: Town, person: Person): Promise<boolean> {
  const { steps, words } = town.municipality.routine;
  const shown = view(person);
  const titles = buttons(person.card()).map(({ title }) => title);
  const wordsOf = ({ id }: StepSpec) => words.steps[id];
  const step = steps.find(
    (one) =>
      shown.includes(wordsOf(one)?.title ?? '-') &&
      titles.includes(wordsOf(one)?.done ?? '-') &&
      !titles.includes(BUTTON.fillIn),
  );
  const no = steps.map((one) => wordsOf(one)?.answers?.no ?? '').find((title) => titles.includes(title));
  if (step) await person.press(wordsOf(step)?.done ?? '', typedFor(town, step, person));
  else if (no) await person.press(no);
  else if (titles.includes(BUTTON.spoke)) await person.press(BUTTON.spoke);
  else if (titles.includes(BUTTON.fillIn)) await person.press(BUTTON.fillIn);
  else if (titles.includes(BUTTON.answerChecks)) {
    await person.press(BUTTON.answerChecks);
    await person.press(CHECKS_CARD.right, checkedFor(town));
  } else if (titles.includes(BUTTON.firstTalk)) {
    await person.press(BUTTON.firstTalk);
    await person.press(BUTTON.save, { [FORMS.talkFields.attendees]: `${SECRET} Gunnel` });
  } else if (titles.includes(BUTTON.approve)) await person.press(BUTTON.approve);
  else return false;
  return true;
}

/** Does what a person's card asks for, until it shows so. */
export async function workUntil(town: Town, person: Person, title: string): Promise<void> {
  for (let presses = 0; presses < MOST && !view(person).includes(title); presses++)
    if (!(await workOnce(town, person))) break;
  expect(view(person)).toContain(title);
}

/** Does all that a person's card asks for now. Returns whether there was anything. */
async function workAll(town: Town, person: Person): Promise<boolean> {
  for (let presses = 0; presses < MOST; presses++) if (!(await workOnce(town, person))) return presses > 0;
  throw new Error(`${person.name} is never done: ${view(person)}`);
}

/** Opens the newest card, which may have come since the last press, and works. */
async function workNewest(town: Town, person: Person): Promise<boolean> {
  if (person.has(BUTTON.fillIn)) await person.press(BUTTON.fillIn);
  else if (person.has(BUTTON.answerChecks)) {
    await person.press(BUTTON.answerChecks);
    await person.press(CHECKS_CARD.right, checkedFor(town));
  } else return false;
  await workAll(town, person);
  return true;
}

/** The victim says yes to what they are asked. */
async function answerFor(victim: Person): Promise<boolean> {
  if (victim.has(READ_FIRST.read)) {
    await victim.press(READ_FIRST.read);
    await victim.press(READ_FIRST.answers.yes);
    return true;
  }
  const asked = [DECISION.answers.municipality, SUPPORT.yes].find((title) => victim.has(title));
  if (asked) await victim.press(asked);
  return asked !== undefined;
}

/** What a round lists is done on the card that it opens. */
async function openListed(person: Person): Promise<void> {
  const title = ROUND.open(referenceIn(newest(person)));
  if (newest(person).includes(ROUND.title) && person.has(title)) await person.press(title);
}

/** Everybody does what is theirs, until nobody has anything to do today. */
export async function workOff({ town, eva, officer, strategist, chief }: Cast): Promise<void> {
  for (let rounds = 0; rounds < MOST; rounds++) {
    await openListed(officer);
    // The victim first: who leads may answer for them.
    const isDone = [await answerFor(eva), await workAll(town, officer)];
    if (strategist.has(BUTTON.readProposal)) {
      await strategist.press(BUTTON.readProposal);
      await strategist.press(BUTTON.confirm);
      isDone.push(true);
    }
    for (const one of [officer, strategist, chief]) isDone.push(await workNewest(town, one));
    if (!isDone.includes(true)) return;
  }
  throw new Error('Nobody is ever done.');
}
