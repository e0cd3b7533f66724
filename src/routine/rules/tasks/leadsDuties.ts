import { dayOf } from '../../calendar/localTime';
import { addMinutes, nextWorkingDay, roundOn, workingDay } from '../../calendar/workingTime';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { isRelayOut, needsAsking, relayAt } from '../deadlines';
import { callAt } from '../ladders/reaching';
import { type Missing, mayClose, missingToClose, nextToApprove, plannedTalks } from '../progress';
import { isBeforeItsDay, later } from '../steps/stepState';
import { firstTalkTimes, isFirstTalkMissing } from '../steps/talks';
import { isPartyAskedInPerson } from '../victim/partyWord';
import { isReadingAsked } from '../victim/readFirst';
import { openTasks } from './byChannel';
import { daySet } from './measures';
import { leadOf, type Waiting, waiting } from './waiting';

/** When something was last done by those who help: a report that stands still is known by it. */
export function lastProgress(incident: Incident): string {
  const steps = Object.values(incident.steps).flatMap((step) => [step.openedAt, step.endedAt]);
  const others = [
    ...Object.values(incident.checks).map((check) => check.at),
    ...(incident.threats ?? []).map(({ at }) => at),
    ...Object.values(incident.tasks ?? {}).map(({ at }) => at),
    ...incident.protection.flatMap((one) => [daySet(one).at, one.doneAt]),
    ...incident.talks.map((talk) => talk.at),
    // That somebody rang a lead who is silent is no progress of theirs.
    ...(incident.calls ?? []).filter((call) => call.by === incident.lead?.person).map((call) => call.at),
    ...(incident.company ?? []).map((entry) => entry.at),
    incident.groups?.at,
    incident.groups?.word?.at,
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
  // They may close it: nobody reminds them.
  if (incident.enoughAt !== undefined) return [];
  const progress = new Date(lastProgress(incident));
  const since = later(incident.lead?.since, incident.reopenedAt);
  const item = (about: string, more: Partial<Waiting> = {}) =>
    waiting(situation, { about, owner: 'lead', persons, since: progress, ...more });
  const out = relayAt(situation);
  const next = nextToApprove(incident, routine, now);
  const isTooEarly = next !== undefined && isBeforeItsDay(situation, next);
  const firstTalk = firstTalkTimes(situation);
  const last = lastDuty(missingToClose(incident, routine));
  return [
    ...(next && !isTooEarly ? item('approve', { of: next.id }) : []),
    ...plannedTalks(incident).flatMap((talk) => item('talk', talkItem(situation, talk))),
    ...(isFirstTalkMissing(incident) && !incident.unable
      ? item('firstTalk', { since, roundFrom: dayOf(firstTalk.at), upAt: firstTalk.upAt })
      : []),
    // Offered, never asked: nobody hears that they are left.
    ...(openTasks(incident, routine).length > 0
      ? item('tasks', {
          since: later(incident.reportedAt ?? incident.createdAt, since.toISOString()),
          upAt: undefined,
        })
      : []),
    // It is the victim's own answer: nobody hears that the lead has not got it.
    ...(needsAsking(situation) ? item('askVictim', { upAt: undefined }) : []),
    ...(isPartyAskedInPerson(situation) ? item('askParty', { upAt: undefined }) : []),
    ...(isReadingAsked(situation) ? item('askReading', { upAt: undefined }) : []),
    ...callMe(situation),
    ...(out && isRelayOut(situation) ? item('relay', relayItem(situation, out)) : []),
    ...last.flatMap((about) => item(about)),
  ];
}

/** The victim has asked to be rung, not at once: in the next morning's round, and up like all else that the lead owes. */
function callMe(situation: Situation): Waiting[] {
  const call = callAt(situation);
  if (!call) return [];
  return waiting(situation, {
    ...{ about: 'callMe', owner: 'lead', persons: leadOf(situation), since: call.at, isUrgent: true },
    roundFrom: nextWorkingDay(dayOf(call.at)),
  });
}

/** Whatever else is done meanwhile, it counts from when nobody was there any more; for a later lead from then. */
function relayItem({ incident, routine, now }: Situation, out: string): Partial<Waiting> {
  const since = later(out, incident.lead?.since);
  const minutes = routine.times.relayUp;
  return {
    isUrgent: true,
    since,
    roundFrom: dayOf(now),
    upAt: addMinutes(since, minutes),
    pace: { minutes },
  };
}

/** When nothing else is left: the control questions, then the review, then the closing. */
function lastDuty(missing: Missing): ('checks' | 'review' | 'close')[] {
  if (missing.steps.length + missing.talks.length > 0 || missing.firstTalk) return [];
  if (missing.checks.length > 0) return ['checks'];
  if (missing.review) return ['review'];
  return mayClose(missing) ? ['close'] : [];
}

function talkItem(
  { routine: { times } }: Situation,
  talk: ReturnType<typeof plannedTalks>[number],
): Partial<Waiting> {
  if (!talk.plannedFor) return { of: talk.id, day: {} };
  const after = nextWorkingDay(talk.plannedFor);
  return {
    of: talk.id,
    day: {},
    last: talk.plannedFor,
    roundFrom: after,
    upAt: roundOn(workingDay(after, times.upOnWorkingDay), times),
  };
}
