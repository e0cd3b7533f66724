import { createSendGate, withPauses } from '../../src/app/delivery/sendGate';
import type { Deps } from '../../src/app/deps';
import type { UpdateResult } from '../../src/app/ports/messenger';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { MemoryStore } from './memoryStore';
import { MemoryTables } from './memoryTables';
import { contacts as everyone, NOW } from './pureTown';

const TENANT = 'tenant1';
const REAL_START = 1_000_000_000;

/** The requests to the connector. */
export interface Call {
  kind: 'send' | 'update';
  person: string;
  /** The activity that was posted or changed; empty when nothing was taken. */
  activityId: string;
  card: string;
  by: string;
}

/** Tables in memory, where everybody has a chat; a connector that answers as a test says, and both clocks. */
export class MemoryTown extends MemoryTables {
  readonly calls: Call[] = [];
  readonly lines: { level: string; event: string; [field: string]: unknown }[] = [];
  /** Answers to come, by person and kind of call; without one it is taken. */
  readonly answers = new Map<string, UpdateResult[]>();
  /** Asked before each call is answered: a test may hold it. */
  before: (call: Pick<Call, 'kind' | 'person'>) => Promise<void> = async () => undefined;
  /** Milliseconds since the start, on both clocks. */
  passed = 0;
  /** The byte that the random source gives: 0 to 255. */
  chance = 128;
  private count = 0;
  readonly agenda = this.agendaPort();

  constructor(contacts: Contact[] = everyone) {
    super(contacts, () => REAL_START + this.passed);
  }

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
    const { people } = this.ports();
    const everybody: typeof people = {
      ...people,
      read: async (person) =>
        (await people.read(person)) ?? { value: { person, name: '', address: addressOf(person) }, etag: '' },
      // A row that nobody has written yet was read all the same.
      save: (row, etag) => people.save(row, etag || undefined),
    };
    const note = (level: string) => (fields: object, event: string) => {
      this.lines.push({ level, event, ...fields });
    };
    return {
      ...this.ports(),
      people: everybody,
      messenger: withPauses(messenger, gate, this.realNow),
      gate,
      now: this.now,
      realNow: this.realNow,
      random: (size) => new Uint8Array(size).fill(this.chance),
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      municipality: oxelosund,
    };
  }
}

const addressOf = (person: string) => ({
  serviceUrl: '',
  conversationId: `chat ${person}`,
  userId: person,
  botId: '',
  tenantId: TENANT,
});
