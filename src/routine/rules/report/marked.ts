import type { z } from 'zod';
import type { Incident } from '../../model/incident';
import { incidentSchema } from '../../model/incident';
import { isAccount, markOf } from '../../model/sensitivity';

/** A text of an incident by its mark; `account`: the id of somebody. */
export interface MarkedText {
  kind: 'name' | 'text' | 'account';
  text: string;
}

/** Files and keys are no words of anybody; what is masked already is not to propose itself. */
const BESIDE: ReadonlySet<string> = new Set(['evidence', 'fileKeys', 'masking', 'hidden']);

function textsIn(schema: z.core.$ZodType, value: unknown): MarkedText[] {
  if (value === undefined || value === null || value === '') return [];
  const mark = markOf(schema);
  if (mark) {
    if (mark === 'open' || typeof value !== 'string') return [];
    return [{ kind: isAccount(schema) ? 'account' : mark, text: value }];
  }
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'readonly':
      return textsIn(def.innerType, value);
    case 'array':
      return (value as unknown[]).flatMap((one) => textsIn(def.element, one));
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) =>
        BESIDE.has(key) ? [] : textsIn(field, (value as Record<string, unknown>)[key]),
      );
    case 'record':
      return Object.values(value as object).flatMap((one) => textsIn(def.valueType, one));
    default:
      return [];
  }
}

/** Every name, text and account of an incident, by the marks of its fields. */
export const markedTexts = (incident: Incident): MarkedText[] => textsIn(incidentSchema, incident);
