import { COMMON } from '../../content/texts/common';
import { TALK_DAY } from '../../content/texts/standing/talkDay';
import { moment, shortDay } from '../../content/texts/time';
import { STATUS } from '../../content/texts/victim';
import { type StatusRow, stepOf } from '../../routine/model/routine';
import { reportStep } from '../../routine/plan/traits';
import { isRelayOut } from '../../routine/rules/deadlines';
import { followUpDays, stored } from '../../routine/rules/progress';
import { isOpen, type Scene } from '../scene';
import { wordsOf } from '../stepParts';
import type { ButtonView, RowView } from '../view';

/** One thing that has happened. */
export interface News {
  /** ISO; the newest stands on top. */
  at: string;
  title: string;
  lines: string[];
  buttons?: ButtonView[];
}

/** A step as the victim sees it: what was left out was not done, and does not look as if it were. */
function stepRow(scene: Scene, text: string, step: string, note = ''): RowView {
  const { state } = stored(scene.incident, step);
  if (state !== 'notApplicable') return row(text, state === 'done', state === 'done' ? '' : note);
  return { sign: COMMON.signs.no, text, note: COMMON.states.notApplicable, isNow: false };
}

const row = (text: string, isDone: boolean, note: string, isNow = false): RowView => ({
  sign: isDone ? COMMON.signs.done : isNow ? COMMON.signs.now : COMMON.signs.waiting,
  text,
  note: note || (isDone ? COMMON.states.done : ''),
  isNow,
});

/** Rows on what has been done and what is next, in the victim's own words. */
export function rows(scene: Scene): RowView[] {
  const own = scene.routine.status.flatMap((kind) =>
    typeof kind === 'object' ? ownRow(scene, kind.step) : knownRow(scene, kind),
  );
  return [...own, ...talkRows(scene)];
}

/** Talks that are to come; the follow-up talk has a row of the plan's own. */
const talkRows = (scene: Scene): RowView[] =>
  scene.facts.talks
    .filter(({ talk }) => stepOf(scene.routine, talk) === undefined)
    .map(({ day }) => row(TALK_DAY.row, false, TALK_DAY.note(shortDay(day))));

/** A row of the plan's own. */
function ownRow(scene: Scene, id: string): RowView[] {
  const { incident, routine } = scene;
  const step = stepOf(routine, id);
  if (!step) return [];
  const text = routine.words.status[id] ?? wordsOf(scene, step).short;
  if (step.endedBy === 'company' && isRelayOut(scene)) return [row(text, false, '')];
  const { last } = followUpDays(incident, routine);
  const chosen = scene.facts.talks.find(({ talk }) => talk === id);
  const note = chosen ? TALK_DAY.note(shortDay(chosen.day)) : STATUS.latest(shortDay(last));
  return [stepRow(scene, text, id, step.isTalk ? note : '')];
}

/** A row that every plan may have. */
function knownRow(scene: Scene, kind: Extract<StatusRow, string>): RowView[] {
  const { incident, now } = scene;
  const words = STATUS.rows;
  switch (kind) {
    case 'sent':
      return [row(words.sent, true, moment(incident.createdAt, now))];
    case 'taken': {
      const { lead } = incident;
      return [
        row(words.taken, lead !== undefined, lead ? moment(lead.since, now) : COMMON.states.waiting, !lead),
      ];
    }
    case 'decision':
      return [row(words.decision, incident.decision?.answer !== undefined, '')];
    case 'reported':
      return incident.decision?.answer === 'no' ? [] : [reportedRow(scene)];
  }
}

function reportedRow(scene: Scene): RowView {
  const step = reportStep(scene.routine);
  return row(STATUS.rows.reported, isReported(scene), '', step !== undefined && isOpen(scene, step));
}

/** Whether the police report has been made. */
export const isReported = ({ incident, routine }: Scene): boolean =>
  stored(incident, reportStep(routine)?.id ?? '').state === 'done';
