import { dayOf } from '../../routine/calendar/localTime';
import { CHANNELS, KINDS } from '../../routine/model/codes';
import type { PersonId } from '../../routine/model/contact';
import { mayAdminister } from '../../routine/rules/access';
import { figuresOf } from '../../routine/rules/figures/figures';
import { overviewOf } from '../../routine/rules/figures/overview';
import { namedSuspects } from '../../routine/rules/standing/numbers';
import type { OverviewScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { type LoadedIncident, loadListed, readRoster } from '../queries/loadIncident';

/** Incidents of a year that are counted: more than any municipality has had. */
const MOST = 2_000;
const YEARS = 5;

/** All of a year's incidents, each read once. */
export async function ofYear(deps: Deps, year: string): Promise<{ read: LoadedIncident[]; isCut: boolean }> {
  const [ids, contacts] = await Promise.all([deps.index.ofYear(year), deps.contacts.read()]);
  const some = [...new Set(ids)].slice(0, MOST).map((id) => ({ id }));
  return { read: await loadListed(deps, some, contacts), isCut: ids.length > MOST };
}

/** This year and those before it, newest first. */
export function yearsTo(now: Date): string[] {
  const year = Number(dayOf(now).slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => String(year - back));
}

/** *Översikt*: a year's figures; undefined: the person administers nothing. */
export async function overview(
  deps: Deps,
  person: PersonId,
  asked?: string,
): Promise<OverviewScreen | undefined> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, person)) return undefined;
  // Whoever is part of it gets the figures of a year in which it was not: "too few to show" would tell them of one.
  const own = [person, ...roster.contacts.filter((one) => one.person === person).map(({ id }) => id)];
  const isToThem = ({ situation: { incident } }: LoadedIncident): boolean =>
    !namedSuspects([incident]).some((one) => own.includes(one));
  const years = yearsTo(deps.now());
  const year = years.find((one) => one === asked) ?? years[0] ?? '';
  const { read, isCut } = await ofYear(deps, year);
  const figures = read.filter(isToThem).flatMap(({ situation }) => figuresOf(situation) ?? []);
  const codes = { kinds: KINDS, channels: CHANNELS };
  return { kind: 'overview', year, years, overview: overviewOf(year, figures, codes), isCut };
}
