import type { Act } from '../rules/roles/may';
import * as tasks from '../transitions/beside/channelTasks';
import { keyText } from './inputs';
import { row } from './row';

const data = { task: keyText() };

/** Acts on the tasks by the way that a threat came. */
export const BY_CHANNEL = {
  endTask: row({
    data,
    about: ({ task }) => task,
    form: ({ task }) => ['task', task],
    adds: true,
    opens: 'tasks',
    apply: tasks.endTask,
  }),
  waiveTask: row({
    data,
    about: ({ task }) => task,
    form: ({ task }) => ['waiveTask', task],
    adds: true,
    opens: 'tasks',
    apply: tasks.waiveTask,
  }),
  reopenTask: row({ data, about: ({ task }) => task, adds: true, opens: 'tasks', apply: tasks.reopenTask }),
} satisfies Partial<Record<Act, unknown>>;
