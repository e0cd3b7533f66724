/**
 * The time limits of the routine. Minutes are real minutes unless said otherwise; "daytime" minutes are counted between
 * `dayFrom` and `dayTo` every day; days are working days where the name says so.
 */
export interface Times {
  /** Hours of the day, in the municipality's time zone: ordinary notices arrive between them. */
  readonly dayFrom: number;
  readonly dayTo: number;
  /** The hour of the morning round, unless a person chose another. */
  readonly roundHour: number;
  /** Hours of the day between which a report that can wait is first told of. */
  readonly noticeFrom: number;
  readonly noticeTo: number;
  /** An alarm that nobody has acknowledged: the next in line, the strategist, then all and the duty officer. */
  readonly alarmNext: number;
  readonly alarmStrategist: number;
  readonly alarmAll: number;
  /** Acute, and still nobody: all who were asked are reminded so often. */
  readonly askEvery: number;
  /** Acute, and still nobody: the chief executive hears of it, and as long again after that the operator. */
  readonly acuteTop: number;
  /** Any other report, in daytime minutes: the first ones are reminded, deputies and strategists are asked. */
  readonly calmRemind: number;
  readonly calmUp: number;
  /** The same where the municipality says that a report presses. */
  readonly pressingRemind: number;
  readonly pressingUp: number;
  /** The victim asks to be rung at once: others than the lead, the duty officer; then the lead again and again. */
  readonly callNext: number;
  readonly callDuty: number;
  readonly callEvery: number;
  /** The victim asks to be rung: reminder in daytime minutes. */
  readonly callRemind: number;
  /** Acute and acknowledged: has the lead spoken with the victim? Then others are asked. */
  readonly reachedAsk: number;
  readonly reachedUp: number;
  /** Is someone with the victim? (3.2.1, 3.2.2); the second in daytime minutes. */
  readonly aloneAcute: number;
  readonly aloneCalm: number;
  /** A step due the same day: its reminder, daytime minutes. */
  readonly sameDayRemind: number;
  /** The next in line for the police report is told too: daytime minutes (acute), else working days. */
  readonly filerAcute: number;
  readonly filerWorkingDays: number;
  /** "Inte nu" is asked again after so many working days, so many times. */
  readonly askAgainWorkingDays: number;
  readonly askAgainTimes: number;
  readonly registryWorkingDays: number;
  readonly firstTalkWorkingDays: number;
  /** Days from the event until the reminder between booking and the last day (plan 3.2.4). */
  readonly talkRemindDay: number;
  /** Days before a planned talk. */
  readonly plannedTalkBefore: number;
  /** An opened step stands in the round from this working day on (the first is the day it opened), and goes up on that. */
  readonly roundFromWorkingDay: number;
  readonly upOnWorkingDay: number;
  /** Working days until it goes one step further up; at the top the operator is told again after so many days. */
  readonly upEveryWorkingDays: number;
  readonly topEveryDays: number;
  /** "Inget svar": ring again after so many daytime minutes. */
  readonly ringAgain: number;
  readonly draftRemindDays: number;
  readonly draftEraseDays: number;
  readonly drillWorkingDays: number;
}
