import { useCallback, useEffect, useState } from 'react';
import type { TabAsked, TabPage } from '../../api/contract';
import type { Client } from '../client';

/** A page as it is fetched. `page` stays while it is fetched anew. */
export interface Fetched<P> {
  page?: P | undefined;
  error?: unknown;
  again(): void;
}

/** A page of the tab: fetched when the question changes, and again when asked for. */
export function usePage<P extends TabPage>(client: Client, question: TabAsked): Fetched<P> {
  const [state, setState] = useState<{ page?: P; error?: unknown }>({});
  const [round, setRound] = useState(0);
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more
  useEffect(() => {
    let isGone = false;
    client.ask(JSON.parse(key) as TabAsked).then(
      (page) => isGone || setState({ page: page as P }),
      (error: unknown) => isGone || setState((before) => ({ ...before, error })),
    );
    return () => {
      isGone = true;
    };
  }, [client, key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, again };
}
