import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  PatchType,
  patchDetector,
  patchDocument,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { DOCUMENT } from '../content/texts/printed/document';
import { PLACEHOLDERS } from '../content/texts/printed/template';
import {
  type DocumentPart,
  mapTexts,
  type Paper,
  type DocumentTable as Rows,
  SLOTS,
  type WordDocument,
} from './model';
import { type HeadingStyles, headingStyles, isFitting, partsBySlot, templateFaults } from './template';

/* A document as Word: real headings, tables whose head is repeated on each page, Swedish as its language, a title of its own. */

const LANGUAGE = 'sv-SE';
/** Of a page of A4 between its margins, in twentieths of a point. */
const WIDTH = 9_600;
const MARGIN = 1_150;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

/** Signs that XML cannot hold: a file with one of them is a file that Word cannot open. */
const NOT_XML = /[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const clean = (text: string): string => text.replace(NOT_XML, '');

/** Signs of a row that stands on one page: longer ones are broken, or half a page would be left empty. */
const WHOLE_ROW = 700;

const paragraphs = (text: string, isBold = false): Paragraph[] =>
  text
    .split('\n')
    .map((line) => new Paragraph({ children: [new TextRun({ text: clean(line), bold: isBold })] }));

function tableOf({ heads, rows, widths }: Rows): Table {
  const sum = widths.reduce((all, one) => all + one, 0);
  const sizes = widths.map((one) => Math.round((one / sum) * WIDTH));
  const cell = (text: string, column: number, isHead: boolean) =>
    new TableCell({
      width: { size: sizes[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead && { shading: { fill: 'E8EBF0' } }),
      children: paragraphs(text, isHead || column === 0),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: sizes,
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((text, at) => cell(text, at, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.join('').length < WHOLE_ROW,
            children: row.map((text, at) => cell(text, at, false)),
          }),
      ),
    ],
  });
}

/** @param styles the template's own; left out: those of a document without one */
const partOf = (
  { title, level, lines, table }: DocumentPart,
  styles?: Partial<HeadingStyles>,
): (Paragraph | Table)[] => [
  new Paragraph({
    ...(styles?.[level] ? { style: styles[level] } : { heading: HEADINGS[level] }),
    keepNext: true,
    children: [new TextRun(clean(title))],
  }),
  ...lines.flatMap((line) => paragraphs(line)),
  ...(table ? [tableOf(table)] : []),
];

const footerOf = ({ municipality, reference }: WordDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun(clean(`${municipality} · ${reference} · `)),
          new TextRun({
            children: [DOCUMENT.page, ' ', PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'],
          }),
        ],
      }),
    ],
  });

const FONT = 'Calibri';
const heading = (size: number) => ({
  run: { font: FONT, size, bold: true, color: '1F2A44' },
  paragraph: { spacing: { before: 280, after: 120 } },
});
const STYLES = {
  default: {
    document: { run: { font: FONT, size: 22, language: { value: LANGUAGE, eastAsia: LANGUAGE } } },
    title: {
      run: { font: FONT, size: 40, bold: true, color: '1F2A44' },
      paragraph: { spacing: { after: 160 } },
    },
    heading1: heading(30),
    heading2: heading(25),
  },
};

/** Pixels of a logo's height on paper, and its greatest width. */
const LOGO = { height: 56, width: 260 };

function logoOf(municipality: string, logo: Paper['logo']): Paragraph[] {
  if (!logo || logo.width === 0 || logo.height === 0) return [];
  const scale = Math.min(LOGO.height / logo.height, LOGO.width / logo.width);
  const name = DOCUMENT.logo(clean(municipality));
  const image = new ImageRun({
    type: 'png',
    data: logo.bytes,
    transformation: { width: logo.width * scale, height: logo.height * scale },
    altText: { name, title: name, description: name },
  });
  return [new Paragraph({ children: [image] })];
}

const laidOut = (document: WordDocument, logo: Paper['logo']): Document =>
  new Document({
    title: clean(document.title),
    creator: clean(document.municipality),
    description: clean(document.reference),
    styles: STYLES,
    sections: [
      {
        properties: { page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: footerOf(document) },
        children: [
          ...logoOf(document.municipality, logo),
          new Paragraph({ children: [new TextRun(clean(document.municipality))] }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(document.title))] }),
          ...document.lines.flatMap((line) => paragraphs(line)),
          ...document.parts.flatMap((part) => partOf(part)),
        ],
      },
    ],
  });

/** The placeholders that stand in a template, in text, head and foot. @throws where it is no Word file */
export const placeholdersIn = async (template: Uint8Array): Promise<readonly string[]> =>
  patchDetector({ data: Buffer.from(template), trimPlaceholders: true });

/** Typed text that is no placeholder, whatever it says: a sign that is not seen stands between its braces. */
const inert = (text: string): string => text.replaceAll('{{', '{\u2060{');

/**
 * A template with its placeholders filled. What is said of secrecy, and of a masked copy that it is one, stands before the first part where
 * the template has no place for it.
 */
function filled(whole: WordDocument, template: Uint8Array, found: readonly string[]): Promise<Buffer> {
  const document = mapTexts(whole, inert);
  const styles = headingStyles(template);
  const bySlot = partsBySlot(document);
  const { parts, facts } = PLACEHOLDERS;
  const first = found.includes(facts.lines) ? [] : document.lines.flatMap((line) => paragraphs(line));
  const inline = (text: string) => ({
    type: PatchType.PARAGRAPH,
    children: [new TextRun(clean(text))],
  });
  return patchDocument({
    outputType: 'nodebuffer',
    data: Buffer.from(template),
    trimPlaceholders: true,
    properties: { title: clean(document.title), creator: clean(document.municipality) },
    patches: {
      ...Object.fromEntries(
        SLOTS.map((slot) => [
          parts[slot],
          {
            type: PatchType.DOCUMENT,
            children: [
              ...(slot === SLOTS[0] ? first : []),
              ...(bySlot.get(slot) ?? []).flatMap((part) => partOf(part, styles)),
            ],
          },
        ]),
      ),
      [facts.title]: inline(document.title),
      [facts.municipality]: inline(document.municipality),
      [facts.reference]: inline(document.reference),
      [facts.lines]: inline(document.lines.join(' ')),
    },
  });
}

/**
 * The bytes of a document in Word's format (.docx): in the municipality's own template where that fits, else as it is laid out here.
 * @param unfit told where a template does not fit
 * @throws nothing of what stands in it: signs that XML cannot hold are left out
 */
export async function wordBytes(
  document: WordDocument,
  { template, logo }: Paper = {},
  unfit: (why: Record<string, string>) => void = () => undefined,
): Promise<Buffer> {
  if (template) {
    const found = await placeholdersIn(template);
    const faults = templateFaults(template, found);
    if (isFitting(faults)) return filled(document, template, found);
    unfit(Object.fromEntries(Object.entries(faults).map(([what, found]) => [what, found.join(' ')])));
  }
  return Packer.toBuffer(laidOut(document, logo));
}
