import type { ActionOf } from '../../../screens/actions';
import { changeOffers } from '../../aggregates/offers';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { newId } from '../../runtime/ids';
import { changeDraft } from '../draft';
import { filesSaid, shownOf } from './offered';

/* The files of a report that is being written, and taking one of them away. */

/** After so long a file that was taken away is deleted: by then the draft has been saved without it, whatever happened in between. */
const DELETED_AFTER = 60_000;

/** The files of a draft of the caller's own. */
export async function showDraftFiles(deps: Deps, { person }: Caller, draft: string): Promise<Outcome> {
  const { files = [] } = (await deps.drafts.read(person, draft))?.value ?? {};
  if (files.length === 0) return filesSaid(deps, { done: 'nothing' });
  const shown = files.map((one) => ({ ...shownOf(one), id: one.id }));
  return filesSaid(deps, { inDraft: { draft, files: shown } });
}

/** "Ta bort" beside one of them. It is on the person's list before the draft lets go of it: a crash in between leaves it in the draft. */
export async function dropDraftFile(
  deps: Deps,
  { caller }: Press,
  { draft, file }: ActionOf<'dropDraftFile'>,
): Promise<Outcome> {
  const held = await deps.drafts.read(caller.person, draft);
  if (!held?.value.files?.some(({ id }) => id === file)) return showDraftFiles(deps, caller, draft);
  const now = deps.now();
  const offer = {
    ...{
      id: newId(deps),
      at: now.toISOString(),
      until: new Date(now.getTime() + DELETED_AFTER).toISOString(),
    },
    ...{ blobs: [file], files: [], place: draft },
  };
  await changeOffers(deps, caller.person, (offers) => [...offers, offer]);
  await changeDraft(deps, caller, draft, (one) => {
    const files = (one.files ?? []).filter(({ id }) => id !== file);
    return { ...one, files: files.length > 0 ? files : undefined };
  });
  return { ...(await showDraftFiles(deps, caller, draft)), also: [personAggregateId(caller.person)] };
}

/** The newest draft with files in it, where nothing else waits. */
export async function newestWithFiles(deps: Deps, { person }: Caller): Promise<string | undefined> {
  const drafts = (await deps.drafts.of(person)).filter(({ files = [] }) => files.length > 0);
  return drafts.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt)).at(-1)?.id;
}
