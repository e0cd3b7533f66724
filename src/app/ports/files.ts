import type { Evidence } from '../../routine/model/incident';

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

/** A file that has come and is in no incident yet, with what opens it. */
export interface GivenFile extends FilePlace, Pick<Evidence, 'name' | 'type' | 'bytes' | 'sha256' | 'at'> {
  /** A pasted picture stands in the chat; any other file lies in the sender's OneDrive too. */
  isPasted?: boolean | undefined;
}

/** Why a file was not taken. `notFetched`: Teams refused it. `notArrived`: what came is not the file. */
export type FileFault = 'notFetched' | 'notArrived' | 'tooBig' | 'empty' | 'notKept';

/** A file on its way: what its sender's client said of it. */
export interface IncomingFile {
  name: string;
  isPasted: boolean;
  /** Fetches its bytes, at most so many. Never rejects for what the network does. */
  fetch(most: number): Promise<Uint8Array | FileFault>;
}
