import { mayAdminister } from '../../routine/rules/access';
import { drilled, resultAt } from '../../routine/rules/drills';
import { toBeReached } from '../../routine/rules/standing/watch';
import { accountsOf } from '../../routine/rules/succession';
import { note, nothingHere } from '../../screens/screen';
import { changeMunicipality, isAskedIn } from '../aggregates/municipality';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import { MUNICIPALITY } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { newId } from '../runtime/ids';
import { showContacts } from './contactList/contacts';

/* Drills: whether people are reached in Teams. The strategist begins them. */

/** "övning nåbarhet". @param id of the drill: the same one begins once */
export async function startDrill(deps: Deps, caller: Caller, id = newId(deps)): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: note('drillNotYours') };
  const drill = { id, at: deps.now().toISOString(), by: caller.person };
  await changeMunicipality(deps, (state) =>
    state.drills.some((one) => one.id === id)
      ? state
      : { ...state, drills: [...state.drills, drill].slice(-50) },
  );
  const count = accountsOf(drilled(roster)).length;
  return { screen: { kind: 'note', note: 'drillStarted', count }, also: [MUNICIPALITY] };
}

/**
 * "Når jag dig?" to one row of the list. Pressed again while it waits for an answer it is the same drill. Nothing comes of it to who is
 * quiet (delivery holds it back), and to whoever asks it is anybody's silence.
 */
export async function drillOne(deps: Deps, caller: Caller, contact: string): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: note('drillNotYours') };
  const row = toBeReached(roster).find(({ id }) => id === contact);
  if (!row) return showContacts(deps, caller, 0);
  const known = row.person === undefined ? undefined : (await deps.people.read(row.person))?.value;
  const started = (count: number) => ({ kind: 'note', note: 'drillStarted', count, who: row.name }) as const;
  if (!known?.address) return { screen: started(0) };
  const { times } = deps.municipality.routine;
  const now = deps.now();
  const drill = { id: newId(deps), at: now.toISOString(), by: caller.person, contact };
  await changeMunicipality(deps, (state) => {
    const goesOn = state.drills.some(
      (one) =>
        one.contact === contact &&
        resultAt({ ...one, at: new Date(one.at) }, times) > now &&
        !state.answers.some((answer) => answer.drill === one.id),
    );
    return goesOn ? state : { ...state, drills: [...state.drills, drill].slice(-50) };
  });
  return { screen: started(1), also: [MUNICIPALITY] };
}

/** "Ja, du når mig här": once a person and drill. A made-up drill, or who was not asked, would push out real answers. */
export async function reachable(deps: Deps, caller: Caller, drill: string): Promise<Outcome> {
  const at = deps.now().toISOString();
  const { person } = caller;
  if (!(await isAskedIn(deps, person, drill))) return { screen: nothingHere };
  await changeMunicipality(deps, (state) =>
    state.answers.some((one) => one.drill === drill && one.person === person)
      ? state
      : { ...state, answers: [...state.answers, { drill, person, at }].slice(-2_000) },
  );
  const now = deps.now().toISOString();
  return { screen: { kind: 'note', note: 'drillThanks', answeredAt: at, now }, also: [MUNICIPALITY] };
}
