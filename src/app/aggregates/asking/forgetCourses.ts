import type { PersonId } from '../../../routine/model/contact';
import type { Deps } from '../../deps';
import { MUNICIPALITY } from '../../ports/states';
import { changeMunicipality } from '../municipality';

/** Who is forgotten has noted no course any more. */
export const forgetCourses = async (deps: Deps, person: PersonId): Promise<void> => {
  const { state } = await deps.municipalityState.read(MUNICIPALITY);
  if (!state.taken?.some((one) => one.person === person)) return;
  await changeMunicipality(deps, (now) => ({
    ...now,
    taken: now.taken?.filter((one) => one.person !== person),
  }));
};
