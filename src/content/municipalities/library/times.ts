import type { Times } from '../../../routine/calendar/timeLimits';

/** Time limits as Oxelösund's plan has them. A municipality may have others; a setting may change each (`.env.example`). */
export const usualTimes: Times = {
  dayFrom: 8,
  dayTo: 20,
  roundHour: 8,
  alarmNext: 3,
  alarmStrategist: 6,
  alarmAll: 9,
  acuteRemind: 15,
  acuteUp: 30,
  acuteAll: 45,
  acuteTop: 60,
  calmRemind: 240,
  calmUp: 1_440,
  aloneAcute: 30,
  aloneCalm: 120,
  sameDayRemind: 120,
  filerAcute: 240,
  filerWorkingDays: 1,
  askAgainWorkingDays: 3,
  askAgainTimes: 3,
  registryWorkingDays: 1,
  firstTalkWorkingDays: 1,
  talkRemindDay: 12,
  plannedTalkBefore: 2,
  roundFromWorkingDay: 2,
  upOnWorkingDay: 4,
  upEveryWorkingDays: 2,
  topEveryDays: 7,
  ringAgain: 60,
  draftRemindDays: 1,
  draftEraseDays: 30,
  drillWorkingDays: 2,
};

/** Days from the event until the follow-up talk is booked, and its last day (plan 3.2.4). */
export const usualFollowUp = { from: 7, last: 14 };
