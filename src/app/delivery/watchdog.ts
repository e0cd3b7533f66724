import { type Contact, isActive } from '../../routine/model/contact';
import { officersByParty } from '../../routine/rules/ladders/partyOfficers';
import { listNow } from '../aggregates/listNow';
import type { Deps } from '../deps';
import type { AgendaRow } from '../ports/agenda';
import type { Held } from '../ports/delivery';
import type { OpenIncident } from '../ports/incidents';
import type { Millis } from '../ports/runtime';
import { logContactListHead } from '../queries/chainHeads';
import { inParallel } from '../runtime/concurrency';
import { orLogged } from '../runtime/failures';

/** A row that was due this long ago should have been dispatched. Routine time. */
const LATE: Millis = 5 * 60_000;
/** Time that a save may take between one index and the other. Real time. */
const FRESH: Millis = 60_000;
const CHECKS_AT_ONCE = 8;

/** The findings of one check of the agenda. */
export interface AgendaCheck {
  /** Rows that should have been dispatched and were not. */
  late: number;
  /** Rows written anew: of those, and of open incidents that the agenda did not have. */
  repaired: number;
  oldestLateSeconds: number;
  /** Of the stored contact list: rows that are missing or are not those that were written last; 1 if it cannot be read. */
  listFaults: number;
  /** Rows of the contact list whose person the bot has not met: they can be told only by telephone. */
  withoutAccount: number;
  /** Parties of the council whose officers the bot reaches none of: no account, or the app is not installed. */
  partiesWithoutOfficer: number;
  /** Real time, ISO. */
  checkedAt: string;
}

interface Findings {
  late: Millis[];
  repaired: number;
}

/** Puts an open incident that would never be dispatched again on the agenda. False: it is not open after all. */
async function restoreMissing(deps: Deps, { id, rev }: OpenIncident): Promise<boolean> {
  const file = await deps.incidents.read(id);
  if (!file || file.incident.state === 'closed') {
    // Its save never came, or it has closed and that was not noted.
    await deps.index.closes(id, file?.incident.rev ?? rev);
    return false;
  }
  deps.log.error({ incident: id }, 'agendaMissing');
  await deps.agenda.wake(id, deps.now().getTime(), file.incident.rev, file.incident.acute);
  return true;
}

/**
 * A row that is late is written anew as it is, also where a sweep finds it by its time: that may be what is missing.
 * Its due time stays, so that the oldest are still told first, and what stays late is reported again; and when it was
 * written, for what was written for a save that never came is moved only once it is old.
 */
async function rewriteLate(deps: Deps, row: Held<AgendaRow>, found: Findings): Promise<void> {
  const { id, due } = row.value;
  const late = deps.now().getTime() - due;
  found.late.push(late);
  deps.log.error({ incident: id, seconds: Math.floor(late / 1_000) }, 'agendaLate');
  if ((await deps.agenda.rewrite(row)) === 'saved') found.repaired++;
}

/** An open incident that the listed agenda does not have; its row may have been written since. */
async function checkMissing(deps: Deps, open: OpenIncident, found: Findings): Promise<void> {
  if (deps.realNow() - open.writtenAt <= FRESH || (await deps.agenda.read(open.id))) return;
  if (await restoreMissing(deps, open)) found.repaired++;
}

interface Suspect {
  id: string;
  check(): Promise<void>;
}

/** Late rows, and open incidents without a row. Both are listed, so that thousands cost a few calls. */
async function suspects(deps: Deps, found: Findings): Promise<Suspect[]> {
  const open = await deps.index.open();
  const rows = await deps.agenda.all();
  const known = new Set(rows.map(({ value }) => value.id));
  const isLate = ({ due }: AgendaRow) => deps.now().getTime() - due > LATE;
  return [
    ...rows
      .filter(({ value }) => isLate(value))
      .map((row) => ({ id: row.value.id, check: () => rewriteLate(deps, row, found) })),
    ...open
      .filter(({ id }) => !known.has(id))
      .map((one) => ({ id: one.id, check: () => checkMissing(deps, one, found) })),
  ];
}

/** Whether the contact list is the one that was written last; the head of its history goes to the operators' log. */
async function checkList(deps: Deps): Promise<number> {
  const { faults, head } = await deps.contacts.check();
  for (const fault of faults) deps.log.error({ fault }, 'contactListDamaged');
  if (faults.length === 0) logContactListHead(deps, head);
  return faults.length;
}

/** Holders of a post who have an e-mail, so that they are expected here, and no account. */
const countUnmet = async ({ contacts }: Deps): Promise<number> =>
  (await contacts.read()).filter(
    (one) => isActive(one) && one.email !== undefined && one.person === undefined,
  ).length;

const hasChat = async ({ people }: Deps, { person }: Contact): Promise<boolean> =>
  person !== undefined && (await people.read(person))?.value.address !== undefined;

/** Parties without an officer who is reached in a chat, today; each is named in the operators' log by its code. */
async function countUnreached(deps: Deps): Promise<number> {
  const contacts = await listNow(deps.contacts, deps.now).read();
  let count = 0;
  await inParallel(
    [...officersByParty(deps.municipality.routine, contacts)],
    CHECKS_AT_ONCE,
    async ([party, officers]) => {
      const reached = await Promise.all(officers.map((one) => hasChat(deps, one)));
      if (reached.includes(true)) return;
      count += 1;
      deps.log.warn({ party }, 'partyWithoutOfficer');
    },
  );
  return count;
}

/** Faults of the contact list, and how many it reaches of none. What cannot be read now counts as a fault of the list. */
async function checkPeople(
  deps: Deps,
): Promise<Pick<AgendaCheck, 'listFaults' | 'withoutAccount' | 'partiesWithoutOfficer'>> {
  const event = 'contactListUnread';
  return {
    listFaults: (await orLogged(deps, checkList(deps), { event })) ?? 1,
    withoutAccount: (await orLogged(deps, countUnmet(deps), { event })) ?? 0,
    partiesWithoutOfficer: (await orLogged(deps, countUnreached(deps), { event })) ?? 0,
  };
}

/**
 * The dead-man check: an open incident that the agenda does not have, a row that was due and was not dispatched. What is
 * found is set right, for the next sweep. Several processes may do so. Its line in the log (`agendaChecked`) is the sign of
 * life that an alert waits for.
 */
export async function checkAgenda(deps: Deps): Promise<AgendaCheck> {
  const found: Findings = { late: [], repaired: 0 };
  await inParallel(await suspects(deps, found), CHECKS_AT_ONCE, ({ id, check }) =>
    orLogged(deps, check(), { event: 'agendaCheckFailed', incident: id }),
  );
  const counts = {
    late: found.late.length,
    repaired: found.repaired,
    ...(await checkPeople(deps)),
    oldestLateSeconds: Math.floor(Math.max(0, ...found.late) / 1_000),
  };
  deps.log.info(counts, 'agendaChecked');
  return { ...counts, checkedAt: new Date(deps.realNow()).toISOString() };
}
