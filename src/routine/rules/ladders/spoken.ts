import { dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import type { Hours } from '../../calendar/workingTime';
import type { Incident } from '../../model/incident';

/*
 * "Vi har pratat", or that the police have taken over: what is acute comes at any hour until then, and in daytime from then
 * on (routine: Time).
 */

/**
 * When talks were written down that were certainly held after that time, ISO: on a later day. Of one on the same day nobody
 * knows which came first, and yesterday's talk, written up today, answers nobody who asks to be rung now.
 */
const heldAfter = ({ talks }: Incident, since: string): string[] =>
  talks.flatMap(({ heldOn, at }) =>
    heldOn !== undefined && at !== undefined && at >= since && heldOn > dayOf(new Date(since)) ? [at] : [],
  );

/** Whether somebody has spoken with the victim, or the police have taken over, at that time or later. ISO. */
export const isSpokenSince = (incident: Incident, since: string): boolean =>
  (incident.spoken !== undefined && incident.spoken.at >= since) || heldAfter(incident, since).length > 0;

/** Whether somebody has spoken with the victim at all, or the police have taken over. */
export const isSpokenWith = ({ spoken, calls = [], talks }: Incident): boolean =>
  spoken !== undefined ||
  talks.some(({ heldOn }) => heldOn !== undefined) ||
  calls.some(({ to, answered }) => to === 'victim' && answered);

/**
 * Whether nobody has spoken with a victim who may be in danger: that it was a mistake, or is enough, is no more than a press, and somebody
 * may be made to make it. Who cannot answer has pressed nothing.
 */
export const isUnheard = (incident: Incident): boolean =>
  (incident.via === 'alarm' || incident.acute || incident.mistakeAt !== undefined) &&
  !incident.unable &&
  !isSpokenWith(incident);

/**
 * When somebody spoke with the victim for the first time since the matter became acute, ISO; undefined: nobody has. A later
 * talk moves it not, so that nothing that was put off until the morning comes at night after all.
 */
export function firstSpokenAt(incident: Incident): string | undefined {
  const { acuteAt, createdAt, spoken } = incident;
  const since = acuteAt ?? createdAt;
  return [spoken?.first, spoken?.at, ...heldAfter(incident, since)]
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
