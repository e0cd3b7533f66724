import type { Contact } from './contact';

/**
 * The positions that a post can have: the rules know these and nothing else of a municipality's organisation.
 * - `firstContact`: asked to lead before the others, and stays lead until the victim has chosen another
 * - `strategist`: answers for the municipality; those further down the line are its deputies. Keeps the contact list
 * - `filer`: makes the police report when the victim wants the municipality to
 * - `overseer`: told, by reference only, that all the others have been silent; where the party is out, asked last: name and number
 * - `alternate`: takes the place of the strategists or filers when all of them are part of the incident
 * - `duty`: rung at night, when an alarm has reached nobody else
 * - `police`: whom the police contact goes to; on the contact list only
 * - `listed`: on the contact list only; one of each party may hold its list of next of kin, and is asked for that alone
 */
export const POSITIONS = [
  'firstContact',
  'strategist',
  'filer',
  'overseer',
  'alternate',
  'duty',
  'police',
  'listed',
] as const;
export type Position = (typeof POSITIONS)[number];

/** Positions of those who have no part in any incident. */
export const OUTSIDE: ReadonlySet<Position> = new Set<Position>(['police', 'listed']);

/** The unit that a post can be of, beside the whole municipality. */
export type Unit = 'party' | 'board';

/** A post of the municipality. A row of the contact list names it by its id (`role`). */
export interface PostSpec<Id extends string = string> {
  readonly id: Id;
  readonly as: readonly Position[];
  /**
   * Place in the line of those who are asked to lead, from 1; posts with one number are asked together. Absent: not
   * asked.
   */
  readonly line?: number;
  /** The victim, and who leads, may choose them to lead. Others in the line lead only when it has come to them. */
  readonly mayLead?: boolean;
  /** One a party or a board: of an incident, only its own party's or board's hear. Absent: one for the municipality. */
  readonly per?: Unit;
  /** False: rows with an order above 1 are refused. */
  readonly deputies?: boolean;
}

/** A municipality's posts, in the order of its contact list. */
export type Posts = readonly PostSpec[];

/** The post of a row; undefined: a post that is declared no more, which only rows that have ended may have. */
export const postOf = (posts: Posts, { role }: Pick<Contact, 'role'>): PostSpec | undefined =>
  posts.find((post) => post.id === role);

export const isAs = (post: PostSpec | undefined, position: Position): boolean =>
  post?.as.includes(position) ?? false;

/** Whether a row's post has that position. */
export const standsAs = (posts: Posts, contact: Contact, position: Position): boolean =>
  isAs(postOf(posts, contact), position);

const placeOf = (posts: Posts, { role, party = '', board = '', order }: Contact): string =>
  [posts.findIndex((post) => post.id === role), party, board, order]
    .map((part) => String(part).padStart(3, '0'))
    .join(' ');

/** Rows as people look for them: by post, by party or board, deputies after whom they stand in for. */
export const byPost = (posts: Posts, contacts: readonly Contact[]): Contact[] =>
  [...contacts].sort((a, b) => placeOf(posts, a).localeCompare(placeOf(posts, b), 'sv'));

/** The place of a post among those who are asked: in the line, and after it as the list stands. */
export const placeInLine = (posts: Posts, post: PostSpec): number =>
  post.line ?? posts.length + posts.indexOf(post);

/** Rows as they are rung: by the place of the post in the line, deputies after whom they stand in for. */
export function byLine(posts: Posts, contacts: readonly Contact[]): Contact[] {
  const lineOf = (contact: Contact) => {
    const post = postOf(posts, contact);
    return post ? placeInLine(posts, post) : posts.length * 2;
  };
  return [...contacts].sort((a, b) => lineOf(a) - lineOf(b) || a.order - b.order);
}

/** The municipality's declaration beside its routine, which rows of the contact list are held against. */
export interface Organisation {
  readonly posts: Posts;
  /** Codes of the boards that incidents are routed by. */
  readonly boards: readonly string[];
}

/** The fault of a row's post, as whoever starts the bot reads it; undefined: none. */
export function postFault(
  { posts, boards }: Organisation,
  row: Pick<Contact, 'role' | 'board' | 'order'>,
): string | undefined {
  const post = postOf(posts, row);
  if (!post)
    return `the municipality declares no post "${row.role}"; it has ${posts.map(({ id }) => id).join(', ')}`;
  if (post.per === 'board' && !boards.includes(row.board ?? ''))
    return `the post "${post.id}" is one a board: its row names one of ${boards.join(', ')}`;
  if (post.deputies === false && row.order > 1)
    return `the post "${post.id}" has no deputies: its order is 1`;
  return undefined;
}
