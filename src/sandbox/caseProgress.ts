import type { LoadedIncident } from '../app/queries/loadIncident';
import type { Municipality } from '../content/municipalities/municipality';
import type { Sample } from '../content/sandbox/sample';
import { STAGE } from '../content/sandbox/stage';
import { COMMON } from '../content/texts/common';
import { clock, moment, shortDay } from '../content/texts/time';
import type { PersonId } from '../routine/model/contact';
import type { Situation } from '../routine/model/situation';
import { assessmentStep, talkStep } from '../routine/plan/traits';
import { silencesFor } from '../routine/rules/escalation';
import { focusOf } from '../routine/rules/nextTask';
import { notices } from '../routine/rules/notices';
import { type Waiting, waitingFor, waitingIn } from '../routine/rules/pendingTasks';
import { followUpDays, hasEnded, mayApprove, stateOf } from '../routine/rules/progress';

/** A section of the plan, as the bar on top shows it. */
interface SectionShown {
  id: string;
  name: string;
  state: 'done' | 'now' | 'later';
  /** The state in words, for a screen reader and as a tooltip. */
  words: string;
  /** The sign of the state, or the last day of what is to come. */
  sign: string;
}

function sectionShown(situation: Situation, id: string): SectionShown {
  const { incident, routine, now } = situation;
  const steps = routine.steps.filter((step) => step.section === id);
  const name = routine.words.sections[id] ?? id;
  const { signs, states } = COMMON;
  if (steps.every((step) => hasEnded(incident, step.id)))
    return { id, name, state: 'done', words: states.done, sign: signs.done };
  const isNow = steps.some(
    (step) => stateOf(incident, step, routine, now) === 'open' && !mayApprove(incident, step, routine, now),
  );
  if (isNow) return { id, name, state: 'now', words: states.open, sign: signs.now };
  const isTalk = talkStep(routine)?.section === id;
  const last = isTalk ? shortDay(followUpDays(incident, routine).last) : '';
  return {
    ...{ id, name, state: 'later' },
    words: last ? STAGE.until(last) : states.waiting,
    sign: last || signs.waiting,
  };
}

const begun = (one: Waiting, now: Date) => one.since <= now;

/** The one thing that is waited for most: what is urgent first, then what has waited longest. */
const first = (situation: Situation): Waiting | undefined =>
  waitingIn(situation)
    .filter((one) => begun(one, situation.now))
    .sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.since.getTime() - b.since.getTime())[0];

/** People by name, of the stage and of the contact list. */
function namesOf(situation: Situation, persons: readonly PersonId[], sample: Sample): string {
  const name = (person: PersonId) =>
    sample.personas.find(({ userId }) => userId === person)?.name ??
    situation.contacts.find((contact) => contact.person === person)?.name;
  return COMMON.listAnd(persons.flatMap((person) => name(person) ?? []));
}

function waitedFor(situation: Situation, sample: Sample): string {
  if (situation.incident.state === 'closed') return STAGE.closed;
  const found = first(situation);
  if (!found) return STAGE.waitsForNobody;
  const who = namesOf(situation, found.persons, sample) || STAGE.nobody;
  return STAGE.waitsFor(who, moment(found.since.toISOString(), situation.now));
}

/** How a case stands: its sections, who is waited for, and since when. Undefined: there is none. */
export function caseShown({ situation }: LoadedIncident, sample: Sample): object {
  const { incident, routine } = situation;
  const sections = [...new Set(routine.steps.map(({ section }) => section))];
  return {
    reference: COMMON.reference(incident.reference),
    sections: sections.map((section) => sectionShown(situation, section)),
    waiting: waitedFor(situation, sample),
  };
}

/**
 * How many things of an incident wait for a person. The lead has one of their own at a time; another's silence that they
 * were told of is one.
 */
export function waitsIn(situation: Situation, person: PersonId): number {
  const { incident, now } = situation;
  if (incident.state === 'closed') return 0;
  const isLead = incident.lead?.person === person;
  const own = waitingFor(situation, person).filter(
    (one) => !(isLead && one.owner === 'lead') && begun(one, now) && (one.from?.get(person) ?? now) <= now,
  );
  const asked = notices(situation).filter(
    ({ kind, person: told, since }) =>
      told === person && (kind === 'belongs' || kind === 'call') && Date.parse(since) <= now.getTime(),
  );
  const hasSilence = !isLead && silencesFor(situation, person).length > 0;
  const hasFocus = isLead && focusOf(situation).kind !== 'wait';
  return own.length + asked.length + Number(hasSilence) + Number(hasFocus);
}

/** Ticks of the lines of "Prova så här", in their order: true when done. `isMoved`: the clock has been. */
export function triedIn(read: LoadedIncident | undefined, isMoved: boolean): boolean[] {
  if (!read) return [false, false, false, false, false, false];
  const { incident, routine } = read.situation;
  const has = (id: string | undefined) => id !== undefined && hasEnded(incident, id);
  return [
    true,
    incident.lead !== undefined,
    incident.reportedAt !== undefined,
    has(assessmentStep(routine)?.id),
    isMoved,
    has(talkStep(routine)?.id),
  ];
}

/** A word to whoever alarmed another party than the lines name; undefined: they did not. */
export function detourIn(
  read: LoadedIncident | undefined,
  { sample, municipality }: { sample: Sample; municipality: Municipality },
): string | undefined {
  const { tryAs } = sample;
  const code = read?.situation.incident.party;
  if (!read || read.situation.incident.lead || !code || code === tryAs.victim.party) return undefined;
  const party = municipality.parties.find((one) => one.code === code)?.name ?? code;
  return STAGE.detour(party, tryAs.victim.party ?? '');
}

/** `kl. 16.52`, as the mark on a chat says when a card came. */
export const toldText = (at: string): string => `kl. ${clock(new Date(at))}`;
