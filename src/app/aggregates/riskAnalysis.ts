import type { PersonId } from '../../routine/model/contact';
import { riskErasedAt } from '../../routine/rules/standing/riskAnalysis';
import { collapsePages } from '../chat/collapsePages';
import type { Deps } from '../deps';
import type { AggregateFile } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { type PersonState, personAggregateId } from '../ports/states';
import { changeState } from './aggregate';

/* The end of a risk analysis that somebody shows: after its time it is erased, and gone from where it was read. */

interface Read {
  person: PersonId;
  file: AggregateFile<PersonState>;
}

/** In how long it is erased, where there is one. */
export const riskEndsIn = (deps: Deps, { file: { state } }: Read): Millis[] =>
  state.risk ? [Math.max(0, riskErasedAt(state.risk) - deps.now().getTime())] : [];

/** A person without the analysis whose time is out. */
export async function withoutOldRisk<R extends Read>(deps: Deps, read: R): Promise<R> {
  const { risk } = read.file.state;
  if (!risk || riskErasedAt(risk) > deps.now().getTime()) return read;
  await changeState(
    deps,
    { store: deps.persons, id: read.person, aggregate: personAggregateId(read.person) },
    (state) => (state.risk?.id === risk.id ? { ...state, risk: undefined } : state),
  );
  for (const look of risk.looks) await collapsePages(deps, look.by, look.in ? [look.in] : []);
  return { ...read, file: await deps.persons.read(read.person) };
}
