import type { RealClock } from '../../app/ports/runtime';
import { TAKE } from '../../content/texts/printed/takeDocument';
import { createRateLimit } from './guards/rateLimit';

/*
 * The link to a document. Opened, it is a page with one button, and the button takes the file: what looks links up before a
 * person does (a preview, a scanner of links) opens them and presses nothing, and must not use the ticket up.
 */

/** A use of a ticket: the document that it is good for; undefined: it is good for none. */
type Take = (id: string, ticket: string) => Promise<{ name: string; bytes: Uint8Array } | undefined>;

/** An answer of the link, and the headers that are its own. */
export interface Handed {
  status: number;
  body: string | Uint8Array;
  headers: Readonly<Record<string, string>>;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** All tries together: a ticket cannot be guessed, and nobody is to make the tables busy by trying. */
const EVERYBODY = 'downloads';

interface Words {
  title: string;
  lines: readonly string[];
  button?: string;
}

/** A page of fixed words of ours: nothing that came with the request stands in it. */
const pageOf = (status: number, { title, lines, button }: Words): Handed => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: [
    '<!doctype html><html lang="sv"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body><main><h1>${title}</h1>`,
    ...lines.map((line) => `<p>${line}</p>`),
    ...(button ? [`<form method="post"><button type="submit">${button}</button></form>`] : []),
    '</main></body></html>',
  ].join(''),
});

const { page: TEXT } = TAKE;
const READY = pageOf(200, { title: TEXT.title, lines: TEXT.lines, button: TEXT.button });
const GONE = pageOf(404, { title: TEXT.goneTitle, lines: TEXT.goneLines });
const BUSY = pageOf(429, { title: TEXT.busyTitle, lines: TEXT.busyLines });

/** The page of a link, and its download. */
export function createDownloads({ take, realNow }: { take: Take; realNow: RealClock }) {
  const limit = createRateLimit(realNow);
  return {
    open: (): Handed => READY,
    /** @param url the request's own, `/document/<id>/<ticket>` */
    async take(url = ''): Promise<Handed> {
      if (limit.take(EVERYBODY) !== 'free') return BUSY;
      const [id = '', ticket = ''] = url.split('/').slice(2);
      const file = await take(id, ticket);
      if (!file) return GONE;
      const disposition = `attachment; filename="${file.name}"`;
      return {
        status: 200,
        body: file.bytes,
        headers: { 'content-type': WORD, 'content-disposition': disposition },
      };
    },
  };
}

export type Downloads = ReturnType<typeof createDownloads>;
