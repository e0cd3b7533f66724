import { BUTTON } from '../../src/content/texts/common';
import { type Cast, openCast, report, resident, theIncident } from '../conversation/support';
import { type OpenId, startOpenId } from '../support/openId';
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
  let openId: OpenId;
  let town: TabTown;
  beforeAll(async () => {
    openId = await startOpenId();
    process.env.IDENTITY_ENDPOINT = openId.identityEndpoint;
    process.env.IDENTITY_HEADER = 'test';
  });
  afterAll(() => openId.stop());
  beforeEach(async () => {
    const cast = await openCast({ openId });
    const stranger = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000041', 'Olle Utanför');
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    town = { openId, cast, stranger, id: (await theIncident(cast.town, cast.eva))?.id ?? '' };
  });
  return () => town;
}
