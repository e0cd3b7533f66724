import { useCallback, useEffect, useState } from 'react';
import type { TabAsked, TabPage } from '../../api/contract';
import type { Client } from '../client';

/** A page as it is fetched. `page` stays while it is fetched anew. */
export interface Fetched<P> {
  page?: P | undefined;
  error?: unknown;
  isBusy: boolean;
  again(): void;
}

/** A page of the tab: fetched when the question changes, and again when asked for. */
export function usePage<P extends TabPage>(client: Client, question: TabAsked): Fetched<P> {
  const [state, setState] = useState<{ page?: P; error?: unknown }>({});
  const [isBusy, setBusy] = useState(true);
  const [round, setRound] = useState(0);
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more
  useEffect(() => {
    let isGone = false;
    setBusy(true);
    client
      .ask(JSON.parse(key) as TabAsked)
      .then(
        (page) => isGone || setState({ page: page as P }),
        (error: unknown) => isGone || setState((before) => ({ ...before, error })),
      )
      .finally(() => isGone || setBusy(false));
    return () => {
      isGone = true;
    };
  }, [client, key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, isBusy, again };
}
