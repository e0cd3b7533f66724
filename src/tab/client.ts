import type { ApiFault, PressAnswer, Pressed, TabAsked, TabPage } from '../api/contract';
import type { Host } from './teams';

/** A call that did not succeed: the kind of fault, whose words the tab has. */
export class CallFailed extends Error {
  constructor(
    readonly kind: ApiFault['error'] | 'offline',
    readonly id = '',
  ) {
    super(kind);
  }
}

/** An answer to a press. `isStale`: nothing was saved, for another was quicker. */
export type Answered = PressAnswer & { isStale: boolean };

/** The server, as the tab speaks with it. */
export interface Client {
  ask(question: TabAsked): Promise<TabPage>;
  /** @param rev the revision that the form showed */
  press(press: Pressed, rev?: number): Promise<Answered>;
}

const STALE = 412;

async function called(host: Host, path: string, [body, more]: [unknown, Record<string, string>?]) {
  const token = await host.token().catch(() => {
    throw new CallFailed('token');
  });
  const response = await fetch(`/api/tab/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new CallFailed('offline');
  });
  const answer: unknown = await response.json().catch(() => ({ error: 'failed' }));
  if (response.ok || response.status === STALE) return { answer, isStale: response.status === STALE };
  const { error = 'failed', id } = answer as Partial<ApiFault>;
  throw new CallFailed(error, id);
}

/** The client of a host. */
export const createClient = (host: Host): Client => ({
  ask: async (question) => (await called(host, 'ask', [question])).answer as TabPage,
  async press(press, rev) {
    const more: Record<string, string> = rev === undefined ? {} : { 'if-match': `"${rev}"` };
    const { answer, isStale } = await called(host, 'press', [press, more]);
    return { ...(answer as PressAnswer), isStale };
  },
});
