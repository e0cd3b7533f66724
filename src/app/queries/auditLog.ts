import type { PersonId } from '../../routine/model/contact';
import { asText } from '../../routine/rules/access';
import { withoutHidden } from '../../routine/rules/report/hidden';
import { may } from '../../routine/rules/roles/may';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, type ListScreen, type LogEntry, nothingHere } from '../../screens/screen';
import { seen } from '../../screens/seen';
import type { Outcome, Press } from '../bot';
import { openForm } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { ViewEntry } from '../ports/audit';
import type { Change, IncidentStore } from '../ports/incidents';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { pageNumber } from '../runtime/paging';
import { type LoadedIncident, loadIncident, viewingOf } from './loadIncident';
import { purposeIn } from './taking/purpose';

/* Reading the log of an incident needs a purpose, which stands in the log itself. */

/** Acts that give something another day, with a reason. */
const MOVES: ReadonlySet<string> = new Set(['moveDay', 'moveProtection']);

/** So long a purpose holds for the next rows. */
const HOLDS: Millis = 30 * 60_000;

/** An incident's id, the number of the first row, and a purpose as it was typed. */
type Asked = { id: string } & Readonly<Record<string, unknown>>;

/** A press that asks for the log. */
interface Asking {
  deps: Deps;
  press: Press;
  action: Asked;
}

type ViewLog = Awaited<ReturnType<IncidentStore['views']>>;

const isStill = ({ entries }: ViewLog, person: string, now: Date): boolean =>
  entries.some(({ by, purpose, at }) => by === person && purpose && now.getTime() - Date.parse(at) < HOLDS);

/** The reasons that were given for another day, by when and by whom. */
function reasonsIn({ situation: { incident, routine } }: LoadedIncident): ReadonlyMap<string, string> {
  const { talks, steps, protection } = withoutHidden(incident, routine);
  const all = [...talks, ...Object.values(steps), ...protection].flatMap(({ moves = [] }) => moves);
  return new Map(all.flatMap(({ at, by, reason }) => (reason ? [[`${at} ${by}`, reason] as const] : [])));
}

async function logOf(
  deps: Deps,
  read: LoadedIncident,
): Promise<{ entries: LogEntry[]; isWhole: boolean; views: ViewLog }> {
  const { id } = read.file.incident;
  const reasons = reasonsIn(read);
  const [history, views] = await Promise.all([deps.incidents.history(id), deps.incidents.views(id)]);
  const acts = history.entries.map(
    ({ at, by, act, as }): LogEntry => ({
      ...{ at, by, what: act, as: as ?? '', isLook: false },
      purpose: MOVES.has(act) ? reasons.get(`${at} ${by}`) : undefined,
    }),
  );
  const looks = views.entries.map((entry): LogEntry => ({ ...entry, isLook: true }));
  // Of the same moment, the later written comes first.
  const entries = [...acts, ...looks].reverse().sort((a, b) => b.at.localeCompare(a.at));
  return { entries, isWhole: history.whole && views.whole, views };
}

/** The log, for who may read it and has said why; the first rows are a look, the next ones belong to it. */
export async function readLog(deps: Deps, press: Press, action: Asked): Promise<Outcome> {
  const opened = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => openedLog({ deps, press, action }, read),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return opened?.outcome ?? { screen: nothingHere };
}

/** Rows of the log, newest first, from number `from` on. */
const logScreen = (
  viewing: Viewing,
  { entries, isWhole }: { entries: readonly LogEntry[]; isWhole: boolean },
  from: number,
): ListScreen => ({ kind: 'list', list: 'log', scene: seen(viewing), entries, isWhole, from });

/** A page of the log, or what stands in its place; `change`: the look that it is. */
async function openedLog(
  { deps, press, action }: Asking,
  read: LoadedIncident,
): Promise<{ outcome: Outcome; change?: Change }> {
  const { person } = press.caller;
  const { id } = action;
  const from = pageNumber(action.from);
  const viewing = viewingOf(read, person, newId(deps));
  const { viewer, now } = viewing;
  if (viewer.roles.size === 0) return { outcome: { screen: nothingHere } };
  if (!may(viewer.roles, 'readLog')) return { outcome: { screen: incidentScreen(viewing), touched: id } };
  const before = await logOf(deps, read);
  if (from > 0 && isStill(before.views, person, now))
    return { outcome: { screen: logScreen(viewing, before, from) } };
  const said = purposeIn(viewing, ['log', ''], action);
  if (said.form) return { outcome: { screen: said.form } };
  const as = asText(viewer.roles);
  const view: ViewEntry = { at: now.toISOString(), by: person, what: 'log', as, purpose: said.purpose };
  const entries = [{ ...view, isLook: true }, ...before.entries];
  return {
    outcome: { screen: logScreen(viewing, { ...before, entries }, 0), touched: id },
    change: { view, cards: openForm(deps, read.file, press) },
  };
}

/** The whole log of an incident, for the tab: read by who may, for a purpose; asked again for the same within a while, it is one look. */
export async function wholeLog(
  deps: Deps,
  person: PersonId,
  { id, purpose }: { id: string; purpose: string },
): Promise<{ viewing: Viewing; entries: readonly LogEntry[]; isWhole: boolean } | undefined> {
  const read = await decideAgain(
    () => loadIncident(deps, id),
    async (loaded) => {
      const viewing = viewingOf(loaded, person, newId(deps));
      const { viewer, now } = viewing;
      if (!may(viewer.roles, 'readLog')) return undefined;
      const { entries, isWhole, views } = await logOf(deps, loaded);
      const isSame = (one: ViewEntry) => one.purpose === purpose && one.what === 'log';
      if (isStill({ ...views, entries: views.entries.filter(isSame) }, person, now))
        return { viewing, entries, isWhole };
      const as = asText(viewer.roles);
      const view: ViewEntry = { at: now.toISOString(), by: person, what: 'log', as, purpose };
      return { viewing, entries: [{ ...view, isLook: true }, ...entries], isWhole, change: { view } };
    },
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return read && { viewing: read.viewing, entries: read.entries, isWhole: read.isWhole };
}

/** For the victim: who looked at what is theirs, when and as what (routine, section 5). An operator by their part alone. */
export async function readLooks(deps: Deps, press: Press, { id, from }: Asked): Promise<Outcome> {
  const { person } = press.caller;
  const read = await loadIncident(deps, id);
  const viewing = read && viewingOf(read, person, newId(deps));
  if (!viewing || viewing.viewer.roles.size === 0) return { screen: nothingHere };
  if (!may(viewing.viewer.roles, 'seeLooks')) return { screen: incidentScreen(viewing), touched: id };
  const { entries, whole } = await deps.incidents.views(id);
  const others = entries
    .filter(({ by }) => by !== person)
    .map(
      ({ at, what, as, by }): LogEntry => ({ at, what, as, by: as === 'operator' ? '' : by, isLook: true }),
    );
  const scene = seen(viewing);
  const rows = { entries: others.reverse(), isWhole: whole, from: pageNumber(from) };
  return { screen: { kind: 'list', list: 'looks', scene, ...rows } };
}
