import type { Municipality } from '../content/municipalities/municipality';
import type { Paper } from '../document/model';
import type { Retention } from '../routine/model/routine';
import type { Agenda } from './ports/agenda';
import type { LastHeads } from './ports/audit';
import type { AggregateStore } from './ports/delivery';
import type { Erasure } from './ports/erasure';
import type { FileStore } from './ports/files';
import type { IncidentIndex, IncidentStore } from './ports/incidents';
import type { Directory, Messenger, SendGate } from './ports/messenger';
import type { ContactList, DraftStore, People } from './ports/people';
import type { Log, RandomBytes, RealClock, RoutineClock } from './ports/runtime';
import type { AskingState, MaintenanceState, MunicipalityState, PersonState } from './ports/states';
import type { Telemetry } from './ports/telemetry';
import type { InTurn } from './runtime/inTurn';
import type { KnownSuspects } from './runtime/knownSuspects';

/** The municipality's decision that the strategist may look for one sender in several incidents. `until`: its last day, YYYY-MM-DD. */
export interface LinkDecision {
  decision: string;
  purpose: string;
  until: string;
}

/** All that the app needs from outside: tables, sender, clocks, chance. */
export interface Deps {
  incidents: IncidentStore;
  agenda: Agenda;
  contacts: ContactList;
  people: People;
  drafts: DraftStore;
  index: IncidentIndex;
  /** States of persons outside incidents. */
  persons: AggregateStore<PersonState>;
  municipalityState: AggregateStore<MunicipalityState>;
  maintenance: AggregateStore<MaintenanceState>;
  /** Questions to many. */
  askings: AggregateStore<AskingState>;
  erasure: Erasure;
  files: FileStore;
  /** The media type of a content; '' where it is not known. Left out: nothing is known. */
  typeOf?: (bytes: Uint8Array) => Promise<string>;
  /** Bytes of the biggest file that is taken; left out: 20 MB. */
  mostBytes?: number;
  messenger: Messenger;
  /** Left out: nobody is looked up again. */
  directory?: Directory;
  /** One for the whole process. */
  gate: SendGate;
  now: RoutineClock;
  realNow: RealClock;
  random: RandomBytes;
  log: Log;
  municipality: Municipality;
  /** A process that serves chats only: whatever is due by itself is another's to deliver. */
  isSweepOff?: boolean;
  /** Where browsers reach this server, without a slash at the end; left out: no document can be fetched. */
  publicUrl?: string | undefined;
  /** The municipality's own logo and template of documents; left out: none. */
  paper?: Paper;
  /** Undefined: not decided, so nothing is erased. */
  retention?: Retention | undefined;
  /** Undefined: not decided, so nobody looks. */
  links?: LinkDecision | undefined;
  /** One for the whole process; left out: nobody waits. */
  inTurn?: InTurn;
  /** One for the whole process; left out: nothing is known of anybody who cannot be read. */
  known?: KnownSuspects;
  /** Left out: nothing is measured. */
  telemetry?: Telemetry | undefined;
  /** One for the whole process; left out: heads are not logged. */
  lastHeads?: LastHeads;
}
