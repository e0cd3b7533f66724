import { faultOf, orLogged } from '../../src/app/runtime/failures';
import { StorageError } from '../../src/storage/azure/storageError';

const refused = { statusCode: 403, details: { odataError: { code: 'AuthorizationPermissionMismatch' } } };

describe('an unexpected error in the log', () => {
  it('says why storage failed and how to mend it, for that text holds nobody’s data', async () => {
    const lines: object[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: object) => lines.push(fields),
    };
    const work = Promise.reject(new StorageError('incidents', 'query', refused));
    await orLogged({ log }, work, { event: 'dispatchFailed' });
    expect(lines).toEqual([
      {
        type: 'StorageError',
        where: expect.any(String),
        reason: expect.stringMatching(
          /^Table incidents: query failed \(403 AuthorizationPermissionMismatch\)\. The bot's identity needs the role /,
        ),
      },
    ]);
  });

  it('is without the message of any other, which may hold what somebody wrote', () => {
    expect(Object.keys(faultOf(new TypeError('Eva ringde')))).toEqual(['type', 'where']);
    expect(faultOf('Eva ringde')).toEqual({ type: 'string', where: '' });
  });
});
