import { OUTSIDE, type Position, type PostSpec, type Posts } from '../model/posts';
import type { Owner, StepSpec } from '../model/routine';

/** Declares a post of a municipality; `as`: one position, or several. */
export const post = <const Id extends string>(
  id: Id,
  { as, ...rest }: Omit<PostSpec, 'id' | 'as'> & { readonly as: Position | readonly Position[] },
): PostSpec<Id> => ({ id, as: [as].flat() as readonly Position[], ...rest });

/** What the posts of a municipality are held against. */
export interface PostsContext {
  /** Codes of the boards that incidents are routed by. */
  readonly boards: readonly string[];
  /** What a post is called, by its id. */
  readonly names: Readonly<Record<string, unknown>>;
  readonly steps: readonly Pick<StepSpec, 'id' | 'owner'>[];
}

/** The position by which a step's owner is found; undefined: whoever leads, or the victim. */
const NEEDED: Readonly<Partial<Record<Owner, Position>>> = { strategist: 'strategist', filer: 'filer' };

const isAmong = (posts: Posts, ...positions: Position[]): boolean =>
  posts.some(({ as }) => positions.some((position) => as.includes(position)));

function faultOf(spec: PostSpec, posts: Posts, { boards, names }: PostsContext): string | undefined {
  const { id, as, line, per, mayLead } = spec;
  if (posts.filter((one) => one.id === id).length > 1)
    return `two posts have the id "${id}": give each its own`;
  if (as.length === 0) return `the post "${id}" stands in no position: say what it is for`;
  if (names[id] === undefined) return `the post "${id}" has no name`;
  if (per === 'board' && boards.length === 0)
    return `the post "${id}" is one a board, and no boards are declared`;
  if (as.some((one) => OUTSIDE.has(one)) && (line !== undefined || mayLead || as.length > 1))
    return `the post "${id}" is never told of an incident, so it has no other position and no place in the line`;
  if (mayLead && line === undefined) return `the post "${id}" may lead, so it needs a place in the line`;
  return undefined;
}

/** The line's numbers are 1, 2, 3 …: a hole is a post that was forgotten. */
function lineFault(posts: Posts): string | undefined {
  const lines = new Set(posts.flatMap(({ line }) => line ?? []));
  const hole = [...lines.keys()].map((_, index) => index + 1).find((number) => !lines.has(number));
  return hole === undefined ? undefined : `nobody stands at place ${hole} of the line`;
}

const ownerFault = (posts: Posts, { steps }: PostsContext): string | undefined =>
  steps.flatMap(({ id, owner }) => {
    const position = NEEDED[owner];
    return position === undefined || isAmong(posts, position)
      ? []
      : [`the step "${id}" is the ${position}'s, and no post stands in that position`];
  })[0];

/**
 * A municipality's posts, held against each other, its boards, their names and the owners of its steps.
 * @throws Error that says in English what is wrong: at the start, not in an incident
 */
export function definePosts(posts: Posts, context: PostsContext): Posts {
  const fault =
    posts.map((one) => faultOf(one, posts, context)).find((one) => one !== undefined) ??
    (isAmong(posts, 'firstContact', 'strategist')
      ? undefined
      : 'there is neither a first contact nor a strategist: nobody would be told') ??
    (posts.some(({ mayLead }) => mayLead) ? undefined : 'no post may lead') ??
    lineFault(posts) ??
    ownerFault(posts, context);
  if (fault) throw new Error(`The posts are wrong: ${fault}.`);
  return posts;
}
