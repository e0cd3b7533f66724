import { CHOICES, REPORT_FIELDS } from '../../src/content/fields';
import { routine } from '../../src/content/municipalities/oxelosund/routine';
import { BUTTON } from '../../src/content/texts/common';
import type { Incident, StepState } from '../../src/routine/model/incident';
import { readAction } from '../../src/screens/actions';
import { type Cast, openCast, theIncident } from '../conversation/support';
import { buttons, type Input, inputs } from '../support/cardReading';
import type { Person } from '../support/town';

/*
 * The people of a case, what they are asked by id, and what each press left in the tables.
 */

const { words } = routine;

/** Everybody who could press: whose button it is, and whose it is not. */
export const EVERYBODY = [
  'eva',
  'officer',
  'deputy',
  'strategist',
  'deputyStrategist',
  'chief',
  'otherOfficer',
] as const;
export type Who = (typeof EVERYBODY)[number];

/** Who never may end a step of somebody else's: no part in it, or another. */
const OUTSIDE: readonly Who[] = ['eva', 'deputy', 'chief', 'otherOfficer'];

/** A label of the report. */
export const asked = (field: string): string => REPORT_FIELDS[field] ?? field;
/** The title of a choice of the report. */
export const chosen = (field: string, code: string): string =>
  words.choices[field]?.[code] ?? CHOICES.yesNo?.[code] ?? code;

const titleOf = (step: string, field: string, code: string): string =>
  words.choices[`${step}.${field}`]?.[code] ?? words.choices[field]?.[code] ?? CHOICES.yesNo?.[code] ?? code;

/** What a step asks, by the labels of its form; values by field, choices by their codes. */
export const typedAs = (step: string, values: Record<string, string>): Record<string, string> => {
  const { fields = [] } = routine.steps.find(({ id }) => id === step) ?? {};
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const isChoice = fields.find((one) => one.id === id)?.choices !== undefined;
      return [words.fields[step]?.[id] ?? id, isChoice ? titleOf(step, id, value) : value];
    }),
  );
};

export const doneOf = (step: string): string => words.steps[step]?.done ?? '';
/** The tick beside another step's form with which a step is ended. */
export const besideOf = (step: string): string => words.steps[step]?.beside ?? '';

/** A step as somebody ended it. */
export interface Ended {
  /** The inputs of the form, by id, with the codes of their choices. */
  readonly form: Readonly<Record<string, Input & { codes: readonly string[] }>>;
  /** Who had a button of the step just before. */
  readonly had: readonly Who[];
  /** Those without the right whose press, with the same answers, changed something. */
  readonly slippedIn: readonly Who[];
  /** As it stands in the tables afterwards. */
  readonly stored: StepState | undefined;
  readonly incident: Incident;
  /** All that was read on the form. */
  readonly text: string;
}

export const formOf = (person: Person): Ended['form'] =>
  Object.fromEntries(
    inputs(person.card()).map((input) => [
      input.id,
      { ...input, codes: input.choices.map(({ value }) => value) },
    ]),
  );

/** Who has a button of a step, or of an act, on a card in front of them. */
export const holdersOf = (cast: Cast, step: string, act?: string): Who[] =>
  EVERYBODY.filter((who) =>
    cast[who]
      .sees()
      .some((card) => buttons(card).some(({ verb, data }) => data.step === step || verb === act)),
  );

export async function stored(cast: Cast): Promise<Incident> {
  const incident = await theIncident(cast.town, cast.eva);
  if (!incident) throw new Error('There is no incident.');
  return incident;
}

/**
 * Presses that no card offers, as a tampered client sends them: the sender's cards stay as they were. Returns whose press
 * changed the incident.
 */
export async function tryAs(
  cast: Cast,
  all: readonly Who[],
  verb: string,
  data: Record<string, string>,
): Promise<Who[]> {
  const facts = ({ steps, lead, decision, groups, checks, talks, review }: Incident) =>
    JSON.stringify({ steps, lead, decision, groups, checks, talks, review });
  const before = await stored(cast);
  const slippedIn: Who[] = [];
  for (const who of all) {
    const action = { type: 'Action.Execute', verb, data: { id: before.id, ...data } };
    // A press that nothing understands is refused for that, and shows nothing.
    if (!readAction(verb, action.data)) throw new Error(`No such press: ${verb} ${JSON.stringify(data)}`);
    await cast[who].post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: cast[who].chat().at(-1)?.id,
      value: { action, trigger: 'manual' },
    });
    await cast.town.idle();
    if (facts(await stored(cast)) !== facts(before)) slippedIn.push(who);
  }
  return slippedIn;
}

/** Ends a step whose form is in front of its owner; before that everybody who may not has tried. `press`: another button. */
export async function end(
  cast: Cast,
  step: string,
  owner: Who,
  values: Record<string, string>,
  more: { act?: string; press?: string; typed?: Record<string, string>; data?: Record<string, string> } = {},
): Promise<Ended> {
  const form = formOf(cast[owner]);
  const text = cast[owner].text(cast[owner].card());
  const had = holdersOf(cast, step, more.act);
  const outside = OUTSIDE.filter((who) => who !== owner);
  const slippedIn = await tryAs(cast, outside, more.act ?? 'endStep', { step, ...values, ...more.data });
  await cast[owner].press(more.press ?? doneOf(step), { ...typedAs(step, values), ...more.typed });
  const incident = await stored(cast);
  return { form, text, had, slippedIn, stored: incident.steps[step], incident };
}

/** An incident of Eva's, reported by her. `more`: what else she tells, by field, choices by their codes. */
export async function reported(more: Record<string, string>, send: string = BUTTON.send): Promise<Cast> {
  const cast = await openCast();
  const { eva } = cast;
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(BUTTON.next, { [asked('party')]: 'Socialdemokraterna (S)' });
  await eva.press(
    BUTTON.review,
    Object.fromEntries(
      Object.entries({ what: 'HEMLIGT ett brev', ...more }).map(([id, code]) => [
        asked(id),
        chosen(id, code),
      ]),
    ),
  );
  await eva.press(send);
  return cast;
}
