import { addDays, atHour, dayOf } from '../calendar/localTime';
import { addMinutes } from '../calendar/workingTime';
import type { FieldSpec } from '../model/fields';
import type { Call, Company, Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import { companyStep } from '../plan/traits';
import { companyNow } from '../rules/companion';
import { holdsOfMunicipality } from '../rules/leadership';
import { accountTo, mayBeResent } from '../rules/noticeRows/toResent';
import { stateOf } from '../rules/progress';
import { needOpen, readForm, situationOf, spokenNow, stamp, type Turn, withStep } from './turn';

/** "Vi har pratat", "Inget svar"; `rang`: "Jag har ringt", where that is all that is said. */
export const CALL_OUTCOMES = ['yes', 'no', 'rang'] as const;

/** "Vi har pratat" / "Inget svar": who was reached and how stands on the incident. */
export function recordCall(
  incident: Incident,
  { to, answered }: { to: Call['to']; answered: (typeof CALL_OUTCOMES)[number] },
  turn: Turn,
): Incident {
  needOpen(incident);
  // Whom comes from a client, and stands in the open history.
  const isKnown = to === 'victim' || turn.contacts.some((contact) => contact.id === to);
  if (!isKnown) throw new Refusal('noSuchPerson');
  const rang = answered === 'rang' ? { rang: true } : {};
  const call: Call = {
    id: turn.once,
    to,
    answered: answered === 'yes',
    ...rang,
    at: stamp(turn),
    by: turn.by,
  };
  const rung = { ...incident, calls: [...(incident.calls ?? []), call] };
  return to === 'victim' && call.answered && incident.lead?.person === turn.by
    ? spokenNow(rung, 'talked', turn)
    : rung;
}

export const COMPANY_FIELDS: readonly FieldSpec[] = [
  { id: 'who', kind: 'name', required: true },
  { id: 'until', kind: 'time' },
  { id: 'next', kind: 'name' },
];

/** The next time that the clock shows so. */
function untilOf(time: string, now: Date): string | undefined {
  if (!time) return undefined;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const on = (day: string) => addMinutes(atHour(day, hour), minute);
  const today = dayOf(now);
  return (on(today) > now ? on(today) : on(addDays(today, 1))).toISOString();
}

/** Who is with the victim, until when, who takes over then. Never where. */
export function setCompany(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Incident {
  needOpen(incident);
  const { who = '', until = '', next = '' } = readForm(COMPANY_FIELDS, data, turn);
  const entry = { who, until: untilOf(until, turn.now), next };
  return add(supported(incident, who, turn), entry, turn);
}

/** Whoever is there now is the support that the plan asks for first: nobody is asked twice. */
function supported(incident: Incident, who: string, turn: Turn): Incident {
  const step = companyStep(turn.routine);
  if (!step || stateOf(incident, step, turn.routine, turn.now) !== 'open') return incident;
  const ended = { state: 'done' as const, isAuto: undefined, endedAt: stamp(turn), endedBy: turn.by };
  return withStep(incident, step.id, { ...ended, records: { [step.fields[0]?.id ?? '']: who } });
}

/** Nobody needs to be there any more. */
export function endCompany(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  return companyNow(incident) ? add(incident, { who: '', next: '', until: undefined }, turn) : incident;
}

const add = (incident: Incident, entry: Pick<Company, 'who' | 'until' | 'next'>, turn: Turn): Incident => ({
  ...incident,
  company: [...(incident.company ?? []), { ...entry, id: turn.once, at: stamp(turn), by: turn.by }],
});

export const REGISTRY_FIELDS: readonly FieldSpec[] = [{ id: 'number', kind: 'name', required: true }];

/** The registry number (dnr): a document that is secret is registered when it is received. May be mended. */
export function recordRegistry(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: Turn,
): Incident {
  // A party's officer may be told of silence too; the register is the municipality's.
  if (!holdsOfMunicipality(turn, turn.by)) throw new Refusal('notYours');
  const { number = '' } = readForm(REGISTRY_FIELDS, data, turn);
  return { ...incident, registry: { number, at: stamp(turn), by: turn.by } };
}

/** So soon again it is not sent once more: what was sent is on its way. */
const RESEND_AFTER = 10;
const MOST_RESENT = 50;

/** "Skicka igen": somebody's card goes to them once more, as it is then. */
export function resend(incident: Incident, { to }: { to: string }, turn: Turn): Incident {
  needOpen(incident);
  const situation = situationOf(incident, turn);
  if (!mayBeResent(situation, accountTo(situation, to))) throw new Refusal('noPart');
  const before = incident.resent ?? [];
  const isRecent = before.some(
    (one) => one.to === to && addMinutes(new Date(one.at), RESEND_AFTER) > turn.now,
  );
  if (isRecent) return incident;
  const entry = { id: turn.once, to, at: stamp(turn), by: turn.by };
  return { ...incident, resent: [...before, entry].slice(-MOST_RESENT) };
}
