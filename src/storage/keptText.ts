import { isVouched, mac } from './ids';
import type { TableSettings } from './tableSettings';
import type { KeptText } from './vaultWrap';

const NAME = 'wrappingKey';

/**
 * The public half of the wrapping key, in the open table of settings. Whoever can write there could put a key of their
 * own in its place, and read all that is written from then on: so it is vouched for with the index secret.
 */
export const keptText = (settings: TableSettings, key: Uint8Array): KeptText => ({
  async read() {
    const stored = (await settings.read(NAME)) ?? '';
    const [code = '', ...rest] = stored.split(' ');
    const text = rest.join(' ');
    return stored && isVouched(key, `${NAME} ${text}`, code) ? text : undefined;
  },
  write: (text) => settings.write(NAME, `${mac(key, `${NAME} ${text}`)} ${text}`),
});
