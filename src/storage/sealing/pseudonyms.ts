import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../routine/model/contact';

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
  private readonly subjectKey: Uint8Array;
  private readonly draftKey: Uint8Array;
  /** For the chains of history and views. */
  readonly chainKey: Uint8Array;
  /** For the agenda's subjects, which must be read while the vault is down. */
  readonly agendaKey: Uint8Array;
  /** For the contact list, which must be read while the vault is down: whom to ring, and whom to tell. */
  readonly listKey: Uint8Array;
  /** Vouches for the public half of the wrapping key. */
  readonly publicKeyKey: Uint8Array;
  /** Vouches for the wrapped data keys. */
  readonly keyRowKey: Uint8Array;
  /** Vouches for the tombstones. */
  readonly tombstoneKey: Uint8Array;

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
    this.subjectKey = derive('subject');
    this.chainKey = derive('chain');
    this.agendaKey = derive('agenda');
    this.listKey = derive('contact list');
    this.publicKeyKey = derive('public key');
    this.keyRowKey = derive('key row');
    this.tombstoneKey = derive('tombstone');
    this.draftKey = derive('draft');
  }

  person = (person: PersonId): string => mac(this.personKey, person);
  email = (email: string): string => mac(this.emailKey, normalEmail(email));
  delivery = (key: string): string => mac(this.deliveryKey, key);
  /** Of an agenda's subject, which may name a person. */
  subject = (subject: string): string => mac(this.subjectKey, subject);
  /** Of a person's draft: two people may have drafts of the same id, for ids come from clients. */
  draft = (owner: string, id: string): string => mac(this.draftKey, JSON.stringify([owner, id]));
}

/** HMAC-SHA256 in base64url. */
export const mac = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Whether a code is just that of the text; in the same time whether right or wrong. */
export const isVouched = (key: Uint8Array, text: string, code: unknown): boolean => {
  const right = Buffer.from(mac(key, text));
  const given = Buffer.from(typeof code === 'string' ? code : '');
  return given.length === right.length && timingSafeEqual(given, right);
};
