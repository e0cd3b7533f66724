import type { Incident } from '../../model/incident';

/** Documents beside the report, in the order of Bilaga 5. The report itself is one from the moment it came in. */
const DOCUMENTS = ['steps', 'checks', 'talks', 'protection', 'threats', 'tasks', 'review'] as const;
/** One kind of them. */
export type DocumentKind = (typeof DOCUMENTS)[number];

const hasWords = (records: Readonly<Record<string, string>>): boolean => Object.values(records).some(Boolean);

/**
 * The documents that closing makes final: a note belongs to the work until the matter is ended, and is then a public
 * document drawn up and to be registered (TF 2 kap. 10 §, routine, section 11). Kinds only, never what stands in them.
 */
export function drawnUp(incident: Incident): DocumentKind[] {
  const isThere: Readonly<Record<DocumentKind, boolean>> = {
    steps: Object.values(incident.steps).some(({ records }) => hasWords(records)),
    checks: Object.keys(incident.checks).length > 0,
    talks: incident.talks.some(({ heldOn }) => heldOn !== undefined),
    protection: incident.protection.length > 0,
    threats: (incident.threats ?? []).length > 0,
    tasks: Object.values(incident.tasks ?? {}).some(({ records }) => hasWords(records)),
    review: incident.review !== undefined || (incident.reviewWords ?? []).length > 0,
  };
  return DOCUMENTS.filter((kind) => isThere[kind]);
}
