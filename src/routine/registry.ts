import type { FieldSpec } from './fields';
import type { Incident } from './incident';
import { readForm, stamp, type Turn } from './turn';

export const REGISTRY_FIELDS: readonly FieldSpec[] = [{ id: 'number', kind: 'name', required: true }];

/** The registry number (dnr): a document that is secret is registered when it is received. May be mended. */
export function recordRegistry(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Incident {
  const { number = '' } = readForm(REGISTRY_FIELDS, data, turn);
  return { ...incident, registry: { number, at: stamp(turn), by: turn.by } };
}
