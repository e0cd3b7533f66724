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
