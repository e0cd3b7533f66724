import type { Contact } from '../../routine/model/contact';
import type { Situation } from '../../routine/model/situation';
import { mayBeGrouped } from '../../routine/rules/noticeRows/grouped';
import { notices } from '../../routine/rules/notices';
import { kinChangesAt } from '../../routine/rules/victim/kinHolders';
import { isHeldIn, isLeftAlone } from '../../routine/rules/wishes/quiet';
import { isLeftInPeace } from '../../routine/rules/wishes/unable';
import { undoOverAt } from '../../routine/rules/wishes/undo';
import type { Deps } from '../deps';
import { eraseDue, erasureDueIn } from '../erasure/eraseIncident';
import type { IncidentFile } from '../ports/incidents';
import type { Millis } from '../ports/runtime';
import { logChainHeads } from '../queries/chainHeads';
import { isKnownTo, type LoadedIncident, liveScreen, loaded, rolesOf } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { type Aggregate, DAY, throughGate } from './aggregate';
import { involve, listWaits } from './involvement';
import { carryOn } from './joined/carry';
import { lineNow, wakeLines } from './round/groups';

/** Read again after this time at the latest. */
const restOf = (read: LoadedIncident): Millis => {
  const { incident } = read.file;
  if (incident.state !== 'closed' && !incident.erasing) return DAY;
  return Math.min(30 * DAY, erasureDueIn(read) ?? 30 * DAY);
};

/** How long until a card changes by itself: the latest press may be taken back no more, or a number is shown no longer. */
function untilCardsChange({ situation }: LoadedIncident): Millis {
  const { now } = situation;
  const left = [undoOverAt(situation), kinChangesAt(situation)].map((at) => (at ? +at - +now : 0));
  return Math.min(...left.filter((time) => time > 0));
}

/** The end of a press that may be taken back: what that takes goes with its minutes, for it holds copies of what was changed. */
async function dropUndo(deps: Deps, { situation }: LoadedIncident): Promise<void> {
  const over = undoOverAt(situation);
  if (!over || over > situation.now) return;
  await decideAgain(
    () => deps.incidents.read(situation.incident.id),
    ({ incident }) =>
      incident.undo?.at === situation.incident.undo?.at
        ? { incident: { ...incident, undo: undefined } }
        : undefined,
    (file, change) => deps.incidents.save(file, change),
  );
}

/** An incident as an aggregate; undefined: it is not there. */
export async function incidentAggregate(deps: Deps, id: string): Promise<Aggregate | undefined> {
  const [file, list] = await Promise.all([deps.incidents.read(id), deps.contacts.read()]);
  return file && aggregateOf(deps, file, list);
}

/** An incident as a press has saved it, beside the contact list as it is now. */
export const savedAggregate = async (deps: Deps, file: IncidentFile): Promise<Aggregate> =>
  aggregateOf(deps, file, await deps.contacts.read());

/** All that cards are drawn from, as one text that is made when it is first asked for. */
function drawnFrom(pressId: string, situation: Situation): () => string {
  const { now, contacts, unreachable, retention, warnedAt, sent, incident } = situation;
  let made: string | undefined;
  return () => {
    // Revision and routine stand in pressId: an incident keeps the routine that it began with. That its victim is quiet may be said elsewhere.
    const beside = [incident.quiet, [...unreachable], retention, warnedAt, sent];
    made ??= JSON.stringify([pressId, now, contacts, ...beside]);
    return made;
  };
}

/** Presses that go on to others, and the cards of several on which its line is another. */
const besideOf = async (deps: Deps, read: LoadedIncident): Promise<string[]> => [
  ...(await carryOn(deps, read)),
  ...(await wakeLines(deps, read)),
];

const aggregateOf = (deps: Deps, stored: IncidentFile, list: readonly Contact[]): Aggregate =>
  throughGate(ofRows(deps, stored, list), list);

/** An incident's rows as an aggregate at the time of now; what is saved of it goes on from there. */
function ofRows(deps: Deps, stored: IncidentFile, list: readonly Contact[]): Aggregate {
  const read = loaded(deps, stored, list);
  const { file, situation } = read;
  const { incident, cards, deliveries } = file;
  const pressId = `${incident.id}.${incident.rev}`;
  const isClosed = incident.state === 'closed';
  return {
    rev: incident.rev,
    ...{ reference: incident.reference, isAcute: incident.acute, cards, deliveries },
    notices: () => notices(situation),
    screen: (person) => liveScreen(read, person, pressId),
    pressId,
    drawnFrom: drawnFrom(pressId, situation),
    older: (person) => ({
      kind: 'note',
      note: 'superseded',
      reference: isKnownTo(read, person) ? incident.reference : undefined,
    }),
    // Its writer is not told that it went into another one.
    isOver: isClosed && !incident.mergedInto,
    isPart: (person) => rolesOf(read, person).size > 0,
    isHeld: (person) => isHeldIn(situation, person),
    isLeftAlone: (person) => isLeftAlone(incident, person) || isLeftInPeace(incident, person),
    rest: Math.min(restOf(read), untilCardsChange(read)),
    beforeNotice: (person, isAgain) => involve(deps, { person, isAgain }, incident),
    mayGroup: (notice) => mayBeGrouped(incident, notice),
    beside: () => besideOf(deps, read),
    // Here and not where it is closed: after a crash in between, the agenda comes back to it.
    whenDone: async () => {
      logChainHeads(deps, file);
      await listWaits(deps, read, (row) => lineNow(read, row).line);
      if (isClosed) await deps.index.closes(incident.id, incident.rev);
      await dropUndo(deps, read);
      await eraseDue(deps, read);
    },
    save: (change, after) =>
      deps.incidents.save(file, change, after && ((saved) => after(aggregateOf(deps, saved, list)))),
  };
}
