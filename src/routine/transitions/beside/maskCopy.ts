import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { maskProblem } from '../../rules/report/maskedCopy';
import { erasedIn } from '../../rules/retention';
import { readForm, stamp, type Turn } from '../turn';

/** The form on what a masked copy goes without: a line for each word or phrase, with why. */
export const COPY_FIELDS: readonly FieldSpec[] = [{ id: 'lines', kind: 'story', required: true }];

/** The words that a copy is handed out without. May be changed: the latest count, and a link made before them is void. */
export function maskCopy(incident: Incident, data: Readonly<Record<string, unknown>>, turn: Turn): Incident {
  if (erasedIn(incident, 'report')) throw new Refusal('partErased');
  const { lines = '' } = readForm(COPY_FIELDS, data, turn);
  const problem = maskProblem(lines);
  if (problem) throw new Refusal('badInput', { lines: problem });
  return { ...incident, masking: { at: stamp(turn), by: turn.by, lines } };
}
