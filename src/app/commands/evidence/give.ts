import { nothingHere } from '../../../screens/screen';
import type { Caller, GivenAnswer, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import type { FileFault, IncomingFile } from '../../ports/files';
import { loadIncident, rolesOf } from '../../queries/loadIncident';
import { dropFiles, keepInIncident } from './keep';
import { mayGive, mostOf } from './offered';
import { receiveFiles } from './receive';

/** A file on its way to an incident that its giver has named. */
interface Giving {
  id: string;
  file: IncomingFile;
}

const faultIn = ({ screen }: Outcome): GivenAnswer => {
  const [fault] = screen.kind === 'files' ? screen.faults : [];
  return { fault: (fault as FileFault | undefined) ?? 'full' };
};

/**
 * A file that is given where it belongs: received as one in a chat is, and kept by the command of that card. Who may not add to the
 * report is told so before a byte is fetched. `touched`: aggregates that are to be dispatched.
 */
export async function giveFile(
  deps: Deps,
  caller: Caller,
  { id, file }: Giving,
): Promise<{ answer: GivenAnswer | undefined; touched: readonly string[] }> {
  const read = await loadIncident(deps, id);
  const roles = read && rolesOf(read, caller.person);
  if (!read || !roles || roles.size === 0) return { answer: undefined, touched: [] };
  if (!mayGive(read, roles)) return { answer: { fault: 'closed' }, touched: [] };
  // Fetched before its turn: whoever has a slow line keeps nobody else waiting.
  const bytes = await file.fetch(mostOf(deps));
  const received = await receiveFiles(deps, caller, [{ ...file, fetch: async () => bytes }]);
  const offer = received.screen.kind === 'files' ? received.screen.offer : undefined;
  if (offer === undefined) return { answer: faultIn(received), touched: [] };
  const kept = await keepInIncident(deps, { caller, verb: 'keepInIncident', data: {} }, action(id, offer));
  const { screen, touched } = kept;
  if (screen.kind === 'files' && screen.reference)
    return { answer: { reference: screen.reference }, touched: touched ? [touched] : [] };
  // It belongs nowhere now: it does not wait a day for an answer that nobody asks for.
  const dropped = await dropFiles(
    deps,
    { caller, verb: 'dropFiles', data: {} },
    { verb: 'dropFiles', offer },
  );
  const answer = screen === nothingHere ? undefined : faultIn(kept);
  return { answer, touched: dropped.also ?? [] };
}

const action = (id: string, offer: string) => ({ verb: 'keepInIncident', id, offer }) as const;
