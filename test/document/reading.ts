import { strFromU8, unzipSync } from 'fflate';

/** The parts of a Word file as text, by their paths in it. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const UNESCAPED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (one) => UNESCAPED[one] ?? one);

/** All words of a part of XML, with its runs joined. */
export const joined = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));

/** The words of a part, a line a paragraph. */
export const paragraphsOf = (xml: string): string[] => xml.split('</w:p>').map(joined);

const inner = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(
    ([, content]) => content ?? '',
  );

/** The cells of each table, row by row, in words; and whether the first row is marked as its head. */
export const tablesOf = (xml: string): { isHeaded: boolean; rows: string[][] }[] =>
  inner(xml, 'w:tbl').map((table) => {
    const rows = inner(table, 'w:tr');
    return {
      isHeaded: rows[0]?.includes('<w:tblHeader/>') ?? false,
      rows: rows.map((row) => inner(row, 'w:tc').map((cell) => paragraphsOf(cell).join('\n').trim())),
    };
  });

/** The headings, in order: level and words. */
export const headingsOf = (xml: string): { level: number; text: string }[] =>
  xml.split('</w:p>').flatMap((paragraph) => {
    const [, level] = /<w:pStyle w:val="Heading(\d)"\/>/.exec(paragraph) ?? [];
    return level ? [{ level: Number(level), text: joined(paragraph) }] : [];
  });
