import { dayOf } from '../../routine/calendar/localTime';
import { CHANNELS, KINDS } from '../../routine/model/codes';
import type { PersonId } from '../../routine/model/contact';
import { mayAdminister } from '../../routine/rules/access';
import { figuresOf } from '../../routine/rules/figures/figures';
import { overviewOf } from '../../routine/rules/figures/overview';
import { isExcluded } from '../../routine/rules/succession';
import type { OverviewScreen } from '../../screens/tab/tabScreens';
import type { Deps, LinkDecision } from '../deps';
import { type LoadedIncident, loadListed, readRoster } from '../queries/loadIncident';

/** Incidents of a year that are counted: more than any municipality has had. */
const MOST = 2_000;
const YEARS = 5;

/** All of a year's incidents, each read once. */
export async function ofYear(deps: Deps, year: string): Promise<{ read: LoadedIncident[]; isCut: boolean }> {
  const [ids, contacts] = await Promise.all([deps.index.ofYear(year), deps.contacts.read()]);
  const all = [...new Set(ids)];
  const some = all.slice(0, MOST).map((id) => ({ id }));
  return { read: await loadListed(deps, some, contacts), isCut: all.length > MOST };
}

/** This year and those before it, newest first. */
export function yearsTo(now: Date): string[] {
  const year = Number(dayOf(now).slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => String(year - back));
}

/** The decision on links between incidents that holds now; its last day counts. */
export const linksNow = ({ links, now }: Pick<Deps, 'links' | 'now'>): LinkDecision | undefined =>
  links && dayOf(now()) <= links.until ? links : undefined;

/** *Översikt*: a year's figures; undefined: the person administers nothing. */
export async function overview(
  deps: Deps,
  person: PersonId,
  asked?: string,
): Promise<OverviewScreen | undefined> {
  if (!mayAdminister(await readRoster(deps), person)) return undefined;
  const years = yearsTo(deps.now());
  const year = years.find((one) => one === asked) ?? years[0] ?? '';
  const { read, isCut } = await ofYear(deps, year);
  // Of what somebody has no place in they see no more than if it had not happened.
  const known = read.filter(({ file }) => !isExcluded(file.incident, person));
  const figures = known.flatMap(({ situation }) => figuresOf(situation) ?? []);
  const codes = { kinds: KINDS, channels: CHANNELS, until: dayOf(deps.now()).slice(0, 7) };
  return {
    kind: 'overview',
    year,
    years,
    overview: overviewOf(year, figures, codes),
    isCut,
    mayLink: linksNow(deps) !== undefined,
  };
}
