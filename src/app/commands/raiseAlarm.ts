import { settle } from '../../routine/transitions/consequences';
import {
  type Again,
  alarmAgain,
  type Beginning,
  begin,
  type RedPress,
} from '../../routine/transitions/reporting';
import { boardIn, isInvolvedAsked } from '../../screens/forms';
import { freeReference } from '../aggregates/joined/insertion';
import type { Data, Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import { newTurn } from '../queries/loadIncident';
import { suspectsOrAsBefore } from '../queries/people/suspects';
import { orElse, whenUnavailable } from '../runtime/failures';
import { nextId } from '../runtime/ids';
import { insert, presentState } from './createIncident';
import { act } from './incident';
import { partyOf, remember } from './start';

type Route = Beginning['route'];

/**
 * The meaning of a press where something stands under that card's id; undefined: nothing does. One that was erased, or
 * cannot be read, now or ever, is no help: an alarm does not wait for it.
 */
async function found(
  deps: Deps,
  { caller }: Press,
  id: string,
  red: Omit<RedPress, 'person'>,
): Promise<Again | undefined> {
  const read = async (): Promise<Again | undefined> => {
    const file = await deps.incidents.read(id);
    // A real alarm is never a part of an exercise.
    if (file?.incident.practice) return 'anew';
    if (file) return alarmAgain(file.incident, { ...red, person: caller.person });
    return (await deps.erasure.isBuried(id)) ? 'anew' : undefined;
  };
  const anew = (): Again => 'anew';
  return whenUnavailable(orElse(deps, id, read(), anew), anew);
}

/**
 * One press: someone is told at once. Under the draft's id, so that twenty presses are one alarm; where that is taken by
 * what this alarm is not about, under the next one that follows from it.
 */
export async function alarm(
  deps: Deps,
  press: Press,
  id: string,
  route: Route,
  data: Data,
): Promise<Outcome> {
  // A party that is chosen now is told now, whatever stands under this card already.
  const chosen = await partyOf(deps, press.caller, data);
  const party = deps.municipality.parties.some(({ code }) => code === chosen.party) ? chosen.party : '';
  const { boards } = deps.municipality;
  const board = boards.find(({ code }) => code === boardIn(data))?.code;
  const again = await found(deps, press, id, { route, party, board });
  // Who is part of it hears nothing of this press either: one save has both.
  const { suspects } = data;
  const named = typeof suspects === 'string' && suspects !== '' ? { suspects } : {};
  switch (again) {
    case 'anew':
      return alarm(deps, press, nextId(press.caller.person, id), route, data);
    case 'tellParty':
      return act(deps, press, { verb: again, id, party, ...named });
    case 'raiseAcute':
    case 'callNow':
      return act(deps, press, { verb: again, id, ...named });
    default:
      return raise(deps, press, { id, route, data, chosen });
  }
}

/** An alarm that is raised: under which id, to whom, with what was chosen on its card. */
interface Raising {
  id: string;
  route: Route;
  data: Data;
  chosen: Awaited<ReturnType<typeof partyOf>>;
}

/** A new incident; if another press has made it in this moment, that one is gone on with. */
async function raise(deps: Deps, press: Press, { id, route, data, chosen }: Raising): Promise<Outcome> {
  const { caller } = press;
  // A remembered party that cannot be read now holds nobody up: the municipality is told, and the sent card asks for it.
  const { party, row } = chosen;
  const contacts = await deps.contacts.read();
  const turn = newTurn(deps, contacts, { by: caller.person, once: id });
  const name = row.name || caller.name;
  const [reference, suspects] = await Promise.all([
    freeReference(deps, id),
    suspectsOrAsBefore(deps, { person: caller.person, data, contacts }),
  ]);
  const beginning: Beginning = {
    ...{ id, reference, suspects, areAsBefore: !isInvolvedAsked(data) },
    via: 'alarm',
    acute: true,
    route,
    party: party || row.party || '',
    board: boardIn(data),
    reporter: { person: caller.person, name, kind: 'self' },
    victim: { person: caller.person, name },
    phone: row.phone,
  };
  const made = await insert(deps, settle(begin(beginning, turn), turn), press, 'raiseAlarm');
  if (!made) return alarm(deps, press, id, route, data);
  // Whom it is to be told does not wait for what is kept for the next time.
  await remember(deps, caller, { party });
  return presentState(deps, caller, { id, handed: made.handed });
}
