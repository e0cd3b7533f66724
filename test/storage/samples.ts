import type { CardRow, DeliveryRow } from '../../src/app/ports/delivery';
import type { Change, IncidentFile, IncidentStore } from '../../src/app/ports/incidents';
import type { Contact } from '../../src/routine/model/contact';
import type { HistoryEntry, Incident } from '../../src/routine/model/incident';

export const VICTIM = '11111111-aaaa-4bbb-8ccc-000000000001';
export const OFFICER = '22222222-aaaa-4bbb-8ccc-000000000002';
export const AT = '2026-11-24T08:00:00.000Z';
/** Who changes the contact list. */
export const BY = { at: AT, by: 'operator' };

/** An incident with a word of its own in every kind of field that must not be seen. */
export const sampleIncident = (id = 'inc-1', changes: Partial<Incident> = {}): Incident => ({
  v: 1,
  id,
  reference: '2026-7KQ4',
  practice: false,
  rev: 1,
  createdAt: AT,
  via: 'report',
  state: 'open',
  epoch: 0,
  acute: true,
  acuteReason: 'HEMLIG akut 😀',
  route: 'party',
  party: 'Björkpartiet',
  victim: { person: VICTIM, name: 'Åsa Öberg', bound: 'self', epoch: 0 },
  reporter: { person: VICTIM, name: 'Åsa Öberg', kind: 'self', relation: 'HEMLIG relation' },
  lead: { person: OFFICER, since: AT, why: 'acknowledged' },
  leadEpoch: 1,
  wanted: [OFFICER],
  standby: [],
  declined: [{ person: OFFICER, at: AT, why: 'cannot' }],
  report: { what: 'HEMLIG text om hot', date: '2026-11-23', phone: '070-1234567' },
  steps: { 'call-police': { state: 'open', epoch: 0, openedAt: AT, records: { note: 'HEMLIG anteckning' } } },
  checks: { risk: { at: AT, by: OFFICER, answers: { q1: 'HEMLIG svar' } } },
  talks: [{ id: 't1', kind: 'first', attendees: 'HEMLIG närvarande', notes: 'HEMLIG samtal' }],
  protection: [{ id: 'p1', what: 'HEMLIG', who: 'Åsa Öberg', when: 'HEMLIG', at: AT, by: OFFICER }],
  once: ['press-1'],
  ...changes,
});

export const entry = (act: string): HistoryEntry => ({ at: AT, by: OFFICER, act, about: 'call-police' });

export const sampleCard = (changes: Partial<CardRow> = {}): CardRow => ({
  person: OFFICER,
  activityId: 'activity-1',
  hash: 'h1',
  older: ['activity-0'],
  epoch: 0,
  failures: 0,
  ...changes,
});

export const sampleDelivery = (changes: Partial<DeliveryRow> = {}): DeliveryRow => ({
  key: `ask|lead|1|${OFFICER}`,
  person: OFFICER,
  claimer: 'process-1',
  leaseUntil: 1_700_000_000_000,
  attempts: 1,
  ...changes,
});

/** The next revision of what was read. */
export const next = (file: IncidentFile, changes: Partial<Incident> = {}): Incident => ({
  ...file.incident,
  rev: file.incident.rev + 1,
  ...changes,
});

/** Stores an incident and reads it. */
export const stored = async (
  store: IncidentStore,
  incident = sampleIncident(),
  change: Omit<Change, 'incident'> = { history: [entry('report')] },
): Promise<IncidentFile> => {
  await store.insert({ incident, ...change });
  return reread(store, incident.id);
};

/** An incident that must be there. */
export const reread = async (store: IncidentStore, id: string): Promise<IncidentFile> => {
  const file = await store.read(id);
  if (!file) throw new Error(`No incident ${id}.`);
  return file;
};

export const contact = (id: string, changes: Partial<Contact> = {}): Contact => ({
  id,
  role: 'partySecurityOfficer',
  party: 'Björkpartiet',
  order: 1,
  name: 'Kim Ek',
  phone: '070-1',
  email: 'kim.ek@example.se',
  ...changes,
});
