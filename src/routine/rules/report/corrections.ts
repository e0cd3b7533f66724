import type { FieldSpec } from '../../model/fields';
import type { Incident, ReportField } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Correction } from '../../model/wish/corrections';
import { isWide, scopeOf, type Viewer } from '../access';
import { may } from '../roles/may';
import { isByProxy } from '../victim/partyWord';
import { type Said, saidOf } from './versions';

/*
 * Requests that the report is put right. Nobody's words are changed by anybody else: their author changes them, as a new version,
 * or says why not. Of an author who cannot press, the answer is written down.
 */

/** The words of one person in one field. `id`: `<field>.<place among its authors>`. */
export interface Passage {
  id: string;
  field: ReportField;
  said: Said;
}

type Pages = Pick<Routine, 'pages'>;

/** All words of a report that somebody else than this person wrote, in the order of its pages. */
export const passagesFor = (incident: Incident, { pages }: Pages, person: string): Passage[] =>
  pages
    .flatMap(({ fields }) => fields.map(({ id }) => id))
    .flatMap((field) => saidOf(incident, field).map((said, at) => ({ id: `${field}.${at}`, field, said })))
    .filter(({ said }) => said.by !== person);

/** The field of a report as its form asks for it. */
export const reportFieldOf = ({ pages }: Pages, id: string): FieldSpec<ReportField> | undefined =>
  pages.flatMap(({ fields }) => [...fields]).find((one) => one.id === id);

export const isUnansweredRequest = ({ answer }: Correction): boolean => answer === undefined;

/** Whether somebody reads all that is written in it, now and later: not a party's lead who has it on a proxy's word. */
const readsAll = (incident: Incident, { roles }: Viewer): boolean => {
  const scope = scopeOf(roles);
  return isWide(scope) && (scope === 'all' || !isByProxy(incident));
};

/**
 * The requests that somebody knows of: all, where they read the whole of the report; else those by them and to them, as long as
 * they have a part in it.
 */
export const correctionsFor = (incident: Incident, viewer: Viewer): Correction[] =>
  (incident.corrections ?? []).filter(
    ({ by, of }) =>
      readsAll(incident, viewer) ||
      (may(viewer.roles, 'answerCorrection') && (by === viewer.person || of === viewer.person)),
  );

/** Whether somebody may answer a request: its author, or whoever writes an author's answer down. */
export const mayAnswer = ({ of }: Pick<Correction, 'of'>, { person, roles }: Viewer): boolean =>
  of === person || roles.has('lead') || roles.has('strategist');

/** The open requests that are a person's own to answer. */
export const requestsTo = (
  { corrections = [], state }: Pick<Incident, 'corrections' | 'state'>,
  person: string,
): readonly Correction[] =>
  state === 'open' ? corrections.filter((one) => one.of === person && isUnansweredRequest(one)) : [];
