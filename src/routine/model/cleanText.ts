/** Control and direction characters: none is seen, and some turn what is read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A typed text without broken, control and direction characters. */
export const cleanText = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD').replace(UNSEEN, '');
