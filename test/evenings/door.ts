import { partsOf } from '../document/reading';
import { words } from '../support/cardReading';
import type { OpenId } from '../support/openId';
import { LINKED } from '../support/retention';
import { type Person, startTown, type Town } from '../support/town';
import { type Evening, PEOPLE, type Stage, type Who } from './stage';

/* An evening through the bot's own door, and all that somebody was sent and answered in it. */

/** What an official or politician looks at of their own accord. */
const TYPED = [
  'status',
  'hjälp',
  'vem kan se',
  'mina ärenden',
  'kontaktlista',
  'vad väntar',
  'notiser',
  'bevis',
  'mina uppgifter',
  'rapportera hot',
];
/** The pages of the tab that need no incident. */
const PAGES = [
  'inbox',
  'me',
  'contacts',
  'contactsFile',
  'ownWords',
  'overview',
  'improvements',
  'summary',
  'links',
];
/** The end of a token, in seconds: an evening lasts for days. */
const NEVER = Date.parse('2036-01-01') / 1_000;
/** The id of an incident that there is not. */
const NO_INCIDENT = 'q'.repeat(26);

/** What is random: ids, references, the connector's port, and how often an incident was changed, which stands in a press's id. */
const withoutChance = (text: string, serviceUrl: string): string =>
  text
    .replaceAll(serviceUrl, 'URL')
    .replace(/\d{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g, 'REF')
    .replace(/[a-z0-9]{26}(\.\d+)?/g, 'ID')
    .replace(/(\\?")(id|replyToId|activityId)\\?":\\?"[^"]*"/g, '$1$2":"ID"');

/** An answer of the tab; a file in it as what is read in it: a Word file's own bytes hold the time of the machine. */
function opened(text: string): string {
  const { content, ...rest } = JSON.parse(text) as { content?: string; name?: string };
  if (typeof content !== 'string') return text;
  const bytes = Buffer.from(content, 'base64');
  const read = rest.name?.endsWith('.docx') ? wordsOf(bytes) : bytes.toString('utf8');
  return JSON.stringify({ ...rest, read });
}

/** The parts of a Word file but its properties, which say when it was made. */
const wordsOf = (bytes: Uint8Array): [string, string][] =>
  Object.entries(partsOf(bytes)).filter(([name]) => !name.startsWith('docProps/'));

export class Door implements Stage {
  private readonly people = new Map<Who, Person>();
  /** Answers that the wrong ones got when they looked around. */
  private readonly answered = new Map<Who, string[]>();

  private constructor(
    private readonly evening: Evening,
    readonly town: Town,
    private readonly openId: OpenId,
  ) {}

  static async open(evening: Evening, openId: OpenId): Promise<Door> {
    const town = await startTown({ now: evening.begins, openId, links: LINKED });
    const door = new Door(evening, town, openId);
    for (const who of evening.people) {
      const { userId, name, email } = PEOPLE[who];
      const person = town.person(userId, name, email);
      const member = town.connector.members.get(`29:${userId}`);
      if (member) town.connector.members.set(`29:${userId}`, { ...member, userPrincipalName: email });
      await person.install();
      door.people.set(who, person);
    }
    return door;
  }

  stop = (): Promise<void> => this.town.stop();

  person(who: Who): Person {
    const found = this.people.get(who);
    if (!found) throw new Error(`${who} has no chat this evening.`);
    return found;
  }

  async say(who: Who, text: string): Promise<void> {
    await this.person(who).say(text);
  }

  async press(who: Who, title: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.person(who).press(title, { ...typed });
  }

  async sees(who: Who, text: string): Promise<void> {
    const person = this.person(who);
    const seen = [words(person.card()), words(person.newest())];
    if (!seen.some((card) => card.includes(text)))
      throw new Error(`${who} does not see "${text}", but:\n${seen.join('\n---\n')}`);
  }

  async neverSees(who: Who, text: string): Promise<void> {
    const seen = this.person(who)
      .chat()
      .flatMap(({ sent }) => sent)
      .join('\n');
    if (seen.includes(text)) throw new Error(`${who} was sent "${text}".`);
  }

  until(now: string): Promise<void> {
    return this.town.until(now);
  }

  async lookAround(): Promise<void> {
    const incidents = (await this.town.tables.index.of(PEOPLE.politician.userId, 10)).map(({ id }) => id);
    for (const who of this.evening.wrong) {
      const got = this.answered.get(who) ?? [];
      for (const text of TYPED) {
        const { status, card } = await this.person(who).say(text);
        got.push(`${text}: ${status} ${JSON.stringify(card)}`);
      }
      for (const ask of PAGES) got.push(await this.ask(who, { ask }));
      got.push(...(await this.reachFor(who, incidents[0] ?? NO_INCIDENT)));
      this.answered.set(who, got);
    }
  }

  /** What somebody gets who has come by an incident's id. */
  private async reachFor(who: Who, id: string): Promise<string[]> {
    const press = async (verb: string, data: object) => {
      const { status, body } = await this.person(who).invoke('', verb, { id, ...data });
      return `${verb}: ${status} ${JSON.stringify(body)}`;
    };
    const inTab = [
      await this.ask(who, { ask: 'incident', id }),
      await this.ask(who, { ask: 'log', id, purpose: 'nyfiken' }),
    ];
    // Whoever holds the victim's own phone presses what stands on it.
    if (who === 'politician') return inTab;
    return [
      ...inTab,
      await press('page', { page: 'details' }),
      await press('page', { page: 'readers' }),
      await press('acknowledge', {}),
    ];
  }

  private async ask(who: Who, asked: object): Promise<string> {
    const response = await fetch(`${this.town.url}/api/tab/ask`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.openId.tabToken(PEOPLE[who].userId, { exp: NEVER })}`,
      },
      body: JSON.stringify(asked),
    });
    return `${JSON.stringify(asked)}: ${response.status} ${opened(await response.text())}`;
  }

  /** All that a person was ever sent and answered, and what stands in their chat, without what is random in it: a line each. */
  got(who: Who): string[] {
    const person = this.person(who);
    const sent = person.chat().flatMap((message) => message.sent);
    const shown = person.sees().map((card) => JSON.stringify(card));
    const { serviceUrl } = this.town.connector;
    return [...sent, ...shown, ...(this.answered.get(who) ?? [])].map((line) =>
      withoutChance(line, serviceUrl),
    );
  }
}
