import { COMMON } from '../content/texts/common';
import { SUSPECTS } from '../content/texts/people/suspects';
import type { Contact } from '../routine/model/contact';
import { type Naming, nameAndPost } from './scene';

/** That some hear nothing, as the person has said of what is open; none: there are none. */
export const asBeforeLine = (naming: Naming, without: readonly Contact[]): string[] =>
  without.length === 0
    ? []
    : [SUSPECTS.asBefore(COMMON.listAnd(without.map((one) => nameAndPost(naming, one))))];
