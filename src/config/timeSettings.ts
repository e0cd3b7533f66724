import { z } from 'zod';
import type { Times } from '../routine/calendar/timeLimits';
import type { Routine } from '../routine/model/routine';

/** A time limit as a setting: name, unit, and the least and most that it may be. */
interface TimeSetting {
  name: string;
  min: number;
  max: number;
  unit: string;
}

const of = (name: string, unit: string, [min, max]: readonly [number, number]): TimeSetting => ({
  name,
  unit,
  min,
  max,
});

/** The setting of each time limit; the defaults stand in the municipality's folder. */
const SETTINGS: Readonly<Record<keyof Times, TimeSetting>> = {
  dayFrom: of('DAY_FROM_HOUR', 'an hour', [0, 12]),
  dayTo: of('DAY_TO_HOUR', 'an hour', [13, 23]),
  roundHour: of('ROUND_HOUR', 'an hour', [0, 23]),
  noticeFrom: of('NOTICE_FROM_HOUR', 'an hour', [0, 12]),
  noticeTo: of('NOTICE_TO_HOUR', 'an hour', [13, 23]),
  alarmNext: of('ALARM_NEXT_MINUTES', 'minutes', [1, 120]),
  alarmStrategist: of('ALARM_STRATEGIST_MINUTES', 'minutes', [1, 240]),
  alarmAll: of('ALARM_ALL_MINUTES', 'minutes', [1, 480]),
  askEvery: of('ASK_EVERY_MINUTES', 'minutes', [5, 240]),
  acuteTop: of('ACUTE_TOP_MINUTES', 'minutes', [10, 1_440]),
  calmRemind: of('REPORT_REMIND_MINUTES', 'minutes in daytime', [10, 2_880]),
  calmUp: of('REPORT_UP_MINUTES', 'minutes in daytime', [10, 5_760]),
  pressingRemind: of('PRESSING_REMIND_MINUTES', 'minutes in daytime', [5, 720]),
  pressingUp: of('PRESSING_UP_MINUTES', 'minutes in daytime', [10, 1_440]),
  callNext: of('CALL_NEXT_MINUTES', 'minutes', [1, 120]),
  callDuty: of('CALL_DUTY_MINUTES', 'minutes', [1, 240]),
  callEvery: of('CALL_EVERY_MINUTES', 'minutes', [5, 240]),
  callRemind: of('CALL_REMIND_MINUTES', 'minutes in daytime', [10, 720]),
  reachedAsk: of('REACHED_ASK_MINUTES', 'minutes', [5, 240]),
  reachedUp: of('REACHED_UP_MINUTES', 'minutes', [5, 480]),
  aloneAcute: of('ALONE_ACUTE_MINUTES', 'minutes', [5, 480]),
  aloneCalm: of('ALONE_MINUTES', 'minutes in daytime', [5, 1_440]),
  aloneUpAcute: of('ALONE_UP_ACUTE_MINUTES', 'minutes', [10, 720]),
  relayUp: of('RELAY_UP_MINUTES', 'minutes', [5, 480]),
  sameDayRemindAcute: of('SAME_DAY_REMIND_ACUTE_MINUTES', 'minutes', [10, 720]),
  sameDayRemind: of('SAME_DAY_REMIND_MINUTES', 'minutes in daytime', [10, 720]),
  untaken: of('UNTAKEN_MINUTES', 'minutes, in daytime when not acute', [10, 720]),
  sameDayUntil: of('SAME_DAY_UNTIL_HOUR', 'an hour', [12, 23]),
  nextDayAt: of('NEXT_DAY_AT_HOUR', 'an hour', [6, 14]),
  passOn: of('PASS_ON_MINUTES', 'minutes', [5, 480]),
  filerFrom: of('FILER_FROM_HOUR', 'an hour', [0, 12]),
  filerTo: of('FILER_TO_HOUR', 'an hour', [13, 23]),
  filerAcute: of('FILER_ACUTE_MINUTES', 'minutes between its hours', [15, 2_880]),
  filerRemindAt: of('FILER_REMIND_HOUR', 'an hour', [9, 19]),
  filerWorkingDays: of('FILER_WORKING_DAYS', 'working days', [1, 10]),
  askAgainWorkingDays: of('ASK_AGAIN_WORKING_DAYS', 'working days', [1, 20]),
  askAgainTimes: of('ASK_AGAIN_TIMES', 'times', [0, 10]),
  readRemind: of('READ_REMIND_MINUTES', 'minutes in daytime', [10, 1_440]),
  readUnanswered: of('READ_UNANSWERED_MINUTES', 'minutes in daytime', [30, 2_880]),
  registryWorkingDays: of('REGISTRY_WORKING_DAYS', 'working days', [1, 5]),
  firstTalkWorkingDays: of('FIRST_TALK_WORKING_DAYS', 'working days', [1, 5]),
  firstTalkUpWorkingDays: of('FIRST_TALK_UP_WORKING_DAYS', 'working days', [1, 10]),
  supportWorkingDays: of('SUPPORT_WORKING_DAYS', 'working days', [1, 5]),
  talkRemindDay: of('TALK_REMIND_DAY', 'days after the event', [2, 27]),
  plannedTalkBefore: of('PLANNED_TALK_BEFORE_DAYS', 'days', [1, 14]),
  roundFromWorkingDay: of('ROUND_FROM_WORKING_DAY', 'the number of a working day', [1, 10]),
  upOnWorkingDay: of('UP_ON_WORKING_DAY', 'the number of a working day', [2, 20]),
  upEveryWorkingDays: of('UP_EVERY_WORKING_DAYS', 'working days', [1, 10]),
  topEveryDays: of('TOP_EVERY_DAYS', 'days', [1, 28]),
  ringAgain: of('RING_AGAIN_MINUTES', 'minutes', [5, 1_440]),
  undoFor: of('UNDO_MINUTES', 'minutes', [1, 60]),
  draftRemindDays: of('DRAFT_REMIND_DAYS', 'days', [1, 29]),
  draftEraseDays: of('DRAFT_ERASE_DAYS', 'days', [2, 365]),
  homeAnswer: of('HOME_ANSWER_MINUTES', 'minutes', [2, 60]),
  homeAhead: of('HOME_AHEAD_HOURS', 'hours', [1, 24]),
  homeHours: of('HOME_HOURS', 'hours', [2, 48]),
  okaySilent: of('OKAY_SILENT_MINUTES', 'minutes', [5, 240]),
  okayHours: of('OKAY_HOURS', 'hours', [1, 72]),
  practiceDays: of('PRACTICE_DAYS', 'days', [1, 30]),
  kinSilent: of('KIN_SILENT_MINUTES', 'minutes, in daytime when not acute', [5, 240]),
  kinShown: of('KIN_SHOWN_MINUTES', 'minutes', [10, 240]),
  kinStands: of('KIN_STANDS_HOURS', 'hours', [1, 72]),
  drillWorkingDays: of('DRILL_WORKING_DAYS', 'working days', [1, 10]),
};

/** The days of the follow-up talk, counted from the event (plan 3.2.4). */
const TALK = {
  book: of('TALK_BOOK_DAY', 'days after the event', [1, 13]),
  from: of('TALK_FROM_DAY', 'days after the event', [1, 27]),
  inTimeUntil: of('TALK_IN_TIME_UNTIL_DAY', 'days after the event', [1, 27]),
  last: of('TALK_LAST_DAY', 'days after the event', [2, 28]),
  lateWorkingDays: of('TALK_LATE_WORKING_DAYS', 'working days', [1, 10]),
};

const ALL: readonly TimeSetting[] = [...Object.values(SETTINGS), ...Object.values(TALK)];

/** The settings as whole numbers, each optional. */
const shape = z.object(
  Object.fromEntries(
    ALL.map(({ name, min, max }) => [name, z.coerce.number().int().min(min).max(max).optional()]),
  ),
);

/** The values that each setting may have, for the message of a start that fails. */
export const timeWanted: Readonly<Record<string, string>> = Object.fromEntries(
  ALL.map(({ name, unit, min, max }) => [name, `a whole number (${unit}), ${min} to ${max}`]),
);

/** Values of the settings that were given, by name. */
export type TimeConfig = Readonly<Record<string, number | undefined>>;

/**
 * The time limits of an environment, what is wrong with them, and where they contradict each other or what the routine
 * has by itself.
 */
export function readTimes(
  env: Readonly<Record<string, string | undefined>>,
  routine: Pick<Routine, 'times' | 'followUp'>,
): {
  given: TimeConfig;
  error?: z.ZodError;
  contradictions: string[];
} {
  const parsed = shape.safeParse(env);
  if (!parsed.success) return { given: {}, error: parsed.error, contradictions: [] };
  const given = parsed.data;
  return { given, contradictions: contradictions(inTime(routine, given)) };
}

const chosen = <K extends string>(
  config: TimeConfig,
  settings: Readonly<Record<K, TimeSetting>>,
  defaults: Readonly<Record<K, number>>,
): Record<K, number> => {
  const values: Record<K, number> = { ...defaults };
  for (const key of Object.keys(settings) as K[]) values[key] = config[settings[key].name] ?? defaults[key];
  return values;
};

/** A routine with the time limits of the settings in place of its own. */
export const inTime = <R extends Pick<Routine, 'times' | 'followUp'>>(routine: R, config: TimeConfig): R => ({
  ...routine,
  times: chosen(config, SETTINGS, routine.times),
  followUp: chosen(config, TALK, routine.followUp),
});

/** Complaints about limits that contradict each other, each with how to mend it. */
function contradictions({ times, followUp }: Pick<Routine, 'times' | 'followUp'>): string[] {
  const name = (key: keyof Times) => SETTINGS[key].name;
  const order = (...keys: (keyof Times)[]): string[] =>
    keys.slice(1).flatMap((key, index) => {
      const before = keys[index];
      return before && times[before] > times[key]
        ? [`${name(before)}: give at most ${name(key)} (${times[key]})`]
        : [];
    });
  return [
    ...order('dayFrom', 'roundHour', 'dayTo'),
    ...order('alarmNext', 'alarmStrategist', 'alarmAll', 'acuteTop'),
    ...order('calmRemind', 'calmUp'),
    ...order('pressingRemind', 'pressingUp', 'calmUp'),
    ...order('callNext', 'callDuty'),
    ...order('reachedAsk', 'reachedUp'),
    ...order('roundFromWorkingDay', 'upOnWorkingDay'),
    ...(times.draftRemindDays < times.draftEraseDays
      ? []
      : [`${name('draftRemindDays')}: give less than ${name('draftEraseDays')} (${times.draftEraseDays})`]),
    ...order('readRemind', 'readUnanswered'),
    ...order('filerFrom', 'filerRemindAt', 'filerTo'),
    ...order('aloneAcute', 'aloneUpAcute'),
    ...order('firstTalkWorkingDays', 'firstTalkUpWorkingDays'),
    ...(times.kinSilent <= times.kinStands * 60
      ? []
      : [`${name('kinSilent')}: give at most the minutes of ${name('kinStands')} (${times.kinStands})`]),
    ...(followUp.book <= followUp.from
      ? []
      : [`${TALK.book.name}: give at most ${TALK.from.name} (${followUp.from})`]),
    ...(['from', 'inTimeUntil'] as const).flatMap((key) =>
      followUp[key] < followUp.last
        ? []
        : [`${TALK[key].name}: give less than ${TALK.last.name} (${followUp.last})`],
    ),
    ...(times.talkRemindDay < followUp.last
      ? []
      : [`${name('talkRemindDay')}: give less than ${TALK.last.name} (${followUp.last})`]),
  ];
}
