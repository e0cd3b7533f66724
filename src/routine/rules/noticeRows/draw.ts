import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';

/** Why someone hears of something that is no incident: a person's own, the municipality's, maintenance. */
export type BesideKind =
  | 'round'
  | 'group'
  | 'draft'
  | 'news'
  | 'drill'
  | 'drillResult'
  | 'retentionUnset'
  | 'maintenance'
  | 'maintenanceOver'
  | 'maintenanceOff'
  | 'homeAsk'
  | 'home'
  | 'homeTaken'
  | 'okay'
  | 'okayListed'
  | 'practiceAsk';

/** Why someone hears of an incident, or of what is beside it. */
export type NoticeKind =
  | BesideKind
  | 'practice'
  | 'asked'
  | 'askedAgain'
  | 'nobody'
  | 'told'
  | 'broughtIn'
  | 'duty'
  | 'received'
  | 'decision'
  | 'decisionAgain'
  | 'decided'
  | 'fileYourself'
  | 'newOfficer'
  | 'belongs'
  | 'partyQuestion'
  | 'confirm'
  | 'readFirst'
  | 'askReading'
  | 'ruledOut'
  | 'mask'
  | 'maskAgain'
  | 'ring'
  | 'reached'
  | 'kinLook'
  | 'kinAsked'
  | 'kinWord'
  | 'undone'
  | 'enough'
  | 'unreached'
  | 'call'
  | 'alone'
  | 'relay'
  | 'policeToday'
  | 'dutyAgain'
  | 'informed'
  | 'firstTalk'
  | 'talk'
  | 'passOn'
  | 'plannedTalk'
  | 'talkDay'
  | 'measure'
  | 'takenOver'
  | 'up'
  | 'waited'
  | 'reopened'
  | 'restored'
  | 'resent'
  | 'occurrences'
  | 'files'
  | 'correction'
  | 'corrected'
  | 'eraseSoon'
  | 'reviewAsked'
  | 'closed';

/** Someone should know something, since when; delivery rows say whether they have been told. */
export interface Notice {
  /** `kind|about|epoch|person` */
  key: string;
  kind: NoticeKind;
  person: PersonId;
  /** ISO; a time to come is when the agenda looks again. */
  since: string;
  isAcute: boolean;
}

export type Draw = (
  kind: NoticeKind,
  about: string,
  epoch: number,
  person: PersonId | undefined,
  since: string | Date,
) => Notice[];

export const draw =
  (incident: Incident): Draw =>
  (kind, about, epoch, person, since) =>
    person === undefined
      ? []
      : [
          {
            key: `${kind}|${about}|${epoch}|${person}`,
            kind,
            person,
            since: typeof since === 'string' ? since : since.toISOString(),
            isAcute: incident.acute,
          },
        ];
