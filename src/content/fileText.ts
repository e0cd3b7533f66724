/** The beginning of a file that a spreadsheet saves as "Unicode text", and what it is. */
const MARKED: readonly (readonly [first: number, second: number, encoding: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** A text file as it is written: by its mark, in UTF-8, or as an older Swedish spreadsheet of Windows saves it. */
export function fileText(bytes: Uint8Array): string {
  const marked = MARKED.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  if (marked) return new TextDecoder(marked[2]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
