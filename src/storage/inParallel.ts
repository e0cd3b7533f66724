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
