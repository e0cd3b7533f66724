import type { Contact } from '../routine/model/contact';

/** One thing that somebody was to be told. `at`: when it arrived, or showed that it would not; ISO. */
export interface Telling {
  /** The kind of notice, as in its key. */
  kind: string;
  state: 'arrived' | 'underway' | 'trying' | 'unreachable' | 'dead';
  at?: string | undefined;
}

/** Somebody of an incident, and all that they were to be told, newest first. */
export interface DeliveredTo {
  as: 'contact' | 'victim' | 'reporter' | 'operator' | 'former';
  contact?: Contact | undefined;
  told: readonly Telling[];
  /** Where their card may be sent again; undefined: it may not. */
  resendTo?: string | undefined;
}
