/** JSON with the keys of every object in order, so that the same value is always the same text. `leftOut`: keys that do not count. */
export const sortedJson = (value: unknown, leftOut: ReadonlySet<string> = new Set()): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(
          Object.entries(one)
            .filter(([key]) => !leftOut.has(key))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  );
