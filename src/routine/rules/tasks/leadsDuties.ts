import { dayOf } from '../../calendar/localTime';
import { nextWorkingDay, roundOn, workingDay } from '../../calendar/workingTime';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { isFirstTalkMissing, isRelayOut, needsAsking, relayAt } from '../deadlines';
import { followUpOpensAt, type Missing, missingToClose, nextToApprove, plannedTalks } from '../progress';
import { later } from '../steps/stepState';
import { leadOf, type Waiting, waiting } from './waiting';

/** When something was last done by those who help: a report that stands still is known by it. */
export function lastProgress(incident: Incident): string {
  const steps = Object.values(incident.steps).flatMap((step) => [step.openedAt, step.endedAt]);
  const others = [
    ...Object.values(incident.checks).map((check) => check.at),
    ...incident.protection.map((measure) => measure.at),
    ...incident.talks.map((talk) => talk.at),
    // That somebody rang a lead who is silent is no progress of theirs.
    ...(incident.calls ?? []).filter((call) => call.by === incident.lead?.person).map((call) => call.at),
    ...(incident.company ?? []).map((entry) => entry.at),
    incident.groups?.at,
    incident.lead?.since,
    incident.review?.at,
    incident.reopenedAt,
  ];
  return later(incident.createdAt, ...steps, ...others).toISOString();
}

/** The lead's duties beside the steps. */
export function leadsDuties(situation: Situation): Waiting[] {
  const { incident, routine, now } = situation;
  const persons = leadOf(situation);
  const progress = new Date(lastProgress(incident));
  const since = later(incident.lead?.since, incident.reopenedAt);
  const item = (about: string, more: Partial<Waiting> = {}) =>
    waiting(situation, { about, owner: 'lead', persons, since: progress, ...more });
  const out = relayAt(situation);
  const next = nextToApprove(incident, routine, now);
  const isTooEarly = next?.opens === 'followUp' && now < followUpOpensAt(incident, routine);
  // Beside the steps: stands in the round until it is held, and never goes up.
  const firstTalk = {
    since,
    upAt: undefined,
    roundFrom: workingDay(nextWorkingDay(dayOf(since)), routine.times.firstTalkWorkingDays),
  };
  const last = lastDuty(missingToClose(incident, routine));
  return [
    ...(next && !isTooEarly ? item('approve', { of: next.id }) : []),
    ...plannedTalks(incident).flatMap((talk) => item('talk', talkItem(situation, talk))),
    ...(isFirstTalkMissing(situation) ? item('firstTalk', firstTalk) : []),
    ...(needsAsking(situation) ? item('askVictim') : []),
    // Whatever else is done meanwhile, it counts from the hour in which nobody was there any more.
    ...(out && isRelayOut(situation)
      ? item('relay', { isUrgent: true, since: new Date(out), roundFrom: dayOf(now) })
      : []),
    ...last.flatMap((about) => item(about)),
  ];
}

/** When nothing else is left: the control questions, then the review, then the closing. */
function lastDuty({ steps, talks, checks, review }: Missing): ('checks' | 'review' | 'close')[] {
  if (steps.length + talks.length > 0) return [];
  if (checks.length > 0) return ['checks'];
  return [review ? 'review' : 'close'];
}

function talkItem(
  { routine: { times } }: Situation,
  talk: ReturnType<typeof plannedTalks>[number],
): Partial<Waiting> {
  if (!talk.plannedFor) return { of: talk.id };
  const after = nextWorkingDay(talk.plannedFor);
  return {
    of: talk.id,
    last: talk.plannedFor,
    roundFrom: after,
    upAt: roundOn(workingDay(after, times.upOnWorkingDay), times),
  };
}
