import type { Telemetry } from '../../app/ports/telemetry';
import { type AccessFault, accessFault, FILES_ROLE } from '../azure/accessFault';
import { BlobError, type Container } from './container';

/** Work on all blobs of a container: copies of them as they stand, for backup and restore. */
export interface FileCopies {
  names(): Promise<string[]>;
  /** The sealed bytes; undefined: it has been deleted meanwhile. */
  raw(name: string): Promise<Uint8Array | undefined>;
  /** Puts a copy back; one that is there already stays. */
  putBack(name: string, bytes: Uint8Array): Promise<void>;
}

async function allNames(container: Container): Promise<string[]> {
  const found: string[] = [];
  for await (const name of container.names()) found.push(name);
  return found;
}

export const fileCopies = (container: Container): FileCopies => ({
  names: () => allNames(container),
  raw: (name) => container.get(name),
  putBack: (name, bytes) => container.put(name, bytes),
});

/** Deletes every blob. */
export async function emptyContainer(container: Container): Promise<void> {
  for (const name of await allNames(container)) await container.remove(name);
}

/** Reads a blob and deletes one, neither of which is there: whoever may only read is found out by the second. */
export async function containerFaults(container: Container): Promise<AccessFault[]> {
  try {
    await container.get('ready');
    await container.remove('ready');
    return [];
  } catch (error) {
    if (error instanceof BlobError)
      return [accessFault({ kind: 'container', name: container.name, role: FILES_ROLE }, error)];
    throw error;
  }
}

/** Who is told of each call, as method and container: `PUT evidence`. */
interface Told {
  name: string;
  onCall?: ((what: string) => void) | undefined;
  telemetry?: Pick<Telemetry, 'step'> | undefined;
}

/** A container of whose every call is told. */
export function toldContainer(container: Container, { name, onCall, telemetry }: Told): Container {
  const told = async <T>(method: string, work: () => Promise<T>): Promise<T> => {
    onCall?.(`${method} ${name}`);
    return telemetry ? telemetry.step(`${method} ${name}`, work) : work();
  };
  return {
    name: container.name,
    create: () => container.create(),
    put: (blob, bytes) => told('PUT', () => container.put(blob, bytes)),
    get: (blob) => told('GET', () => container.get(blob)),
    remove: (blob) => told('DELETE', () => container.remove(blob)),
    names: () => container.names(),
  };
}
