/** Runs work that belongs to one key, a few at once; the rest waits in the order in which it came. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** At once for one key. More than one, so that a call that hangs holds up nobody behind it. */
const AT_ONCE = 4;

/**
 * A short queue a key. Forty people who press on one incident at the same moment would make each other decide anew until
 * somebody's tries run out; four do not.
 */
export function createInTurn(): InTurn {
  const lines = new Map<string, { running: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running >= AT_ONCE) await new Promise<void>((go) => line.waiting.push(go));
    else line.running++;
    try {
      return await work();
    } finally {
      // The place is handed on as it is: nobody who comes now can take it first.
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.running === 0) lines.delete(key);
    }
  };
}
