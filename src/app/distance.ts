/** How many letters must be added, left out or changed to make one text of the other (Levenshtein). */
export function distance(one: string, other: string): number {
  const letters = [...other];
  let row = [0, ...letters.map((_, index) => index + 1)];
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, its] of letters.entries()) {
      const changed = (row[index] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
