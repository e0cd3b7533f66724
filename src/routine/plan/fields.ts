import { YES_NO } from '../model/codes';
import type { FieldSpec } from '../model/fields';

/*
 * Fields of steps and report pages.
 */

export const text = <const Id extends string>(id: Id, required = false): FieldSpec<Id> => ({
  id,
  kind: 'text',
  required,
});
export const name = <const Id extends string>(id: Id, required = false): FieldSpec<Id> => ({
  id,
  kind: 'name',
  required,
});
export const toggle = <const Id extends string>(id: Id): FieldSpec<Id> => ({ id, kind: 'toggle' });
/** A day; `mayBeFuture`: one to come is right. */
export const day = <const Id extends string>(
  id: Id,
  required = false,
  mayBeFuture = false,
): FieldSpec<Id> => ({ id, kind: 'date', required, mayBeFuture });
export const choice = <const Id extends string>(
  id: Id,
  choices: readonly string[],
  required = false,
): FieldSpec<Id> => ({ id, kind: 'choice', required, choices });
export const yesNo = <const Id extends string>(id: Id, required = false): FieldSpec<Id> =>
  choice(id, YES_NO, required);
/** A field on care, health or a talk: kept and erased with the talks. */
export const health = <const Id extends string>(field: FieldSpec<Id>): FieldSpec<Id> => ({
  ...field,
  isHealth: true,
});
/** A field that only the municipality, the victim and the filer read. */
export const municipal = <const Id extends string>(field: FieldSpec<Id>): FieldSpec<Id> => ({
  ...field,
  onlyMunicipality: true,
});
/** Several of the choices at once. */
export const several = <const Id extends string>(
  id: Id,
  choices: readonly string[],
  required = false,
): FieldSpec<Id> => ({ id, kind: 'choices', choices, ...(required ? { required } : {}) });

/** A field that is asked for only where another one of the form has one of these values. */
export const askedFor = <const Id extends string>(
  field: FieldSpec<Id>,
  other: string,
  ...oneOf: string[]
): FieldSpec<Id> => ({ ...field, requiredIf: { field: other, oneOf } });
/** A field that is asked for unless another one of the form has one of these values. */
export const askedUnless = <const Id extends string>(
  field: FieldSpec<Id>,
  other: string,
  ...noneOf: string[]
): FieldSpec<Id> => ({ ...field, requiredIf: { field: other, noneOf } });
/** A field that stands on the card only once the answers beside it have asked for it. */
export const unfolding = <const Id extends string>(field: FieldSpec<Id>): FieldSpec<Id> => ({
  ...field,
  unfolds: true,
});
/** Several choices, of which one rules out the others. */
export const severalOr = <const Id extends string>(
  id: Id,
  choices: readonly string[],
  alone: string,
): FieldSpec<Id> => ({ ...several(id, choices, true), alone });
