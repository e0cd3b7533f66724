import { SUMMARY } from '../../content/texts/tab/overview';
import { WORD_TYPE } from '../../document/model';
import { dayOf } from '../../routine/calendar/localTime';
import type { PersonId } from '../../routine/model/contact';
import { mayAdminister } from '../../routine/rules/access';
import { isUnanswered } from '../../routine/rules/figures/improvements';
import { withoutHidden } from '../../routine/rules/report/hidden';
import type { FileScreen, ImprovementRow, ImprovementsScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { type LoadedIncident, readRoster, rolesOf } from '../queries/loadIncident';
import { ofYear, overview, yearsTo } from './overview';

/** Of one incident: its improvements, or that its review is unanswered. Hidden words stand in none. */
function rowsOf({ situation }: LoadedIncident): ImprovementRow[] {
  const incident = withoutHidden(situation.incident, situation.routine);
  const today = dayOf(situation.now);
  const { id, reference, improvements = [], practice } = incident;
  if (practice) return [];
  if (isUnanswered(incident)) return [{ incident: id, reference, isLate: false }];
  return improvements.map((improvement) => ({
    ...{ incident: id, reference, improvement },
    isLate: !improvement.doneAt && improvement.day < today,
  }));
}

/** The order of the list: what nobody has answered, then what is open by its day, then what is done. */
function inOrder(a: ImprovementRow, b: ImprovementRow): number {
  const rank = ({ improvement }: ImprovementRow) => (!improvement ? 0 : improvement.doneAt ? 2 : 1);
  return rank(a) - rank(b) || (a.improvement?.day ?? '').localeCompare(b.improvement?.day ?? '');
}

/** *Förbättringar*, of the incidents that are the strategist's; undefined: the person administers nothing. */
export async function improvements(
  deps: Deps,
  person: PersonId,
  asked?: string,
): Promise<ImprovementsScreen | undefined> {
  if (!mayAdminister(await readRoster(deps), person)) return undefined;
  const years = yearsTo(deps.now());
  const year = years.find((one) => one === asked) ?? years[0] ?? '';
  const { read } = await ofYear(deps, year);
  const own = read.filter((one) => rolesOf(one, person).has('strategist'));
  return { kind: 'improvements', year, years, rows: own.flatMap(rowsOf).sort(inOrder) };
}

/** Rows on a page. */
const MOST = 50;

/** A page of them, from a row on. */
export function improvementsFrom(screen: ImprovementsScreen, from = 0): ImprovementsScreen {
  const next = from + MOST;
  return {
    ...screen,
    rows: screen.rows.slice(from, next),
    next: next < screen.rows.length ? next : undefined,
  };
}

/** The year for the board, as a Word file: anonymised. */
export async function summary(deps: Deps, person: PersonId, asked?: string): Promise<FileScreen | undefined> {
  const [figures, better] = [await overview(deps, person, asked), await improvements(deps, person, asked)];
  if (!figures || !better) return undefined;
  const { summaryDocument } = require('../../document/summary') as typeof import('../../document/summary');
  const { wordBytes } = require('../../document/word') as typeof import('../../document/word');
  const { year, overview: shown } = figures;
  const rows = better.rows.flatMap(({ improvement }) =>
    improvement ? [{ ...improvement, isDone: improvement.doneAt !== undefined }] : [],
  );
  const document = summaryDocument({ year, overview: shown, municipality: deps.municipality.name }, rows);
  deps.log.info({ person, purpose: 'tellTheBoard', year }, 'summaryTaken');
  const logo = deps.paper?.logo;
  return {
    kind: 'file',
    name: SUMMARY.file(year),
    type: WORD_TYPE,
    bytes: await wordBytes(document, logo ? { logo } : {}),
  };
}
