import { dayOf } from '../../../routine/calendar/localTime';
import { nextWorkingDay } from '../../../routine/calendar/workingTime';
import type { Contact, PersonId } from '../../../routine/model/contact';
import type { Situation } from '../../../routine/model/situation';
import { silencesFor } from '../../../routine/rules/escalation';
import { begunFor, type Waiting, waitingFor } from '../../../routine/rules/pendingTasks';
import { isLeftAlone } from '../../../routine/rules/wishes/quiet';
import { keyOf } from '../../../screens/forms';
import type { RoundIncident, RoundItem } from '../../../screens/round';
import type { AggregateFile } from '../../ports/delivery';
import type { Draft } from '../../ports/people';
import type { PersonState } from '../../ports/states';
import type { LoadedIncident } from '../../queries/loadIncident';
import { eventFor, pressingFor } from '../pressing';
import type { TimedPrompt } from '../prompts';

/* What waits for a person in each of their incidents, as lines of a card. */

/** A person as read once. */
export interface LoadedPerson {
  person: PersonId;
  file: AggregateFile<PersonState>;
  incidents: readonly LoadedIncident[];
  drafts: readonly Draft[];
  contacts: readonly Contact[];
  /** Teams has not said yet who they are. */
  isUnknown: boolean;
  prompts: readonly TimedPrompt[];
}

const isSnoozed = ({ file }: LoadedPerson, key: string, today: string): boolean =>
  file.state.snoozed.some((one) => one.item === key && one.until > today);

/** The silence that a person was told of: in their round until it ends, or they put it off. */
function silence(situation: Situation, person: PersonId): Waiting[] {
  const [told] = silencesFor(situation, person);
  if (!told) return [];
  const base = { about: 'silence', of: '', owner: told.owner, persons: [person], upAt: undefined };
  return [{ ...base, since: told.at, roundFrom: nextWorkingDay(dayOf(told.at)), isUrgent: true }];
}

const roundItem = ({ about, of, since, last, isUrgent }: Waiting, today: string): RoundItem => ({
  ...{ about, of, last, isUrgent, isLate: last !== undefined && last < today },
  since: since.toISOString(),
});

/** The part of a line that says which incident it is. */
const incidentIn = ({ incident }: Situation) => ({
  id: incident.id,
  reference: incident.reference,
  isAcute: incident.acute,
  routine: incident.routine,
});

/** The incidents in the round of a day: those in which something has begun before its hour. */
export function waitsOn(read: LoadedPerson, today: string, at: Date): RoundIncident[] {
  return read.incidents.flatMap(({ situation }) => {
    const { id } = situation.incident;
    const waiting = [...waitingFor(situation, read.person), ...silence(situation, read.person)]
      .filter((item) => item.roundFrom <= today && (item.from?.get(read.person) ?? item.since) < at)
      .filter((item) => item.isUrgent || !isSnoozed(read, keyOf(id, item), today));
    const pressing = pressingFor(situation, read.person, at);
    return waiting.length > 0 || pressing
      ? [
          {
            ...incidentIn(situation),
            event: eventFor(situation, read.person),
            waiting: waiting.map((one) => roundItem(one, today)),
            pressing,
          },
        ]
      : [];
  });
}

/** All that waits for a person in one incident now, whatever the day of its round. */
const waitsNow = (situation: Situation, person: PersonId): Waiting[] => [
  ...begunFor(situation, person),
  ...silence(situation, person),
];

/** One thing that waits for a person and may be put off, by its key; nothing on a phone that another may see. */
export function waitOf(read: LoadedPerson, key: string): RoundIncident | undefined {
  for (const { situation } of read.incidents) {
    const { incident, now } = situation;
    if (isLeftAlone(incident, read.person)) continue;
    const found = waitsNow(situation, read.person).find(
      (one) => !one.isUrgent && keyOf(incident.id, one) === key,
    );
    if (found) return { ...incidentIn(situation), waiting: [roundItem(found, dayOf(now))] };
  }
  return undefined;
}

/** An incident of which a person was told beside others, as it stands now. */
export function toldLine(read: LoadedPerson, { situation }: LoadedIncident): RoundIncident {
  const { incident, now } = situation;
  const today = dayOf(now);
  const waiting = waitsNow(situation, read.person).filter(
    (item) => item.isUrgent || !isSnoozed(read, keyOf(incident.id, item), today),
  );
  return {
    ...incidentIn(situation),
    event: eventFor(situation, read.person),
    waiting: waiting.map((one) => roundItem(one, today)),
    told: { isLed: incident.lead !== undefined },
  };
}

/** The content of a line, as a text that is another when the line is. */
export const lineText = ({ situation }: LoadedIncident, person: PersonId): string => {
  const { incident, now } = situation;
  const waits = waitsNow(situation, person).map((one) => roundItem(one, dayOf(now)));
  return JSON.stringify([incident.acute, incident.lead !== undefined, waits]);
};
