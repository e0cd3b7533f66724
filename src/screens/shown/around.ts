import type { SharedEvent } from '../../routine/model/wish/joined';

/** An incident beside another, as somebody may know it who has a part in both. */
export interface Around {
  id: string;
  reference: string;
  createdAt: string;
  isAcute: boolean;
  isLed: boolean;
  /** It shares the event of the other one already. */
  isMember: boolean;
  /** It came so close to the other that they may be one event. */
  isNear: boolean;
  event?: SharedEvent | undefined;
  /** The other one may go into it: the same matter. `who`: whose it is. */
  isMergeable?: boolean;
  who?: string | undefined;
}
