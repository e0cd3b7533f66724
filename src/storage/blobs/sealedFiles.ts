import type { FilePlace, FileStore } from '../../app/ports/files';
import type { RandomBytes } from '../../app/ports/runtime';
import { assertKeyText } from '../azure/rowKeys';
import { seal, unseal } from '../sealing/aead';
import { pad, unpad } from '../sealing/padding';
import type { Container } from './container';

const keyOf = ({ key }: FilePlace): Uint8Array => Buffer.from(key, 'base64');
/** The text that the seal vouches for: a blob that is put in the place of another does not open. */
const boundTo = ({ id }: FilePlace): string => JSON.stringify(['evidence', id]);

/**
 * Files as sealed blobs, each with a key of its own that stands sealed in the row that lists it: with that row's key gone,
 * or the row, nothing of the file can be read.
 */
export class SealedFiles implements FileStore {
  constructor(
    private readonly container: Container,
    private readonly random: RandomBytes,
  ) {}

  async put(place: FilePlace, bytes: Uint8Array): Promise<void> {
    const sealed = seal(keyOf(place), pad(bytes), { bound: boundTo(place), random: this.random });
    await this.container.put(assertKeyText(place.id, "A file's id"), sealed);
  }

  async get(place: FilePlace): Promise<Uint8Array | undefined> {
    const sealed = await this.container.get(assertKeyText(place.id, "A file's id"));
    return sealed && unpad(unseal(keyOf(place), sealed, boundTo(place)));
  }

  remove(id: string): Promise<void> {
    return this.container.remove(assertKeyText(id, "A file's id"));
  }
}
