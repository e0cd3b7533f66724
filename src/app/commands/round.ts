import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { keyOf, snoozeFields } from '../../screens/forms';
import type { Refused } from '../../screens/refused';
import type { PageScreen, SnoozeScreen } from '../../screens/screen';
import { hourOf, loadPerson, roundOf, snoozedUntil } from '../aggregates/person';
import type { LoadedPerson } from '../aggregates/round/waits';
import type { Caller, Data, Outcome } from '../bot';
import type { Deps } from '../deps';
import { type PersonState, personAggregateId } from '../ports/states';
import { decideAgain } from '../runtime/decideAgain';

/* A person and their own morning round: what is in it now, what is put off, at what hour it comes. */

/** A person's morning round as it is now. */
export async function showRound(deps: Deps, caller: Caller): Promise<Outcome> {
  const round = roundOf(deps, await loadPerson(deps, caller.person));
  return { screen: { kind: 'list', list: 'round', round } };
}

/** The form that puts something in the round off. */
export async function showSnooze(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  return { screen: { ...snoozeForm(deps, await loadPerson(deps, caller.person)), from } };
}

const snoozeForm = (deps: Deps, read: LoadedPerson, refusal?: Refused): SnoozeScreen => ({
  ...{ kind: 'page', page: 'snooze', refusal, from: 0 },
  round: roundOf(deps, read),
  hour: hourOf(deps, read),
});

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
  return refused ? { screen: refused } : { ...(await showRound(deps, caller)), also: [aggregate] };
}

/** The state after a press on "skjut upp", or the form again when something in it is wrong. */
function snoozed(deps: Deps, read: LoadedPerson, data: Data): { state?: PersonState; refused?: PageScreen } {
  const keys = roundOf(deps, read).incidents.flatMap(({ id, waiting }) =>
    waiting.filter((one) => !one.isUrgent).map((one) => keyOf(id, one)),
  );
  const today = dayOf(deps.now());
  const { values, problems } = checkFields(snoozeFields(keys), data, today);
  if (Object.keys(problems).length > 0)
    return { refused: snoozeForm(deps, read, { reason: 'badInput', values, problems }) };
  const { state, rev } = read.file;
  const kept = state.snoozed.filter(({ item, until }) => until > today && item !== values.item);
  const added =
    values.item && values.when ? [{ item: values.item, until: snoozedUntil(values.when, today) }] : [];
  const hour = values.hour ? Number(values.hour) : state.hour;
  return { state: { ...state, rev: rev + 1, hour, snoozed: [...kept, ...added] } };
}
