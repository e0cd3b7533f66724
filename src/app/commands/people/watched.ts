import type { Acting } from '../../../routine/acts/acts';
import { note } from '../../../screens/screen';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import type { PersonRow } from '../../ports/people';
import { numbersToRing } from '../../queries/people/numbers';
import { whenUnavailable } from '../../runtime/failures';
import { newId, nextId } from '../../runtime/ids';
import { act } from '../incident';
import { keepQuiet, ownIncidents, saidOfThem } from './quietPerson';

/*
 * "Ring mig inte" and "Någon kan se min mobil": of a person, and so of all their incidents, whichever card it was pressed on. From the first
 * card nothing is raised by it: it answers with numbers alone.
 */

/** Lifted once for all: of each incident that says so, and last of the person. */
async function lift(deps: Deps, press: Press): Promise<void> {
  const own = await ownIncidents(deps, press.caller.person);
  for (const { id, quiet } of own) if (quiet) await act(deps, press, { verb: 'liftQuiet', id });
  await keepQuiet(deps, press.caller, saidOfThem(own));
}

/** The press on the first card: numbers, no draft, nothing that comes later. */
export async function hidePhone(deps: Deps, press: Press): Promise<Outcome> {
  await keepQuiet(deps, press.caller, 'watched');
  return {
    screen: { kind: 'note', note: 'numbers', toRing: await numbersToRing(deps, press.caller.person) },
  };
}

/** "Visa som vanligt". */
export async function showPhone(deps: Deps, press: Press): Promise<Outcome> {
  await lift(deps, press);
  return { screen: note('help') };
}

async function unwritten(deps: Deps, caller: Caller, id: string): Promise<string> {
  const [file, draft] = await Promise.all([deps.incidents.read(id), deps.drafts.read(caller.person, id)]);
  return file || draft ? unwritten(deps, caller, nextId(caller.person, id)) : id;
}

/**
 * The id of a report that is begun on a card for that id. On a phone that another may see it is one under which nothing stands:
 * its pages show no word of what was written before. That is found again once the phone shows all as ever.
 */
export const reportId = async (
  deps: Deps,
  caller: Caller,
  { quiet, id }: Pick<PersonRow, 'quiet'> & { id: string },
): Promise<string> =>
  quiet?.why === 'watched' ? whenUnavailable(unwritten(deps, caller, id), () => newId(deps)) : id;

/** The rest of such a press on an incident's card, beside that incident: whoever is watched stays so when they also hide. */
export async function quietBeside(
  deps: Deps,
  press: Press,
  { verb }: Pick<Acting, 'verb' | 'id'>,
): Promise<void> {
  if (verb === 'liftQuiet') return lift(deps, press);
  if (verb === 'phoneWatched') return keepQuiet(deps, press.caller, 'watched');
  if (verb !== 'hide') return;
  const isWatched = (await deps.people.read(press.caller.person))?.value.quiet?.why === 'watched';
  await keepQuiet(deps, press.caller, isWatched ? 'watched' : 'hiding');
}
