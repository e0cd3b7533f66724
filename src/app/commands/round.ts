import { NOTHING_TYPED } from '../../cards/parts';
import { keyOf, roundCard, snoozeFields, snoozePage } from '../../cards/personal/round';
import { REFUSALS } from '../../content/texts/refusals';
import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { hourOf, readPerson, roundOf, snoozedUntil } from '../aggregates/person';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import { subjectOf } from '../ports/states';

/* A person and their own morning round: what is in it now, what is put off, at what hour it comes. */

export async function showRound(deps: Deps, caller: Caller): Promise<Outcome> {
  return { view: roundCard(roundOf(deps, await readPerson(deps, caller.person))) };
}

export async function showSnooze(deps: Deps, caller: Caller): Promise<Outcome> {
  const read = await readPerson(deps, caller.person);
  return { view: snoozePage(roundOf(deps, read), hourOf(deps, read), NOTHING_TYPED) };
}

/** Hides something from the round until a day, and keeps the hour that was chosen. */
export async function snooze(
  deps: Deps,
  caller: Caller,
  data: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  for (;;) {
    const read = await readPerson(deps, caller.person);
    const round = roundOf(deps, read);
    const keys = round.incidents.flatMap(({ id, waiting }) =>
      waiting.filter((one) => !one.isUrgent).map((one) => keyOf(id, one)),
    );
    const today = dayOf(deps.now());
    const { values, problems } = checkFields(snoozeFields(keys), data, today);
    if (Object.keys(problems).length > 0) {
      const typed = { values, problems, problem: REFUSALS.badInput };
      return { view: snoozePage(round, hourOf(deps, read), typed) };
    }
    const { state, rev } = read.file;
    const kept = state.snoozed.filter(({ item, until }) => until > today && item !== values.item);
    const added =
      values.item && values.when ? [{ item: values.item, until: snoozedUntil(values.when, today) }] : [];
    const next = {
      ...state,
      rev: rev + 1,
      hour: values.hour ? Number(values.hour) : state.hour,
      snoozed: [...kept, ...added],
    };
    await deps.agenda.wake(subjectOf(caller.person), deps.now().getTime(), next.rev);
    if ((await deps.persons.save(read.file, { state: next })) === 'saved')
      return { ...(await showRound(deps, caller)), also: [subjectOf(caller.person)] };
  }
}
