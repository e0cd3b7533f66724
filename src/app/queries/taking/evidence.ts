import { EVIDENCE } from '../../../content/texts/evidence/evidence';
import type { HandedOver } from '../../../document/model';
import type { PersonId } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import { owesSilence } from '../../../routine/rules/reading';
import { harmlessEnding, kindOf } from '../../../routine/rules/report/evidence';
import { may } from '../../../routine/rules/roles/may';
import { seen } from '../../../screens/seen';
import type { HandedFile } from '../../bot';
import type { Deps } from '../../deps';
import { decideAgain } from '../../runtime/decideAgain';
import { loadIncident, viewingOf } from '../loadIncident';
import { lookedAt } from './ticket';

/** A file's bytes as they were given, under a name of ours; undefined: they are not there. */
export async function fileBytes(
  deps: Pick<Deps, 'files'>,
  { evidence = [], fileKeys = {}, reference }: Incident,
  id: string,
): Promise<HandedOver | undefined> {
  const at = evidence.findIndex((one) => one.id === id);
  const [file, key] = [evidence[at], fileKeys[id]];
  const bytes = file && key ? await deps.files.get({ id, key }) : undefined;
  return file && bytes && { name: EVIDENCE.fileName(reference, at + 1, harmlessEnding(file)), bytes };
}

/**
 * A picture for who may read the report, after the look is logged. Undefined: it is not there, not theirs to see, or no picture that
 * every browser draws and none runs.
 */
export async function lookAtPicture(
  deps: Deps,
  person: PersonId,
  { id, file }: { id: string; file: string },
): Promise<HandedFile | undefined> {
  const found = await decideAgain(
    () => loadIncident(deps, id),
    (read) => {
      const viewing = viewingOf(read, person, '');
      const { viewer } = viewing;
      if (!may(viewer.roles, 'seePicture') || owesSilence(viewing, viewer)) return undefined;
      // By what they read of it: a file that is not in their list is not there.
      const one = seen(viewing).incident.evidence?.find((given) => given.id === file);
      if (!one || kindOf(one.type) !== 'picture') return undefined;
      return { incident: viewing.incident, type: one.type, view: lookedAt(viewing, file) };
    },
    ({ file: rows }, { view }) => deps.incidents.save(rows, { view }),
  );
  const shown = found && (await fileBytes(deps, found.incident, file));
  return shown && { ...shown, type: found.type };
}
