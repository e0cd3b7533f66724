import type { Millis, RealClock } from '../../src/app/ports/runtime';

/** A clock that all processes share without asking each other. Faster than real time, leases need no long waits. */
export interface Pace {
  /** When it began, by the machine's clock. */
  from: Millis;
  /** The text that it showed then. */
  at: Millis;
  speed: number;
}

export const pacedBy =
  ({ from, at, speed }: Pace): RealClock =>
  () =>
    at + (Date.now() - from) * speed;

/** The start parameters of an instance. */
export interface InstanceOptions {
  /** Stands in each request to the connector, so that it is known who sent. */
  name: string;
  connectionString: string;
  tablePrefix: string;
  wrappingKey: string;
  /** Base64. */
  indexSecret: string;
  pace: Pace;
  /** Left out: it sweeps only when told. */
  sweepSeconds?: number;
  /** Kills itself with SIGKILL just before its call to storage or to the connector with this number. */
  dieAt?: number;
}

/** The header in which an instance says its name. */
export const SENDER = 'x-instance';
