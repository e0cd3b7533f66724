import { loaded } from '../app/queries/loadIncident';
import type { Municipality } from '../content/municipalities/municipality';
import type { PersonId } from '../routine/model/contact';
import type { Situation } from '../routine/model/situation';
import { focusOf } from '../routine/rules/nextTask';
import { type NoticeKind, notices } from '../routine/rules/notices';
import type { Tables } from '../storage/openTables';

/** How many of a person's incidents are counted, newest first. */
const LISTED = 10;

/** Kinds of notices that ask for an answer or for work. */
const ASKING: readonly NoticeKind[] = ['asked', 'duty', 'decision', 'belongs', 'partyQuestion', 'confirm'];

/** How many things of an incident wait for a person; the lead has one at a time. */
function waitsIn(scene: Situation, person: PersonId): number {
  const { incident, now } = scene;
  if (incident.state === 'closed') return 0;
  if (incident.lead?.person === person) return focusOf(scene).kind === 'wait' ? 0 : 1;
  return notices(scene).filter(
    (notice) =>
      notice.person === person && ASKING.includes(notice.kind) && Date.parse(notice.since) <= now.getTime(),
  ).length;
}

/** How many things wait for a person in all their incidents. */
export async function waitsFor(
  person: PersonId,
  { index, incidents, contacts }: Pick<Tables, 'index' | 'incidents' | 'contacts'>,
  { municipality, now }: { municipality: Municipality; now: Date },
): Promise<number> {
  const [rows, list] = await Promise.all([index.of(person, LISTED), contacts.read()]);
  const files = await Promise.all(rows.map(({ id }) => incidents.read(id)));
  const counts = files.map((file) => {
    if (!file) return 0;
    return waitsIn(loaded({ municipality, now: () => now }, file, list).situation, person);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
