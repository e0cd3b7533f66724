import { mayAdminister } from '../../../routine/rules/access';
import {
  isOfThisTerm,
  notPromised,
  takenCounts,
  withTaken,
} from '../../../routine/rules/standing/prevention';
import type { ActionOf } from '../../../screens/actions';
import { nothingHere } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { changeMunicipality } from '../../aggregates/municipality';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { MUNICIPALITY } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';

/* "Förebygga": the municipality's courses and links, what one has noted of them oneself, and the strategist's counts. */

export async function showPrevention(deps: Deps, { person }: Caller): Promise<Outcome> {
  const [{ state }, roster] = await Promise.all([
    deps.municipalityState.read(MUNICIPALITY),
    readRoster(deps),
  ]);
  const taken = state.taken ?? [];
  const now = deps.now();
  const counted = mayAdminister(roster, person)
    ? { counts: takenCounts(taken, now), notPromised: notPromised(roster, now).map(asEverybodySees) }
    : undefined;
  return {
    screen: {
      kind: 'prevention',
      taken: taken
        .filter((one) => one.person === person)
        .map(({ course, at }) => ({ course, at, isOfThisTerm: isOfThisTerm({ at }, now) })),
      counted,
    },
  };
}

/** "Jag har gjort det", or taken back: once, however often it is pressed. */
export async function tookCourse(
  deps: Deps,
  caller: Caller,
  { course, isOn }: ActionOf<'tookCourse'>,
): Promise<Outcome> {
  if (!deps.municipality.prevention.courses.some(({ id }) => id === course)) return { screen: nothingHere };
  const at = deps.now().toISOString();
  const note = { person: caller.person, course, at, isOn: isOn === 'yes' };
  await changeMunicipality(deps, (state) => {
    const before = state.taken ?? [];
    const taken = withTaken(before, note, deps.now());
    return taken === before ? state : { ...state, taken };
  });
  return showPrevention(deps, caller);
}
