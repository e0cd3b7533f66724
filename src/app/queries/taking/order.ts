import type { Page } from '../../../routine/acts/pages';
import type { FormAt } from '../../../routine/acts/row';
import { may } from '../../../routine/rules/roles/may';
import type { ReadyFile } from '../../../screens/files';
import type { Viewing } from '../../../screens/scene';
import { incidentScreen, nothingHere, pageScreen } from '../../../screens/screen';
import type { Outcome, Press } from '../../bot';
import { openForm } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import type { Change } from '../../ports/incidents';
import { decideAgain } from '../../runtime/decideAgain';
import { newId } from '../../runtime/ids';
import { type LoadedIncident, loadIncident, viewingOf } from '../loadIncident';
import { purposeIn } from './purpose';
import { newTicket, ordered, type WantedFile } from './ticket';

/** A press that asks for a ticket: for what, and what was typed as purpose. */
interface Order {
  id: string;
  wanted: WantedFile;
  typed: Readonly<Record<string, unknown>>;
}

interface Ordering extends Order {
  deps: Deps;
  press: Press;
  ticket: string;
}

/** A ticket for the document, or for the copy that is handed out. */
export const orderDocument = (
  deps: Deps,
  press: Press,
  action: { id: string; isMasked?: 'yes' | 'no' | undefined } & Readonly<Record<string, unknown>>,
): Promise<Outcome> =>
  order(deps, press, {
    id: action.id,
    wanted: { what: action.isMasked === 'yes' ? 'masked' : 'document' },
    typed: action,
  });

/** A ticket for a file of evidence. */
export const orderFile = (
  deps: Deps,
  press: Press,
  action: { id: string; file: string } & Readonly<Record<string, unknown>>,
): Promise<Outcome> =>
  order(deps, press, { id: action.id, wanted: { what: 'file', file: action.file }, typed: action });

/** A ticket, for who may take that and has said why. */
async function order(deps: Deps, press: Press, asked: Order): Promise<Outcome> {
  const ticket = newTicket(deps);
  const done = await decideAgain(
    () => loadIncident(deps, asked.id),
    (read) => ordering({ ...asked, deps, press, ticket }, read),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return done?.outcome ?? { screen: nothingHere };
}

const ACT = { document: 'takeDocument', masked: 'takeDocument', file: 'takeFile' } as const;

/** The form that asks why. */
const formOf = ({ what, file = '' }: WantedFile): FormAt => [what === 'file' ? 'file' : 'document', file];

const toPage = (viewing: Viewing, page: Page) => pageScreen(viewing, [page, '']) ?? incidentScreen(viewing);

function ordering(one: Ordering, read: LoadedIncident): { outcome: Outcome; change?: Change } {
  const { deps, press, id, wanted, ticket, typed } = one;
  const viewing = viewingOf(read, press.caller.person, newId(deps));
  const { viewer } = viewing;
  const { incident } = read.file;
  if (viewer.roles.size === 0) return { outcome: { screen: nothingHere } };
  if (!may(viewer.roles, ACT[wanted.what]) || isGone(read, wanted))
    return { outcome: { screen: incidentScreen(viewing), touched: id } };
  const said = purposeIn(viewing, formOf(wanted), typed);
  if (said.form) return { outcome: { screen: said.form } };
  const screen = { ...noteOf(one), reference: incident.reference };
  if (!screen.url && !screen.ticket) return { outcome: { screen } };
  // Nothing has been gone through: the page says what to do first.
  if (wanted.what === 'masked' && !incident.masking)
    return { outcome: { screen: toPage(viewing, 'document') } };
  const isBound = screen.ticket !== undefined;
  const view = ordered(viewing, wanted, { ticket, purpose: said.purpose, isBound });
  return { outcome: { screen, touched: id }, change: { view, cards: openForm(deps, read.file, press) } };
}

const isGone = ({ file: { incident } }: LoadedIncident, { what, file }: WantedFile): boolean =>
  what === 'file' && !incident.evidence?.some(({ id }) => id === file);

/**
 * In the tab its asker's own token takes the file. In a chat there is a link to the document and to nothing else, and none where a card
 * opens the tab for it.
 */
function noteOf({ deps, press, id, wanted, ticket }: Ordering): Omit<ReadyFile, 'reference'> {
  const note = { kind: 'note', note: 'document', incident: id, url: '' } as const;
  if (press.isOutside) return { ...note, ticket: { ...wanted, ticket } };
  const isLinked = deps.publicUrl && wanted.what !== 'file' && !deps.municipality.tabLink;
  return isLinked ? { ...note, url: `${deps.publicUrl}/document/${id}/${ticket}` } : note;
}
