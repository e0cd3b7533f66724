import { useRef, useState } from 'react';

/** Work that is under way at most once: a second press meanwhile does nothing. */
export interface Once {
  isBusy: boolean;
  /** @returns undefined where it was under way already */
  run<T>(work: () => Promise<T>): Promise<T> | undefined;
}

/** One thing at a time. What is asked twice before the page is drawn anew counts once, too. */
export function useOnce(): Once {
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  return {
    isBusy,
    run(work) {
      if (busy.current) return undefined;
      busy.current = true;
      setBusy(true);
      return work().finally(() => {
        busy.current = false;
        setBusy(false);
      });
    },
  };
}
