/** Measures, each in its unit. */
export type Measure =
  /** Seconds from asking somebody to lead until somebody does. */
  | 'acknowledgement'
  /** Seconds from when a notice was due until it was sent. */
  | 'noticeDelay'
  /** Notices that were sent late. */
  | 'noticeLate'
  /** Sends that are tried again. */
  | 'sendRetried'
  /** Sends to somebody whom Teams does not reach. */
  | 'unreachable'
  /** Seconds from when an aggregate was due until a sweep began with it. */
  | 'agendaLag';

/** All that may be said about a value, so that nobody is named. */
export interface About {
  isAcute: boolean;
}

/** Traces and measures for operators. Names and numbers only: never an id, a name or a text. */
export interface Telemetry {
  /** Work that is a trace, or a part of the one under way. */
  span<T>(name: 'turn' | 'dispatch', work: () => Promise<T>): Promise<T>;
  /** A call that is noted as a part of such work, and not by itself. `name`: method and table, or `send`. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  record(measure: Measure, value: number, about?: About): void;
}
