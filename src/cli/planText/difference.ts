/** Lines round a change that are shown too. */
const CONTEXT = 2;

interface Line {
  mark: ' ' | '-' | '+';
  text: string;
  /** The heading under which it stands. */
  under: string;
}

/** The length of the longest common run of lines, from each place to the end. */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--) {
      const [row = [], next = []] = [lengths[one], lengths[one + 1]];
      row[other] =
        before[one] === after[other]
          ? (next[other + 1] ?? 0) + 1
          : Math.max(next[other] ?? 0, row[other + 1] ?? 0);
    }
  return lengths;
}

/** A heading stands alone between empty lines and is no row of a table. */
const isHeading = (lines: readonly string[], at: number): boolean =>
  lines[at] !== '' && lines[at + 1] === '' && (lines[at - 1] ?? '') === '' && !lines[at]?.includes('|');

/** Both texts as one: lines of both, of the first alone (`-`) and of the second alone (`+`). */
function woven(before: readonly string[], after: readonly string[]): Line[] {
  const common = commonFrom(before, after);
  const lines: Line[] = [];
  let under = '';
  for (let [one, other] = [0, 0]; one < before.length || other < after.length; ) {
    const [old, now] = [before[one], after[other]];
    if (old !== undefined && old === now) {
      if (isHeading(after, other)) under = now;
      lines.push({ mark: ' ', text: old, under });
      [one, other] = [one + 1, other + 1];
    } else if (now === undefined || (common[one + 1]?.[other] ?? -1) >= (common[one]?.[other + 1] ?? -1)) {
      lines.push({ mark: '-', text: old ?? '', under });
      one += 1;
    } else {
      lines.push({ mark: '+', text: now, under });
      other += 1;
    }
  }
  return lines;
}

/**
 * The difference between two texts: changed lines with two on each side, `-` before those of the first and `+` before those of
 * the second, each group under its heading (`@@ …`). Empty: nothing does.
 */
export function differenceOf(before: readonly string[], after: readonly string[]): string[] {
  const lines = woven(before, after);
  const changed = lines.flatMap(({ mark }, at) => (mark === ' ' ? [] : [at]));
  const isShown = (at: number) => changed.some((one) => Math.abs(one - at) <= CONTEXT);
  return lines.flatMap(({ mark, text, under }, at) => {
    if (!isShown(at)) return [];
    const line = `${mark} ${text}`.trimEnd();
    return at > 0 && isShown(at - 1) ? [line] : [`@@ ${under}`.trimEnd(), line];
  });
}
