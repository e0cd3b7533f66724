import { BlobError, type ConnectContainer, type Container } from '../../src/storage/blobs/container';

/** Containers in this process's memory: a blob is there once, as on a server. */
export interface MemoryContainers extends ConnectContainer {
  /** The sealed bytes of each blob, by container. */
  readonly blobs: Map<string, Map<string, Uint8Array>>;
  /** The next so many deletes are refused. */
  refuse(times: number): void;
}

export function memoryContainers(): MemoryContainers {
  const blobs = new Map<string, Map<string, Uint8Array>>();
  let refused = 0;
  const of = (name: string, doing: string): Map<string, Uint8Array> => {
    const found = blobs.get(name);
    if (found) return found;
    throw new BlobError(name, doing, { statusCode: 404, code: 'ContainerNotFound' });
  };
  const connect = (name: string): Container => ({
    name,
    create: async () => void (blobs.has(name) || blobs.set(name, new Map())),
    put: async (blob, bytes) => {
      const all = of(name, 'write');
      if (!all.has(blob)) all.set(blob, Uint8Array.from(bytes));
    },
    get: async (blob) => of(name, 'read').get(blob),
    remove: async (blob) => {
      if (refused > 0) {
        refused -= 1;
        throw new BlobError(name, 'delete', { statusCode: 403, code: 'AuthorizationFailure' });
      }
      of(name, 'delete').delete(blob);
    },
    async *names() {
      yield* [...of(name, 'list').keys()].sort();
    },
  });
  return Object.assign(connect, {
    blobs,
    refuse: (times: number) => {
      refused = times;
    },
  });
}
