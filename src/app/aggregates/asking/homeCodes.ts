import type { PersonId } from '../../../routine/model/contact';
import type { HomeCheck } from '../../../routine/rules/standing/home';
import { homeOverAt } from '../../../routine/rules/standing/home';
import type { Deps } from '../../deps';
import { HOMES } from '../../ports/states';
import { decideAgain } from '../../runtime/decideAgain';

/*
 * The codes that stand for those on the way home in the data of officials' cards, and whose they are. A card in a chat would else say
 * by an account who it is that has not come home.
 */

type Codes = readonly { code: string; person: PersonId; until: string }[];

const change = (deps: Deps, to: (codes: Codes) => Codes) =>
  decideAgain(
    () => deps.askings.read(HOMES),
    ({ state, rev }) => {
      const before = state.homes ?? [];
      const homes = to(before);
      return homes === before ? undefined : { ...state, homes, rev: rev + 1 };
    },
    (file, state) => deps.askings.save(file, { state }),
  );

/** Notes whose a check's code is, before the check itself is written. What is long over goes. */
export async function noteHomeCode(deps: Deps, person: PersonId, home: HomeCheck): Promise<void> {
  const now = deps.now().toISOString();
  const until = homeOverAt(home, deps.municipality.routine.times).toISOString();
  await change(deps, (codes) => [
    ...codes.filter((one) => one.code !== home.id && one.until > now),
    { code: home.id, person, until },
  ]);
}

/** Takes a code away when its check has ended. */
export async function forgetHomeCode(deps: Deps, code: string): Promise<void> {
  await change(deps, (codes) =>
    codes.some((one) => one.code === code) ? codes.filter((one) => one.code !== code) : codes,
  );
}

/** The person whose code it is; undefined: nobody's any more. */
export async function personOfHome(deps: Deps, code: string): Promise<PersonId | undefined> {
  const { homes = [] } = (await deps.askings.read(HOMES)).state;
  return homes.find((one) => one.code === code)?.person;
}
