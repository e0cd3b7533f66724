import type { ByChannel, TaskSpec, WarningSpec } from '../model/routine';
import { conditionsIn, repeated } from './faults/refer';

/** Declares a task by the way that a threat came. */
export const task = (
  id: string,
  when: TaskSpec['when'],
  { fields = [], reasons = [], as }: Partial<Pick<TaskSpec, 'fields' | 'reasons' | 'as'>> = {},
): TaskSpec => ({ id, when, fields, reasons, as });

/** Declares what must not be done. */
export const warning = (id: string, when: WarningSpec['when']): WarningSpec => ({ id, when });

/** The words of a task; of what it is done with, where that is not the library's. */
export interface TaskWords {
  /** A question or an order: the heading of its page. */
  readonly title: string;
  /** In lists. */
  readonly short: string;
  readonly help: readonly string[];
  readonly done: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
}

/** The words of all that is declared by channel, by id. */
export interface ByChannelWords {
  readonly tasks: Readonly<Record<string, TaskWords>>;
  readonly warnings: Readonly<Record<string, string>>;
}

const untold = ({ id, fields, reasons }: TaskSpec, words: TaskWords | undefined): string[] => {
  if (!words) return [`The task "${id}" has no words: give it some.`];
  return [
    ...fields.filter((field) => !words.fields?.[field.id]).map((field) => `a label for "${field.id}"`),
    ...reasons.filter((reason) => !words.reasons?.[reason]).map((reason) => `a word for "${reason}"`),
  ].map((what) => `The task "${id}" lacks ${what}: give it one.`);
};

/** All that is wrong with what is declared by channel, each with how to mend it. A condition may ask of the report only. */
export function taskFaults({ tasks, warnings }: ByChannel, words: ByChannelWords): string[] {
  const all = [...tasks, ...warnings];
  const wide = all.filter(({ when }) =>
    conditionsIn(when).some(({ is }) => ['recorded', 'done', 'once'].includes(is)),
  );
  return [
    ...repeated(tasks.map(({ id }) => id)).map((id) => `The task "${id}" is declared twice: once is enough.`),
    ...wide.map(({ id }) => `"${id}" asks of a step: tasks and warnings go by the report alone.`),
    ...tasks.flatMap((spec) => untold(spec, words.tasks[spec.id])),
    ...warnings
      .filter(({ id }) => !words.warnings[id])
      .map(({ id }) => `The warning "${id}" has no words: give it some.`),
  ];
}
