import { Parser } from 'htmlparser2';

/** Elements whose content is not what the person wrote: a mention of somebody, and a message that is quoted. */
const OTHERS_WORDS: ReadonlySet<string> = new Set(['at', 'blockquote', 'quoted', 'style', 'script']);
/** Elements without an end. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'img', 'hr']);
/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'pre',
  'blockquote',
]);
/** Elements that clients of Teams write; anything else between angle brackets is somebody's text. */
const KNOWN: ReadonlySet<string> = new Set([
  ...OTHERS_WORDS,
  ...EMPTY,
  ...BLOCKS,
  ...'a b body code em emoji font head html i attachment ol readonly s span strong sub sup systemeventmessage table tbody td th u ul'.split(
    ' ',
  ),
]);

const isMarkup = (text: string): boolean =>
  [...text.matchAll(/<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi)].some(([, name = '']) =>
    KNOWN.has(name.toLowerCase()),
  ) || /&(nbsp|amp|lt|gt|quot|#\d{1,6}|#x[0-9a-f]{1,5});/i.test(text);

/** The words of a marked-up text, without mentions and quotes. */
function wordsOf(markup: string): string {
  let text = '';
  const open: string[] = [];
  const isOwn = () => !open.some((name) => OTHERS_WORDS.has(name));
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (BLOCKS.has(name)) text += ' ';
        // `<quoted messageId="…"/>` stands for a quote, and has no end.
        const isEnded = EMPTY.has(name) || (name === 'quoted' && 'messageid' in attributes);
        if (!isEnded) open.push(name);
      },
      ontext(part) {
        if (isOwn()) text += part;
      },
      onclosetag(name) {
        const at = open.lastIndexOf(name);
        if (at !== -1) open.splice(at);
        if (BLOCKS.has(name)) text += ' ';
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** The text and, where a client sends it, the same message as HTML. */
export interface Written {
  text: string;
  html: string | undefined;
}

/**
 * The words that a person wrote: without mark-up, mentions and quoted messages. Clients put a quote in the text as if it
 * were the person's own, so where the HTML has one, its other words count.
 */
export function typedText({ text, html }: Written): string {
  const source = html !== undefined && /<blockquote\b|<quoted\b/i.test(html) ? html : text;
  return isMarkup(source) ? wordsOf(source) : source;
}
