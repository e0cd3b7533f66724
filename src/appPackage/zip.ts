import { unzipSync, zipSync } from 'fflate';

/** Files of a package by their names. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** A zip of files. The same files give the same bytes: sorted, and all of the first day that a zip can tell. */
export function zipped(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  // The day is given in local time, which is how a zip tells it: the bytes are the same in every time zone.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1), os: 0 });
}

/** The files of a zip. @throws {Error} when it is none */
export const unzipped = (zip: Uint8Array): Files => unzipSync(zip);
