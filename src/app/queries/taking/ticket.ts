import { createHash } from 'node:crypto';
import type { PersonId } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import { asText } from '../../../routine/rules/access';
import type { Taking } from '../../../screens/files';
import type { Viewing } from '../../../screens/scene';
import type { Deps } from '../../deps';
import type { ViewEntry } from '../../ports/audit';
import type { Millis } from '../../ports/runtime';

/*
 * What leaves the bot leaves by a ticket that works once and for a minute. It is known to whoever asked for it alone: the log of
 * looks keeps its hash, with who asked, for which file, as what and why, and beside it that it was used. Both are looks of that
 * person. One that was asked for in the tab is good for that account's token alone; a link in a chat is opened without any.
 */

/** So long a ticket is good. */
const GOOD_FOR: Millis = 60_000;
const TICKET_BYTES = 32;
/** A ticket as it stands in a link: 32 bytes as base64url. */
const TICKET = /^[A-Za-z0-9_-]{43}$/;
const ID = /^[a-z0-9]{26}$/;

/** Uses of a ticket as the log names them, by what it was made for: the document, its masked copy, a file of evidence. */
const TAKEN = {
  document: 'documentTaken',
  masked: 'maskedTaken',
  file: 'fileTaken',
} as const satisfies Record<Taking['what'], string>;
/** A kind of what may be taken. */
export type TakenKind = Taking['what'];
const isTaken = (what: string): what is TakenKind => Object.hasOwn(TAKEN, what);

/** A thing to be taken, before there is a ticket for it. */
export type WantedFile = Omit<Taking, 'ticket'>;

/** A use of a ticket: by a link, or (`person`, `wanted`) by somebody's token, for what they name. */
export interface Use {
  id: string;
  ticket: string;
  person?: PersonId | undefined;
  wanted?: WantedFile | undefined;
}

export const newTicket = (deps: Pick<Deps, 'random'>): string =>
  Buffer.from(deps.random(TICKET_BYTES)).toString('base64url');

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

/** Whether a use can be one at all: nothing is read for any other. */
export const isUse = ({ id, ticket }: Use): boolean => ID.test(id) && TICKET.test(ticket);

const entry = ({ now, viewer }: Viewing, what: string, more: Partial<ViewEntry>): ViewEntry => ({
  ...{ at: now.toISOString(), by: viewer.person, what, as: asText(viewer.roles) },
  ...more,
});

/** The look that asking for a ticket is. `isBound`: it is good for the asker's own token alone. */
export const ordered = (
  viewing: Viewing,
  { what, file }: WantedFile,
  { ticket, ...more }: { ticket: string; purpose: string; isBound: boolean },
): ViewEntry => entry(viewing, what, { ...more, ticket: hashOf(ticket), ...(file && { file }) });

/** A look at a picture, without taking it. */
export const lookedAt = (viewing: Viewing, file: string): ViewEntry => entry(viewing, 'picture', { file });

/** The order of a ticket that is still good and unused, and what it was for. */
export interface HeldTicket extends WantedFile {
  asked: ViewEntry;
}

/** The look that using a ticket is. */
export const used = (viewing: Viewing, { what, file, asked: { purpose, ticket } }: HeldTicket): ViewEntry =>
  entry(viewing, TAKEN[what], { purpose, ticket, ...(file && { file }) });

/** A ticket asked for in a tab takes its asker's token and the file that it was made for; a link of a chat takes none. */
function isFor({ by, isBound, file }: ViewEntry, what: TakenKind, { person, wanted }: Use): boolean {
  if (!isBound) return person === undefined;
  return person === by && wanted?.what === what && wanted.file === file;
}

/** The holder of a ticket; undefined: it is none, used, too old, somebody else's or for another file. */
export async function heldBy(
  deps: Pick<Deps, 'incidents' | 'now'>,
  { id, masking }: Incident,
  use: Use,
): Promise<HeldTicket | undefined> {
  const hash = hashOf(use.ticket);
  const { entries } = await deps.incidents.views(id);
  const own = entries.filter(({ ticket }) => ticket === hash);
  const [asked] = own;
  if (own.length !== 1 || !asked || !isTaken(asked.what)) return undefined;
  const { what, file } = asked;
  if (deps.now().getTime() - Date.parse(asked.at) >= GOOD_FOR || !isFor(asked, what, use)) return undefined;
  // Other words were chosen since the link was made: it is good for a copy that is none any more.
  const isAsGoneThrough = what !== 'masked' || (masking !== undefined && masking.at <= asked.at);
  return isAsGoneThrough ? { what, file, asked } : undefined;
}
