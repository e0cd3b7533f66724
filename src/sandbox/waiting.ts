import { loaded } from '../app/queries/loadIncident';
import type { Municipality } from '../content/municipalities/municipality';
import type { PersonId } from '../routine/model/contact';
import type { Situation } from '../routine/model/situation';
import { focusOf } from '../routine/rules/nextTask';
import { type NoticeKind, notices } from '../routine/rules/notices';
import type { Tables } from '../storage/openTables';

/** Incidents of a person that are looked at, newest first. */
const LISTED = 10;

/** Notices that ask for an answer or for work; the others only tell. */
const ASKING: readonly NoticeKind[] = ['asked', 'duty', 'decision', 'belongs', 'partyQuestion', 'confirm'];

/** How much of an incident waits for a person. Who leads has one card, with one thing at a time. */
function waitsIn(scene: Situation, person: PersonId): number {
  const { incident, now } = scene;
  if (incident.state === 'closed') return 0;
  if (incident.lead?.person === person) return focusOf(scene).kind === 'wait' ? 0 : 1;
  return notices(scene).filter(
    (notice) =>
      notice.person === person && ASKING.includes(notice.kind) && Date.parse(notice.since) <= now.getTime(),
  ).length;
}

/** How many things wait for a person in all their incidents, as the tables have it. */
export async function waitsFor(
  person: PersonId,
  { index, incidents, contacts }: Pick<Tables, 'index' | 'incidents' | 'contacts'>,
  municipality: Municipality,
  now: Date,
): Promise<number> {
  const [rows, list] = await Promise.all([index.of(person, LISTED), contacts.read()]);
  const files = await Promise.all(rows.map(({ id }) => incidents.read(id)));
  const counts = files.map((file) => {
    if (!file) return 0;
    return waitsIn(loaded({ municipality, now: () => now }, file, list).situation, person);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
