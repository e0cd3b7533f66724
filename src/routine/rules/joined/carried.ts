import type { Incident } from '../../model/incident';
import type { Routine, StepSpec } from '../../model/routine';
import type { Carry } from '../../model/wish/joined';
import { sortedJson } from '../../plan/sortedJson';
import { twoPersonsStep } from '../../plan/traits';
import type { Roles } from '../roles/role';

/*
 * "Once for all": the strategist talks with the police, and says what is told to whom, for all victims of one event at a time
 * (routine, section 8). It is written down in each incident as if it had been done there.
 */

/** The input that says that a press is for all incidents of the event. */
export const FOR_ALL = 'forAll';

/** Whether a step is led once for all: the talk with the police, and what others are told. */
export const isOnceForAll = ({ owner, rings }: StepSpec): boolean =>
  owner === 'twoPersons' || (owner === 'strategist' && rings?.includes('police') === true);

/** Whether somebody is the municipality's strategist in it, however much of it is theirs. */
export const isStrategistIn = (roles: Roles): boolean =>
  roles.has('strategist') || roles.has('stepStrategist') || roles.has('toldStrategist');

/** Whether a press of a step may be made for all: by a strategist, in an incident that shares its event. */
export const mayBeForAll = ({ event }: Pick<Incident, 'event'>, step: StepSpec, roles: Roles): boolean =>
  event !== undefined && isOnceForAll(step) && isStrategistIn(roles);

type Data = Readonly<Record<string, unknown>>;

/** The step that a press is about, of those that are led once for all. */
function stepIn(verb: string, data: Data, routine: Routine): StepSpec | undefined {
  if (verb === 'proposeGroups' || verb === 'confirmGroups') return twoPersonsStep(routine);
  const isOfStep = verb === 'endStep' || verb === 'addRecord';
  return isOfStep ? routine.steps.find(({ id }) => id === data.step) : undefined;
}

/** A press that is for all. */
interface Pressed extends Pick<Carry, 'once' | 'by' | 'at'> {
  verb: string;
  data: Data;
  roles: Roles;
}

/** The name under which the text stands that was agreed to: no field of a form has it. */
const AGREED = 'agreed.to';

/** The press to be carried to the others of the event; undefined: it is for this incident alone. */
export function carryOf(incident: Incident, press: Pressed, routine: Routine): Carry | undefined {
  const { verb, data, roles, ...rest } = press;
  const step = stepIn(verb, data, routine);
  if (data[FOR_ALL] !== 'true' || !step || !mayBeForAll(incident, step, roles)) return undefined;
  const { id: _, verb: __, once: ___, [FOR_ALL]: ____, ...brought } = data;
  // A second person agrees to what they have read: to the same text in each, and to no other.
  const about = verb === 'confirmGroups' ? { [AGREED]: textOf(incident) } : {};
  return { ...rest, verb, data: JSON.stringify({ ...brought, ...about }) };
}

const textOf = ({ groups }: Incident): string =>
  groups ? sortedJson({ by: groups.by, values: groups.values }) : '';

/** The data that a carried press brings to another incident; undefined: it does not fit there. */
export function carriedTo({ groups, ...incident }: Incident, { verb, data }: Carry): Data | undefined {
  const { [AGREED]: text, ...brought } = JSON.parse(data) as Record<string, unknown>;
  if (verb !== 'confirmGroups') return brought;
  return groups && text === textOf({ groups, ...incident })
    ? { ...brought, epoch: String(groups.epoch) }
    : undefined;
}
