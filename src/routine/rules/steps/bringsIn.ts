import { type Contact, fullTimeIn, type PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import type { Reason, StepSpec } from '../../model/step';
import { hasWhole, needOf, needOn } from '../../plan/evaluate';
import { accountsOf, strategistsOf, victimOf } from '../succession';
import { endOf, hasteOf } from './limits';
import { hasEnded, later, stored } from './stepState';

/*
 * What brings the strategist in as a step stands now, and by time alone when nobody has taken it.
 */

type Given = Pick<Situation, 'incident' | 'routine'>;

const isCertain = ({ incident, routine }: Given, step: StepSpec): boolean =>
  !hasEnded(incident, step.id) && needOf(incident, step, routine) === 'yes';

/** Whether a step brings the strategist in by a press. */
export function bringsInNow(given: Given, step: StepSpec): boolean {
  const { incident } = given;
  const { state } = stored(incident, step.id);
  const isNow = {
    opened: () => state === 'open',
    needed: () => isCertain(given, step),
    led: () => incident.lead !== undefined && isCertain(given, step),
    done: () => state === 'done',
  };
  return step.bringsIn?.when.some((when) => isNow[when]()) ?? false;
}

const reportedAt = ({ reportedAt: at, createdAt }: Incident): Date => new Date(at ?? createdAt);

/**
 * When the strategist gets it though nobody leads; undefined: somebody does, or no step asks for it. `steps`: those for which
 * alone, where the party was asked; what went to the municipality is the strategist's as a whole.
 */
export function untakenAt(given: Given): { at: Date; why: Reason; steps?: string[] } | undefined {
  const { incident, routine } = given;
  if (incident.strategist || incident.lead || incident.state === 'closed') return undefined;
  const found = routine.steps.flatMap((step) => {
    const { untaken, why = 'step', reads } = step.bringsIn ?? {};
    if (!untaken || !isCertain(given, step)) return [];
    const isPart = reads === 'shown' && incident.route === 'party';
    const at = endOf(untaken, reportedAt(incident), hasteOf(given));
    return [{ at, why, ...(isPart ? { steps: [step.id] } : {}) }];
  });
  return found.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/** The incident as time has made it: the strategist has it, though nobody pressed anything. */
export function asTimed(incident: Incident, { routine, now }: Pick<Situation, 'routine' | 'now'>): Incident {
  const untaken = untakenAt({ incident, routine });
  if (!untaken || untaken.at > now) return incident;
  const { at, ...rest } = untaken;
  return { ...incident, strategist: { since: at.toISOString(), epoch: firstEpoch(incident), ...rest } };
}

/** The number of the first time that the strategist is told of having it: higher where that was taken back before. */
export const firstEpoch = ({ undone }: Incident): number => (undone?.strategist ?? 0) + 1;

/** An incident that is the strategist's as a whole from now on. They are told anew where they had it for some steps. */
export function withWhole(
  incident: Incident,
  why: NonNullable<Incident['strategist']>['why'],
  at: string,
): Incident {
  const { strategist } = incident;
  return {
    ...incident,
    strategist: strategist
      ? { since: strategist.since, why, epoch: strategist.epoch + 1, wholeAt: at }
      : { since: at, why, epoch: firstEpoch(incident) },
  };
}

type Listed = { routine: Pick<Routine, 'bringsInFor'>; rows: readonly Contact[] };

const markOn = (incident: Incident, { routine, rows }: Listed): Contact | undefined => {
  const victim = victimOf(incident);
  return routine.bringsInFor && victim ? fullTimeIn(rows).find(({ person }) => person === victim) : undefined;
};

/** Whether an incident is the strategist's as a whole because of who its victim is: said to them before they send it. */
export const isMarkedVictim = (incident: Incident, listed: Listed): boolean =>
  markOn(incident, listed) !== undefined;

/** The incident as the mark on its victim has made it: the strategist has it from the start, or since they were marked. */
export function asMarked(incident: Incident, listed: Listed): Incident {
  const { bringsInFor } = listed.routine;
  const mark = markOn(incident, listed);
  if (!bringsInFor || !mark || hasWhole(incident) || incident.state === 'closed') return incident;
  return withWhole(incident, bringsInFor, later(incident.createdAt, mark.since).toISOString());
}

/**
 * A step that was open at once and has not been passed on, and from when on the strategist is told of it: also where the
 * lead has put it aside, for it is not theirs to say that nobody else need know (Bilaga 2.5).
 */
export function passOnAt(given: Given): { step: StepSpec; at: Date } | undefined {
  const { incident, routine } = given;
  if (hasWhole(incident) || incident.state === 'closed') return undefined;
  const step = routine.steps.find(
    (one) =>
      one.passOn &&
      one.opensIf &&
      needOn(incident, one.opensIf) === 'yes' &&
      stored(incident, one.id).state !== 'done',
  );
  return step?.passOn && { step, at: endOf(step.passOn, reportedAt(incident), hasteOf(given)) };
}

/** Whether a strategist has been told that nobody has taken what should have been passed on at once: they may take it. */
export const isToldUntaken = (situation: Situation, person: PersonId): boolean => {
  const waits = situation.incident.lead ? undefined : passOnAt(situation);
  return (
    waits !== undefined && waits.at <= situation.now && accountsOf(strategistsOf(situation)).includes(person)
  );
};
