/** Milliseconds since 1970, UTC. */
export type Millis = number;

/** The routine's time (the sandbox may move it). */
export type RoutineClock = () => Date;

/** Real time: leases, time-outs, back-off. Never moved. */
export type RealClock = () => Millis;

export type RandomBytes = (size: number) => Uint8Array;

export interface Log {
  info(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  warn(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  error(fields: Record<string, string | number | boolean | undefined>, event: string): void;
}
