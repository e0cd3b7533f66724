import { NOTHING_TYPED } from '../../cards/parts';
import { keyOf, roundCard, snoozeFields, snoozePage } from '../../cards/personal/round';
import type { View } from '../../cards/view';
import { REFUSALS } from '../../content/texts/refusals';
import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { hourOf, type LoadedPerson, loadPerson, roundOf, snoozedUntil } from '../aggregates/person';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import { type PersonState, personAggregateId } from '../ports/states';
import { decideAgain } from '../runtime/decideAgain';

/* A person and their own morning round: what is in it now, what is put off, at what hour it comes. */

export async function showRound(deps: Deps, caller: Caller): Promise<Outcome> {
  return { view: roundCard(roundOf(deps, await loadPerson(deps, caller.person))) };
}

export async function showSnooze(deps: Deps, caller: Caller): Promise<Outcome> {
  const read = await loadPerson(deps, caller.person);
  return { view: snoozePage(roundOf(deps, read), hourOf(deps, read), NOTHING_TYPED) };
}

/** Hides something from the round until a day, and keeps the hour that was chosen. */
export async function snooze(
  deps: Deps,
  caller: Caller,
  data: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const subject = personAggregateId(caller.person);
  const { refused } = await decideAgain(
    () => loadPerson(deps, caller.person),
    (read) => snoozed(deps, read, data),
    async ({ file }, { state }) => {
      if (!state) return 'saved';
      await deps.agenda.wake(subject, deps.now().getTime(), state.rev);
      return deps.persons.save(file, { state });
    },
  );
  return refused ? { view: refused } : { ...(await showRound(deps, caller)), also: [subject] };
}

/** The state after a press on "skjut upp", or the form again when something in it is wrong. */
function snoozed(
  deps: Deps,
  read: LoadedPerson,
  data: Readonly<Record<string, unknown>>,
): { state?: PersonState; refused?: View } {
  const round = roundOf(deps, read);
  const keys = round.incidents.flatMap(({ id, waiting }) =>
    waiting.filter((one) => !one.isUrgent).map((one) => keyOf(id, one)),
  );
  const today = dayOf(deps.now());
  const { values, problems } = checkFields(snoozeFields(keys), data, today);
  if (Object.keys(problems).length > 0) {
    const typed = { values, problems, problem: REFUSALS.badInput };
    return { refused: snoozePage(round, hourOf(deps, read), typed) };
  }
  const { state, rev } = read.file;
  const kept = state.snoozed.filter(({ item, until }) => until > today && item !== values.item);
  const added =
    values.item && values.when ? [{ item: values.item, until: snoozedUntil(values.when, today) }] : [];
  const hour = values.hour ? Number(values.hour) : state.hour;
  return { state: { ...state, rev: rev + 1, hour, snoozed: [...kept, ...added] } };
}
