import type { Problem, RefusalReason } from '../routine/model/refusal';

/** The routine said no: why, what is wrong with each field, and what was typed. */
export interface Refused {
  reason: RefusalReason;
  problems: Readonly<Record<string, Problem>>;
  values: Readonly<Record<string, string>>;
}
