import { MUNICIPALITIES } from '../../src/content/municipalities';
import { POSITIONS } from '../../src/routine/model/posts';
import { findings, sources, wordsIn } from './sources';

const declared = Object.values(MUNICIPALITIES).flatMap(({ routine }) => routine.posts.map(({ id }) => id));
/** Layers that know positions and no post. */
const LAYERS: ReadonlySet<string> = new Set([
  'routine',
  'cards',
  'app',
  'teams',
  'storage',
  'config',
  'compose',
]);

describe('a post is known where it is declared only', () => {
  it('finds the posts that are declared', () => {
    expect(declared.length).toBeGreaterThanOrEqual(7);
    const words = sources.filter(({ path }) => path.startsWith('content/')).flatMap(wordsIn);
    expect(declared.filter((id) => !words.includes(id))).toEqual([]);
  });

  it('no rule, card or command names one', () => {
    const ids = new Set(declared);
    const named = findings((source) =>
      LAYERS.has(source.layer) ? wordsIn(source).filter((word) => ids.has(word)) : [],
    );
    expect(named).toEqual([]);
  });

  it('no post is called as a position is: each word says one thing', () => {
    expect(declared.filter((id) => (POSITIONS as readonly string[]).includes(id))).toEqual([]);
  });
});
