import type { Names } from '../../content/names';
import { POSTS } from '../../content/texts/printed/posts';
import type { PostSpec, Posts } from '../../routine/model/posts';
import { type Column, tableLines } from './table';

const { columns } = POSTS;
const COLUMNS: readonly Column[] = [
  { heading: columns.post, width: 34 },
  { heading: columns.as, width: 60 },
  { heading: columns.line, width: 12 },
  { heading: columns.mayLead, width: 20 },
  { heading: columns.per, width: 16 },
  { heading: columns.deputies, width: 12 },
];

const cellsOf = (spec: PostSpec, names: Names): (readonly string[])[] => [
  [names.posts[spec.id]?.title ?? spec.id, `[${spec.id}]`],
  spec.as.map((position) => POSTS.as[position]),
  [spec.line === undefined ? POSTS.no : String(spec.line)],
  [spec.mayLead ? POSTS.yes : POSTS.no],
  [spec.per === undefined ? POSTS.one : POSTS.per[spec.per]],
  [spec.deputies === false ? POSTS.no : POSTS.yes],
];

/** The municipality's posts, in the order in which they are asked to lead; those who are not asked come last. */
export function postTable(posts: Posts, names: Names): string[] {
  const place = ({ line = Number.POSITIVE_INFINITY }: PostSpec) => line;
  const inLine = [...posts].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  return tableLines(
    COLUMNS,
    inLine.map((spec) => cellsOf(spec, names)),
  );
}
