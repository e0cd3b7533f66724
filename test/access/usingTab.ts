import type { PressAnswer } from '../../src/api/contract';
import type { CardView } from '../../src/cards/view';
import { BUTTON } from '../../src/content/texts/common';
import { type Cast, openCast, report, resident, theIncident } from '../conversation/support';
import { type OpenId, usingOpenId } from '../support/openId';
import type { Person } from '../support/town';

/** A reported incident that is led, in a town whose tab takes tokens of a directory on loopback; and somebody with no part in it. */
export interface TabTown {
  openId: OpenId;
  cast: Cast;
  stranger: Person;
  /** Of the incident. */
  id: string;
}

/** Opens such a town for each test of the file, with one directory for all. @returns the town of the test that runs */
export function usingTab(): () => TabTown {
  const directory = usingOpenId();
  let town: TabTown;
  beforeEach(async () => {
    const openId = directory();
    const cast = await openCast({ openId });
    const stranger = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000041', 'Olle Utanför');
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    town = { openId, cast, stranger, id: (await theIncident(cast.town, cast.eva))?.id ?? '' };
  });
  return () => town;
}

/** An answer of the tab's API, read as `P`. */
interface TabAnswer<P> {
  status: number;
  etag: string | null;
  text: string;
  body: P;
}

/** What a person asks the tab's API, and presses in it, through its own door. */
export function tabCalls(here: () => TabTown) {
  const send = async <P>(who: { userId: string }, path: string, [body, more]: [unknown, object?]) => {
    const { cast, openId } = here();
    const response = await fetch(`${cast.town.url}/api/tab/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${openId.tabToken(who.userId)}`,
        ...more,
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    await cast.town.idle();
    const read: TabAnswer<P> = {
      ...{ status: response.status, etag: response.headers.get('etag'), text },
      body: (text === '' ? {} : JSON.parse(text)) as P,
    };
    return read;
  };
  return {
    ask: <P>(who: { userId: string }, body: object) => send<P>(who, 'ask', [body]),
    press: async (who: { userId: string }, verb: string, data: object, more: object = {}) => {
      const answer = await send<PressAnswer>(who, 'press', [{ verb, data }, more]);
      return { ...answer, card: answer.body.view?.data as CardView };
    },
  };
}
