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
  /** Is someone with the victim? (3.2.1, 3.2.2); the second in daytime minutes. Acute: goes up after so many minutes. */
  readonly aloneAcute: number;
  readonly aloneCalm: number;
  readonly aloneUpAcute: number;
  /** Whoever was with the victim was to leave, and nobody says who is there now: it goes up. */
  readonly relayUp: number;
  /** The police are asked for advice the same day: reminder in minutes (acute), else in daytime minutes. */
  readonly sameDayRemindAcute: number;
  readonly sameDayRemind: number;
  /** Nobody leads yet: the strategist gets what is the police's all the same, in minutes (acute) or daytime minutes. */
  readonly untaken: number;
  /** A step due the same day: opened after the first of these hours it is due the next day at the second. */
  readonly sameDayUntil: number;
  readonly nextDayAt: number;
  /** A step that was to be done at once has not been: the strategist is told. */
  readonly passOn: number;
  /** Acute: the chief executive is told between these hours, the deputy so many minutes later within them. */
  readonly filerFrom: number;
  readonly filerTo: number;
  readonly filerAcute: number;
  /** Not acute: reminded at this hour of the same working day, the deputy so many working days later. */
  readonly filerRemindAt: number;
  readonly filerWorkingDays: number;
  /** "Inte nu" is asked again after so many working days, so many times. */
  readonly askAgainWorkingDays: number;
  readonly askAgainTimes: number;
  /** The victim has not said whether others may be told: reminded, then the lead is told, both in daytime minutes. */
  readonly readRemind: number;
  readonly readUnanswered: number;
  readonly registryWorkingDays: number;
  /** Working days after the report: the first talk is due, and goes up. */
  readonly firstTalkWorkingDays: number;
  readonly firstTalkUpWorkingDays: number;
  /** The victim is asked whether they want professional support: working days after the report. */
  readonly supportWorkingDays: number;
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
  /** A press that told somebody can be taken back for so long. */
  readonly undoFor: number;
  readonly draftRemindDays: number;
  readonly draftEraseDays: number;
  readonly drillWorkingDays: number;
  /** "Trygg hem": minutes to answer; hours ahead, at most; hours until it is over. */
  readonly homeAnswer: number;
  readonly homeAhead: number;
  readonly homeHours: number;
  /** "Är du OK?": minutes until those who are silent are listed; hours until it is over. */
  readonly okaySilent: number;
  readonly okayHours: number;
  /** Days after which an exercise is taken away by itself. */
  readonly practiceDays: number;
  /** Whom the victim wants rung, asked of who holds the party's list: minutes within the hours until the lead hears of silence. */
  readonly kinSilent: number;
  /** Minutes that it is shown, counted from the first look; hours that a question stands which nobody has looked at. */
  readonly kinShown: number;
  readonly kinStands: number;
}
