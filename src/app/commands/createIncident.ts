import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Situation } from '../../routine/model/situation';
import { asked } from '../../routine/rules/ladders/asked';
import { accountsOf } from '../../routine/rules/succession';
import { nothingHere } from '../../screens/screen';
import { insertIncident } from '../aggregates/joined/insertion';
import type { Caller, Outcome, Press } from '../bot';
import { newCardRow } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { CardRow } from '../ports/delivery';
import type { JustSaved } from '../ports/justSaved';
import { liveScreen, loaded, loadIncident, rolesOf } from '../queries/loadIncident';
import { whenUnavailable } from '../runtime/failures';
import { newId } from '../runtime/ids';
import { handedOver } from './handedOver';
import { startAnew } from './start';

/**
 * An incident that a press makes, shown on the card that was pressed.
 * @returns undefined: there is one of that id already, made by another press in this moment
 */
export async function insert(
  deps: Deps,
  incident: Incident,
  press: Press,
  act: string,
  shownIn: readonly string[] = [],
): Promise<Inserted | undefined> {
  const by = press.caller.person;
  const cards = press.activityId ? [{ value: withPages(newCardRow(by, press.activityId), shownIn) }] : [];
  const made = await insertIncident(deps, incident, { by, act, cards });
  return made && { handed: made.row && made.file && handedOver(press, made.row, made.file) };
}

/** An incident that was made; `handed`: as it was saved, where that is known without a new read. */
export interface Inserted {
  handed: JustSaved | undefined;
}

/** Other messages in which pages of the report were open: they shrink to a line. */
function withPages(row: CardRow, shownIn: readonly string[]): CardRow {
  const others = shownIn.filter((activity) => activity !== row.activityId);
  return others.length === 0 ? row : { ...row, older: others, unshrunk: others };
}

/** Which of those who are told first cannot be reached in Teams: said in the very response. */
async function withoutAddress(deps: Deps, situation: Situation): Promise<Map<PersonId, string>> {
  const gone = new Map(situation.unreachable);
  const at = situation.now.toISOString();
  for (;;) {
    const now = accountsOf(asked({ ...situation, unreachable: new Map(gone) }));
    const fresh = now.filter((person) => !gone.has(person));
    // Whose address cannot be read now is told later: for the moment they are to be rung.
    const rows = await Promise.all(
      fresh.map((person) => whenUnavailable(deps.people.read(person), () => undefined)),
    );
    const missing = fresh.filter((_, index) => !rows[index]?.value.address);
    if (missing.length === 0 || missing.length < fresh.length) {
      for (const person of missing) gone.set(person, at);
      return gone;
    }
    for (const person of missing) gone.set(person, at);
  }
}

/**
 * The present state, whatever was pressed: the person's own card of the incident.
 * @param handed the incident as it was saved just now
 */
export async function presentState(
  deps: Deps,
  caller: Caller,
  { id, handed }: { id: string; handed?: JustSaved | undefined },
): Promise<Outcome> {
  const read = handed ? loaded(deps, handed.file, await deps.contacts.read()) : await loadIncident(deps, id);
  if (!read) return { ...(await startAnew(deps, caller)), touched: id };
  if (rolesOf(read, caller.person).size === 0) return { screen: nothingHere, touched: id };
  const unreachable = await withoutAddress(deps, read.situation);
  const known = { ...read, situation: { ...read.situation, unreachable } };
  return { screen: liveScreen(known, caller.person, newId(deps)), touched: id, handed };
}
