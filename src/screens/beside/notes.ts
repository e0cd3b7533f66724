import type { Contact } from '../../routine/model/contact';
import type { ReadyFile } from '../files';

/** A time in which the bot is stopped; ISO. */
export interface Span {
  from: string;
  to: string;
}

/** Notes that say the same each time. */
export type SimpleNote =
  | 'nothingHere'
  | 'help'
  | 'welcome'
  | 'saved'
  | 'severalSent'
  | 'discarded'
  | 'notFound'
  | 'drillNotYours'
  | 'watchNotYours'
  | 'drillOver'
  | 'roundSuperseded'
  | 'retentionUnset'
  | 'maintenanceOver'
  | 'erased';

/** Something said, with nothing to fill in. */
export type NoteScreen =
  | {
      kind: 'note';
      note: SimpleNote;
      /** Whom anybody may ring, where the note leads nowhere by itself. */
      toRing?: readonly Contact[] | undefined;
      /** To an official who may register for somebody: the id of a draft for it. */
      registers?: string | undefined;
      /** The texts typed before a press that leads nowhere any more: nothing of them was kept. */
      typed?: readonly string[] | undefined;
    }
  /** `draft`: of the report of who is close to a politician. `isUnsent`: they have told at length, and it has gone to nobody. */
  | { kind: 'note'; note: 'notPolitician'; toRing: readonly Contact[]; draft: string; isUnsent?: true }
  | { kind: 'note'; note: 'privacy'; draft?: string | undefined }
  | { kind: 'note'; note: 'replaced' | 'rebound'; name: string }
  /** Left out for who must not know which one it was. */
  | { kind: 'note'; note: 'superseded'; reference?: string | undefined }
  /** Put off until a day (YYYY-MM-DD). */
  | { kind: 'note'; note: 'putOff'; until: string }
  | { kind: 'note'; note: 'drill'; drill: string }
  /** How many next of kin somebody has left. */
  | { kind: 'note'; note: 'kin'; count: number }
  | { kind: 'note'; note: 'drillThanks'; answeredAt: string; now: string }
  | ReadyFile
  | { kind: 'note'; note: 'maintenance'; windows: readonly Span[]; toRing: readonly Contact[] }
  | { kind: 'note'; note: 'numbers'; toRing: readonly Contact[] }
  | { kind: 'note'; note: 'maintenanceOff'; windows: readonly Span[] }
  | { kind: 'note'; note: 'drillStarted'; count: number; who?: string }
  | { kind: 'note'; note: 'drillResult'; asked: readonly Contact[]; silent: readonly Contact[] };
