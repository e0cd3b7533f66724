import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { keyOf, oneLater, snoozeFields, WHENS } from '../../screens/forms';
import type { Refused } from '../../screens/refused';
import type { PageScreen, SnoozeScreen } from '../../screens/screen';
import { hourOf, loadPerson, roundOf, snoozedUntil } from '../aggregates/person';
import { type LoadedPerson, waitOf } from '../aggregates/round/waits';
import type { Caller, Data, Outcome } from '../bot';
import type { Deps } from '../deps';
import { type PersonState, personAggregateId } from '../ports/states';
import { decideAgain } from '../runtime/decideAgain';
import { pageNumber } from '../runtime/paging';

/* A person and their own morning round: what is in it now, what is put off, at what hour it comes. */

/** A person's morning round as it is now. */
export async function showRound(deps: Deps, caller: Caller): Promise<Outcome> {
  const round = roundOf(deps, await loadPerson(deps, caller.person));
  return { screen: { kind: 'list', list: 'round', round } };
}

/** The form that puts something in the round off, or one thing that waits. */
export async function showSnooze(
  deps: Deps,
  caller: Caller,
  { from, item }: { from?: string | undefined; item?: string | undefined },
): Promise<Outcome> {
  const form = snoozeForm(deps, await loadPerson(deps, caller.person), { item });
  return { screen: { ...form, from: pageNumber(from) } };
}

const snoozeForm = (
  deps: Deps,
  read: LoadedPerson,
  { item, refusal }: { item?: string | undefined; refusal?: Refused },
): SnoozeScreen => {
  const incident = item === undefined ? undefined : waitOf(read, item);
  return {
    ...{ kind: 'page', page: 'snooze', refusal, from: 0 },
    round: roundOf(deps, read),
    hour: hourOf(deps, read),
    one: item !== undefined && incident ? { key: item, incident } : undefined,
  };
};

/** Hides something from the round until a day, and keeps the hour that was chosen. */
export async function snooze(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const aggregate = personAggregateId(caller.person);
  const { refused } = await decideAgain(
    () => loadPerson(deps, caller.person),
    (read) => snoozed(deps, read, data),
    async ({ file }, { state }) => {
      if (!state) return 'saved';
      await deps.agenda.wake(aggregate, deps.now().getTime(), state.rev);
      return deps.persons.save(file, { state });
    },
  );
  if (refused) return { screen: refused };
  const today = dayOf(deps.now());
  return data.isOne === 'true' && isWhen(data.when)
    ? { screen: { kind: 'note', note: 'putOff', until: snoozedUntil(data.when, today) }, also: [aggregate] }
    : { ...(await showRound(deps, caller)), also: [aggregate] };
}

const isWhen = (text: unknown): text is string => WHENS.some((one) => one === text);

/** The state after a press on "skjut upp", or the form again when something in it is wrong. */
function snoozed(deps: Deps, read: LoadedPerson, data: Data): { state?: PersonState; refused?: PageScreen } {
  const keys = roundOf(deps, read).incidents.flatMap(({ id, waiting }) =>
    waiting.filter((one) => !one.isUrgent).map((one) => keyOf(id, one)),
  );
  const today = dayOf(deps.now());
  const item = data.isOne === 'true' && typeof data.item === 'string' ? data.item : undefined;
  const one = item !== undefined && waitOf(read, item) ? [item] : [];
  const { values, problems } = checkFields(
    item === undefined ? snoozeFields(keys) : oneLater(one),
    data,
    today,
  );
  if (Object.keys(problems).length > 0)
    return { refused: snoozeForm(deps, read, { item, refusal: { reason: 'badInput', values, problems } }) };
  const { state, rev } = read.file;
  const kept = state.snoozed.filter(({ item, until }) => until > today && item !== values.item);
  const added =
    values.item && values.when ? [{ item: values.item, until: snoozedUntil(values.when, today) }] : [];
  const hour = values.hour ? Number(values.hour) : state.hour;
  return { state: { ...state, rev: rev + 1, hour, snoozed: [...kept, ...added] } };
}
