import type { Times } from '../../../routine/calendar/timeLimits';
import { usualTimes } from '../library/times';

/** The plan's time limits: a longer day, and a quicker line than Oxelösund's. */
export const times: Times = {
  ...usualTimes,
  dayFrom: 7,
  dayTo: 21,
  alarmNext: 2,
  alarmStrategist: 4,
  alarmAll: 6,
  acuteTop: 40,
  calmRemind: 45,
  calmUp: 180,
  pressingRemind: 20,
  pressingUp: 90,
  sameDayRemind: 90,
  filerAcute: 90,
};
