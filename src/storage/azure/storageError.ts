import { StorageUnavailable } from '../../app/runtime/failures';
import { ROWS_ROLE } from './accessFault';

const NO_IDENTITY =
  'There is nobody to sign in as: on the server assign the managed identity, at a desk run az login.';

/** The way to mend what table storage answered, by its code or status. */
const MENDING: Readonly<Record<string, string>> = {
  TableNotFound:
    'The table is missing: deploy infra/main.bicep again, which makes every table; `npm run restore` makes those of an empty account.',
  TableBeingDeleted: 'The table is being deleted; wait a minute and try again.',
  AbortError: 'No answer in time; what was asked may have been done or not. Try again in a moment.',
  CredentialUnavailableError: NO_IDENTITY,
  AggregateAuthenticationError: NO_IDENTITY,
  403: `The bot's identity needs the role ${ROWS_ROLE} on the table, and its network a way in.`,
  429: 'Storage is throttling; try again in a moment.',
  503: 'Storage is busy or down; try again in a moment.',
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Azure's code of an error, such as `EntityAlreadyExists`; in a transaction it stands elsewhere. */
const codeOf = (error: unknown): string | undefined =>
  text(field(field(field(error, 'details'), 'odataError'), 'code')) ??
  text(field(error, 'code')) ??
  text(field(error, 'name'));

/**
 * Table storage refused or did not answer. Neither request nor response is kept: they hold rows and tokens, and
 * errors are logged.
 */
export class StorageError extends StorageUnavailable {
  readonly status: number | undefined;
  readonly code: string | undefined;

  constructor(table: string, doing: string, error: unknown) {
    const status = field(error, 'statusCode');
    const code = codeOf(error);
    const mending = MENDING[code ?? ''] ?? MENDING[String(status)] ?? '';
    super(`Table ${table}: ${doing} failed (${status ?? 'no answer'} ${code ?? ''}). ${mending}`.trimEnd());
    this.status = typeof status === 'number' ? status : undefined;
    this.code = code;
  }

  /** The row is not there; a missing table is another matter. */
  get isRowMissing(): boolean {
    return this.status === 404 && this.code !== 'TableNotFound';
  }

  /** The row is there already, or has changed. */
  get isConflict(): boolean {
    return this.status === 412 || (this.status === 409 && this.code === 'EntityAlreadyExists');
  }
}
