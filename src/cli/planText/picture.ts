import { PLAN } from '../../content/texts/printed/plan';
import type { Routine } from '../../routine/model/routine';
import type { StepSpec } from '../../routine/model/step';
import { conditionsOf } from '../../routine/plan/faults/refer';
import { effectsOf, opensAfter } from '../../routine/plan/traits';
import type { NamedRoutine } from './sentences';

const BEGINS = 'begins';
const APPROVES = 'approves';
const DECIDES = 'decides';
const DAY = 'day';
const ARISES = 'arises';
const STRATEGIST = 'strategist';

/** A text in a node: no sign that Mermaid reads. */
const label = (text: string): string => `"${text.replaceAll('"', '”')}"`;

const sections = ({ steps, words }: Routine, nodeOf: (id: string) => string): string[] =>
  [...new Set(steps.map((step) => step.section))].flatMap((section, index) => [
    `  subgraph section${index}[${label(`${section} ${words.sections[section] ?? ''}`)}]`,
    ...steps
      .filter((step) => step.section === section)
      .map(({ id }) => `    ${nodeOf(id)}[${label(words.steps[id]?.short ?? id)}]`),
    '  end',
  ]);

const FROM = {
  atOnce: BEGINS,
  inOrder: APPROVES,
  decision: DECIDES,
  followUp: DAY,
  ifArises: ARISES,
} as const;

/** Arrows of a step: from what opens it, from what decides whether it is needed, to what follows; a line each. */
function arrowsOf(step: StepSpec, nodeOf: (id: string) => string): string[] {
  const say = PLAN.picture;
  const me = nodeOf(step.id);
  const { opens, bringsIn } = step;
  const before = opensAfter(step);
  const begins = typeof opens === 'object' ? BEGINS : FROM[opens];
  const opener = before === undefined ? `${begins} --> ${me}` : `${nodeOf(before)} -->|${say.ended}| ${me}`;
  const isOpener = (id: string) => before === id;
  const deciding = new Set(
    conditionsOf({ ...step, effects: [] }).flatMap((one) => ('step' in one ? [one.step] : [])),
  );
  return [
    opener,
    ...[...deciding]
      .filter((id) => id !== step.id && !isOpener(id))
      .map((id) => `${nodeOf(id)} -.->|${say.decisive}| ${me}`),
    ...(bringsIn ? [`${me} -.-> ${STRATEGIST}`] : []),
    ...effectsOf(step, 'asksVictim').map(() => `${me} -->|${say.asks}| ${DECIDES}`),
    ...effectsOf(step, 'opens').map((effect) => `${me} --> ${nodeOf(effect.step)}`),
    ...effectsOf(step, 'ends').flatMap((effect) =>
      effect.steps.map((id) => `${me} -.->|${say.needless}| ${nodeOf(id)}`),
    ),
  ].map((line) => `  ${line}`);
}

/** The plan as a Mermaid flowchart: what opens what. */
export function pictureOf(routine: NamedRoutine): string[] {
  const { steps, followUp } = routine;
  const say = PLAN.picture;
  const nodeOf = (id: string) => `step${steps.findIndex((step) => step.id === id)}`;
  const arrows = steps.flatMap((step) => arrowsOf(step, nodeOf));
  const events = [
    [BEGINS, say.begins],
    [APPROVES, say.approves],
    [DECIDES, say.decides],
    [DAY, say.day(followUp.book)],
    [ARISES, say.arises],
    [STRATEGIST, say.strategist(routine.names)],
  ] as const;
  const used = events.filter(([id]) => arrows.some((line) => line.split(/[ |]/).includes(id)));
  return [
    'flowchart LR',
    ...used.map(([id, words]) => `  ${id}([${label(words)}])`),
    ...sections(routine, nodeOf),
    ...arrows,
  ];
}
