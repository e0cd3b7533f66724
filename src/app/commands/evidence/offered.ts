import { mayAdminister } from '../../../routine/rules/access';
import { isTaking } from '../../../routine/rules/joined/merging';
import { isDisguised, kindOf } from '../../../routine/rules/report/evidence';
import { may } from '../../../routine/rules/roles/may';
import type { FilesScreen, ShownFile } from '../../../screens/files';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import type { GivenFile } from '../../ports/files';
import type { Offer } from '../../ports/states';
import { type LoadedIncident, loadListed, readRoster, rolesOf } from '../../queries/loadIncident';
import { newId } from '../../runtime/ids';
import { start } from '../start';

/* What the card of files shows: kinds, sizes, and where they may be kept. */

export const MIB = 1024 * 1024;
export const mostOf = ({ mostBytes = 20 * MIB }: Deps): number => mostBytes;

/** Incidents of a person that are looked at, newest first, and offered. */
const LOOKED_AT = 20;
const OFFERED = 3;

/** A file as a chat may show it. */
export const shownOf = ({ name, type, bytes }: GivenFile): ShownFile => ({
  kind: kindOf(type),
  bytes,
  isDisguised: isDisguised({ name, type }),
});

/** Whether this person may add files to an incident: whoever may add words to its report. */
export const mayGive = ({ situation, file }: LoadedIncident, roles: ReturnType<typeof rolesOf>): boolean =>
  (situation.incident.state === 'open' || (isTaking(situation.incident) && roles.has('reporter'))) &&
  file.incident.erasing === undefined &&
  may(roles, 'amend');

/** The open incidents that somebody may add files to. */
async function incidentsFor(deps: Deps, { person }: Caller): Promise<FilesScreen['incidents']> {
  const [rows, { contacts }] = await Promise.all([deps.index.of(person, LOOKED_AT), readRoster(deps)]);
  const reads = await loadListed(deps, rows, contacts);
  return reads
    .filter((read) => mayGive(read, rolesOf(read, person)))
    .slice(0, OFFERED)
    .map(({ file: { incident } }) => ({ id: incident.id, reference: incident.reference }));
}

/** The draft that files go with: the one that is being written, or a new one. */
async function draftOf(deps: Deps, caller: Caller): Promise<FilesScreen['draft']> {
  const { screen } = await start(deps, caller);
  if (screen.kind !== 'draft' || screen.page !== 'first') return { id: newId(deps), isBegun: false };
  return { id: screen.draft, isBegun: screen.hasDraft };
}

const EMPTY = { files: [], faults: [], isPasted: false, isInOneDrive: false, incidents: [] } as const;

/** Something said about files, with nothing to choose. */
export const filesSaid = (deps: Deps, more: Partial<FilesScreen>): Outcome => ({
  screen: { kind: 'files', ...EMPTY, most: Math.floor(mostOf(deps) / MIB), ...more },
});

/** Sentences on files that came, wherever they are. */
export const whatCame = (files: readonly GivenFile[]): Partial<FilesScreen> => ({
  files: files.map(shownOf),
  isPasted: files.some(({ isPasted }) => isPasted === true),
  isInOneDrive: files.some(({ isPasted }) => isPasted !== true),
});

/** Whether an offer is one file that is named as a list is. */
export const isListFile = ({ files }: Offer): boolean =>
  files.length === 1 && /\.csv$/i.test(files[0]?.name ?? '');

/** The question where an offer's files are to be kept. */
export async function offered(
  deps: Deps,
  caller: Caller,
  { offer, faults = [] }: { offer: Offer; faults?: readonly string[] },
): Promise<Outcome> {
  const [incidents, draft, roster] = await Promise.all([
    incidentsFor(deps, caller),
    draftOf(deps, caller),
    readRoster(deps),
  ]);
  const isList = isListFile(offer) && mayAdminister(roster, caller.person);
  return filesSaid(deps, { ...whatCame(offer.files), offer: offer.id, faults, incidents, draft, isList });
}
