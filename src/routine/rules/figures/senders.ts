import type { Incident } from '../../model/incident';
import { versionsOf } from '../report/versions';

/*
 * Addresses of whoever threatens, as they stand in what was reported: for finding the same sender in several incidents. Compared whole,
 * never by likeness.
 */

/** Kinds of address. */
export const ADDRESS_KINDS = ['email', 'phone', 'handle'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** An address with its kind before it, in one spelling: `phone +46701234567`. */
export type SenderAddress = `${AddressKind} ${string}`;

/** The fields in which a sender is told of. Who saw it and who was reached stand in others. */
const FIELDS = ['what', 'offender', 'offenderOthers'] as const;

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** With the country or the leading zero; a date and a price begin with neither. */
const PHONE = /(?<![\d+])(?:\+|0)\d(?:[\d ()/–-]{5,20})\d(?!\d)/g;
/** Ten digits as a person's own number is written: no telephone. */
const PERSONAL = /^\d{6}[-+]\d{4}$/;
const PROFILE =
  /(?:facebook|instagram|tiktok|twitter|x|youtube|threads|linkedin)\.com\/(?:in\/)?@?([\p{L}\d._-]{3,40})/giu;
const HANDLE = /(?<![\p{L}\d._%+-])@([\p{L}\d._]{3,40})/gu;
const LEAST_DIGITS = 8;
const MOST_DIGITS = 15;

/** A telephone number with its country, whichever way it was written; undefined: it is none. */
function phoneOf(text: string): string | undefined {
  if (PERSONAL.test(text.trim())) return undefined;
  const digits = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const abroad = digits
    .replace(/^00/, '+')
    .replace(/^0/, '+46')
    .replace(/^\+460/, '+46');
  const length = abroad.length - 1;
  return length >= LEAST_DIGITS && length <= MOST_DIGITS ? abroad : undefined;
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\.+$/, '');

/** The addresses in a text. */
export function addressesIn(text: string): Set<SenderAddress> {
  const found = new Set<SenderAddress>();
  for (const [email] of text.matchAll(EMAIL)) found.add(`email ${plain(email)}`);
  const rest = text.replace(EMAIL, ' ');
  for (const pattern of [PROFILE, HANDLE])
    for (const [, name = ''] of rest.matchAll(pattern)) found.add(`handle ${plain(name)}`);
  for (const [number] of rest.matchAll(PHONE)) {
    const phone = phoneOf(number);
    if (phone) found.add(`phone ${phone}`);
  }
  return found;
}

/** The addresses in the words of an incident, but those of who is its own. */
export function sendersIn(incident: Incident): Set<SenderAddress> {
  const { report, occurrences = [] } = incident;
  const told = [
    report,
    ...[...versionsOf(incident), ...occurrences.flatMap(({ versions }) => versions)].map((one) => one.values),
  ];
  const words = told.flatMap((values) => FIELDS.map((field) => values[field] ?? ''));
  const own = addressesIn(
    told.flatMap(({ phone, reporterPhone, witnessPhone }) => [phone, reporterPhone, witnessPhone]).join('\n'),
  );
  return new Set([...addressesIn(words.join('\n'))].filter((address) => !own.has(address)));
}

/** Incidents that have an address in common, and of which kinds. */
export interface Linked {
  kinds: AddressKind[];
  ids: string[];
}

/** A stand-in for an address while incidents are compared: its kind and an HMAC (`email:…`). The compiler takes no address for one. */
export type SenderMark = `${AddressKind}:${string}`;

/** Those of an incident, by its id. */
export type SenderMarks = ReadonlyMap<string, ReadonlySet<SenderMark>>;

/** Groups of two incidents and more, one for all addresses that the same incidents have in common; the biggest first. */
export function linkedBy(senders: SenderMarks): Linked[] {
  const byMark = new Map<SenderMark, string[]>();
  for (const [id, all] of senders)
    for (const mark of all) byMark.set(mark, [...(byMark.get(mark) ?? []), id]);
  const groups = new Map<string, Linked>();
  for (const [mark, ids] of byMark) {
    if (ids.length < 2) continue;
    const kind = mark.slice(0, mark.indexOf(':')) as AddressKind;
    const group = groups.get(ids.join()) ?? { kinds: [], ids };
    if (!group.kinds.includes(kind)) group.kinds.push(kind);
    groups.set(ids.join(), group);
  }
  return [...groups.values()].sort((a, b) => b.ids.length - a.ids.length);
}
