import { stopOnce } from '../../src/compose/stopping';

const stopping = (stop: () => Promise<void>) => {
  const told: string[] = [];
  const lates: { wait: number; late: () => void }[] = [];
  const write = (level: string) => (_: object, event: string) => void told.push(`${level} ${event}`);
  const signal = stopOnce({
    stop,
    exit: (code) => told.push(`exit ${code}`),
    after: (wait, late) => void lates.push({ wait, late }),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
  });
  return { told, lates, signal };
};

describe('a signal to stop', () => {
  it('waits for work under way, and ends well', async () => {
    let end = (): void => undefined;
    const work = new Promise<void>((done) => {
      end = done;
    });
    const { told, signal } = stopping(() => work);
    signal();
    expect(told).toEqual([]);
    end();
    await work;
    await Promise.resolve();
    expect(told).toEqual(['info stopped', 'exit 0']);
  });

  it('cuts work short after less than ten seconds', () => {
    const { told, lates, signal } = stopping(() => new Promise(() => undefined));
    signal();
    expect(lates.map(({ wait }) => wait <= 10_000)).toEqual([true]);
    lates[0]?.late();
    expect(told).toEqual(['warn stopCutShort', 'exit 1']);
  });

  it('that comes again changes nothing, and a stop that fails is an error', async () => {
    let stops = 0;
    const { told, signal } = stopping(async () => {
      stops++;
      throw new TypeError('Eva');
    });
    signal();
    signal();
    await new Promise(setImmediate);
    expect(stops).toBe(1);
    expect(told).toEqual(['error stopFailed', 'exit 1']);
  });
});
