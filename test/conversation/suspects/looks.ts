import { joined, partsOf } from '../../document/reading';
import { buttons, words } from '../../support/cardReading';
import type { OpenId } from '../../support/openId';
import type { Person, Town } from '../../support/town';

/* Everything that a person is sent, and that they find when they look of their own accord: to compare two towns byte by byte. */

/** A text without what is random in it. */
const plain = (text: string): string =>
  text
    .replace(/\b[a-z0-9]{26}\b/g, 'ID')
    .replace(/\b20\d\d-[0-9A-HJKMNP-TV-Z]{4}\b/g, 'REFERENCE')
    .replace(/"(id|replyToId|activityId|conversation)":"[^"]*"/g, '"id":"ID"');

/** The messages that a person was ever sent, in order, each with all its forms: what it said first, and what it was changed to. */
export const sentTo = ({ connector }: Town, { conversation }: Person): string[][] =>
  connector.messages.filter((one) => one.conversation === conversation).map(({ sent }) => sent.map(plain));

const TYPED = ['mina ärenden', 'kontaktlista', 'vad väntar', 'hjälp', 'notiser'];
const PAGES = ['inbox', 'overview', 'improvements', 'summary', 'links', 'contacts', 'me'];

async function askTab(town: Town, token: string, ask: string): Promise<string> {
  const response = await fetch(`${town.url}/api/tab/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ask }),
  });
  const text = await response.text();
  const { content, ...rest } = (text === '' ? {} : JSON.parse(text)) as { content?: string };
  const parts = content === undefined ? {} : partsOf(Buffer.from(content, 'base64'));
  return `${response.status} ${JSON.stringify(rest)} ${Object.values(parts).map(joined).join(' ')}`;
}

/** All lists and pages that an official may look at, each begun with its name; the incident, if there is one, asked for by its reference. */
export async function looksOf(
  town: Town,
  { openId, person }: { openId: OpenId; person: Person },
): Promise<string[]> {
  const [open] = await town.tables.index.open();
  const file = open && (await town.tables.incidents.read(open.id));
  const seen: string[] = [];
  const note = (what: string, found: string) => seen.push(plain(`${what}\n${found}`));
  const token = openId.tabToken(person.userId);
  for (const ask of PAGES) note(ask, await askTab(town, token, ask));
  for (const text of TYPED) {
    const { card } = await person.say(text);
    note(text, `${words(card)} ${JSON.stringify(buttons(card).map(({ title }) => title))}`);
  }
  note('ärende', words((await person.say(`ärende ${file?.incident.reference ?? '2026-7KQ4'}`)).card));
  return seen;
}
