/** Stricter than Azure, which forbids / \ # ? and control characters: keys stand in addresses and in logs. */
const KEY_TEXT = /^[\w.|:~-]{1,250}$/;

/** Whether a text may stand in a partition or row key as it is. */
export const isKeyText = (text: string): boolean => KEY_TEXT.test(text);

/** @throws when the text cannot be a key; the text itself is not repeated, for it may be somebody's name. */
export const assertKeyText = (text: string, what: string): string => {
  if (isKeyText(text)) return text;
  throw new Error(
    `${what} cannot be a key in table storage: it must be 1 to 250 characters of a-z, A-Z, 0-9 and _ . | : ~ -. ` +
      'Give it a code of its own; never a name or an e-mail.',
  );
};

const TIME_DIGITS = 15;
const TIME_LIMIT = 10 ** TIME_DIGITS;

/** Milliseconds since 1970 as text that sorts in order of time. */
export const timeKey = (at: number): string => {
  if (at >= 0 && at < TIME_LIMIT) return String(Math.floor(at)).padStart(TIME_DIGITS, '0');
  throw new Error(`The time ${at} cannot be stored: it must be milliseconds since 1970.`);
};

/** `timeKey`, but the latest sorts first. */
export const newestFirstKey = (at: number): string => timeKey(TIME_LIMIT - 1 - at);

/** A number of a chain as text that sorts in order. */
export const seqKey = (seq: number): string => String(seq).padStart(9, '0');
