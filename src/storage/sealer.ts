import type { RandomBytes } from '../app/ports';
import type { Ids } from './ids';
import type { DataKeys } from './keys';
import { SubjectRows } from './subjectRows';

/** All that the tables need to seal rows and to name people without naming them. */
export class Sealer {
  constructor(
    readonly keys: DataKeys,
    readonly ids: Ids,
    readonly random: RandomBytes,
  ) {}

  /** To write: the subject gets a key if it has none. */
  async toWrite(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.obtain(subject), this.random);
  }

  /** For a subject that is surely new: see `DataKeys.make`. */
  async toCreate(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.make(subject), this.random);
  }

  /** To read: undefined when the subject has no key. */
  async toRead(subject: string): Promise<SubjectRows | undefined> {
    const key = await this.keys.find(subject);
    return key && new SubjectRows(subject, key, this.random);
  }

  /** For rows that are there: @throws when their key is gone. */
  async toOpen(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.need(subject), this.random);
  }
}

const PERSON = 'p-';

/** The subject under which a person's own rows are sealed: who has the bot, and their drafts. */
export const personSubject = (hash: string): string => PERSON + hash;
export const isPersonSubject = (subject: string): boolean => subject.startsWith(PERSON);
