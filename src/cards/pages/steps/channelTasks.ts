import { CHOICES } from '../../../content/fields';
import { BUTTON, COMMON } from '../../../content/texts/common';
import { REPLY, TASKS, TRACE } from '../../../content/texts/guidance/channelTasks';
import { THREAT } from '../../../content/texts/lead';
import { DETAILS, LISTS } from '../../../content/texts/pages';
import { clockWords, longDay, moment } from '../../../content/texts/time';
import { SITUATIONS } from '../../../routine/model/codes';
import { splitChoices } from '../../../routine/model/fields';
import type { TaskSpec } from '../../../routine/model/routine';
import type { TaskWords } from '../../../routine/plan/tasks';
import {
  fieldsOfTask,
  isToBeReported,
  openTasks,
  stateOfTask,
  tasksOf,
} from '../../../routine/rules/tasks/byChannel';
import { card, fields, inWords, plain, primary, ROWS, shortened, type Typed, weighed } from '../../parts';
import { adding, kicker, nameOf, on, type Scene, toPage } from '../../scene';
import type { ButtonView, FactView, FieldView, ItemView, View } from '../../view';
import { form } from '../forms';
import { reasonField, valueWords } from '../stepFields';

const NONE: TaskWords = { title: '', short: '', help: [], done: '' };

const wordsOf = ({ municipality }: Scene, { id }: TaskSpec): TaskWords =>
  municipality.channelWords.tasks[id] ?? { ...NONE, title: id, short: id };

const SIGN = { open: COMMON.signs.waiting, done: COMMON.signs.done, notApplicable: COMMON.signs.no };

/** The press of a task that asks nothing; the rest is on its page. */
function itemButtons(scene: Scene, spec: TaskSpec): ButtonView[] {
  const more = toPage(scene, TASKS.more, 'task', { about: spec.id });
  if (!scene.mayDo.has('endTask')) return [];
  const isPlain = fieldsOfTask(scene, spec).length === 0 && spec.as === undefined;
  return stateOfTask(scene.incident, spec) === 'open' && isPlain
    ? [plain(wordsOf(scene, spec).done, 'endTask', adding(scene, { task: spec.id })), more]
    : [more];
}

const taskItem = (scene: Scene, spec: TaskSpec): ItemView => {
  const state = stateOfTask(scene.incident, spec);
  const { states } = COMMON;
  return {
    text: `${SIGN[state]} ${wordsOf(scene, spec).short}`,
    detail: state === 'open' ? '' : states[state],
    buttons: itemButtons(scene, spec),
    links: [],
  };
};

/** The advice of the situations that the incident's channels name, to be read beside it. */
const guidanceButtons = (scene: Scene): ButtonView[] => {
  const channels = splitChoices(scene.incident.report.channel);
  const { guidance } = scene.municipality;
  const fitting = SITUATIONS.filter((one) =>
    guidance[one].channels.some((channel) => channels.includes(channel)),
  );
  return [
    ...fitting
      .slice(0, 1)
      .map((situation) => plain(guidance[situation].title, 'situation', on(scene, { situation }))),
    plain(TASKS.guidance, 'guidance', on(scene)),
  ];
};

/** "Det här kan du göra": the tasks by the way that it came, those that are left first. */
export function tasksPage(scene: Scene, from: number): View {
  const all = tasksOf(scene.incident, scene.routine);
  const left = openTasks(scene.incident, scene.routine);
  const sorted = [...left, ...all.filter((spec) => !left.includes(spec))];
  const next = from + ROWS;
  return card({
    kicker: kicker(scene),
    title: TASKS.title,
    lines: from > 0 ? [] : sorted.length > 0 ? TASKS.lines : [TASKS.empty],
    items: sorted.slice(from, next).map((spec) => taskItem(scene, spec)),
    buttons: weighed([
      ...(next < sorted.length ? [toPage(scene, LISTS.showMore, 'tasks', { about: String(next) })] : []),
      plain(BUTTON.back, 'show', on(scene)),
      ...guidanceButtons(scene),
    ]),
    footnote: DETAILS.logged,
  });
}

/** The inputs of a task, with what was written down before or stands in the report. */
function inputs(scene: Scene, spec: TaskSpec, typed: Typed): FieldView[] {
  const { report, tasks = {} } = scene.incident;
  const isReply = spec.as === 'reply';
  const known = Object.fromEntries(
    spec.fields.map(({ id }) => [id, id === 'date' || id === 'time' ? (report[id] ?? '') : '']),
  );
  const labels = isReply ? REPLY.voices : (wordsOf(scene, spec).fields ?? {});
  const views = fields(fieldsOfTask(scene, spec), labels, { ...known, ...tasks[spec.id]?.records }, typed);
  const { said } = REPLY;
  const voices = { victim: said, lead: said, strategist: said, police: said, answer: REPLY.answers };
  return isReply ? inWords(views, voices) : views;
}

const NOTHING: Typed = { values: {}, problems: {}, problem: '' };

/** The facts that were written down of a task. */
function recorded(scene: Scene, spec: TaskSpec): FactView[] {
  const { records = {}, why, reason } = scene.incident.tasks?.[spec.id] ?? {};
  const said = why === undefined ? reason : (wordsOf(scene, spec).reasons?.[why] ?? why);
  return [
    ...inputs(scene, spec, NOTHING)
      .filter(({ id }) => records[id])
      .map((one) => ({ label: one.label, text: valueWords(one, records[one.id] ?? '') })),
    ...(said ? [{ label: TASKS.reason, text: said }] : []),
  ];
}

/** The text to send on: to the IT unit, or to whoever threatened. It says no more than is needed. */
function textOf(scene: Scene, { as }: TaskSpec): FactView[] {
  const { report, reference } = scene.incident;
  if (as === 'send') return isToBeReported(scene.incident) ? [{ label: REPLY.text, text: REPLY.words }] : [];
  if (as !== 'trace') return [];
  const words = splitChoices(report.channel)
    .filter((one) => one === 'email' || one === 'sms' || one === 'social')
    .map((one) => (CHOICES.channel?.[one] ?? one).toLowerCase());
  const when = [report.date ? longDay(report.date) : '', clockWords(report.time ?? '')]
    .filter(Boolean)
    .join(' ');
  return [{ label: TRACE.label, text: TRACE.text(reference, COMMON.listAnd(words), when) }];
}

const reasonButtons = (scene: Scene, spec: TaskSpec): ButtonView[] => [
  ...spec.reasons.map((why) =>
    plain(wordsOf(scene, spec).reasons?.[why] ?? why, 'waiveTask', adding(scene, { task: spec.id, why })),
  ),
  toPage(scene, TASKS.otherReason, 'waiveTask', { about: spec.id }),
];

const toTasks = (scene: Scene): ButtonView => toPage(scene, TASKS.toTasks, 'tasks');

function endedPage(scene: Scene, spec: TaskSpec): View {
  const { by, at, state } = scene.incident.tasks?.[spec.id] ?? {};
  const words = state === 'done' ? TASKS.doneBy : TASKS.waivedBy;
  return card({
    kicker: kicker(scene),
    title: wordsOf(scene, spec).short,
    lines: by === undefined ? [] : [words(nameOf(scene, by), moment(at ?? '', scene.now))],
    facts: [...recorded(scene, spec), ...textOf(scene, spec)],
    buttons: [
      ...(by === undefined
        ? [toPage(scene, THREAT.button, 'threat')]
        : [plain(TASKS.open, 'reopenTask', adding(scene, { task: spec.id }))]),
      toTasks(scene),
    ],
    footnote: DETAILS.logged,
  });
}

/** One task: what to do, what is written down with it, and why it is not needed. */
export function taskPage(scene: Scene, about: string, typed: Typed): View {
  const spec = tasksOf(scene.incident, scene.routine).find(({ id }) => id === about);
  if (!spec) return card({ kicker: kicker(scene), buttons: [toTasks(scene)] });
  if (stateOfTask(scene.incident, spec) !== 'open') return endedPage(scene, spec);
  const { title, help, done } = wordsOf(scene, spec);
  const isAssessed = spec.as === 'assessment';
  const end = isAssessed
    ? { ...toPage(scene, done, 'threat'), style: 'positive' as const }
    : primary(done, 'endTask', adding(scene, { task: spec.id }));
  const isHeld = spec.as === 'send' && !isToBeReported(scene.incident);
  return card({
    kicker: kicker(scene),
    title,
    lines: [
      ...(isAssessed ? THREAT.lines(scene.municipality.names) : help),
      ...(isHeld ? [REPLY.notNow] : []),
    ],
    problem: typed.problem,
    facts: textOf(scene, spec),
    fields: inputs(scene, spec, typed),
    buttons: weighed([
      end,
      ...reasonButtons(scene, spec).slice(0, 1),
      toTasks(scene),
      ...reasonButtons(scene, spec).slice(1),
    ]),
    footnote: DETAILS.logged,
  });
}

/** The form that says in words why a task is not needed. */
export const waiveTaskPage = (scene: Scene, task: string, typed: Typed): View =>
  form(
    scene,
    { title: TASKS.waiveTitle, fields: [reasonField(typed)] },
    typed,
    primary(BUTTON.notNeeded, 'waiveTask', adding(scene, { task })),
  );

/** The tasks that have ended, for who reads the incident. */
export const taskFacts = (scene: Scene): FactView[] =>
  wholeTaskFacts(scene).map((fact) => ({ ...fact, text: shortened(fact.text) }));

/** The same, with all that was written. */
export const wholeTaskFacts = (scene: Scene): FactView[] =>
  tasksOf(scene.incident, scene.routine)
    .filter(({ id }) => (scene.incident.tasks?.[id]?.state ?? 'open') !== 'open')
    .map((spec) => {
      const isDone = scene.incident.tasks?.[spec.id]?.state === 'done';
      const words = recorded(scene, spec).map(({ label, text }) => `${label}: ${text}`);
      const text = [isDone ? COMMON.states.done : TASKS.notNeeded, ...words].join(' · ');
      return { label: wordsOf(scene, spec).short, text };
    });
