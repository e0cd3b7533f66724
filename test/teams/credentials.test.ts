/* @modules-of-its-own: MSAL keeps tokens of a managed identity for the whole process. */
import https from 'node:https';
import { CLOUDS } from '../../src/teams/clouds';
import { tokenOf } from '../../src/teams/outbound/accessToken';
import { APP_ID, OWN_TENANT } from '../support/openId';

describe('an app registration of the own tenant (SingleTenant)', () => {
  it('asks for its token where its tenant signs in, not at the connector', async () => {
    const asked: string[] = [];
    jest.spyOn(https, 'request').mockImplementation((...given: unknown[]) => {
      const [first] = given;
      asked.push(first instanceof URL || typeof first === 'string' ? String(first) : JSON.stringify(first));
      throw new Error('no network here');
    });
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
      asked.push(String(url));
      throw new Error('no network here');
    });
    const token = tokenOf(
      {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: APP_ID,
        MicrosoftAppTenantId: OWN_TENANT,
        MicrosoftAppPassword: 'p',
      },
      CLOUDS.public,
    );
    await expect(token()).rejects.toThrow();
    jest.restoreAllMocks();
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(one).toContain('login.microsoftonline.com');
    expect(asked.join()).toContain(OWN_TENANT);
  });

  it('there is none in the sandbox', async () => {
    expect(await tokenOf(undefined, CLOUDS.public)()).toBeUndefined();
  });
});
