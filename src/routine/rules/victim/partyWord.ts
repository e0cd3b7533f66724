import { dayOf } from '../../calendar/localTime';
import { addWorkingDays, workingDay } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { againAfter } from '../deadlines';
import { ownOnly, standing, versionsOf } from '../report/versions';
import { victimOf } from '../succession';

/*
 * Whether the party may read, in the victim's own word. A proxy whom the victim chose may tell the party, and no more: what
 * is added later waits for the victim (routine, section 5).
 */

/** Whether the party has the incident by a proxy's word alone. */
export const isByProxy = ({ route, reporter, consent }: Incident): boolean =>
  route === 'party' && reporter.kind === 'proxy' && consent?.asked === 'proxy';

/** The incident as the party reads it on a proxy's word: what was sent in, and what the reader has written. */
export function asSentIn(incident: Incident, reader: PersonId, { pages }: Pick<Routine, 'pages'>): Incident {
  const isOwn = ({ by }: { by: PersonId }) => by === reader;
  const versions = versionsOf(incident).filter((one, at) => at === 0 || isOwn(one));
  const read = { ...incident, versions, occurrences: ownOnly(incident, reader).occurrences };
  const sentAt = incident.reportedAt ?? '';
  const fields = pages.flatMap((page) => [...page.fields]);
  const report = Object.fromEntries(
    fields.flatMap(({ id, kind }) => {
      const text = standing(read, id, kind === 'choices');
      return text ? [[id, text]] : [];
    }),
  );
  return {
    ...read,
    report: incident.versions || incident.reportedAt ? report : incident.report,
    steps: Object.fromEntries(
      Object.entries(incident.steps).map(([id, { reason, ...step }]) =>
        step.endedBy === reader ? [id, { ...step, reason }] : [id, { ...step, records: {} }],
      ),
    ),
    groups: incident.groups && isOwn(incident.groups) ? incident.groups : undefined,
    checks: Object.fromEntries(Object.entries(incident.checks).filter(([, check]) => isOwn(check))),
    talks: incident.talks.map((talk) => ({ ...talk, notes: '', waived: talk.waived && '' })),
    protection: incident.protection.filter(isOwn),
    threats: incident.threats?.filter(isOwn),
    evidence: incident.evidence?.filter((one) => one.at <= sentAt || isOwn(one)),
    tasks:
      incident.tasks &&
      Object.fromEntries(
        Object.entries(incident.tasks).map(([id, { reason, ...task }]) => [
          id,
          isOwn(task) ? { ...task, reason } : { ...task, records: {} },
        ]),
      ),
    company: incident.company?.filter(isOwn),
    review: incident.review && isOwn(incident.review) ? incident.review : undefined,
    reviewWords: incident.reviewWords?.filter(isOwn),
    corrections: incident.corrections?.filter((one) => isOwn(one) || one.of === reader),
  };
}

/** "Ring mig först" is asked again like "Inte nu" on the police report: the times after the latest answer. */
export function partyAgainAt({ incident, routine: { times } }: Situation): Date[] {
  const { partyQuestion } = incident;
  if (partyQuestion?.answer !== 'ringMe' || !partyQuestion.at || !isPartyWordOpen(incident)) return [];
  return againAfter(partyQuestion.at, partyQuestion.ringMe ?? 1, times);
}

/** Since when the question stands on the victim's card; undefined: it does not. ISO. */
export function partyAskedSince(situation: Situation): string | undefined {
  const { partyQuestion } = situation.incident;
  if (!partyQuestion) return undefined;
  if (!partyQuestion.answer) return partyQuestion.askedAt;
  return partyAgainAt(situation)
    .filter((at) => at <= situation.now)
    .at(-1)
    ?.toISOString();
}

/** Whether the victim is not to be waited for any longer with their word on the party: the lead asks. */
export function isPartyAskedInPerson(situation: Situation): boolean {
  const { incident, routine, now } = situation;
  const { partyQuestion } = incident;
  if (!partyQuestion || incident.unable || victimOf(incident) === undefined) return false;
  const { upOnWorkingDay, askAgainWorkingDays } = routine.times;
  if (!partyQuestion.answer)
    return dayOf(now) >= workingDay(dayOf(new Date(partyQuestion.askedAt)), upOnWorkingDay);
  if (partyQuestion.answer !== 'ringMe' || !isPartyWordOpen(incident)) return false;
  const last = partyAgainAt(situation).at(-1) ?? new Date(partyQuestion.at ?? partyQuestion.askedAt);
  return dayOf(now) >= addWorkingDays(dayOf(last), askAgainWorkingDays);
}

/** Whether the victim's word on the party may be written down for them: another reported, and they have not said it. */
export const isPartyWordOpen = ({ reporter, partyQuestion, victim, party, withdrawal }: Incident): boolean =>
  reporter.kind !== 'self' &&
  party !== undefined &&
  victim.bound !== 'struck' &&
  !withdrawal &&
  (partyQuestion?.answer === undefined || partyQuestion.answer === 'ringMe');
