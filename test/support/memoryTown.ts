import type { Deps } from '../../src/app/deps';
import type {
  Agenda,
  AgendaRow,
  IncidentIndex,
  IncidentStore,
  OpenIncident,
  SubjectStore,
  UpdateResult,
} from '../../src/app/ports';
import { createSendGate, heeding } from '../../src/app/sendGate';
import { emptyPerson, emptyTown, type PersonState, type TownState } from '../../src/app/subjects';
import { oxelosund } from '../../src/content/oxelosund';
import type { Contact } from '../../src/routine/contact';
import type { Incident } from '../../src/routine/incident';
import { MemoryStore } from './memoryStore';
import { contacts as everyone, NOW } from './pureTown';

const TENANT = 'tenant1';
const REAL_START = 1_000_000_000;

/** What was asked of the connector. */
export interface Call {
  kind: 'send' | 'update';
  person: string;
  /** The activity that was posted or changed; empty when nothing was taken. */
  activityId: string;
  card: string;
  by: string;
}

/** Several incidents in memory, an agenda, a connector that answers as a test says, and both clocks. */
export class MemoryTown {
  readonly stores = new Map<string, MemoryStore>();
  readonly rows = new Map<string, { value: AgendaRow; etag: string }>();
  readonly opened = new Map<string, OpenIncident>();
  readonly known = new Set<string>();
  readonly calls: Call[] = [];
  readonly lines: { level: string; event: string; [field: string]: unknown }[] = [];
  /** Answers to come, by person and kind of call; without one it is taken. */
  readonly answers = new Map<string, UpdateResult[]>();
  /** Asked before each call is answered: a test may hold it. */
  before: (call: Pick<Call, 'kind' | 'person'>) => Promise<void> = async () => undefined;
  contacts: Contact[] = everyone;
  /** Milliseconds since the start, on both clocks. */
  passed = 0;
  /** What chance gives: 0 to 255. */
  chance = 128;
  private count = 0;

  realNow = () => REAL_START + this.passed;
  now = () => new Date(NOW.getTime() + this.passed);

  async put(incident: Incident): Promise<MemoryStore> {
    const store = new MemoryStore(incident);
    this.stores.set(incident.id, store);
    await this.agenda.wake(incident.id, this.now().getTime(), incident.rev, incident.acute);
    return store;
  }

  /** The next answers to calls of a kind for a person. */
  answer(kind: Call['kind'], person: string, ...results: UpdateResult[]): void {
    this.answers.set(`${kind} ${person}`, results);
  }

  sent = (person?: string): Call[] =>
    this.calls.filter((call) => call.kind === 'send' && (person === undefined || call.person === person));

  /** One process on all of this, with a gate of its own. */
  deps(by = 'one'): Deps {
    const gate = createSendGate();
    const call = async (
      kind: Call['kind'],
      person: string,
      to: string,
      card: object,
    ): Promise<UpdateResult> => {
      await this.before({ kind, person });
      const answer = this.answers.get(`${kind} ${person}`)?.shift();
      const activityId = answer ? '' : to || `activity${++this.count}`;
      this.calls.push({ kind, person, activityId, card: JSON.stringify(card), by });
      return answer ?? { kind: 'sent', activityId };
    };
    const messenger = {
      send: async (to: { userId: string }, { card }: { card: object }) => {
        const result = await call('send', to.userId, '', card);
        if (result.kind === 'gone') throw new Error('A new card cannot be gone.');
        return result;
      },
      update: (to: { userId: string }, id: string, { card }: { card: object }) =>
        call('update', to.userId, id, card),
    };
    const note = (level: string) => (fields: object, event: string) => {
      this.lines.push({ level, event, ...fields });
    };
    return {
      incidents: this.incidents,
      agenda: this.agenda,
      contacts: {
        read: async () => this.contacts,
        isEmpty: async () => false,
        put: async () => undefined,
        bind: async () => false,
        replace: async () => false,
      },
      people: {
        read: async (person) => ({ value: { person, name: '', address: addressOf(person) }, etag: '1' }),
        save: async () => 'saved',
        findByEmail: async () => undefined,
      },
      drafts: {
        of: async () => [],
        read: async () => undefined,
        save: async () => 'saved',
        remove: async () => undefined,
      },
      index: this.index,
      persons: empty<PersonState>(emptyPerson),
      town: empty<TownState>(emptyTown),
      erasure: {
        isBuried: async () => false,
        bury: async () => undefined,
        destroy: async () => undefined,
      },
      messenger: heeding(messenger, gate, this.realNow),
      gate,
      now: this.now,
      realNow: this.realNow,
      random: (size) => new Uint8Array(size).fill(this.chance),
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      municipality: oxelosund,
    };
  }

  private store(id: string): MemoryStore {
    const store = this.stores.get(id);
    if (!store) throw new Error(`No incident ${id}`);
    return store;
  }

  private incidents: IncidentStore = {
    read: async (id) => this.stores.get(id)?.incidents().read(id),
    insert: async () => 'exists',
    save: async (file, change) => this.store(file.incident.id).incidents().save(file, change),
    history: async () => ({ entries: [], whole: true }),
    views: async () => ({ entries: [], whole: true }),
  };

  private index: IncidentIndex = {
    add: async (person, { id }) => {
      const isNew = !this.known.has(`${person} ${id}`);
      this.known.add(`${person} ${id}`);
      return isNew;
    },
    of: async () => [],
    claimReference: async () => true,
    opens: async (id, rev) => {
      this.opened.set(id, { id, rev, writtenAt: this.realNow() });
    },
    closes: async (id, rev) => {
      if ((this.opened.get(id)?.rev ?? 0) <= rev) this.opened.delete(id);
    },
    open: async () => [...this.opened.values()],
  };

  readonly agenda: Agenda = {
    wake: async (subject, due, rev, isAcute = false) => {
      const value = { subject, due, rev, isAcute, writtenAt: this.realNow() };
      this.rows.set(subject, { value, etag: `w${++this.count}` });
    },
    read: async (subject) => this.rows.get(subject),
    move: async ({ value, etag }, due) => {
      if (this.rows.get(value.subject)?.etag !== etag) return 'conflict';
      const moved = { ...value, due, writtenAt: this.realNow() };
      this.rows.set(value.subject, { value: moved, etag: `m${++this.count}` });
      return 'saved';
    },
    due: async (now, limit) =>
      [...this.rows.values()]
        .map(({ value }) => value)
        .filter(({ due }) => due <= now)
        .sort((a, b) => Number(b.isAcute) - Number(a.isAcute) || a.due - b.due)
        .slice(0, limit),
    earliest: async () => Math.min(...[...this.rows.values()].map(({ value }) => value.due)),
    wakeAll: async () => undefined,
  };
}

const addressOf = (person: string) => ({
  serviceUrl: '',
  conversationId: `chat ${person}`,
  userId: person,
  botId: '',
  tenantId: TENANT,
});

/** A store in which nothing is kept. */
const empty = <S>(state: (id: string) => S): SubjectStore<S> => ({
  read: async (id) => ({ state: state(id), etag: undefined, rev: 0, cards: [], deliveries: [] }),
  save: async () => 'saved',
});
