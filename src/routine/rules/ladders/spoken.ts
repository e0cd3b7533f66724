import type { Times } from '../../calendar/timeLimits';
import type { Hours } from '../../calendar/workingTime';
import type { Incident } from '../../model/incident';

/*
 * "Vi har pratat", or that the police have taken over: what is acute comes at any hour until then, and in daytime from then
 * on (routine: Time).
 */

/** Whether somebody has spoken with the victim, or the police have taken over, at that time or later. ISO. */
export const isSpokenSince = ({ spoken, talks }: Incident, since: string): boolean =>
  (spoken !== undefined && spoken.at >= since) ||
  talks.some(({ heldOn, at }) => heldOn !== undefined && at !== undefined && at >= since);

/**
 * When somebody spoke with the victim for the first time since the matter became acute, ISO; undefined: nobody has. A later
 * talk moves it not, so that nothing that was put off until the morning comes at night after all.
 */
export function firstSpokenAt({ acuteAt, createdAt, spoken, talks }: Incident): string | undefined {
  const since = acuteAt ?? createdAt;
  const held = talks.flatMap(({ heldOn, at }) => (heldOn === undefined ? [] : [at]));
  return [spoken?.first, spoken?.at, ...held]
    .filter((at) => at !== undefined && at >= since)
    .sort()
    .at(0);
}

/** The hours between which what concerns an incident comes: acute at any hour until the first talk, else in daytime. */
export function hoursOf(incident: Incident, times: Times): Hours {
  if (!incident.acute) return { within: times };
  const spoken = firstSpokenAt(incident);
  return spoken === undefined ? {} : { until: new Date(spoken), after: times };
}
