/** Where a file's bytes are and what opens them: the blob's name, and its key (32 bytes, base64). */
export interface FilePlace {
  id: string;
  key: string;
}

/** Storage of the bytes of files. What a file is, and whose, stands in the sealed row that lists it. */
export interface FileStore {
  /** Seals and keeps a new file. Written again under the same id it stays as it was. */
  put(place: FilePlace, bytes: Uint8Array): Promise<void>;
  /** The bytes as they were given; undefined: they are not there. */
  get(place: FilePlace): Promise<Uint8Array | undefined>;
  /** Deletes them. Gone already is as good. */
  remove(id: string): Promise<void>;
}
