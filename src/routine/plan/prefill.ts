import type { Source } from '../model/condition';
import { splitChoices } from '../model/fields';
import type { Incident } from '../model/incident';
import type { Routine } from '../model/routine';
import { howEnded, needOn, recordOf } from './evaluate';

/*
 * What control questions begin with: the records of the steps, as the plan's checks name them.
 */

/** The plan's words, by which what was chosen is said. */
type Words = Pick<Routine, 'words'>;

type From<F extends Source['from']> = Extract<Source, { from: F }>;

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** A step that is done, and wrote down that the question does not apply. */
const isPointless = (incident: Incident, source: Source): boolean =>
  source.from === 'ended' &&
  source.unless !== undefined &&
  howEnded(incident, source.step) === 'done' &&
  needOn(incident, source.unless) === 'yes';

/** Yes, no, or not applicable: a step that is still open is not done. */
function endWords(incident: Incident, source: From<'ended'>): string {
  const end = howEnded(incident, source.step);
  return end === 'notApplicable' || isPointless(incident, source) ? 'notApplicable' : yesOrNo(end === 'done');
}

/** The one answer of several questions, of those that apply: no where one is no; empty where they differ otherwise. */
function oneAnswer(incident: Incident, of: readonly Source[], routine: Words): string {
  const asked = of.filter((source) => !isPointless(incident, source));
  const answers = new Set(asked.map((source) => prefillOf(incident, source, routine)));
  if (answers.size === 0) return 'notApplicable';
  return answers.size === 1 ? [...answers].join('') : answers.has('no') ? 'no' : '';
}

/** The words of what was chosen, and what was added in the owner's own. */
function chosenWords(incident: Incident, { step, field, also }: From<'chosen'>, { words }: Words): string {
  const labels = words.choices[`${step}.${field}`] ?? words.choices[field] ?? {};
  const chosen = splitChoices(recordOf(incident, step, field)).map(
    (code) => labels[code] ?? words.choices.yesNo?.[code] ?? code,
  );
  const added = also === undefined ? '' : recordOf(incident, step, also);
  return [chosen.join(', '), added && `(${added})`].filter(Boolean).join(' ');
}

/** The value that a control question or a field begins with; '' when nothing known says it. */
export function prefillOf(incident: Incident, source: Source, routine: Words): string {
  switch (source.from) {
    case 'ended':
      return endWords(incident, source);
    case 'done':
      return yesOrNo(howEnded(incident, source.step) === 'done');
    case 'broughtIn':
      return yesOrNo(incident.strategist !== undefined);
    case 'report':
      return incident.report[source.field] ?? '';
    case 'company':
      return incident.company?.at(-1)?.who ?? '';
    case 'record':
      return recordOf(incident, source.step, source.field);
    case 'chosen':
      return chosenWords(incident, source, routine);
    case 'all':
      return oneAnswer(incident, source.of, routine);
    case 'joined':
      return [...new Set(source.of.map((one) => prefillOf(incident, one, routine)))]
        .filter(Boolean)
        .join(', ');
    case 'nothing':
      return '';
  }
}
