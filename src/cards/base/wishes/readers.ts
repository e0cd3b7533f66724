import type { PersonId } from '../../../routine/model/contact';
import { hasWhole } from '../../../routine/plan/evaluate';
import { filersOf } from '../../../routine/rules/filing';
import { accountsOf } from '../../../routine/rules/succession';
import { contactsIn, type Scene } from '../../scene';

/** Somebody who may read an incident now: all of it, what a step of theirs needs, or what the police report needs. */
export interface Reader {
  person: PersonId;
  reads: 'all' | 'part' | 'filing';
}

/** Those who may read the victim's incident now, each once. */
export function readersOf(scene: Scene): Reader[] {
  const { lead, standby, strategist } = scene.incident;
  const strategists = strategist
    ? contactsIn(scene, 'strategists').flatMap((contact) => contact.person ?? [])
    : [];
  const whole = hasWhole(scene.incident) ? strategists : [];
  const all = [...(lead ? [lead.person] : []), ...standby.map((one) => one.person), ...whole];
  const part = strategists.filter((person) => !all.includes(person));
  const filing = accountsOf(filersOf(scene)).filter((person) => !all.includes(person));
  const as = (persons: readonly PersonId[], reads: Reader['reads']): Reader[] =>
    [...new Set(persons)].map((person) => ({ person, reads }));
  return [...as(all, 'all'), ...as(filing, 'filing'), ...as(part, 'part')];
}
