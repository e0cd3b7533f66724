/** Entries of a press that its card put there itself. */
const OWN: ReadonlySet<string> = new Set('id once draft page to verb step about from'.split(' '));

/** Whether a press's entry was put there by its card. */
export const isOfCard = (key: string): boolean => OWN.has(key);

/** Whether a value was chosen in an input, not typed: codes, one or several, a day, a time, an amount. */
export const isCode = (text: string): boolean =>
  /^([a-z][A-Za-z]*([;,] ?[a-z][A-Za-z]*)*|[\d:.T-]{1,20})$/.test(text);

/** The entries that came with a press, unchecked: each that is a text. */
export const entriesOf = (data: unknown): [key: string, text: string][] =>
  Object.entries(typeof data === 'object' && data !== null ? data : {}).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' && key.length <= 60 ? [[key, value] as [string, string]] : [],
  );

/** The texts that somebody typed before a press, as they came. */
export const typedTexts = (data: unknown): string[] =>
  entriesOf(data).flatMap(([key, text]) =>
    isOfCard(key) || isCode(text) || text.trim() === '' ? [] : [text],
  );
