import type { Acting } from '../../../routine/acts/acts';
import { note } from '../../../screens/screen';
import { wakePerson } from '../../aggregates/involvement';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import type { PersonRow } from '../../ports/people';
import { incidentsOf } from '../../queries/myIncidents';
import { numbersToRing } from '../../queries/numbers';
import { whenUnavailable } from '../../runtime/failures';
import { newId, nextId } from '../../runtime/ids';
import { act } from '../incident';
import { changePerson } from '../start';

/*
 * "Någon kan se min mobil": of a person, and of all their incidents. From the first card nothing is raised by it: it answers
 * with numbers alone.
 */

/** Notes on the person's own row that nothing is to come by itself, or that it may again: their reminders are looked at anew. */
async function noteQuiet(
  deps: Deps,
  { caller }: Press,
  why: 'hiding' | 'watched' | undefined,
): Promise<void> {
  const at = deps.now().toISOString();
  await changePerson(deps, caller, ({ quiet, ...row }) => {
    if (why === undefined) return row;
    return { ...row, quiet: quiet?.why === 'watched' ? quiet : { why, at } };
  });
  await wakePerson(deps, caller.person, deps.now().getTime());
}

/** The rounds of everybody who has a card of it are drawn anew: they say whether the person may be rung. */
async function wakeHelpers(deps: Deps, id: string): Promise<void> {
  const persons = (await deps.incidents.read(id))?.cards.map(({ value }) => value.person) ?? [];
  for (const person of persons) await wakePerson(deps, person, deps.now().getTime());
}

/** One act on each of the person's incidents; of those that are not theirs as a victim it changes nothing. */
async function onEach(
  deps: Deps,
  press: Press,
  verb: Acting['verb'] & ('phoneWatched' | 'liftQuiet'),
): Promise<void> {
  for (const { id } of await incidentsOf(deps, press.caller.person)) {
    await act(deps, press, { verb, id });
    await wakeHelpers(deps, id);
  }
}

/** The press on the first card: numbers, no draft, nothing that comes later. */
export async function hidePhone(deps: Deps, press: Press): Promise<Outcome> {
  await noteQuiet(deps, press, 'watched');
  await onEach(deps, press, 'phoneWatched');
  return {
    screen: { kind: 'note', note: 'numbers', toRing: await numbersToRing(deps, press.caller.person) },
  };
}

/** "Visa som vanligt". */
export async function showPhone(deps: Deps, press: Press): Promise<Outcome> {
  await noteQuiet(deps, press, undefined);
  await onEach(deps, press, 'liftQuiet');
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

/** Presses that make it quiet around a person, or end that: what else comes by itself is held back too. */
const QUIET_BY: Readonly<Record<string, 'hiding' | 'watched' | undefined>> = {
  hide: 'hiding',
  phoneWatched: 'watched',
  liftQuiet: undefined,
};

/** The rest of such a press, beside the incident: the person's own row, and the rounds of those who help. */
export async function quietBeside(
  deps: Deps,
  press: Press,
  { verb, id }: Pick<Acting, 'verb' | 'id'>,
): Promise<void> {
  if (!(verb in QUIET_BY)) return;
  await noteQuiet(deps, press, QUIET_BY[verb]);
  await wakeHelpers(deps, id);
}
