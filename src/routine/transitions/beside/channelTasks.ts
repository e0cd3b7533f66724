import type { Incident } from '../../model/incident';
import type { TaskState } from '../../model/records';
import { Refusal } from '../../model/refusal';
import type { TaskSpec } from '../../model/routine';
import { fieldsOfTask, replyFault, stateOfTask, tasksOf } from '../../rules/tasks/byChannel';
import { type ActTurn, needOpen, readForm, readReason, situationOf, stamp } from '../turn';

type Data = Readonly<Record<string, unknown>> & { task: string };

/** The task of a press; throws where the incident has none of that id. */
function taskIn(incident: Incident, { task }: Data, turn: ActTurn): TaskSpec {
  needOpen(incident);
  const spec = tasksOf(incident, turn.routine).find(({ id }) => id === task);
  if (!spec) throw new Refusal('notOpen');
  return spec;
}

const withTask = (
  incident: Incident,
  { id, ...change }: Pick<TaskState, 'state'> & Partial<TaskState> & { id: string },
  turn: ActTurn,
): Incident => ({
  ...incident,
  tasks: {
    ...incident.tasks,
    [id]: { records: incident.tasks?.[id]?.records ?? {}, ...change, at: stamp(turn), by: turn.by },
  },
});

/** A task is done: what belongs to it is written down. Pressed late or by a second person it stays as it ended. */
export function endTask(incident: Incident, data: Data, turn: ActTurn): Incident {
  const spec = taskIn(incident, data, turn);
  if (stateOfTask(incident, spec) !== 'open') return incident;
  // It is written down by its own form.
  if (spec.as === 'assessment') throw new Refusal('notOpen');
  const cast = situationOf(incident, turn);
  const records = readForm(fieldsOfTask(cast, spec), data, turn);
  const fault = spec.as === 'reply' ? replyFault(cast, records) : undefined;
  if (fault) throw new Refusal(fault);
  return withTask(incident, { id: spec.id, state: 'done', records }, turn);
}

/** A task that is not needed: one of its reasons, or in words. */
export function waiveTask(incident: Incident, data: Data, turn: ActTurn): Incident {
  const spec = taskIn(incident, data, turn);
  if (stateOfTask(incident, spec) !== 'open') return incident;
  const why = spec.reasons.find((one) => one === data.why);
  const said = why === undefined ? { reason: readReason(data, turn) } : { why };
  return withTask(incident, { id: spec.id, state: 'notApplicable', ...said }, turn);
}

/** "Öppna igen": what was written down stands in its form. */
export function reopenTask(incident: Incident, data: Data, turn: ActTurn): Incident {
  const spec = taskIn(incident, data, turn);
  const isEnded = incident.tasks?.[spec.id] !== undefined && incident.tasks[spec.id]?.state !== 'open';
  return isEnded ? withTask(incident, { id: spec.id, state: 'open' }, turn) : incident;
}
