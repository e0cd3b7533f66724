import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import type { Routine } from '../../model/routine';
import { CORRECTION_ANSWERS, type Correction } from '../../model/wish/corrections';
import {
  correctionsFor,
  isUnansweredRequest,
  mayAnswer,
  passagesFor,
  reportFieldOf,
} from '../../rules/report/corrections';
import { erasedIn } from '../../rules/retention';
import { amend } from '../reporting';
import { type ActTurn, needOpen, needTaking, readForm, stamp, type Turn } from '../turn';

type Data = Readonly<Record<string, unknown>>;

/** Requests that an incident takes. */
const MOST_REQUESTS = 50;

/** The form of a request: which words, what is wrong with them, and why. */
export const requestFields = (passages: readonly { id: string }[]): readonly FieldSpec[] => [
  { id: 'passage', kind: 'choice', required: true, choices: passages.map(({ id }) => id) },
  { id: 'what', kind: 'text', required: true },
  { id: 'why', kind: 'text', required: true },
];

/** The form of an answer. A no says why; the author's yes is in their own words. */
export const answerFields = (
  { field, of }: Correction,
  routine: Pick<Routine, 'pages'>,
  person: string,
): readonly FieldSpec[] => {
  const spec = of === person ? reportFieldOf(routine, field) : undefined;
  return [
    { id: 'answer', kind: 'choice', required: true, choices: CORRECTION_ANSWERS },
    { id: 'reason', kind: 'text', requiredIf: { field: 'answer', oneOf: ['declined'] } },
    ...(spec ? [{ ...spec, required: false, requiredIf: undefined, onlyIf: undefined }] : []),
  ];
};

/** Somebody who reads the report asks its author to put words right. */
export function askCorrection(incident: Incident, data: Data, turn: Turn): Incident {
  needOpen(incident);
  if (erasedIn(incident, 'report')) throw new Refusal('partErased');
  const passages = passagesFor(incident, turn.routine, turn.by);
  const { passage, what = '', why = '' } = readForm(requestFields(passages), data, turn);
  const found = passages.find(({ id }) => id === passage);
  if (!found) throw new Refusal('badInput', { passage: { kind: 'required' } });
  const { corrections = [] } = incident;
  if (corrections.length >= MOST_REQUESTS) throw new Refusal('reportFull');
  const { field, said } = found;
  const request = { id: turn.once, at: stamp(turn), by: turn.by, field, of: said.by, as: said.as, what, why };
  return { ...incident, corrections: [...corrections, request] };
}

/** The incident with the author's new words; who says yes has changed something. */
function putRight(incident: Incident, { field, of }: Correction, [data, turn]: [Data, Turn]): Incident {
  if (of !== turn.by) return incident;
  const words = data[field];
  const after = typeof words === 'string' ? amend(incident, { [field]: words.trim() }, turn) : incident;
  if (after === incident) throw new Refusal('sameWords');
  return after;
}

/** Yes, with the author's own words changed; or no, and why. Answered already: the same incident. */
export function answerCorrection(
  incident: Incident,
  data: Data & { correction: string },
  turn: ActTurn,
): Incident {
  const viewer = { person: turn.by, roles: turn.roles };
  const request = correctionsFor(incident, viewer).find(({ id }) => id === data.correction);
  if (!request || !isUnansweredRequest(request)) return incident;
  if (!mayAnswer(request, viewer)) throw new Refusal('notYours');
  needTaking(incident, turn);
  const { answer, reason = '' } = readForm(answerFields(request, turn.routine, turn.by), data, turn);
  const is = answer === 'accepted' ? ('accepted' as const) : ('declined' as const);
  const next = is === 'accepted' ? putRight(incident, request, [data, turn]) : incident;
  const given = { is, at: stamp(turn), by: turn.by, reason };
  return {
    ...next,
    corrections: next.corrections?.map((one) => (one.id === request.id ? { ...one, answer: given } : one)),
  };
}
