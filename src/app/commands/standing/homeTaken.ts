import type { PersonId } from '../../../routine/model/contact';
import { type HomeCheck, mayTakeHome } from '../../../routine/rules/standing/home';
import { nothingHere } from '../../../screens/screen';
import { personOfHome } from '../../aggregates/asking/homeCodes';
import { homeOf, isToldOfHome } from '../../aggregates/asking/homeLadder';
import { hushedAs } from '../../aggregates/home';
import type { Outcome, Press } from '../../bot';
import { openForm } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import { decideAgain } from '../../runtime/decideAgain';
import { alsoHome, changeHome, endHome, homeRead, homeSaid } from './home';

/* "Trygg hem" for officials: who sees to somebody that has not come home. */

/** Who it is, for the one who sees to it. It stands in their card until they leave it: no change may wipe it. */
async function whoIsIt(
  deps: Deps,
  press: Press,
  { of, home: { id, due } }: { of: PersonId; home: HomeCheck },
): Promise<Outcome> {
  // Nothing of it is kept beside: that somebody looked stands in the operators' log, by the code.
  deps.log.info({ person: press.caller.person, home: id }, 'homeLooked');
  await decideAgain(
    () => deps.persons.read(of),
    (file) => {
      const cards = openForm(deps, file, press);
      return cards.length > 0 ? cards : undefined;
    },
    (file, cards) => deps.persons.save(file, { cards }),
  );
  const row = (await deps.people.read(of))?.value;
  const { name = '', phone = '' } = row ?? {};
  const known = { of: id, name, phone, due, quiet: hushedAs(row?.quiet) };
  return {
    screen: { kind: 'home', view: 'who', ...known, now: deps.now().toISOString() },
    also: alsoHome(of),
  };
}

/** "Jag tar det": the first of those who have been told. */
export async function homeTake(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const { person } = press.caller;
  const of = await personOfHome(deps, code);
  if (of === undefined) return homeSaid(deps, 'ended');
  const read = await homeRead(deps, of);
  const home = homeOf(read);
  if (home?.id !== code) return homeSaid(deps, 'ended');
  if (!isToldOfHome(deps, read, person)) return { screen: nothingHere, isNothing: true };
  const now = deps.now().toISOString();
  // What was read of whoever has no part in it is void; what somebody else took since is not.
  const voidAt = home.taken ? undefined : read.file.state.home?.taken?.at;
  const state = await changeHome(deps, of, (one) => {
    const mayTake =
      one.home &&
      (mayTakeHome(one.home, deps.municipality.routine.times, deps.now()) || one.home.taken?.at === voidAt);
    return one.home && mayTake ? { ...one, home: { ...one.home, taken: { by: person, at: now } } } : one;
  });
  const taken = (state ?? (await deps.persons.read(of)).state).home?.taken;
  if (taken?.by === person) return whoIsIt(deps, press, { of, home });
  const by = read.contacts.find((one) => one.person !== undefined && one.person === taken?.by);
  return { screen: { kind: 'home', view: 'others', by, now } };
}

/** Whoever this person sees to, by their card's code; undefined: nobody. */
async function mine(
  deps: Deps,
  { caller: { person } }: Press,
  code: string,
): Promise<{ of: PersonId; home: HomeCheck } | undefined> {
  const of = await personOfHome(deps, code);
  const home = of === undefined ? undefined : homeOf(await homeRead(deps, of));
  return of !== undefined && home?.id === code && home.taken?.by === person ? { of, home } : undefined;
}

/** "Visa vem det är". */
export async function homeWho(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const found = await mine(deps, press, code);
  return found ? whoIsIt(deps, press, found) : homeSaid(deps, 'ended');
}

/** "Jag har nått personen": it is over for all. */
export async function homeReached(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const found = await mine(deps, press, code);
  if (!found) return homeSaid(deps, 'ended');
  await endHome(deps, found.of);
  return { ...homeSaid(deps, 'ended'), also: alsoHome(found.of) };
}
