import type { Evidence } from '../../../routine/model/incident';
import type { GivenFile } from '../../ports/files';

/** Files as an incident lists them, and what opens them. */
export const asEvidence = (
  files: readonly GivenFile[],
  by: Pick<Evidence, 'by' | 'as' | 'occurrence' | 'addedAt'>,
) => ({
  files: files.map(({ id, name, type, bytes, sha256, at }) => ({ id, name, type, bytes, sha256, at, ...by })),
  keys: Object.fromEntries(files.map(({ id, key }) => [id, key])),
});
