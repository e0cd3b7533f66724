import { hkdfSync } from 'node:crypto';
import type { PersonId } from '../../routine/model/contact';
import { mac, Voucher } from './voucher';

const MIN_SECRET_BYTES = 32;

/** The same address in every spelling: case and surrounding space do not count. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/**
 * Stands in for people and addresses in keys: HMAC-SHA256 in base64url (43 characters), each kind under a key of its
 * own. Whoever reads the tables without the secret cannot tell, or try out, who is meant.
 */
export class Ids {
  private readonly personKey: Uint8Array;
  private readonly emailKey: Uint8Array;
  private readonly deliveryKey: Uint8Array;
  private readonly aggregateKey: Uint8Array;
  private readonly draftKey: Uint8Array;
  /** Says with which secret the tables are written. */
  readonly mark: Voucher;
  /** For the chains of history and views. */
  readonly chainKey: Uint8Array;
  /** For ids in the agenda, which must be read while the vault is down. */
  readonly agendaKey: Uint8Array;
  /** For the contact list, which must be read while the vault is down: whom to ring, and whom to tell. */
  readonly listKey: Uint8Array;
  /** Vouches for the public half of the wrapping key. */
  readonly publicKey: Voucher;
  /** Vouches for the wrapped data keys. */
  readonly keyRows: Voucher;
  /** Vouches for the tombstones. */
  readonly tombstones: Voucher;

  /** @param secret at least 32 random bytes; with another secret nothing that was stored is found again */
  constructor(secret: Uint8Array) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new Error(
        `The index secret has ${secret.length} bytes: give at least ${MIN_SECRET_BYTES} random ones.`,
      );
    }
    const derive = (purpose: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `trygghetsboten ${purpose}`, 32));
    this.personKey = derive('person');
    this.emailKey = derive('email');
    this.deliveryKey = derive('delivery');
    this.aggregateKey = derive('subject');
    this.chainKey = derive('chain');
    this.agendaKey = derive('agenda');
    this.listKey = derive('contact list');
    this.publicKey = new Voucher(derive('public key'));
    this.keyRows = new Voucher(derive('key row'));
    this.tombstones = new Voucher(derive('tombstone'));
    this.draftKey = derive('draft');
    this.mark = new Voucher(derive('mark'));
  }

  person = (person: PersonId): string => mac(this.personKey, person);
  email = (email: string): string => mac(this.emailKey, normalEmail(email));
  delivery = (key: string): string => mac(this.deliveryKey, key);
  /** The id of an aggregate in the agenda, which may name a person. */
  aggregate = (id: string): string => mac(this.aggregateKey, id);
  /** Of a person's draft: two people may have drafts of the same id, for ids come from clients. */
  draft = (owner: string, id: string): string => mac(this.draftKey, JSON.stringify([owner, id]));
}
