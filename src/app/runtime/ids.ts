import { createHash } from 'node:crypto';
import type { PersonId } from '../../routine/model/contact';
import type { Deps } from '../deps';

/** Crockford's base32 without the letters that are misread; 5 bits a character. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const characters = (deps: Pick<Deps, 'random'>, size: number): string =>
  [...deps.random(size)].map((byte) => CROCKFORD[byte & 31]).join('');

/** An unguessable id (130 bits), lower case: of an incident, a draft, a claimer or a press. */
export const newId = (deps: Pick<Deps, 'random'>): string => characters(deps, 26).toLowerCase();

/**
 * The id that follows from one that is taken: always the same for the same person, so that a press which is made again
 * finds what it made.
 */
export const nextId = (person: PersonId, id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([person, id]))
    .digest('hex')
    .slice(0, 26);

/** Public reference, such as `2026-7KQ4`: the year and four random characters, never consecutive. */
export const newReference = (deps: Pick<Deps, 'random' | 'now'>): string =>
  `${deps.now().getUTCFullYear()}-${characters(deps, 4)}`;
