import type { StepPart, StepSpec } from '../../../routine/model/step';
import { LIBRARY } from './steps';

type Shared = (typeof LIBRARY)[number];
/** A step of the library, placed in a section: its id and the ids that it names stay known to the compiler. */
type Placed<Part> = Part extends StepPart<infer Id, infer Ref> ? StepSpec<Id, Ref> : never;

/** Steps of the library in a section of a plan, in this order. Throws where the library has no step of that id. */
export const inSection = <const Id extends Shared['id']>(
  section: string,
  ...ids: readonly Id[]
): Placed<Extract<Shared, { id: Id }>>[] =>
  ids.map((id) => {
    const shared = LIBRARY.find((one) => one.id === id);
    if (!shared) throw new Error(`The library has no step "${id}".`);
    return { ...shared, section } as Placed<Extract<Shared, { id: Id }>>;
  });
