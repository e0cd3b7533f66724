import { AsyncLocalStorage } from 'node:async_hooks';

/** Set while the SDK works for a caller whom nobody knows yet. */
const muted = new AsyncLocalStorage<true>();

const LEVELS = ['error', 'warn', 'log'] as const;

let isPatched = false;
/** Muted calls under way. */
let calls = 0;

/** Replaces the console's writers once: what is written in a muted call goes nowhere, all else where it always went. */
function patchConsole(): void {
  if (isPatched) return;
  isPatched = true;
  for (const level of LEVELS) {
    const write = console[level].bind(console);
    console[level] = (...parts: unknown[]) => {
      if (!muted.getStore()) write(...parts);
    };
  }
}

/**
 * The work's result, without the lines that the SDK writes to the console meanwhile: for each token that does not hold it
 * prints the error and every key of the connector, so that a stranger could fill the disk. The door counts such calls.
 */
export async function withoutSdkLines<T>(work: () => Promise<T>): Promise<T> {
  patchConsole();
  calls++;
  try {
    return await muted.run(true, work);
  } finally {
    calls--;
    // Before Node 24 a storage that is in use costs every promise of the process about a twentieth of its time.
    if (calls === 0) muted.disable();
  }
}
