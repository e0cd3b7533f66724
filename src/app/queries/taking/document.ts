import { DOCUMENT } from '../../../content/texts/printed/document';
import { incidentDocument } from '../../../document/incidentDocument';
import { maskedDocument } from '../../../document/maskedCopy';
import { type HandedOver, WORD_TYPE } from '../../../document/model';
import type { PersonId } from '../../../routine/model/contact';
import { masksIn } from '../../../routine/rules/report/maskedCopy';
import { may } from '../../../routine/rules/roles/may';
import type { Viewing } from '../../../screens/scene';
import { seen } from '../../../screens/seen';
import type { HandedFile, ReadyToTake } from '../../bot';
import type { Deps } from '../../deps';
import { decideAgain } from '../../runtime/decideAgain';
import { loadIncident, viewingOf } from '../loadIncident';
import { fileBytes } from './evidence';
import { heldBy, isUse, type TakenKind, type Use, used } from './ticket';

/**
 * The file of a ticket, once. The person's access is asked again: it may have ended since. Undefined: the ticket is none, used,
 * too old, another person's or for another file, and nothing is said of which.
 */
export async function takeByTicket(deps: Deps, use: Use): Promise<HandedOver | undefined> {
  if (!isUse(use)) return undefined;
  const taken = await decideAgain(
    () => loadIncident(deps, use.id),
    async (read) => {
      const held = await heldBy(deps, read.file.incident, use);
      const viewing = held && viewingOf(read, held.asked.by, '');
      if (!viewing || !may(viewing.viewer.roles, held.what === 'file' ? 'takeFile' : 'takeDocument'))
        return undefined;
      return { viewing, held, view: used(viewing, held) };
    },
    ({ file }, { view }) => deps.incidents.save(file, { view }),
  );
  if (!taken) return undefined;
  const { viewing, held } = taken;
  return held.what === 'file'
    ? fileBytes(deps, viewing.incident, held.file ?? '')
    : drawn(deps, viewing, held.what);
}

/** The media type that a browser saves and never opens by itself. */
const PLAIN_BYTES = 'application/octet-stream';

/** The same by a token: the person's own ticket, for what they name. */
export async function takeFile(
  deps: Deps,
  person: PersonId,
  { id, ticket, what, file }: ReadyToTake,
): Promise<HandedFile | undefined> {
  const taken = await takeByTicket(deps, { id, ticket, person, wanted: { what, file } });
  return taken && { ...taken, type: what === 'file' ? PLAIN_BYTES : WORD_TYPE };
}

async function drawn(deps: Deps, viewing: Viewing, what: TakenKind): Promise<HandedOver> {
  const { entries, whole } = await deps.incidents.history(viewing.incident.id);
  const history = entries.map(({ at, by, act, as }) => ({ at, by, what: act, as: as ?? '', isLook: false }));
  const scene = seen(viewing);
  const all = incidentDocument(scene, deps.municipality, { entries: history, isWhole: whole });
  const isMasked = what === 'masked';
  const document = isMasked ? maskedDocument(all, masksIn(viewing.incident.masking?.lines ?? '')) : all;
  // Loaded when the first document is drawn: nobody waits for it at the start.
  const { wordBytes } = require('../../../document/word') as typeof import('../../../document/word');
  const name = (isMasked ? DOCUMENT.maskedFile : DOCUMENT.file)(viewing.incident.reference);
  return { name, bytes: await wordBytes(document, deps.paper, (why) => deps.log.warn(why, 'templateUnfit')) };
}
