export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A whole number with spaces between the thousands. */
export const number = (value: number): string => Math.round(value).toLocaleString('en').replaceAll(',', ' ');

/** A table as Markdown, its head first. */
export const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((row, at) => {
      const line = `| ${row.join(' | ')} |`;
      return at === 0 ? [line, `| ${row.map(() => '---').join(' | ')} |`] : [line];
    })
    .join('\n');
