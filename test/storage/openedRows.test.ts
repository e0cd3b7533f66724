import { OpenedRows } from '../../src/storage/sealing/openedRows';

const KEY = new Uint8Array(32).fill(1);

function counted() {
  let now = 1_000_000;
  let opened = 0;
  const rows = new OpenedRows(() => now);
  return {
    pass(ms: number) {
      now += ms;
    },
    /** The text that is given out, and whether the row was opened for it. */
    read(place: string, etag: unknown, key: Uint8Array = KEY): [string, boolean] {
      const before = opened;
      const text = rows.text(place, { etag, key }, () => {
        opened += 1;
        return `opened ${opened}`;
      });
      return [text, opened > before];
    },
  };
}

describe('rows that were opened', () => {
  it('are opened again when somebody has written them, with another key, elsewhere, and after a minute', () => {
    const { read, pass } = counted();
    expect(read('row', 'a')).toEqual(['opened 1', true]);
    expect(read('row', 'a')).toEqual(['opened 1', false]);
    expect(read('row', 'a', Uint8Array.from(KEY))).toEqual(['opened 1', false]);
    expect(read('row', 'b')).toEqual(['opened 2', true]);
    expect(read('row', 'a')).toEqual(['opened 3', true]);
    expect(read('row', 'a', new Uint8Array(32).fill(2))).toEqual(['opened 4', true]);
    expect(read('other', 'a')).toEqual(['opened 5', true]);
    pass(60_000 + 1);
    expect(read('other', 'a')).toEqual(['opened 6', true]);
  });

  it('without an ETag are never held', () => {
    const { read } = counted();
    expect(read('row', undefined)).toEqual(['opened 1', true]);
    expect(read('row', undefined)).toEqual(['opened 2', true]);
  });
});
