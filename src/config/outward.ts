import { z } from 'zod';

/*
 * Settings of where the bot reports on itself: to those who watch over it, never about people.
 */

/** An address without a password in it: that would stand in logs of what it passes. */
const address = (protocol: RegExp) =>
  z.url({ protocol }).refine((text) => {
    if (!URL.canParse(text)) return false;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  });

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

type Env = Readonly<Record<string, string | undefined>>;

export const outward = {
  HEARTBEAT_URL: address(/^https$/).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(/^https?$/)
    .refine((text) => text.startsWith('https:') || LOOPBACK.test(text))
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,\r\n]+(,[\w-]+=[^,\r\n]+)*$/)
    .optional(),
};

/** The values that these may have, for the message of a bad start. */
export const outwardWanted: Readonly<Record<keyof typeof outward, string>> = {
  HEARTBEAT_URL: 'https://…, without a user name or a password, or leave it out',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'https://…, or http:// on this machine (a collector beside the bot), or leave it out',
  OTEL_EXPORTER_OTLP_HEADERS: 'name=value, with commas between several, or leave it out',
};

/** Complaints about settings that would never do what they seem to. */
export const outwardFaults = (env: Env): string[] => [
  ...(env.HEARTBEAT_URL && env.SWEEP === 'off'
    ? ['HEARTBEAT_URL: unset it where SWEEP is off; it beats with the sweep, and would be silent for ever']
    : []),
  ...(env.OTEL_EXPORTER_OTLP_HEADERS && !env.OTEL_EXPORTER_OTLP_ENDPOINT
    ? ['OTEL_EXPORTER_OTLP_HEADERS: unset it, or give OTEL_EXPORTER_OTLP_ENDPOINT too']
    : []),
];
