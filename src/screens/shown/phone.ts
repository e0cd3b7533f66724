import type { Page } from '../../routine/acts/pages';
import type { Incident } from '../../routine/model/incident';
import { forRinging } from '../../routine/rules/reading';
import { isRegistered, mayReadAloud } from '../../routine/rules/victim/aloud';
import type { Viewing } from '../scene';

/** The name of its victim, for an official who registered it: of several they see which one they read aloud. */
function forReadingAloud(viewing: Viewing): Partial<Incident> {
  const { incident, viewer } = viewing;
  if (!isRegistered(incident) || !mayReadAloud(viewing, viewer)) return {};
  const { person: _, not: __, ...victim } = incident.victim;
  return { victim };
}

/** The part of an incident that is shown to whoever has its victim on the telephone. */
export function onThePhone(viewing: Viewing, page: Page | undefined): Partial<Incident> {
  if (page === 'reach') return forRinging(viewing.incident, viewing.viewer);
  return page === 'aloud' ? forReadingAloud(viewing) : {};
}
