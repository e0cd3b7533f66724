import { Parser } from 'htmlparser2';
import { cleanText } from '../../routine/model/cleanText';
import type { Attached } from '../attached';

type Fields = Readonly<Record<string, unknown>>;

const FILE = 'application/vnd.microsoft.teams.file.download.info';
const MOST = 20;
const LONGEST_NAME = 1_000;
const LONGEST_URL = 8_000;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textIn = (value: unknown, longest: number): string =>
  typeof value === 'string' && value.length <= longest ? value : '';
const nameIn = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value.slice(0, LONGEST_NAME)) : '';

/** Whether a message's HTML shows a picture that is no emoji or sticker. */
function showsPicture(html: string): boolean {
  let isFound = false;
  const parser = new Parser({
    onopentag(name, { itemtype = '', itemscope = '' }) {
      if (name === 'img' && !/emoji|sticker/i.test(`${itemtype} ${itemscope}`)) isFound = true;
    },
  });
  parser.end(html);
  return isFound;
}

function attachedIn(attachment: Fields): Attached | undefined {
  const type = textIn(attachment.contentType, 200).toLowerCase();
  const name = nameIn(attachment.name);
  if (type === FILE)
    return { kind: 'file', name, url: textIn(fieldsOf(attachment.content).downloadUrl, LONGEST_URL) };
  if (type.startsWith('image/'))
    return { kind: 'picture', name, url: textIn(attachment.contentUrl, LONGEST_URL) };
  // A link to somebody's file: it takes their own rights to open it.
  if (type === 'reference') return { kind: 'lost', name, url: '' };
  return undefined;
}

/** The pictures and files of a message. A phone that sends a picture only inside its HTML has it counted as lost. */
export function attachmentsIn(given: unknown): readonly Attached[] {
  const all = (Array.isArray(given) ? given.slice(0, MOST) : []).map(fieldsOf);
  const found = all.flatMap((one) => attachedIn(one) ?? []);
  if (found.length > 0) return found;
  const isLost = all.some(
    ({ contentType, content }) =>
      contentType === 'text/html' && typeof content === 'string' && showsPicture(content.slice(0, 40_000)),
  );
  return isLost ? [{ kind: 'lost', name: '', url: '' }] : [];
}
