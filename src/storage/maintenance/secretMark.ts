import type { TableSettings } from '../repositories/tableSettings';
import type { Voucher } from '../sealing/voucher';

/*
 * With which index secret the tables are written, as a code that tells nothing of it. A bot with another secret would find
 * nothing that is stored, and write everything a second time: it must not start.
 */

const NAME = 'indexSecret';
const TEXT = 'the tables are written with this secret';

/** How the tables stand towards a secret. */
export type SecretStanding = 'ours' | 'another' | 'rotating' | 'unmarked';

const codeOfSecret = (mark: Voucher): string => mark.codeOf(TEXT);

/** Rows of the tables that say so: `is <code>`, or while the secret is changed `from <code> to <code>`. */
export class SecretMark {
  constructor(
    private readonly settings: TableSettings,
    private readonly mark: Voucher,
  ) {}

  async standing(): Promise<SecretStanding> {
    const stored = await this.settings.read(NAME);
    if (stored === undefined) return 'unmarked';
    if (stored.startsWith('from ')) return 'rotating';
    return stored === `is ${codeOfSecret(this.mark)}` ? 'ours' : 'another';
  }

  write(): Promise<void> {
    return this.settings.write(NAME, `is ${codeOfSecret(this.mark)}`);
  }

  /** Notes that the rows go over to another secret. @throws Error when they go over to a third, or belong to none of both */
  async begin(next: Voucher): Promise<void> {
    const stored = await this.settings.read(NAME);
    const [from, to] = [codeOfSecret(this.mark), codeOfSecret(next)];
    const under = `from ${from} to ${to}`;
    if (stored === undefined || stored === `is ${from}`) return this.settings.write(NAME, under);
    if (stored === under) return undefined;
    if (stored === `is ${to}`)
      throw new Error('The tables are written with NEW_INDEX_SECRET already: there is nothing to do.');
    throw new Error(
      'INDEX_SECRET and NEW_INDEX_SECRET are not those of these tables, or of the rotation that was begun. Nothing was written.',
    );
  }
}

/** How the tables stand; those that say nothing yet are marked with this secret. */
export async function markedSecret(mark: SecretMark): Promise<SecretStanding> {
  const standing = await mark.standing();
  if (standing !== 'unmarked') return standing;
  await mark.write();
  return 'ours';
}
