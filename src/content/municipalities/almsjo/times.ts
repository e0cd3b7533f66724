import type { Times } from '../../../routine/calendar/timeLimits';

/** The plan's time limits: a longer day, and a quicker line than Oxelösund's. */
export const times: Times = {
  dayFrom: 7,
  dayTo: 21,
  roundHour: 8,
  alarmNext: 2,
  alarmStrategist: 4,
  alarmAll: 6,
  acuteRemind: 10,
  acuteUp: 20,
  acuteAll: 30,
  acuteTop: 40,
  calmRemind: 180,
  calmUp: 720,
  aloneAcute: 30,
  aloneCalm: 120,
  sameDayRemind: 90,
  filerAcute: 180,
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

/** Days from the event until the follow-up talk is booked, and its last day. */
export const followUp = { from: 7, last: 14 };
