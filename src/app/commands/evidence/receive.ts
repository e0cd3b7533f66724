import { createHash } from 'node:crypto';
import { fileName } from '../../../routine/rules/report/evidence';
import { changeOffers } from '../../aggregates/offers';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import type { FileFault, GivenFile, IncomingFile } from '../../ports/files';
import type { Offer } from '../../ports/states';
import { StorageUnavailable } from '../../runtime/failures';
import { newId } from '../../runtime/ids';
import { filesSaid, mostOf, offered } from './offered';

/* Files that come in a private chat: fetched at once, for their addresses last a short time, and kept sealed for a day until their sender has said where they belong. */

const DAY = 86_400_000;
/** The most files of one message, and of all that wait for an answer of their sender's. */
const MOST_AT_ONCE = 10;
const MOST_WAITING = 30;
const KEY_BYTES = 32;

interface Place {
  id: string;
  key: string;
}

/** One file, fetched, looked at and kept; or why not. */
async function take(deps: Deps, incoming: IncomingFile, place: Place): Promise<GivenFile | FileFault> {
  const bytes = await incoming.fetch(mostOf(deps));
  if (typeof bytes === 'string') return bytes;
  if (bytes.length === 0) return 'empty';
  const type = (await deps.typeOf?.(bytes)) ?? '';
  try {
    await deps.files.put(place, bytes);
  } catch (error) {
    if (error instanceof StorageUnavailable) return 'notKept';
    throw error;
  }
  return {
    ...place,
    name: fileName(incoming.name),
    type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    at: deps.now().toISOString(),
    ...(incoming.isPasted ? { isPasted: true } : {}),
  };
}

/** Takes them one after the other: a file is in memory three times while it is sealed. */
async function takeAll(deps: Deps, incoming: readonly IncomingFile[], places: readonly Place[]) {
  const files: GivenFile[] = [];
  const faults: FileFault[] = [];
  for (const [at, one] of incoming.entries()) {
    const place = places[at];
    const taken = place && (await take(deps, one, place));
    if (typeof taken === 'string') faults.push(taken);
    else if (taken) files.push(taken);
  }
  return { files, faults: [...new Set(faults)] };
}

const waiting = (offers: readonly Offer[]): number =>
  offers.filter(({ place }) => place === undefined).reduce((sum, { blobs }) => sum + blobs.length, 0);

/**
 * Files of one message. They are on the person's list before the first byte is kept, so that no blob is ever without a row
 * that leads to it.
 */
export async function receiveFiles(
  deps: Deps,
  caller: Caller,
  all: readonly IncomingFile[],
): Promise<Outcome> {
  const incoming = all.slice(0, MOST_AT_ONCE);
  const { state } = await deps.persons.read(caller.person);
  if (waiting(state.offers ?? []) + incoming.length > MOST_WAITING) return filesSaid(deps, { done: 'full' });
  const places = incoming.map(() => ({
    id: newId(deps),
    key: Buffer.from(deps.random(KEY_BYTES)).toString('base64'),
  }));
  const now = deps.now();
  const offer: Offer = {
    ...{ id: newId(deps), at: now.toISOString(), until: new Date(now.getTime() + DAY).toISOString() },
    ...{ blobs: places.map(({ id }) => id), files: [] },
  };
  await changeOffers(deps, caller.person, (offers) => [...offers, offer]);
  const work = () => takeAll(deps, incoming, places);
  const { files, faults } = await (deps.inTurn ? deps.inTurn('files', work) : work());
  const kept = { ...offer, files };
  await changeOffers(deps, caller.person, (offers) =>
    files.length === 0
      ? offers.map((one) => (one.id === offer.id ? { ...one, until: one.at } : one))
      : offers.map((one) => (one.id === offer.id ? kept : one)),
  );
  return files.length === 0 ? filesSaid(deps, { faults }) : offered(deps, caller, { offer: kept, faults });
}
