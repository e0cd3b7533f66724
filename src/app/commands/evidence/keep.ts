import { asText } from '../../../routine/rules/access';
import { MOST_FILES, withFiles } from '../../../routine/rules/report/evidence';
import { occurrenceNow } from '../../../routine/rules/report/occurrences';
import type { ActionOf } from '../../../screens/actions';
import { nothingHere } from '../../../screens/screen';
import { changeOffers } from '../../aggregates/offers';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import type { GivenFile } from '../../ports/files';
import { type Offer, personAggregateId } from '../../ports/states';
import { loadIncident, rolesOf } from '../../queries/loadIncident';
import { decideAgain } from '../../runtime/decideAgain';
import { changeDraft, draftFor } from '../draft';
import { changePerson } from '../start';
import { asEvidence } from './asEvidence';
import { newestWithFiles, showDraftFiles } from './draftFiles';
import { filesSaid, mayGive, offered, whatCame } from './offered';

/* "Spara" and "Ta bort" on the card of files that came. */

const offerOf = async (deps: Deps, { person }: Caller, id: string): Promise<Offer | undefined> =>
  (await deps.persons.read(person)).state.offers?.find((one) => one.id === id && one.files.length > 0);

/** The place of an offer, noted before anything is written there: what was put somewhere else stays there. */
async function placeIn(
  deps: Deps,
  caller: Caller,
  { id, place }: { id: string; place: string },
): Promise<Offer | undefined> {
  await changeOffers(deps, caller.person, (offers) =>
    offers.some((one) => one.id === id && one.place === undefined && one.files.length > 0)
      ? offers.map((one) => (one.id === id ? { ...one, place } : one))
      : offers,
  );
  return offerOf(deps, caller, id);
}

/** The answer where an offer is gone, or stands in another place by an earlier press. */
const elsewhere = (deps: Deps, offer: Offer | undefined): Outcome =>
  filesSaid(deps, offer ? { ...whatCame(offer.files), done: 'inDraft' } : { done: 'nothing' });

/** "Spara i min rapport": they go with the draft when it is sent. */
export async function keepInDraft(
  deps: Deps,
  { caller }: Press,
  action: ActionOf<'keepInDraft'>,
): Promise<Outcome> {
  const { id, file } = await draftFor(deps, caller, action.draft);
  const offer = await placeIn(deps, caller, { id: action.offer, place: id });
  if (!offer || offer.place !== id) return elsewhere(deps, offer);
  const before = (await deps.drafts.read(caller.person, id))?.value.files?.length ?? 0;
  if (before + offer.files.length > MOST_FILES) return filesSaid(deps, { done: 'full' });
  for (const one of offer.files) await deps.index.addFile(id, one.id);
  await changeDraft(deps, caller, id, (draft) => ({ ...draft, files: joined(draft.files, offer.files) }));
  if (!file) await changePerson(deps, caller, (row) => (row.draft === id ? row : { ...row, draft: id }));
  return filesSaid(deps, { ...whatCame(offer.files), done: 'inDraft', draft: { id, isBegun: true } });
}

const joined = (has: readonly GivenFile[] = [], more: readonly GivenFile[]): readonly GivenFile[] => [
  ...has,
  ...more.filter(({ id }) => !has.some((one) => one.id === id)),
];

const GIVERS = ['victim', 'reporter', 'lead', 'strategist'] as const;

/** "Spara i 2026-7KQ4": in an open incident whose report this person may add to. */
export async function keepInIncident(
  deps: Deps,
  { caller }: Press,
  { id, offer: offerId }: ActionOf<'keepInIncident'>,
): Promise<Outcome> {
  const { person } = caller;
  const read = await loadIncident(deps, id);
  const offer = await offerOf(deps, caller, offerId);
  // One answer, whether there is no such incident or they have no part in it.
  if (!read || rolesOf(read, person).size === 0) return { screen: nothingHere, isNothing: true };
  if (!offer) return elsewhere(deps, offer);
  if (!mayGive(read, rolesOf(read, person))) return offered(deps, caller, { offer, faults: ['closed'] });
  const placed = await placeIn(deps, caller, { id: offerId, place: id });
  if (!placed || placed.place !== id) return elsewhere(deps, placed);
  for (const one of placed.files) await deps.index.addFile(id, one.id);
  const reference = await addTo(deps, { id, person, files: placed.files });
  if (reference === undefined) return filesSaid(deps, { done: 'full' });
  return { ...filesSaid(deps, { ...whatCame(placed.files), done: 'inIncident', reference }), touched: id };
}

interface Adding {
  id: string;
  person: string;
  files: readonly GivenFile[];
}

/** The reference of the incident that has the files now; undefined: it takes no more, or is not to be added to any more. */
async function addTo(deps: Deps, { id, person, files }: Adding): Promise<string | undefined> {
  const done = await decideAgain(
    () => loadIncident(deps, id),
    (read) => {
      const { incident } = read.file;
      const roles = rolesOf(read, person);
      const as = GIVERS.find((role) => roles.has(role));
      const has = incident.evidence?.length ?? 0;
      if (as === undefined || !mayGive(read, roles) || has + files.length > MOST_FILES) return {};
      const at = deps.now().toISOString();
      const of = occurrenceNow(incident, person, deps.now());
      const next = withFiles(
        incident,
        asEvidence(files, { by: person, as, addedAt: at, ...(of && { occurrence: of }) }),
      );
      const { reference } = incident;
      if (next === incident) return { reference };
      const entry = { at, by: person, act: 'giveFiles', about: '', as: asText(roles) };
      return { reference, change: { incident: { ...next, rev: incident.rev + 1 }, history: [entry] } };
    },
    async (read, { change }) => {
      if (!change) return 'saved';
      const { rev, acute } = change.incident;
      await deps.agenda.wake(id, deps.now().getTime(), rev, acute);
      return deps.incidents.save(read.file, change);
    },
  );
  return done?.reference;
}

/** "Ta bort": of what is kept nowhere yet. */
export async function dropFiles(
  deps: Deps,
  { caller }: Press,
  { offer: id }: ActionOf<'dropFiles'>,
): Promise<Outcome> {
  const offer = await offerOf(deps, caller, id);
  if (!offer || offer.place !== undefined) return elsewhere(deps, offer);
  await changeOffers(deps, caller.person, (offers) =>
    offers.map((one) =>
      one.id === id && one.place === undefined ? { ...one, files: [], until: one.at } : one,
    ),
  );
  return {
    ...filesSaid(deps, { ...whatCame(offer.files), files: [], done: 'dropped' }),
    also: [personAggregateId(caller.person)],
  };
}

/** "bevis": how files are sent, and the last that wait for an answer. */
export async function showFiles(deps: Deps, caller: Caller): Promise<Outcome> {
  const { state } = await deps.persons.read(caller.person);
  const open = (state.offers ?? []).filter(({ place, files }) => place === undefined && files.length > 0);
  const newest = open.at(-1);
  if (newest) return offered(deps, caller, { offer: newest });
  const draft = await newestWithFiles(deps, caller);
  return draft === undefined ? filesSaid(deps, { done: 'nothing' }) : showDraftFiles(deps, caller, draft);
}
