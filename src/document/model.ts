/*
 * The incident document as data: what stands in it, and nothing of how Word writes it down. Its own parts are drawn of a scene
 * (./incidentDocument.ts); Word is one way to write it (./word.ts).
 */

/** A file that is handed over: its name and its bytes. */
export interface HandedOver {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The media type of a Word file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A table: one head a column, and no cell empty. Line breaks in a cell are paragraphs. */
export interface DocumentTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
}

/** Places of a municipality's own template, in the plan's order. */
export const SLOTS = [
  'about',
  'report',
  'checklist',
  'beside',
  'talks',
  'review',
  'versions',
  'history',
] as const;
export type Slot = (typeof SLOTS)[number];

/** The municipality's own paper. `logo`: a PNG, with its size in pixels; `template`: a Word file with placeholders. */
export interface Paper {
  readonly logo?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
  readonly template?: Uint8Array;
}

/** A part under a heading of its own: lines, then a table. */
export interface DocumentPart {
  readonly title: string;
  readonly level: 1 | 2;
  /** Its place in a template; left out: with the part before it. */
  readonly slot?: Slot;
  readonly lines: readonly string[];
  readonly table?: DocumentTable | undefined;
}

/** A whole document. */
export interface WordDocument {
  readonly title: string;
  readonly municipality: string;
  /** In the foot of each page: which incident it is. */
  readonly reference: string;
  /** Right under the title. */
  readonly lines: readonly string[];
  readonly parts: readonly DocumentPart[];
}

/** The same document with each of its texts changed: headings, heads of tables and all. */
export const mapTexts = (document: WordDocument, change: (text: string) => string): WordDocument => ({
  title: change(document.title),
  municipality: change(document.municipality),
  reference: change(document.reference),
  lines: document.lines.map(change),
  parts: document.parts.map(({ title, level, slot, lines, table }) => ({
    title: change(title),
    level,
    ...(slot && { slot }),
    lines: lines.map(change),
    ...(table && {
      table: {
        heads: table.heads.map(change),
        rows: table.rows.map((row) => row.map(change)),
        widths: table.widths,
      },
    }),
  })),
});

/** A row with a question and its answers; `blank` where there is none, for no cell is left empty. */
export const answerRow = (question: string, answers: readonly string[], blank: string): readonly string[] => {
  const said = answers.filter(Boolean).join('\n');
  return [question, said || blank];
};
