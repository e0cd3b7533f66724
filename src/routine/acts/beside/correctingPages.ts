import type { Situation } from '../../model/situation';
import type { Viewer } from '../../rules/access';
import { correctionsFor, isUnansweredRequest, mayAnswer, passagesFor } from '../../rules/report/corrections';
import { may } from '../../rules/roles/may';

/** Pages of the requests: the list, the form of another, and that of an answer. */
export const CORRECTING_PAGES = ['corrections', 'askCorrection', 'answerCorrection'] as const;

const hasPassages = ({ incident, routine }: Situation, { person }: Viewer): boolean =>
  incident.state === 'open' && passagesFor(incident, routine, person).length > 0;

/** There are some to read, or one may be made. */
const isList = (situation: Situation, viewer: Viewer): boolean =>
  correctionsFor(situation.incident, viewer).length > 0 ||
  (may(viewer.roles, 'askCorrection') && hasPassages(situation, viewer));

const isToAnswer = ({ incident }: Situation, viewer: Viewer, about: string): boolean =>
  incident.state === 'open' &&
  correctionsFor(incident, viewer).some(
    (one) => one.id === about && isUnansweredRequest(one) && mayAnswer(one, viewer),
  );

/** Who may open each, and whether it is there: rows of `PAGE_RULES` (../pages.ts). */
export const CORRECTING_PAGE_RULES = {
  corrections: { may: 'answerCorrection', shows: true, isThere: isList },
  askCorrection: { may: 'askCorrection', isThere: hasPassages },
  answerCorrection: { may: 'answerCorrection', shows: true, isThere: isToAnswer },
} as const;
