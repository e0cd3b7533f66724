import { readFileSync } from 'node:fs';

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

/** Processor time of a process so far, in milliseconds, to a hundredth of a second: as Linux counts it. */
export function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
