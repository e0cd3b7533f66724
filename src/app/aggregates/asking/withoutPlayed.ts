import type { Draft } from '../../ports/people';
import type { LoadedIncident } from '../../queries/loadIncident';

/** Incidents and drafts of a person without those of an exercise: nobody's morning has one in it. */
export function withoutPlayed(
  all: readonly LoadedIncident[],
  drafts: readonly Draft[],
): { incidents: LoadedIncident[]; drafts: Draft[] } {
  const played = new Set(all.flatMap(({ file: { incident } }) => (incident.practice ? [incident.id] : [])));
  return {
    incidents: all.filter(({ file }) => !played.has(file.incident.id)),
    drafts: drafts.filter(({ id }) => !played.has(id)),
  };
}
