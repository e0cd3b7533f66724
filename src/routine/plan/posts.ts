import { OUTSIDE, type Position, type PostSpec, type Posts } from '../model/posts';
import type { Owner, StepSpec } from '../model/step';

/** Declares a post of a municipality; `as`: one position, or several. */
export const post = <const Id extends string>(
  id: Id,
  { as, ...rest }: Omit<PostSpec, 'id' | 'as'> & { readonly as: Position | readonly Position[] },
): PostSpec<Id> => ({ id, as: [as].flat() as readonly Position[], ...rest });

/** The surroundings that a municipality's posts are held against. */
export interface PostsContext {
  /** Codes of the boards that incidents are routed by. */
  readonly boards: readonly string[];
  /** Names of posts, by id. */
  readonly names: Readonly<Record<string, unknown>>;
  readonly steps: readonly Pick<StepSpec, 'id' | 'owner'>[];
}

/** The position by which a step's owner is found; undefined: whoever leads, or the victim. */
const NEEDED: Readonly<Partial<Record<Owner, Position>>> = { strategist: 'strategist', filer: 'filer' };

const isAmong = (posts: Posts, ...positions: Position[]): boolean =>
  posts.some(({ as }) => positions.some((position) => as.includes(position)));

function faultsOf(spec: PostSpec, posts: Posts, { boards, names }: PostsContext): string[] {
  const { id, as, line, per, mayLead } = spec;
  const isOutside = as.some((one) => OUTSIDE.has(one));
  const isGiven = line !== undefined || mayLead === true || as.length > 1;
  const faults: [boolean, string][] = [
    [posts.filter((one) => one.id === id).length > 1, 'is declared twice: give each post its own id'],
    [as.length === 0, 'stands in no position: say what it is for'],
    [names[id] === undefined, 'has no name: give it one in `names.posts`'],
    [per === 'board' && boards.length === 0, 'is one a board, and no boards are declared: name them'],
    [isOutside && isGiven, 'is never told of an incident: take its line, `mayLead` and other positions away'],
    [!isOutside && mayLead === true && line === undefined, 'may lead: give it a place in the line'],
  ];
  return faults.flatMap(([is, text]) => (is ? [`The post ${id} ${text}.`] : []));
}

/** The line's numbers are 1, 2, 3 …: a hole is a post that was forgotten. */
function lineFaults(posts: Posts): string[] {
  const lines = new Set(posts.flatMap(({ line }) => line ?? []));
  const hole = [...lines].map((_, index) => index + 1).find((number) => !lines.has(number));
  return hole === undefined
    ? []
    : [`Nobody stands at place ${hole} of the line: number it from 1 without a hole.`];
}

const ownerFaults = (posts: Posts, { steps }: PostsContext): string[] =>
  steps.flatMap(({ id, owner }) => {
    const position = NEEDED[owner];
    return position === undefined || isAmong(posts, position)
      ? []
      : [`The step ${id} is the ${position}'s, and no post stands in that position: declare one.`];
  });

/**
 * All that is wrong with a municipality's posts, held against each other, its boards, their names and the owners of its
 * steps; each fault with how to mend it.
 */
export const postFaults = (posts: Posts, context: PostsContext): string[] => [
  ...new Set(posts.flatMap((one) => faultsOf(one, posts, context))),
  ...(isAmong(posts, 'firstContact', 'strategist')
    ? []
    : ['There is neither a first contact nor a strategist: nobody would be told.']),
  ...(posts.some(({ mayLead }) => mayLead) ? [] : ['No post may lead: give one `mayLead`.']),
  ...lineFaults(posts),
  ...ownerFaults(posts, context),
];
