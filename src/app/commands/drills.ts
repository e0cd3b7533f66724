import { mayAdminister } from '../../routine/rules/access';
import { drilled } from '../../routine/rules/drills';
import { accountsOf } from '../../routine/rules/succession';
import { note, nothingHere } from '../../screens/screen';
import { changeMunicipality, isAskedIn } from '../aggregates/municipality';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import { MUNICIPALITY } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { newId } from '../runtime/ids';

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
