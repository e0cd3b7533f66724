import type { Aggregate } from '../aggregates/aggregate';
import { readAggregate } from '../aggregates/readAggregate';
import type { Deps } from '../deps';
import { finishErasure } from '../erasure/eraseIncident';
import type { AgendaRow } from '../ports/agenda';
import type { Millis } from '../ports/runtime';
import type { Dispatch } from './context';
import { notify } from './notify';
import { updateCards } from './updateCards';

/** A row whose save never came may be moved after this real time. */
const ORPHAN: Millis = 600_000;
/** Reads of one aggregate in a row, at most. */
const MOST_READS = 80;
/** When an aggregate that is not there is read again. */
const REST_OF_NOTHING: Millis = 30 * 86_400_000;

/** Who dispatches. */
export interface Dispatcher {
  /** The process, in claims. */
  claimer: string;
  /** It leaves what is not due any more: another process has been there. */
  isSweep?: boolean;
}

/** The aggregate as last read, when nothing of it is due any more; new cards go before changed ones. */
async function workOff(dispatch: Dispatch): Promise<Aggregate | undefined> {
  const { later, deps } = dispatch;
  for (let round = 0; ; round++) {
    later.due = Number.POSITIVE_INFINITY;
    const aggregate = await dispatch.read();
    if (!aggregate) return undefined;
    if (round === MOST_READS) {
      later.due = deps.now().getTime();
      return aggregate;
    }
    if (!(await notify(dispatch, aggregate)) && !(await updateCards(dispatch, aggregate))) return aggregate;
  }
}

/** No row is moved past a revision that has not been seen, unless its save never came. */
const mayMove = (deps: Deps, row: AgendaRow, aggregate: Aggregate | undefined): boolean =>
  deps.realNow() - row.writtenAt > ORPHAN || (aggregate !== undefined && aggregate.rev >= row.rev);

/** Seconds between the time that stands in the agenda and now. */
const noteLag = ({ telemetry, now }: Deps, { due, isAcute }: AgendaRow): void =>
  telemetry?.record('agendaLag', (now().getTime() - due) / 1_000, { isAcute });

/**
 * Delivers what is due of one aggregate and moves its agenda row. The row is read before the aggregate, and is moved
 * only as it was read (README.md beside).
 * @returns ids of other aggregates that are due because of it
 */
export async function dispatch(deps: Deps, id: string, { claimer, isSweep }: Dispatcher): Promise<string[]> {
  const agenda = await deps.agenda.read(id);
  if (isSweep && agenda && agenda.value.due > deps.now().getTime()) return [];
  if (isSweep && agenda) noteLag(deps, agenda.value);
  const work: Dispatch = {
    deps,
    id,
    claimer,
    later: { due: Number.POSITIVE_INFINITY },
    woken: new Set(),
    now: deps.now(),
    read: () => readAggregate({ ...deps, now: () => work.now }, id),
    drawn: { from: undefined, cards: new Map() },
  };
  const aggregate = await workOff(work);
  for (const other of (await aggregate?.beside?.()) ?? []) work.woken.add(other);
  await (aggregate ? aggregate.whenDone() : finishErasure(deps, id));
  if (agenda && mayMove(deps, agenda.value, aggregate)) {
    const rest = aggregate?.rest ?? REST_OF_NOTHING;
    await deps.agenda.move(agenda, Math.min(work.later.due, deps.now().getTime() + rest));
  }
  return [...work.woken];
}
