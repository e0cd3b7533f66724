import type { PersonId } from '../../../routine/model/contact';
import { hasWhole } from '../../../routine/plan/evaluate';
import { filersOf } from '../../../routine/rules/filing';
import { haveLed } from '../../../routine/rules/leadership';
import { mayRing } from '../../../routine/rules/reading';
import { accountsOf } from '../../../routine/rules/succession';
import { contactsIn, type Scene } from '../../scene';

/** Somebody who may read an incident now: all of it, what a step of theirs needs, or what the police report needs. */
export interface Reader {
  person: PersonId;
  reads: 'all' | 'part' | 'filing' | 'number';
}

/** Those who stand by or oversee, and may see whom to ring: no more. */
function ringing(scene: Scene): PersonId[] {
  const { incident } = scene;
  const helpers = incident.standby.map(({ person }) => person);
  const seen = helpers.filter((person) => mayRing(scene, { person, roles: new Set(['helper']) }));
  return [...seen, ...accountsOf(contactsIn(scene, 'overseers'))];
}

/** Those who may read the victim's incident now, each once. */
export function readersOf(scene: Scene): Reader[] {
  const { lead, strategist } = scene.incident;
  const strategists = strategist
    ? contactsIn(scene, 'strategists').flatMap((contact) => contact.person ?? [])
    : [];
  const whole = hasWhole(scene.incident) ? strategists : [];
  const all = [...(lead ? [lead.person] : []), ...haveLed(scene.incident), ...whole];
  const part = strategists.filter((person) => !all.includes(person));
  const filing = accountsOf(filersOf(scene)).filter((person) => !all.includes(person));
  const as = (persons: readonly PersonId[], reads: Reader['reads']): Reader[] =>
    [...new Set(persons)].map((person) => ({ person, reads }));
  const known = [...all, ...filing, ...part];
  const number = ringing(scene).filter((person) => !known.includes(person));
  return [...as(all, 'all'), ...as(filing, 'filing'), ...as(part, 'part'), ...as(number, 'number')];
}
