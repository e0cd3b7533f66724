import type { Subject } from '../aggregates/aggregate';
import { readSubject } from '../aggregates/readAggregate';
import type { Deps } from '../deps';
import { finishErasure } from '../erasure/eraseIncident';
import type { AgendaRow } from '../ports/agenda';
import type { Millis } from '../ports/runtime';
import type { Looker } from './delivering';
import { tell } from './notify';
import { putCards } from './updateCards';

/** A row whose save never came may be moved after this real time. */
const ORPHAN: Millis = 600_000;
/** Looks at one subject in a row until nothing more is to be done. */
const ROUNDS = 80;
/** When a subject that is not there is looked at again. */
const NOBODY: Millis = 30 * 86_400_000;

/** Does what is to be done until nothing is left; new cards go before changed ones. */
async function rounds(looker: Looker): Promise<Subject | undefined> {
  for (let round = 0; ; round++) {
    looker.later.due = Number.POSITIVE_INFINITY;
    const subject = await looker.read();
    if (!subject) return undefined;
    if (round === ROUNDS) {
      looker.later.due = looker.deps.now().getTime();
      return subject;
    }
    if (!(await tell(looker, subject)) && !(await putCards(looker, subject))) return subject;
  }
}

/** No row is moved past a revision that has not been seen, unless its save never came. */
const mayMove = (deps: Deps, row: AgendaRow, subject: Subject | undefined): boolean =>
  deps.realNow() - row.writtenAt > ORPHAN || (subject !== undefined && subject.rev >= row.rev);

/**
 * Delivers what is due for one subject and moves its agenda row. The row is read before the subject, and is moved only
 * as it was read (docs/ARCHITECTURE.md, Delivery).
 * @param isSweep leave it if it is not due any more: another process has been here
 */
export async function look(deps: Deps, id: string, claimer: string, isSweep = false): Promise<void> {
  const agenda = await deps.agenda.read(id);
  if (isSweep && agenda && agenda.value.due > deps.now().getTime()) return;
  const later = { due: Number.POSITIVE_INFINITY };
  const subject = await rounds({ deps, id, claimer, later, read: () => readSubject(deps, id) });
  await (subject ? subject.rests() : finishErasure(deps, id));
  if (!agenda || !mayMove(deps, agenda.value, subject)) return;
  await deps.agenda.move(agenda, Math.min(later.due, deps.now().getTime() + (subject?.rest ?? NOBODY)));
}
