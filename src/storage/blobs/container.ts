import { StorageUnavailable } from '../../app/runtime/failures';
import { FILES_ROLE } from '../azure/accessFault';

/** The blob containers by name. */
export const CONTAINER_NAMES = ['evidence'] as const;
/** A name of one. */
export type ContainerName = (typeof CONTAINER_NAMES)[number];

/** A container of blobs. Each blob is written once and never changed. */
export interface Container {
  readonly name: string;
  /** Makes it where it is missing: never in production. */
  create(): Promise<void>;
  /** Writes a new blob; one that is there already stays as it is. */
  put(blob: string, bytes: Uint8Array): Promise<void>;
  /** The bytes; undefined: there is no such blob. */
  get(blob: string): Promise<Uint8Array | undefined>;
  /** Deletes a blob. Gone already is as good. */
  remove(blob: string): Promise<void>;
  /** The names of all blobs. */
  names(): AsyncGenerator<string>;
}

/** Gives a container by its name. Nothing is called yet. */
export type ConnectContainer = (name: string) => Container;

/** The way to mend what blob storage answered, by its code or status. */
const MENDING: Readonly<Record<string, string>> = {
  ContainerNotFound:
    'The container is missing: deploy infra/main.bicep again, which makes it; `npm run restore` makes that of an empty account.',
  AbortError: 'No answer in time; what was asked may have been done or not. Try again in a moment.',
  403: `The bot's identity needs the role ${FILES_ROLE} on the container, and its network a way in.`,
  429: 'Storage is throttling; try again in a moment.',
  503: 'Storage is busy or down; try again in a moment.',
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Blob storage refused or did not answer. Neither request nor response is kept: they hold bytes and tokens. */
export class BlobError extends StorageUnavailable {
  readonly status: number | undefined;
  readonly code: string | undefined;

  constructor(container: string, doing: string, error: unknown) {
    const status = field(error, 'statusCode');
    const code = [field(error, 'code'), field(error, 'name')].find((one) => typeof one === 'string');
    const mending = MENDING[String(code)] ?? MENDING[String(status)] ?? '';
    super(
      `Container ${container}: ${doing} failed (${status ?? 'no answer'} ${code ?? ''}). ${mending}`.trimEnd(),
    );
    this.status = typeof status === 'number' ? status : undefined;
    this.code = typeof code === 'string' ? code : undefined;
  }
}
