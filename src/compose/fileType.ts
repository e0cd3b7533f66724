/**
 * The media type of a content, by its bytes; '' where they say nothing. The package is an ES module, loaded when the first file comes.
 */
export async function typeOf(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type/node');
  // Whatever a broken file does to it, the file is kept: it is only not known what it is.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return found?.mime ?? '';
}

/** Bytes in so many megabytes; 20 unless set. */
export const bytesIn = (megabytes = 20): number => megabytes * 1024 * 1024;
