import { createHmac } from 'node:crypto';
import type { AddressKind, SenderAddress, SenderMark } from '../../routine/rules/figures/senders';
import type { Deps } from '../deps';

const KEY_BYTES = 32;

/**
 * The marks of addresses: HMAC-SHA-256 under a key that is drawn for one press and kept nowhere. Two are equal where the addresses are, and
 * what is made by one press can be compared with nothing of another: whoever sees a mark can try no number against it.
 */
export function newMarking({ random }: Pick<Deps, 'random'>): (address: SenderAddress) => SenderMark {
  const key = random(KEY_BYTES);
  return (address) => {
    const kind = address.slice(0, address.indexOf(' ')) as AddressKind;
    return `${kind}:${createHmac('sha256', key).update(address).digest('base64url')}`;
  };
}
