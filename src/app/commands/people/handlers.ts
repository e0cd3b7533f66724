import type { ActionOf } from '../../../screens/actions';
import type { Press } from '../../bot';
import type { Deps } from '../../deps';
import { notPolitician, relative } from './others';
import { register, showInvolvedOf } from './register';

/** The commands of who tells for somebody else, or is no politician. */
export const TELLING_FOR = {
  notPolitician: (deps: Deps, { caller }: Press) => notPolitician(deps, caller),
  relative: (deps: Deps, { caller }: Press, { draft }: ActionOf<'relative'>) => relative(deps, caller, draft),
  register: (deps: Deps, { caller }: Press, { draft }: ActionOf<'register'>) => register(deps, caller, draft),
  involved: showInvolvedOf,
};
