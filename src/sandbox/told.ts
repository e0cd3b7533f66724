import type { DeliveryRow, Held } from '../app/ports/delivery';
import { personAggregateId } from '../app/ports/states';
import type { Persona } from '../content/sandbox/sample';
import { type Audience, incidentsAt } from './incidents';

/** A persona whom a card has reached. */
export interface Reached {
  persona: Persona;
  /** How many cards have been sent to them; what they were answered when they pressed is not counted. */
  count: number;
  /** Routine time of the last one, ISO. */
  at: string;
}

/** Everybody on the stage who has been sent a card, by what the deliveries say: an incident's, and their own rounds. */
export async function toldAt(audience: Audience, now: Date): Promise<Reached[]> {
  const { tables, personas } = audience;
  const [incidents, persons] = await Promise.all([
    incidentsAt(audience, now),
    Promise.all(personas.map(({ userId }) => tables.persons.read(personAggregateId(userId)))),
  ]);
  const rows: Held<DeliveryRow>[] = [...incidents.map(({ file }) => file), ...persons].flatMap(
    ({ deliveries }) => deliveries,
  );
  return personas.flatMap((persona) => {
    const times = rows.flatMap(({ value }) =>
      value.person === persona.userId && value.sentAt ? [value.sentAt] : [],
    );
    const at = times.sort().at(-1);
    return at ? [{ persona, count: times.length, at }] : [];
  });
}

/** Those who have been sent a card between two looks. */
export function newlyTold(before: readonly Reached[], after: readonly Reached[]): Persona[] {
  const counts = new Map(before.map(({ persona, count, at }) => [persona.key, { count, at }]));
  return after
    .filter(({ persona, count, at }) => {
      const was = counts.get(persona.key);
      return !was || count > was.count || at > was.at;
    })
    .map(({ persona }) => persona);
}
