/** Runs a task for each item, at most `limit` at once. Rejects with the first failure, after which none is begun. */
export const inParallel = async <T>(
  items: Iterable<T>,
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> => {
  // The workers share one iterator, so each item is taken once.
  const queue = items[Symbol.iterator]();
  let isFailed = false;
  const work = async () => {
    for (let next = queue.next(); !next.done && !isFailed; next = queue.next()) {
      await task(next.value).catch((error: unknown) => {
        isFailed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
};

/** Works on all at once; each is finished before the first failure is thrown. Whether any work came to something. */
export async function sideBySide<T>(
  items: readonly T[],
  work: (item: T) => Promise<boolean>,
): Promise<boolean> {
  const ends = await Promise.allSettled(items.map(work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends.some((end) => end.status === 'fulfilled' && end.value);
}
