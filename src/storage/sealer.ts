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

  /** As `toWrite`, for a subject whose key may just have been destroyed elsewhere. */
  async toBegin(subject: string): Promise<SubjectRows> {
    const key = (await this.keys.findNow(subject)) ?? (await this.keys.make(subject));
    return new SubjectRows(subject, key, this.random);
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

  /** As `toRead`, for a subject whose key may just have been destroyed, or made anew, elsewhere. */
  async toReadNow(subject: string): Promise<SubjectRows | undefined> {
    const key = await this.keys.findNow(subject);
    return key && new SubjectRows(subject, key, this.random);
  }

  /** The contact list's, which asks no vault. */
  forList(): SubjectRows {
    return new SubjectRows('contacts', this.ids.listKey, this.random);
  }

  /** For rows that are there: @throws when their key is gone. */
  async toOpen(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.need(subject), this.random);
  }
}

/*
 * Subjects are named so that no id of an incident, which may come from a client, is ever taken for another kind: those
 * are 26 letters and digits.
 */
const PERSON = 'p-';
const DRAFT = 'd-';
export const TOWN_SUBJECT = 't-town';

/** The subject under which a person's own rows are sealed. */
export const personSubject = (hash: string): string => PERSON + hash;
/** That of one draft: what becomes an incident is erased with it, in every copy. */
export const draftSubject = (code: string): string => DRAFT + code;
export const isDraftSubject = (subject: string): boolean => subject.startsWith(DRAFT);
/** What is not an incident's: of persons, their drafts and the town. */
export const isBesideIncidents = (subject: string): boolean => /^[pdt]-/.test(subject);
