import { z } from 'zod';
import { readProject } from './workCopy';

const schema = z.array(
  z.strictObject({
    /** As the run prints it. */
    key: z.string(),
    /** The change, for people: in which file, and what. */
    mutant: z.string().min(1),
    /** Why no test can tell it from the code as it is. */
    why: z.string().min(20),
  }),
);

/** The keys of mutants that behave as the code does. @throws Error the list says no reason for one */
export const equivalents = (): Set<string> =>
  new Set(schema.parse(JSON.parse(readProject('test/mutants/equivalents.json'))).map(({ key }) => key));
