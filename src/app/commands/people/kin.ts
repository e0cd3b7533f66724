import { dayOf } from '../../../routine/calendar/localTime';
import { checkFields } from '../../../routine/model/fields';
import { PHONE } from '../../../routine/rules/contactList/rowFaults';
import { type Kin, MOST_KIN } from '../../../routine/rules/victim/kin';
import { KIN_FIELDS } from '../../../screens/forms';
import type { Refused } from '../../../screens/refused';
import type { Caller, Data, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { newId } from '../../runtime/ids';
import { changePerson } from '../start';

/* Next of kin: a politician leaves whom to ring. Their own; others see it only in an open incident (`readKin`). */

const kinOf = async (deps: Deps, { person }: Caller): Promise<readonly Kin[]> =>
  (await deps.people.read(person))?.value.kin ?? [];

/** How many they have left: all that stands in a chat. */
export const showKin = async (deps: Deps, caller: Caller): Promise<Outcome> => ({
  screen: { kind: 'note', note: 'kin', count: (await kinOf(deps, caller)).length },
});

/** Those whom they have left. */
export const showOwnKin = async (deps: Deps, caller: Caller): Promise<Outcome> => ({
  screen: { kind: 'page', page: 'ownKin', kin: await kinOf(deps, caller) },
});

const formOf = (id: string, values: Readonly<Record<string, string>>, refusal?: Refused): Outcome => ({
  screen: { kind: 'page', page: 'kinForm', id, values, refusal },
});

/** The form of one of them; without an id, or when that one is gone, of a new one. */
export async function showKinForm(deps: Deps, caller: Caller, id: string | undefined): Promise<Outcome> {
  const kin = await kinOf(deps, caller);
  const found = kin.find((one) => one.id === id);
  if (!found) return kin.length >= MOST_KIN ? showOwnKin(deps, caller) : formOf(newId(deps), {});
  const { name, relation, phone, note } = found;
  return formOf(found.id, { name, relation, phone, note });
}

/** Saves one; the id came with the form, so that pressed twice it is one. */
export async function saveKin(deps: Deps, caller: Caller, action: { kin: string } & Data): Promise<Outcome> {
  const { values, problems } = checkFields(KIN_FIELDS, action, dayOf(deps.now()));
  const { name = '', relation = '', phone = '', note = '' } = values;
  if (!problems.phone && !PHONE.test(phone.trim())) problems.phone = { kind: 'row', fault: 'badPhone' };
  if (Object.keys(problems).length > 0)
    return formOf(action.kin, values, { reason: 'badInput', values, problems });
  const saved: Kin = {
    id: action.kin,
    at: deps.now().toISOString(),
    ...{ name, relation, phone: phone.trim(), note },
  };
  await changePerson(deps, caller, (row) => {
    const kin = row.kin ?? [];
    const others = kin.filter((one) => one.id !== saved.id);
    // Two forms may have been open.
    if (others.length >= MOST_KIN) return row;
    const at = kin.findIndex((one) => one.id === saved.id);
    return {
      ...row,
      kin: at === -1 ? [...kin, saved] : kin.map((one) => (one.id === saved.id ? saved : one)),
    };
  });
  return showOwnKin(deps, caller);
}

/** Takes one of them away. */
export async function removeKin(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  await changePerson(deps, caller, (row) => {
    const kin = (row.kin ?? []).filter((one) => one.id !== id);
    return { ...row, kin: kin.length > 0 ? kin : undefined };
  });
  return showOwnKin(deps, caller);
}
