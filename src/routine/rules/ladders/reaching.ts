import { addDaytime, addMinutes, inDaytime } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { oncePerSituation, type Situation } from '../../model/situation';
import { accountsOf, groupsAs, hasSaidNo, servingAs } from '../succession';
import { isQuiet } from '../wishes/quiet';
import { askedSince } from './asked';
import { isSpokenSince } from './spoken';

/*
 * Somebody leads, and is to speak with the victim. A ladder of its own, at any hour, until they have spoken or the police
 * have taken over (routine: Time). Computed from when it began: no press moves it.
 */

/** Since when the victim waits to be rung at once; undefined: they do not. ISO. */
export const callingSince = (incident: Incident): string | undefined => {
  const since = incident.unable ? undefined : incident.callNow?.since;
  return since !== undefined && !isSpokenSince(incident, since) ? since : undefined;
};

/** Since when something acute is led by somebody who has not spoken with the victim; undefined: no such. ISO. */
export function unspokenSince(incident: Incident): string | undefined {
  const { acute, acuteAt, createdAt, lead, unable } = incident;
  const from = acuteAt ?? createdAt;
  // Who cannot answer is not to be reached: nobody climbs for it.
  if (!acute || !lead || unable || isSpokenSince(incident, from)) return undefined;
  return [lead.since, from].sort().at(-1);
}

/** Whether what concerns an incident comes at any hour: acute, until somebody has spoken with the victim. */
export const isAtAnyHour = (incident: Incident): boolean =>
  callingSince(incident) !== undefined ||
  (incident.acute && (incident.lead === undefined || unspokenSince(incident) !== undefined));

/** Whether the victim waits for somebody now: it is acute and nobody has taken it, or they have asked to be rung at once. */
export const isLeftWaiting = (incident: Incident): boolean =>
  callingSince(incident) !== undefined || (incident.acute && incident.lead === undefined);

/** One ladder: when the lead hears, when others do, from when on it is repeated. */
export interface Reach {
  kind: 'now' | 'acute';
  /** ISO. */
  since: string;
  leadAt: Date;
  othersAt: Date;
  /** When everybody gets the duty officer's number; undefined: never. */
  dutyAt: Date | undefined;
  againFrom: Date;
}

/** The ladders that run now: of a press, and of what is acute. Both may run, each by its own clock. */
export function reaches(situation: Situation): Reach[] {
  const {
    incident,
    contacts,
    routine: { times },
  } = situation;
  if (incident.state === 'closed' || !incident.lead) return [];
  // Nothing comes to a lead who is quiet: the others hear when the lead would have.
  const isLost = isQuiet(contacts, incident.lead.person);
  const calling = callingSince(incident);
  const unspoken = unspokenSince(incident);
  const after = (iso: string, minutes: number) => addMinutes(new Date(iso), minutes);
  const now = (since: string): Reach => ({
    kind: 'now',
    since,
    leadAt: new Date(since),
    othersAt: after(since, isLost ? 0 : times.callNext),
    dutyAt: after(since, times.callDuty),
    againFrom: after(since, times.callDuty + times.callEvery),
  });
  const acute = (since: string): Reach => ({
    kind: 'acute',
    since,
    leadAt: after(since, times.reachedAsk),
    othersAt: after(since, isLost ? times.reachedAsk : times.reachedUp),
    dutyAt: undefined,
    againFrom: after(since, times.reachedUp + times.callEvery),
  });
  const plain = isLost ? plainReach(situation) : [];
  return [...(calling ? [now(calling)] : []), ...(unspoken ? [acute(unspoken)] : []), ...plain];
}

/** Beside the lead: the other first contacts and the strategist; where a strategist leads, their deputy. */
export const othersToReach = oncePerSituation((situation): PersonId[] => {
  const { incident, unreachable } = situation;
  const lead = incident.lead?.person;
  const strategists = servingAs(situation, 'strategist');
  const leads = strategists.findIndex((group) => group.some(({ person }) => person === lead));
  const others = [...groupsAs(situation, 'firstContact').flat(), ...strategists.slice(0, leads + 2).flat()];
  const willing = others.filter(({ person }) => person && !hasSaidNo(incident, person));
  const serving = willing.length > 0 ? willing : others;
  return accountsOf(serving).filter((person) => person !== lead && !unreachable.has(person));
});

/** Those who hear of a ladder, and from when on. */
export const hearersOf = (situation: Situation, reach: Reach): { person: PersonId; at: Date }[] => [
  ...(situation.incident.lead ? [{ person: situation.incident.lead.person, at: reach.leadAt }] : []),
  ...othersToReach(situation).map((person) => ({ person, at: reach.othersAt })),
];

/** Whether somebody beside the lead has been told that nobody has spoken with the victim: they may take over. */
export const isToldToReach = (situation: Situation, person: PersonId): boolean =>
  reaches(situation).some((reach) => reach.othersAt <= situation.now) &&
  othersToReach(situation).includes(person);

/** Who is reminded: whoever of those who hear of it tried last, else the lead. */
export function lastToTry(situation: Situation, reach: Reach): PersonId | undefined {
  const { incident } = situation;
  const hearers = hearersOf(situation, reach).map(({ person }) => person);
  const tried = (incident.calls ?? []).filter(
    ({ to, by, at }) => to === 'victim' && at >= reach.since && hearers.includes(by),
  );
  return tried.at(-1)?.by ?? hearers.find((person) => !isQuiet(situation.contacts, person));
}

/** "Ring mig", not at once: when the lead hears of it, and is reminded; undefined: nobody asks for it. */
export function callAt({ incident, routine: { times } }: Situation): { at: Date; again: Date } | undefined {
  if (!incident.wantsCallAt || incident.unable) return undefined;
  const at = inDaytime(new Date(incident.wantsCallAt), times);
  return { at, again: addDaytime(at, times.callRemind, times) };
}

/** "Ring mig", not at once, as a ladder of the others: where nothing comes to the lead. */
function plainReach(situation: Situation): Reach[] {
  const call = callAt(situation);
  if (!call) return [];
  const since = situation.incident.wantsCallAt ?? '';
  return [
    { kind: 'now', since, leadAt: call.at, othersAt: call.at, dutyAt: undefined, againFrom: call.again },
  ];
}

/** The acute matter that goes before all else: nobody has answered, or nobody has spoken with the victim. ISO. */
export function pressingMatter(situation: Situation): { since: string; isLed: boolean } | undefined {
  const { incident } = situation;
  if (incident.state === 'closed') return undefined;
  if (!incident.lead)
    return incident.acute ? { since: askedSince(incident).toISOString(), isLed: false } : undefined;
  const since = [callingSince(incident), unspokenSince(incident)]
    .filter((one) => one !== undefined)
    .sort()[0];
  return since === undefined ? undefined : { since, isLed: true };
}
