import type { PersonId } from '../../routine/model/contact';
import { collapsePages } from '../chat/collapsePages';
import type { Deps } from '../deps';
import type { Draft } from '../ports/people';
import type { Millis } from '../ports/runtime';
import { type Offer, personAggregateId } from '../ports/states';
import { StorageUnavailable } from '../runtime/failures';
import { newId } from '../runtime/ids';
import { changeState, DAY } from './aggregate';

/* Files that somebody sent: which there are, and the deletion of those that belong nowhere. */

/** How soon a refused deletion is tried again. */
const AGAIN: Millis = 3_600_000;

/** Changes what is on offer to a person; their aggregate is due because of it. */
export const changeOffers = (
  deps: Deps,
  person: PersonId,
  change: (offers: readonly Offer[]) => readonly Offer[],
): Promise<void> =>
  changeState(deps, { store: deps.persons, id: person, aggregate: personAggregateId(person) }, (state) => {
    const offers = change(state.offers ?? []);
    return offers === state.offers ? state : { ...state, offers };
  });

/** Removes a draft, and has its files deleted: they are on the person's list before the draft that leads to them is gone. */
export async function removeDraft(
  deps: Deps,
  { person, id, files = [] }: Pick<Draft, 'person' | 'id' | 'files'>,
): Promise<void> {
  if (files.length > 0) {
    const at = deps.now().toISOString();
    const offer = {
      id: newId(deps),
      at,
      until: at,
      blobs: files.map((file) => file.id),
      files: [],
      place: id,
    };
    await changeOffers(deps, person, (offers) => [...offers, offer]);
  }
  await deps.drafts.remove(person, id);
}

/** When a draft is erased that nobody goes on with. */
export const eraseAt = (deps: Deps, { updatedAt }: Draft): Millis =>
  Date.parse(updatedAt) + deps.municipality.routine.times.draftEraseDays * DAY;

/** Drafts are erased when their time is out, before anything is told of them; those that are left. */
export async function eraseOld(deps: Deps, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const isOld = (draft: Draft) => eraseAt(deps, draft) <= deps.now().getTime();
  for (const draft of drafts.filter(isOld)) {
    await removeDraft(deps, draft);
    await collapsePages(deps, draft.person, draft.shownIn ?? []);
  }
  return drafts.filter((draft) => !isOld(draft));
}

/** The files that a draft of the person's or the incident of the offer's place has. */
async function placed(deps: Deps, person: PersonId, { place }: Offer): Promise<ReadonlySet<string>> {
  if (place === undefined) return new Set();
  const [drafts, file] = await Promise.all([deps.drafts.of(person), deps.incidents.read(place)]);
  const inDrafts = drafts.flatMap(({ files = [] }) => files.map(({ id }) => id));
  return new Set([...inDrafts, ...(file?.incident.evidence ?? []).map(({ id }) => id)]);
}

/** Deletes the files of an offer that are nowhere else; false: storage refused. */
async function deleted(deps: Deps, person: PersonId, offer: Offer): Promise<boolean> {
  const kept = await placed(deps, person, offer);
  try {
    for (const id of offer.blobs.filter((one) => !kept.has(one))) {
      await deps.files.remove(id);
      if (offer.place !== undefined) await deps.index.dropFile(offer.place, id);
    }
    return true;
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    deps.log.error({ files: offer.blobs.length }, 'filesNotErased');
    return false;
  }
}

const isOver = (deps: Deps, { until }: Offer): boolean => Date.parse(until) <= deps.now().getTime();

/** Deletes what belongs nowhere once its time is over. Whether anything was changed. */
export async function cleanOffers(
  deps: Deps,
  person: PersonId,
  offers: readonly Offer[] = [],
): Promise<boolean> {
  if (!offers.some((offer) => isOver(deps, offer))) return false;
  // Taken off first, so that no press of this very moment puts it anywhere.
  await changeOffers(deps, person, (now) =>
    now.map((one) => (isOver(deps, one) && one.place === undefined ? { ...one, files: [] } : one)),
  );
  const { state } = await deps.persons.read(person);
  const over = (state.offers ?? []).filter((offer) => isOver(deps, offer));
  const again = new Date(deps.now().getTime() + AGAIN).toISOString();
  const ends = new Map<string, boolean>();
  for (const offer of over) ends.set(offer.id, await deleted(deps, person, offer));
  await changeOffers(deps, person, (now) =>
    now.flatMap((offer) => {
      const isDone = ends.get(offer.id);
      if (isDone === undefined) return [offer];
      return isDone ? [] : [{ ...offer, until: again }];
    }),
  );
  return true;
}

/** Until the first offer is over; nothing on offer: none. */
export const offersDueIn = (deps: Deps, offers: readonly Offer[] = []): Millis[] =>
  offers.map(({ until }) => Date.parse(until) - deps.now().getTime());

/** The most drafts of a person that are kept. */
const MOST_DRAFTS = 20;

/**
 * Erases a person's oldest drafts beyond the most that are kept: what one account writes has a bound, and none of it is
 * ever refused. The one that was just begun is the newest.
 */
export async function dropOldest(deps: Deps, person: PersonId): Promise<void> {
  const drafts = await deps.drafts.of(person);
  if (drafts.length <= MOST_DRAFTS) return;
  const oldest = [...drafts].sort((a, b) => a.updatedAt.localeCompare(b.updatedAt)).slice(0, -MOST_DRAFTS);
  for (const { id, shownIn, files } of oldest) {
    await removeDraft(deps, { person, id, files });
    await collapsePages(deps, person, shownIn ?? []);
  }
  deps.log.warn({ person, drafts: oldest.length }, 'draftsDropped');
}
