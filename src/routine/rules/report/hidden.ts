import { dayOf } from '../../calendar/localTime';
import { inDaytime, nextWorkingDay, roundOn } from '../../calendar/workingTime';
import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import type { Move } from '../../model/wish/moves';
import { mapVersions } from './occurrences';
import { versionsOf } from './versions';

/*
 * "Ta bort mitt namn": what nobody reads any more. It is left out when an incident is read, and here alone: what is stored
 * stays as it came in, until the person takes it back or a decision on erasure carries it out.
 */

/** Stands in the place of hidden words. */
const MASKED = '[dolt]';

type Plan = Pick<Routine, 'steps' | 'pages'>;
type Mask = (text: string) => string;
type Values = Readonly<Record<string, string>>;

/** The words as a person wrote them, the longest first: "Ulla Svart" goes before "Ulla". */
const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);

/** A line of words as a pattern: blanks of any kind between them. */
const patternOf = (line: string): string =>
  line
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');

/** Hides words wherever they stand by themselves, in capitals or not, and in the genitive. */
export function maskOf(words: string): Mask {
  const lines = linesOf(words.normalize('NFC'));
  if (lines.length === 0) return (text) => text;
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${lines.map(patternOf).join('|')})s?(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => text.normalize('NFC').replace(found, MASKED);
}

const CODED: ReadonlySet<FieldSpec['kind']> = new Set(['choice', 'choices', 'date', 'time', 'toggle']);

const NONE: ReadonlySet<string> = new Set();

const codedIn = (fields: readonly FieldSpec[]): ReadonlySet<string> =>
  new Set(fields.filter(({ kind }) => CODED.has(kind)).map(({ id }) => id));

/** Values of a form: what somebody wrote is masked, what they chose among codes is not. */
const inValues = <V extends Values | Readonly<Partial<Record<string, string>>>>(
  values: V,
  coded: ReadonlySet<string>,
  mask: Mask,
): V =>
  Object.fromEntries(
    Object.entries(values).map(([id, text]) => [id, coded.has(id) || text === undefined ? text : mask(text)]),
  ) as V;

/** Named texts of a value, masked. */
const inTexts = <T extends object>(value: T, keys: readonly (keyof T)[], mask: Mask): T => ({
  ...value,
  ...Object.fromEntries(
    keys.flatMap((key) => {
      const text = value[key];
      return typeof text === 'string' ? [[key, mask(text)]] : [];
    }),
  ),
});

/** The reasons for another day. */
const withMoves = <T extends { moves?: readonly Move[] | undefined }>(value: T, mask: Mask): T =>
  value.moves ? { ...value, moves: value.moves.map((move) => inTexts(move, ['reason'], mask)) } : value;

/** The report and its versions. */
function ofReport(incident: Incident, { pages }: Plan, mask: Mask): Partial<Incident> {
  const { report, versions } = incident;
  const coded = codedIn(pages.flatMap((page) => [...page.fields]));
  return {
    report: inValues(report, coded, mask),
    versions: versions?.map((one) => ({ ...one, values: inValues(one.values, coded, mask) })),
    occurrences: mapVersions(incident, (one) => ({ ...one, values: inValues(one.values, coded, mask) })),
  };
}

/** The records of the steps, with what is proposed to be told to others. */
function ofSteps({ steps, groups }: Incident, plan: Plan, mask: Mask): Partial<Incident> {
  const coded = new Map(plan.steps.map((step) => [step.id, codedIn(step.fields)]));
  const all = new Set([...coded.values()].flatMap((ids) => [...ids]));
  return {
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, step]) => [
        id,
        {
          ...inTexts(withMoves(step, mask), ['reason'], mask),
          records: inValues(step.records, coded.get(id) ?? NONE, mask),
        },
      ]),
    ),
    groups: groups && { ...inTexts(groups, ['reason'], mask), values: inValues(groups.values, all, mask) },
  };
}

const ofChecks = (checks: Incident['checks'], mask: Mask): Incident['checks'] =>
  Object.fromEntries(
    Object.entries(checks).map(([id, check]) => [
      id,
      { ...check, answers: inValues(check.answers, NONE, mask) },
    ]),
  );

/** All other free text of an incident. */
function ofTheRest(incident: Incident, mask: Mask): Partial<Incident> {
  const { checks, talks, protection, threats, tasks, company, review, reviewWords } = incident;
  const { reporter, lead, decision, partyQuestion, hold, notes, improvements, corrections, outlook } =
    incident;
  return {
    ...inTexts(incident, ['reopenReason', 'acuteReason'], mask),
    reporter: inTexts(reporter, ['relation'], mask),
    notes: notes?.map((one) => inTexts(one, ['text'], mask)),
    outlook: outlook && { ...outlook, said: outlook.said.map((one) => inTexts(one, ['line'], mask)) },
    improvements: improvements?.map((one) => inTexts(one, ['what', 'owner'], mask)),
    corrections: corrections?.map((one) => ({
      ...inTexts(one, ['what', 'why'], mask),
      answer: one.answer && inTexts(one.answer, ['reason'], mask),
    })),
    lead: lead && inTexts(lead, ['reason'], mask),
    decision: decision && inTexts(decision, ['how'], mask),
    partyQuestion: partyQuestion && inTexts(partyQuestion, ['how'], mask),
    hold: hold && inTexts(hold, ['reason'], mask),
    checks: ofChecks(checks, mask),
    talks: talks.map((talk) => inTexts(withMoves(talk, mask), ['attendees', 'notes', 'waived'], mask)),
    threats: threats?.map((one) => inTexts(one, ['who', 'source', 'outcome'], mask)),
    tasks:
      tasks &&
      Object.fromEntries(
        Object.entries(tasks).map(([id, task]) => [
          id,
          { ...inTexts(task, ['reason'], mask), records: inValues(task.records, NONE, mask) },
        ]),
      ),
    protection: protection.map((one) =>
      inTexts(withMoves(one, mask), ['what', 'who', 'when', 'waived'], mask),
    ),
    company: company?.map((one) => inTexts(one, ['who', 'next'], mask)),
    review: review && inTexts(review, ['routine', 'plan', 'worked'], mask),
    reviewWords: reviewWords?.map((one) => inTexts(one, ['worked', 'better'], mask)),
  };
}

/**
 * An incident without what its victim had hidden: neither name nor account, no phone or board in any version, and none of
 * the words that the strategist hides in free text.
 */
export function withoutHidden({ hidden, ...incident }: Incident, plan: Plan): Incident {
  if (!hidden) return incident;
  const unnamed = (person: string): string => (person === hidden.person ? '' : person);
  const versions = incident.versions?.map(({ values: { phone: _, board: __, ...values }, ...one }) => ({
    ...one,
    by: unnamed(one.by),
    values,
  }));
  const occurrences = mapVersions(incident, (one) => ({ ...one, by: unnamed(one.by) }));
  const corrections = incident.corrections?.map((one) => ({
    ...one,
    ...{ by: unnamed(one.by), of: unnamed(one.of) },
    answer: one.answer && { ...one.answer, by: unnamed(one.answer.by) },
  }));
  const bare: Incident = { ...incident, versions, occurrences, corrections, masking: undefined };
  if (!hidden.masked?.words) return bare;
  const mask = maskOf(hidden.masked.words);
  return {
    ...bare,
    ...ofTheRest(bare, mask),
    ...ofReport(bare, plan, mask),
    ...ofSteps(bare, plan, mask),
  };
}

/**
 * Since when the strategist is to read through the free text; undefined: there is nothing to do. What is added to the report
 * after it was read is to be read too.
 */
export function maskedSince(incident: Incident): Date | undefined {
  const { hidden, erasing } = incident;
  if (!hidden || erasing) return undefined;
  const { at, masked } = hidden;
  if (!masked) return new Date(at);
  const events = incident.occurrences?.flatMap(({ versions }) => versions) ?? [];
  const asked = (incident.corrections ?? []).flatMap((one) => [one, ...(one.answer ? [one.answer] : [])]);
  const added = [...versionsOf(incident), ...events, ...asked]
    .sort((a, b) => a.at.localeCompare(b.at))
    .find((one) => one.at > masked.at && one.by !== masked.by);
  return added && new Date(added.at);
}

/** When the strategist is told, not at night; when they are reminded, on the last day; and that day: one working day. */
export function maskTimes({
  incident,
  routine: { times },
}: Situation): { since: Date; at: Date; last: string; remindAt: Date } | undefined {
  const since = maskedSince(incident);
  if (!since) return undefined;
  const last = nextWorkingDay(dayOf(since));
  return { since, at: inDaytime(since, times), last, remindAt: roundOn(last, times) };
}
