import type { Municipality } from '../../content/municipalities/municipality';
import { PLAN } from '../../content/texts/printed/plan';
import { conditionWords, type NamedRoutine } from './sentences';
import { type Column, tableLines } from './table';

const { byChannel } = PLAN;
const COLUMNS: readonly Column[] = [
  { heading: byChannel.task, width: 34 },
  { heading: byChannel.when, width: 50 },
  { heading: byChannel.records, width: 36 },
  { heading: byChannel.reasons, width: 36 },
];

type Words = Municipality['channelWords'];

/** The tasks that are offered by the way that a threat came, in the order of the list. */
export const taskTable = (routine: NamedRoutine, { tasks }: Words): string[] =>
  tableLines(
    COLUMNS,
    routine.tasks.map(({ id, when, fields, reasons }) => {
      const own = tasks[id];
      const or = (texts: string[]) => (texts.length > 0 ? texts : [PLAN.nothing]);
      return [
        [own?.short ?? id, `[${id}]`],
        [conditionWords(routine, when)],
        or(fields.map((field) => own?.fields?.[field.id] ?? field.id)),
        or(reasons.map((reason) => own?.reasons?.[reason] ?? reason)),
      ];
    }),
  );

/** The things that must not be done, each with when it is said. */
export const warningLines = (routine: NamedRoutine, { warnings }: Words): string[] =>
  routine.warnings.map(({ id, when }) => `${warnings[id] ?? id} (${conditionWords(routine, when)})`);
