import type { Contact } from '../../routine/model/contact';
import type { Refused } from '../refused';
import type { OkayGroup } from './okay';

/* The screens of an exercise. */

/** Somebody who is asked to take part, to the strategist. */
export interface PlayerRow {
  code: string;
  name: string;
  state: 'yes' | 'no' | 'silent';
}

/** How it went for one who took part: when their first card came, when they first pressed (ISO), and how often. */
export interface PlayedRow {
  name: string;
  toldAt?: string | undefined;
  actedAt?: string | undefined;
  acts: number;
}

/** Who is asked sees the first ones, strategists the others. */
export type PracticeScreen = { kind: 'practice' } & (
  | { view: 'ask'; asking: string; by: Contact | undefined }
  | { view: 'agreed'; asking: string; isGoing: boolean }
  | { view: 'declined' | 'over' | 'ended' | 'notYours' }
  | {
      view: 'form';
      asking: string;
      drill: string;
      groups: readonly OkayGroup[];
      refusal?: Refused | undefined;
    }
  | { view: 'players'; asking: string; players: readonly PlayerRow[]; refusal?: Refused | undefined }
  | { view: 'asked' | 'going'; asking: string; yes: number; silent: number }
  | {
      view: 'result';
      asking: string;
      began: string;
      reference: string;
      rows: readonly PlayedRow[];
      steps: { ended: number; all: number };
      now: string;
    }
);
