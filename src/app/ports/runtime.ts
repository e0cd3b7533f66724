/** Milliseconds since 1970, UTC. */
export type Millis = number;

/** The time of everything in the plan. The sandbox may move it. */
export type RoutineClock = () => Date;

/** Real time, for leases, time-outs and back-off. Never moved. */
export type RealClock = () => Millis;

/** A source of cryptographically random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** The operators' log: one line an event, with ids, codes and counts. Never a name or typed text. */
export interface Log {
  info(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  warn(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  error(fields: Record<string, string | number | boolean | undefined>, event: string): void;
}
