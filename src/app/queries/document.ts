import { createHash } from 'node:crypto';
import { DOCUMENT } from '../../content/texts/printed/document';
import { incidentDocument } from '../../document/incidentDocument';
import { maskedDocument } from '../../document/maskedCopy';
import type { HandedOver } from '../../document/model';
import type { Incident } from '../../routine/model/incident';
import { asText, may } from '../../routine/rules/access';
import { masksIn } from '../../routine/rules/report/maskedCopy';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, nothingHere, pageScreen } from '../../screens/screen';
import { seen } from '../../screens/seen';
import type { Outcome, Press } from '../bot';
import { openForm } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { ViewEntry } from '../ports/audit';
import type { Change } from '../ports/incidents';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { type LoadedIncident, loadIncident, viewingOf } from './loadIncident';
import { purposeIn } from './purpose';

/*
 * The incident document leaves by a link that works once and for a minute. Its ticket is known to whoever asked for it alone: the
 * log of looks keeps its hash, with who asked, as what and why, and beside it that it was used. Both are looks of that person.
 */

/** So long a ticket is good. */
const GOOD_FOR: Millis = 60_000;
const TICKET_BYTES = 32;
/** A ticket as it stands in a link: 32 bytes as base64url. */
const TICKET = /^[A-Za-z0-9_-]{43}$/;
const ID = /^[a-z0-9]{26}$/;

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

/** A press that asks for a link: to the whole, or to the copy that is handed out. */
type Order = { id: string; isMasked?: 'yes' | 'no' | undefined } & Readonly<Record<string, unknown>>;

/** A ticket for the document, for who may take it and has said why. */
export async function orderDocument(deps: Deps, press: Press, action: Order): Promise<Outcome> {
  const ticket = Buffer.from(deps.random(TICKET_BYTES)).toString('base64url');
  const ordered = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => ordering({ deps, press, ticket }, read, action),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return ordered?.outcome ?? { screen: nothingHere };
}

interface Ordering {
  deps: Deps;
  press: Press;
  ticket: string;
}

function ordering(
  { deps, press, ticket }: Ordering,
  read: LoadedIncident,
  action: Order,
): { outcome: Outcome; change?: Change } {
  const { person } = press.caller;
  const { id } = action;
  const viewing = viewingOf(read, person, newId(deps));
  const { viewer, incident } = viewing;
  if (viewer.roles.size === 0) return { outcome: { screen: nothingHere } };
  if (!may(viewer.roles, 'takeDocument'))
    return { outcome: { screen: incidentScreen(viewing), touched: id } };
  const said = purposeIn(viewing, 'document', action);
  if (said.form) return { outcome: { screen: said.form } };
  const url = deps.publicUrl ? `${deps.publicUrl}/document/${id}/${ticket}` : '';
  const screen = {
    kind: 'note',
    note: 'document',
    incident: id,
    reference: incident.reference,
    url,
  } as const;
  if (!url) return { outcome: { screen } };
  const isMasked = action.isMasked === 'yes';
  // Nothing has been gone through: the page says what to do first.
  if (isMasked && !read.file.incident.masking) return { outcome: { screen: toMasks(viewing) } };
  const view = lookAtDocument(viewing, isMasked ? 'masked' : 'document', {
    purpose: said.purpose,
    ticket: hashOf(ticket),
  });
  return { outcome: { screen, touched: id }, change: { view, cards: openForm(deps, read.file, press) } };
}

const toMasks = (viewing: Viewing) => pageScreen(viewing, ['document', '']) ?? incidentScreen(viewing);

/** Uses of a link as the log names them, by what the link was made for. */
const TAKEN = { document: 'documentTaken', masked: 'maskedTaken' } as const;
type Asked = keyof typeof TAKEN;
const isAsked = (what: string): what is Asked => Object.hasOwn(TAKEN, what);

const lookAtDocument = (
  { now, viewer }: Viewing,
  what: Asked | (typeof TAKEN)[Asked],
  more: Pick<ViewEntry, 'purpose' | 'ticket'>,
): ViewEntry => ({ at: now.toISOString(), by: viewer.person, what, as: asText(viewer.roles), ...more });

/** Who asked for a ticket that is still good and unused. */
async function holderOf(
  deps: Deps,
  { id, masking }: Incident,
  ticket: string,
): Promise<(ViewEntry & { what: Asked }) | undefined> {
  const { entries } = await deps.incidents.views(id);
  const own = entries.filter((entry) => entry.ticket === ticket);
  const [asked] = own;
  const isGood = asked && deps.now().getTime() - Date.parse(asked.at) < GOOD_FOR;
  if (own.length !== 1 || !isGood || !isAsked(asked.what)) return undefined;
  const { what } = asked;
  // Other words were chosen since the link was made: it is good for a copy that is none any more.
  const isAsGoneThrough = what !== 'masked' || (masking !== undefined && masking.at <= asked.at);
  return isAsGoneThrough ? { ...asked, what } : undefined;
}

/**
 * The document of a ticket, once. The person's access is asked again: it may have ended since. Undefined: the ticket is none, used
 * or too old, and nothing is said of which.
 */
export async function takeDocument(deps: Deps, id: string, ticket: string): Promise<HandedOver | undefined> {
  if (!ID.test(id) || !TICKET.test(ticket)) return undefined;
  const hash = hashOf(ticket);
  const taken = await decideAgain(
    () => loadIncident(deps, id),
    async (read) => {
      const asked = await holderOf(deps, read.file.incident, hash);
      const viewing = asked && viewingOf(read, asked.by, '');
      if (!viewing || !may(viewing.viewer.roles, 'takeDocument')) return undefined;
      const view = lookAtDocument(viewing, TAKEN[asked.what], { purpose: asked.purpose, ticket: hash });
      return { viewing, view, what: asked.what };
    },
    ({ file }, { view }) => deps.incidents.save(file, { view }),
  );
  return taken && drawn(deps, taken.viewing, taken.what);
}

async function drawn(deps: Deps, viewing: Viewing, what: Asked): Promise<HandedOver> {
  const { entries, whole } = await deps.incidents.history(viewing.incident.id);
  const history = entries.map(({ at, by, act, as }) => ({ at, by, what: act, as: as ?? '', isLook: false }));
  const scene = seen(viewing);
  const all = incidentDocument(scene, deps.municipality, { entries: history, isWhole: whole });
  const isMasked = what === 'masked';
  const document = isMasked ? maskedDocument(all, masksIn(viewing.incident.masking?.lines ?? '')) : all;
  // Loaded when the first document is drawn: nobody waits for it at the start.
  const { wordBytes } = require('../../document/word') as typeof import('../../document/word');
  const name = (isMasked ? DOCUMENT.maskedFile : DOCUMENT.file)(viewing.incident.reference);
  return { name, bytes: await wordBytes(document, deps.paper, (why) => deps.log.warn(why, 'templateUnfit')) };
}
