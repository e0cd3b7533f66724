import { dayOf } from '../calendar/localTime';
import type { Contact, PersonId } from '../model/contact';
import { checkFields, type FieldSpec } from '../model/fields';
import type { Incident, StepState } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { Routine } from '../model/routine';
import type { Situation, Unreachable } from '../model/situation';
import type { SharedEvent } from '../model/wish/joined';
import { asExcluded, rowsHeldBy } from '../rules/contactList/holders';
import { isTaking } from '../rules/joined/merging';
import { callingSince } from '../rules/ladders/reaching';
import { firstSpokenAt } from '../rules/ladders/spoken';
import { stored } from '../rules/progress';
import type { Roles } from '../rules/roles/role';
import { isExcluded } from '../rules/succession';

/** All that a transition may know beside the incident: all of it comes in, nothing is fetched. */
export interface Turn {
  now: Date;
  by: PersonId;
  contacts: readonly Contact[];
  unreachable: Unreachable;
  routine: Routine;
  /** Ids of what is added; from the press, so that a repeated press adds nothing. */
  once: string;
}

/** The turn of a press. */
export interface ActTurn extends Turn {
  /** The roles in which the person acts. */
  roles: Roles;
  /** The account of the e-mail address that was typed, where the act asks for one (`accountBy`). */
  account?: PersonId | undefined;
  /** The incident that was chosen to go on, where the presser may say so in it too. */
  into?: Incident | undefined;
  /** The other incidents that were chosen, of those that are the presser's too, and the event that they share already. */
  joins?: { event?: SharedEvent | undefined; others: readonly string[] } | undefined;
}

export const stamp = (turn: Turn): string => turn.now.toISOString();

/** The incident as this turn finds it. */
export const situationOf = (incident: Incident, turn: Turn): Situation => ({
  incident,
  contacts: turn.contacts,
  unreachable: turn.unreachable,
  routine: turn.routine,
  now: turn.now,
});

/**
 * Nobody leads: someone is asked anew from now on. What is acute and has not been answered yet keeps its clock: whatever
 * is pressed meanwhile, the next in line are not asked later for it.
 */
export const unled = (incident: Incident, turn: Turn): Incident => ({
  ...incident,
  lead: undefined,
  // Who waits to be rung at once waits for whoever takes it on.
  ...(callingSince(incident) && !incident.acute ? { acute: true, acuteAt: stamp(turn) } : {}),
  leadEpoch: incident.leadEpoch + 1,
  askedAt: incident.acute && !incident.lead ? incident.askedAt : stamp(turn),
  waits: undefined,
});

/** Somebody has spoken with the victim, or the police have taken over: nobody is to ring any more. */
export const spokenNow = (incident: Incident, how: 'talked' | 'police', turn: Turn): Incident => ({
  ...incident,
  wantsCallAt: undefined,
  spoken: { at: stamp(turn), first: firstSpokenAt(incident) ?? stamp(turn), by: turn.by, how },
});

/** The values that a form sent, checked; a Refusal names what is wrong with each field. */
export function readForm(
  fields: readonly FieldSpec[],
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Record<string, string> {
  const { values, problems } = checkFields(fields, data, dayOf(turn.now));
  if (Object.keys(problems).length > 0) throw new Refusal('badInput', problems);
  return values;
}

/** A reason that someone must give in their own words. */
export const readReason = (data: Readonly<Record<string, unknown>>, turn: Turn): string =>
  readForm([{ id: 'reason', kind: 'text', required: true }], data, turn).reason ?? '';

export const withStep = (incident: Incident, step: string, change: Partial<StepState>): Incident => ({
  ...incident,
  steps: { ...incident.steps, [step]: { ...stored(incident, step), ...change } },
});

export function needOpen(incident: Incident): void {
  if (incident.state === 'closed') throw new Refusal('closed');
}

/** Words are taken as long as it is open, and of its own writer once it has gone into another: they are not told of that. */
export function needTaking(incident: Incident, { by }: Turn): void {
  if (isTaking(incident) && incident.reporter.person === by) return;
  needOpen(incident);
}

/** Who is taken out: by account or, without one, by the id of a row; and rows that are known to be theirs. */
interface Leaving {
  person: PersonId;
  why: 'tooClose' | 'replaced' | 'ownParty' | 'suspect';
  rows?: readonly string[] | undefined;
}

/** Takes someone out of the incident for good, with every row and account that is theirs. */
export function exclude(incident: Incident, { person, why, rows = [] }: Leaving, turn: Turn): Incident {
  if (isExcluded(incident, person)) return incident;
  const own = [...new Set([...rows, ...rowsHeldBy(turn.contacts, [person, ...rows])])];
  const known = own.length > 0 ? { rows: own } : {};
  const without: Incident = {
    ...incident,
    declined: [
      ...incident.declined.filter((one) => one.person !== person),
      { person, at: stamp(turn), why, ...known },
    ],
    standby: incident.standby.filter((one) => one.person !== person),
    wanted: incident.wanted.filter((one) => one !== person),
    followers: incident.followers?.filter((one) => one.person !== person),
  };
  const out = asExcluded(without, turn.contacts);
  return out.lead && isExcluded(out, out.lead.person) ? unled(out, turn) : out;
}
