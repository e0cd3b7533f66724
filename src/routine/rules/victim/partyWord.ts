import { dayOf } from '../../calendar/localTime';
import { workingDay } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { standing, versionsOf } from '../report/versions';
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
  const [sent, ...later] = versionsOf(incident);
  const versions = [...(sent ? [sent] : []), ...later.filter(isOwn)];
  const read = { ...incident, versions };
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
    company: incident.company?.filter(isOwn),
    review: incident.review && isOwn(incident.review) ? incident.review : undefined,
    reviewWords: incident.reviewWords?.filter(isOwn),
  };
}

/** Whether the victim has been asked whether the party may know, and is not to be waited for any longer: the lead asks. */
export function isPartyAskedInPerson({ incident, routine: { times }, now }: Situation): boolean {
  const { partyQuestion } = incident;
  if (!partyQuestion || partyQuestion.answer || victimOf(incident) === undefined) return false;
  return dayOf(now) >= workingDay(dayOf(new Date(partyQuestion.askedAt)), times.upOnWorkingDay);
}

/** Whether the victim's word on the party may be written down for them: another reported, and they have not said it. */
export const isPartyWordOpen = ({ reporter, partyQuestion, victim, party, withdrawal }: Incident): boolean =>
  reporter.kind !== 'self' &&
  party !== undefined &&
  victim.bound !== 'struck' &&
  !withdrawal &&
  (partyQuestion?.answer === undefined || partyQuestion.answer === 'ringMe');
