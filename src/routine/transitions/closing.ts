import { CHECK_ANSWERS, YES_NO } from '../model/codes';
import type { FieldSpec } from '../model/fields';
import type { Incident, Talk } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { CheckSectionSpec } from '../model/routine';
import { isUnheard } from '../rules/ladders/spoken';
import { checksLeft, isUnarisen, mayClose, missingToClose, plannedTalks } from '../rules/progress';
import { isFirstTalkMissing } from '../rules/steps/talks';
import { isShared } from './sharing';
import { type ActTurn, needOpen, readForm, readReason, stamp, type Turn, withStep } from './turn';

type Data = Readonly<Record<string, unknown>>;

/** The id of an input of a check section: all sections may stand on one page. */
export const checkInput = (section: Pick<CheckSectionSpec, 'id'>, id: string): string =>
  `${section.id}-${id}`;

/** The inputs of a check section: each question required, comments free. */
export const checkFieldsOf = (section: CheckSectionSpec): FieldSpec[] => [
  ...section.checks.map((check) => ({
    id: checkInput(section, check.id),
    kind: 'choice' as const,
    required: true,
    choices: CHECK_ANSWERS,
  })),
  ...section.comments.map((comment) => ({ id: checkInput(section, comment.id), kind: 'text' as const })),
];

/** Bilaga 5 part 2: the answers of one section, which may be answered anew; without an id of all that are left. */
export function answerChecks(
  incident: Incident,
  { section: id, ...data }: Data & { section?: string | undefined },
  turn: Turn,
): Incident {
  needOpen(incident);
  const sections = id
    ? turn.routine.checks.filter((one) => one.id === id)
    : checksLeft(incident, turn.routine);
  if (sections.length === 0) throw new Refusal(id ? 'notOpen' : 'alreadyEnded');
  const values = readForm(sections.flatMap(checkFieldsOf), data, turn);
  const answersOf = (section: CheckSectionSpec) =>
    Object.fromEntries(
      [...section.checks, ...section.comments].map((one) => [
        one.id,
        values[checkInput(section, one.id)] ?? '',
      ]),
    );
  const answered = sections.map((section) => [
    section.id,
    { at: stamp(turn), by: turn.by, answers: answersOf(section) },
  ]);
  return { ...incident, checks: { ...incident.checks, ...Object.fromEntries(answered) } };
}

export const TALK_FIELDS: readonly FieldSpec[] = [
  { id: 'heldOn', kind: 'date', required: true },
  { id: 'attendees', kind: 'name', required: true },
  { id: 'notes', kind: 'text' },
  { id: 'more', kind: 'choice', choices: YES_NO },
  { id: 'plannedFor', kind: 'date', mayBeFuture: true },
];

/** The first talk, or talk 2, 3, ...: held and written down; each yes to more plans the next (plan 3.2.4). */
export function addTalk(
  incident: Incident,
  { kind, talk: planned = '', ...data }: Data & { kind: Talk['kind']; talk?: string | undefined },
  turn: ActTurn,
): Incident {
  needOpen(incident);
  const { heldOn, attendees = '', notes = '', more, plannedFor } = readForm(TALK_FIELDS, data, turn);
  // What a client names as planned may be anything, and what has been written down is not written over.
  const id = plannedTalks(incident).some((one) => one.id === planned) ? planned : turn.once;
  const onlyMunicipality = isShared(turn.roles, data) ? undefined : true;
  const talk: Talk = { id, kind, heldOn, attendees, notes, at: stamp(turn), onlyMunicipality };
  const others = incident.talks.filter((one) => one.id !== id);
  const next: Talk[] =
    more === 'yes'
      ? [
          {
            id: `${turn.once}+`,
            kind: 'followUp',
            attendees: '',
            notes: '',
            plannedFor: plannedFor || undefined,
            plannedBy: turn.by,
            at: stamp(turn),
          },
        ]
      : [];
  return { ...incident, talks: [...others, talk, ...next] };
}

/** The first talk, in the place of a planned one's id. */
export const FIRST_TALK = 'first';

/** A planned talk, or the first one, that will not be held: with a reason. */
export function waiveTalk(
  incident: Incident,
  { talk: id, ...data }: Data & { talk: string },
  turn: Turn,
): Incident {
  needOpen(incident);
  const waived = readReason(data, turn);
  if (id === FIRST_TALK) {
    if (!isFirstTalkMissing(incident)) return incident;
    const talk: Talk = { id: turn.once, kind: 'first', attendees: '', notes: '', waived, at: stamp(turn) };
    return { ...incident, talks: [...incident.talks, talk] };
  }
  if (!plannedTalks(incident).some((talk) => talk.id === id)) return incident;
  return { ...incident, talks: incident.talks.map((talk) => (talk.id === id ? { ...talk, waived } : talk)) };
}

export const REVIEW_FIELDS: readonly FieldSpec[] = [
  { id: 'applied', kind: 'choice', required: true, choices: YES_NO },
  { id: 'routine', kind: 'text' },
  { id: 'plan', kind: 'text' },
  { id: 'worked', kind: 'text' },
];

/** The last page of Bilaga 5: was the routine applied, what could be better, what worked well. */
export function writeReview(incident: Incident, data: Data, turn: Turn): Incident {
  needOpen(incident);
  const { applied, routine = '', plan = '', worked = '' } = readForm(REVIEW_FIELDS, data, turn);
  return {
    ...incident,
    review: {
      at: stamp(turn),
      by: turn.by,
      applied: applied === 'yes' ? 'yes' : 'no',
      routine,
      plan,
      worked,
    },
  };
}

/** The two questions to the victim and to the strategist; either may be left empty. */
export const WORD_FIELDS: readonly FieldSpec[] = [
  { id: 'worked', kind: 'text' },
  { id: 'better', kind: 'text' },
];

/** How it went, in the victim's or a strategist's own words; may be said anew, and after it was closed too. */
export function sayWord(incident: Incident, data: Data, turn: ActTurn): Incident {
  const { worked = '', better = '' } = readForm(WORD_FIELDS, data, turn);
  const word = {
    at: stamp(turn),
    by: turn.by,
    as: turn.roles.has('victim') ? ('victim' as const) : ('strategist' as const),
    worked,
    better,
  };
  const others = (incident.reviewWords ?? []).filter((one) => one.by !== turn.by);
  return { ...incident, reviewWords: [...others, word] };
}

/** Closing needs every step ended, every check answered, every talk held or waived, and the review. */
export function close(incident: Incident, turn: Turn): Incident {
  if (incident.state === 'closed') return incident;
  if (!mayClose(missingToClose(incident, turn.routine))) throw new Refusal('notReadyToClose');
  if (incident.enoughAt !== undefined && isUnheard(incident)) throw new Refusal('ringFirst');
  return {
    ...withoutUnarisen(incident, turn),
    state: 'closed',
    closedAt: stamp(turn),
    closedBy: turn.by,
    closeReason: incident.enoughAt === undefined ? 'finished' : 'enough',
  };
}

/** Ends with the incident what never arose. */
const withoutUnarisen = (incident: Incident, turn: Turn): Incident =>
  turn.routine.steps
    .filter((step) => isUnarisen(incident, step))
    .reduce(
      (value, { id }) =>
        withStep(value, id, {
          state: 'notApplicable',
          isAuto: true,
          because: 'notArisen',
          reason: '',
          endedAt: stamp(turn),
          endedBy: turn.by,
        }),
      incident,
    );

/** A closed incident opens again, with a reason; the same person leads. */
export function reopen(incident: Incident, data: Data, turn: Turn): Incident {
  if (incident.state === 'open') return incident;
  if (incident.erased) throw new Refusal('partErased');
  return {
    ...incident,
    state: 'open',
    closedAt: undefined,
    closedBy: undefined,
    closeReason: undefined,
    closeWords: undefined,
    mergedInto: undefined,
    enoughAt: undefined,
    epoch: incident.epoch + 1,
    reopenReason: readReason(data, turn),
    reopenedAt: stamp(turn),
    review: undefined,
  };
}
