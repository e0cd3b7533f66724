import { createLooks } from '../../src/app/delivery/looks';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Looks that end when the test says so. */
function held() {
  let now = 0;
  const begun: { id: string; end: () => void; stepAside: () => void; isHanded: boolean }[] = [];
  const ask = createLooks(
    (id, { handed, stepAside }) =>
      new Promise<void>((end) => begun.push({ id, end, stepAside, isHanded: handed !== undefined })),
    () => now,
  );
  return { begun, ask, pass: (ms: number) => (now += ms) };
}

describe('what follows answers', () => {
  it('is looked at once more for all who ask while a look is under way, and that one reads anew', async () => {
    const { begun, ask } = held();
    const handed = {} as Parameters<typeof ask>[1];
    const first = ask('a', handed);
    await Promise.all([ask('a', handed), ask('a', handed), ask('a', handed)]);
    expect(begun.map(({ isHanded }) => isHanded)).toEqual([true]);
    begun[0]?.end();
    await pause();
    expect(begun.map(({ isHanded }) => isHanded)).toEqual([true, false]);
    begun[1]?.end();
    await first;
    expect(begun).toHaveLength(2);
  });

  it('of one incident keeps no other waiting', () => {
    const { begun, ask } = held();
    void ask('a');
    void ask('b');
    expect(begun.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps nobody waiting who has asked, nor who asks, once it is about to send', async () => {
    const { begun, ask } = held();
    void ask('a');
    void ask('a');
    begun[0]?.stepAside();
    await pause();
    expect(begun).toHaveLength(2);
    begun[1]?.stepAside();
    void ask('a');
    expect(begun).toHaveLength(3);
  });

  it('keeps nobody waiting for more than a second', () => {
    const { begun, ask, pass } = held();
    void ask('a');
    pass(999);
    void ask('a');
    expect(begun).toHaveLength(1);
    pass(1);
    void ask('a');
    expect(begun).toHaveLength(2);
  });
});
