/** The municipality's time zone: every day and hour of the routine is counted in it. */
export const TIME_ZONE = 'Europe/Stockholm';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const read = (at: Date) => {
  const found = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  return { day: `${found.year}-${found.month}-${found.day}`, clock: `${found.hour}:${found.minute}` };
};

/** The day (YYYY-MM-DD) of an instant in the municipality's time zone. */
export const dayOf = (at: Date): string => read(at).day;
/** The time of day (HH:mm) of an instant in the municipality's time zone. */
export const clockOf = (at: Date): string => read(at).clock;

/** `days` later (or earlier) than a day, both YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The instant at which a full hour of a day begins there; right over both changes of summer time. */
export function atHour(day: string, hour: number): Date {
  const guess = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shown = read(new Date(guess));
  const offset = Date.parse(`${shown.day}T${shown.clock}:00Z`) - guess;
  return new Date(guess - offset);
}
