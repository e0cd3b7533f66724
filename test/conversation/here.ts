import { FIRST } from '../../src/content/texts/report';
import type { StepSpec } from '../../src/routine/model/step';
import {
  assessmentStep,
  companyStep,
  isVictimAsked,
  reportStep,
  strategistStep,
  twoPersonsStep,
} from '../../src/routine/plan/traits';
import { chosen } from '../support/chosen';
import { PEOPLE, TOWNS, type TownSpec, type Who } from '../support/towns';

/*
 * The municipality that a suite runs for, by its own people, posts, words and times: Oxelösund, and Almsjö in
 * `almsjo.test.ts`.
 */

export const HERE: TownSpec = TOWNS[chosen];
const { municipality, sample, rows } = HERE;
export const { routine, names } = municipality;
export const { times } = routine;

/** Someone's row of the contact list, as `town.contact` takes it. */
export const rowOf = (who: Who): [role: string, unit: string | undefined, order: number] => {
  const { role, unit, order } = rows[who];
  return [role, unit, order];
};

/** The contact list that a town begins with. */
export const CONTACTS = sample.contacts;
const contactOf = (who: Who) => {
  const [role, unit, order] = rowOf(who);
  return CONTACTS.find(
    (one) => one.role === role && (one.party ?? one.board) === unit && one.order === order,
  );
};
const ofEach = (property: 'name' | 'phone') =>
  Object.fromEntries(PEOPLE.map((who) => [who, contactOf(who)?.[property] ?? ''])) as Record<Who, string>;
/** Their names, and their numbers. */
export const NAME = ofEach('name');
export const PHONE = ofEach('phone');

/** Rows of those who stand for the municipality: its strategists, whatever they are called. */
export const STRATEGISTS = CONTACTS.filter(({ role }) =>
  routine.posts.some(({ id, as }) => id === role && as.includes('strategist')),
);

/** A row of the list without an account: what is rung. */
const rungAs = (as: 'duty' | 'police') => {
  const post = routine.posts.find((one) => one.as.includes(as));
  const row = CONTACTS.find(({ role }) => role === post?.id);
  return { name: row?.name ?? '', phone: row?.phone ?? '' };
};
export const DUTY_OFFICER = rungAs('duty');
export const POLICE = rungAs('police');

/** Whoever is asked first, at the beginning of a sentence. */
export const FIRST_CONTACT = names.firstContact.title.replace(/^./, (first) => first.toUpperCase());

/** The title of someone's post. */
export const titleOf = (who: Who): string => names.posts[rows[who].role]?.title ?? '';

/** Someone's post, with the party or board that it is of. */
export const postOf = (who: Who): string => {
  const { role, unit } = rows[who];
  const { title, titleOf: of } = names.posts[role] ?? {};
  return unit !== undefined && of ? of(unit) : (title ?? '');
};

const found = (step: StepSpec | undefined): StepSpec => {
  if (!step) throw new Error('The plan has no such step.');
  return step;
};
/** The steps that the suites speak of, by what they are. */
export const STEP = {
  assess: found(assessmentStep(routine)),
  report: found(reportStep(routine)),
  police: found(routine.steps.find(({ rings }) => rings?.includes('police'))),
  strategist: found(strategistStep(routine)),
  company: found(companyStep(routine)),
  groups: found(twoPersonsStep(routine)),
};

export const wordsOf = ({ id }: Pick<StepSpec, 'id'>) =>
  routine.words.steps[id] ?? { title: '-', help: '-', short: '-', done: '-' };

/** The label of a step's field. */
export const labelOf = ({ id }: Pick<StepSpec, 'id'>, field: string): string =>
  routine.words.fields[id]?.[field] ?? '';

/** What the assessment wrote down, in the condition of the strategist's step: not what the report ticks. */
const [RECORDED = ''] = /\{[^{}]*"recorded"[^{}]*\}/.exec(JSON.stringify(STEP.strategist.need)) ?? [];
export const NEEDS_FIELD =
  STEP.assess.fields.find(({ id }) => RECORDED.includes(`"field":"${id}"`))?.id ?? '';
/** The question of the assessment whose no says that the strategist is not needed. */
export const NEEDS_STRATEGIST = labelOf(STEP.assess, NEEDS_FIELD);

/** The question of the first card and of a report, where incidents are routed by board too. */
export const BOARD: readonly string[] = municipality.boards.length > 0 ? [FIRST.board] : [];

/** Whether someone is asked to lead when those before them in the line do not answer. */
export const isInLine = (who: Who): boolean =>
  routine.posts.some(({ id, line }) => id === rows[who].role && line !== undefined);

/** Whether the victim decides on a report to the police; else the municipality always makes it. */
export const IS_ASKED = isVictimAsked(routine);
/** A first assessment by which nothing more is needed, as a press sends it. */
export const NOTHING_MORE: Readonly<Record<string, string>> = {
  kinds: 'harassment',
  serious: 'no',
  care: 'no',
  [NEEDS_FIELD]: 'no',
  together: 'yes',
};

/** A test of what only a municipality does that asks the victim whether the police are to be told; others tell them. */
export const whereAsked = (name: string, test: () => Promise<void>): void => {
  if (IS_ASKED) it(name, test);
};
