import type { Acting } from '../../../routine/acts/acts';
import type { PersonId } from '../../../routine/model/contact';
import { holdQuestion } from '../../../routine/rules/wishes/quiet';
import { note } from '../../../screens/screen';
import { wakePerson } from '../../aggregates/involvement';
import type { Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { incidentsOf } from '../../queries/myIncidents';
import { numbersToRing } from '../../queries/numbers';
import { decideAgain } from '../../runtime/decideAgain';
import { act } from '../incident';
import { changePerson } from '../start';

/*
 * "Någon kan se min mobil": of a person, and of all their incidents. From the first card nothing is raised by it: it answers
 * with numbers alone.
 */

/** Notes on the person's own row that nothing is to come by itself, or that it may again: their reminders are looked at anew. */
async function noteQuiet(deps: Deps, press: Press, why: 'hiding' | 'watched' | undefined): Promise<void> {
  const { caller } = press;
  const at = deps.now().toISOString();
  await changePerson(deps, caller, ({ quiet, ...row }) => {
    if (why === undefined) return row;
    return { ...row, quiet: quiet?.why === 'watched' ? quiet : { why, at } };
  });
  await wakePerson(deps, caller.person, deps.now().getTime());
  for (const { id } of await incidentsOf(deps, caller.person))
    await holdIn(deps, { by: caller.person, isQuiet: why !== undefined }, id);
}

/** "Gäller det dig?" in an incident of which they were asked, or are to be: not while nothing comes to them. */
async function holdIn(
  deps: Deps,
  { by, isQuiet }: { by: PersonId; isQuiet: boolean },
  id: string,
): Promise<void> {
  const at = deps.now().toISOString();
  await decideAgain(
    () => deps.incidents.read(id),
    ({ incident }) => {
      if (incident.victim.person !== by || incident.state === 'closed') return undefined;
      const held = holdQuestion(incident, isQuiet, at);
      return held === incident ? undefined : { ...held, rev: incident.rev + 1 };
    },
    async (file, incident) => {
      await deps.agenda.wake(id, deps.now().getTime(), incident.rev, incident.acute);
      return deps.incidents.save(file, { incident });
    },
  );
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
