import { addDays, atHour, dayOf } from './dates';
import type { FieldSpec } from './fields';
import type { Company, Incident } from './incident';
import { needOpen, readForm, stamp, type Turn } from './turn';
import { addMinutes } from './workingTime';

/** Who is with the victim now; undefined when nobody was named, or nobody is needed any more. */
export function companyNow(incident: Incident): Company | undefined {
  const last = incident.company?.at(-1);
  return last?.who ? last : undefined;
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
  return add(incident, entry, turn);
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
