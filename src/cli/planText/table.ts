/** A column: its heading, and how many characters are shown on a line. */
export interface Column {
  heading: string;
  width: number;
}

const length = (text: string): number => [...text].length;

/** Lines of at most so many characters; a longer word is cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else
      for (let rest = word; rest !== '' || word === ''; rest = [...rest].slice(width).join('')) {
        lines.push([...rest].slice(0, width).join(''));
        if (word === '') break;
      }
  }
  return lines;
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - length(text)));

/** One row on as many lines as its longest cell needs; each of a cell's sentences begins on a line of its own. */
function rowLines(columns: readonly Column[], cells: readonly (readonly string[])[]): string[] {
  const wraps = columns.map(({ width }, index) =>
    (cells[index] ?? []).flatMap((text) => wrapped(text, width)),
  );
  const height = Math.max(1, ...wraps.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width }, index) => padded(wraps[index]?.[line] ?? '', width))
      .join(' | ')
      .trimEnd(),
  );
}

/** A table as lines of text, with a rule between rows. A cell is a list of sentences. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly (readonly string[])[])[],
): string[] {
  const rule = columns.map(({ width }) => '-'.repeat(width)).join('-+-');
  return [
    ...rowLines(
      columns,
      columns.map(({ heading }) => [heading]),
    ),
    ...rows.flatMap((cells) => [rule, ...rowLines(columns, cells)]),
  ];
}
