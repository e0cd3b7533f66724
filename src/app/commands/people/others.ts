import { OTHERS } from '../../../content/texts/people/others';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { numbersToRing } from '../../queries/people/numbers';
import { newId } from '../../runtime/ids';
import { changeDraft, draftFor, showDraft } from '../draft';

/** Where to turn, for who is no politician. */
export const notPolitician = async (deps: Deps, caller: Caller): Promise<Outcome> => ({
  screen: {
    kind: 'note',
    note: 'notPolitician',
    toRing: await numbersToRing(deps, caller.person),
    draft: newId(deps),
  },
});

/**
 * A threat against somebody because one close to them is a politician: the report is about the politician, and says that it was
 * aimed at somebody close.
 */
export async function relative(deps: Deps, caller: Caller, from: string): Promise<Outcome> {
  const { id, file } = await draftFor(deps, caller, from);
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    page: 'other',
    values: { ...one.values, who: 'other', relatives: 'yes', relation: OTHERS.relation },
  }));
  return showDraft(deps, caller, draft, file, 'other');
}
