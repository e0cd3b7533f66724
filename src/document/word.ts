import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { DOCUMENT } from '../content/texts/printed/document';
import type { DocumentPart, DocumentTable as Rows, WordDocument } from './model';

/* A document as Word: real headings, tables whose head is repeated on each page, Swedish as its language, a title of its own. */

const LANGUAGE = 'sv-SE';
/** Of a page of A4 between its margins, in twentieths of a point. */
const WIDTH = 9_600;
const MARGIN = 1_150;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

/** Signs that XML cannot hold: a file with one of them is a file that Word cannot open. */
const NOT_XML = /[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const clean = (text: string): string => text.replace(NOT_XML, '');

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
      ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}

const partOf = ({ title, level, lines, table }: DocumentPart): (Paragraph | Table)[] => [
  new Paragraph({ heading: HEADINGS[level], keepNext: true, children: [new TextRun(clean(title))] }),
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

/**
 * The bytes of a document in Word's format (.docx).
 * @throws nothing of what stands in it: signs that XML cannot hold are left out
 */
export const wordBytes = async (document: WordDocument): Promise<Buffer> =>
  Packer.toBuffer(
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
            new Paragraph({ children: [new TextRun(clean(document.municipality))] }),
            new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(document.title))] }),
            ...document.lines.flatMap((line) => paragraphs(line)),
            ...document.parts.flatMap(partOf),
          ],
        },
      ],
    }),
  );
