import { liveCard } from '../../cards/base/baseCard';
import { type LogEntry, logPage, looksPage, PURPOSE_FIELDS, purposePage } from '../../cards/pages/log';
import { nothingHereCard } from '../../cards/pages/report';
import { REFUSALS } from '../../content/texts/refusals';
import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { asText, may } from '../../routine/rules/access';
import type { Outcome, Press } from '../bot';
import { formMark } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { ViewEntry } from '../ports/audit';
import type { Change, IncidentStore } from '../ports/incidents';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { type LoadedIncident, loadIncident, sceneOf } from './loadIncident';

/* Reading the log of an incident needs a purpose, which stands in the log itself. */

/** So long a purpose holds for the next rows. */
const HOLDS: Millis = 30 * 60_000;

/** An incident's id, and a purpose as it was typed. */
type Purposed = { id: string } & Readonly<Record<string, unknown>>;

type ViewLog = Awaited<ReturnType<IncidentStore['views']>>;

const isStill = ({ entries }: ViewLog, person: string, now: Date): boolean =>
  entries.some(({ by, purpose, at }) => by === person && purpose && now.getTime() - Date.parse(at) < HOLDS);

async function logOf(
  deps: Deps,
  id: string,
): Promise<{ entries: LogEntry[]; isWhole: boolean; views: ViewLog }> {
  const [history, views] = await Promise.all([deps.incidents.history(id), deps.incidents.views(id)]);
  const acts = history.entries.map(
    ({ at, by, act, as }): LogEntry => ({ at, by, what: act, as: as ?? '', isLook: false }),
  );
  const looks = views.entries.map((entry): LogEntry => ({ ...entry, isLook: true }));
  // Of the same moment, the later written comes first.
  const entries = [...acts, ...looks].reverse().sort((a, b) => b.at.localeCompare(a.at));
  return { entries, isWhole: history.whole && views.whole, views };
}

/** The log, for who may read it and has said why; the first rows are a look, the next ones belong to it. */
export async function readLog(deps: Deps, press: Press, action: Purposed, from: number): Promise<Outcome> {
  const opened = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => openedLog(deps, read, press, action, from),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return opened?.outcome ?? { view: nothingHereCard() };
}

/** A page of the log, or what stands in its place; `change`: the look that it is. */
async function openedLog(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  action: Purposed,
  from: number,
): Promise<{ outcome: Outcome; change?: Change }> {
  const { person } = press.caller;
  const { id } = action;
  const scene = sceneOf(deps, read, person, newId(deps));
  const { viewer, now } = scene;
  if (viewer.roles.size === 0) return { outcome: { view: nothingHereCard() } };
  if (!may(viewer.roles, 'readLog')) return { outcome: { view: liveCard(scene), touched: id } };
  const { values, problems } = checkFields(PURPOSE_FIELDS, action, dayOf(now));
  const before = await logOf(deps, id);
  if (from > 0 && isStill(before.views, person, now))
    return { outcome: { view: logPage(scene, before.entries, before.isWhole, from) } };
  if (Object.keys(problems).length > 0)
    return { outcome: { view: purposePage(scene, { values, problems, problem: REFUSALS.badInput }) } };
  const as = asText(viewer.roles);
  const view: ViewEntry = { at: now.toISOString(), by: person, what: 'log', as, purpose: values.purpose };
  const shown = logPage(scene, [{ ...view, isLook: true }, ...before.entries], before.isWhole, 0);
  return {
    outcome: { view: shown, touched: id },
    change: { view, cards: formMark(deps, read.file, person, press.activityId, true) },
  };
}

/** For the victim: when others looked at what is theirs, and as what. Names are for the strategist to give out. */
export async function readLooks(deps: Deps, press: Press, id: string, from: number): Promise<Outcome> {
  const { person } = press.caller;
  const read = await loadIncident(deps, id);
  const scene = read && sceneOf(deps, read, person, newId(deps));
  if (!scene || scene.viewer.roles.size === 0) return { view: nothingHereCard() };
  if (!may(scene.viewer.roles, 'seeLooks')) return { view: liveCard(scene), touched: id };
  const { entries, whole } = await deps.incidents.views(id);
  const others = entries.filter(({ by }) => by !== person).map((entry) => ({ ...entry, isLook: true }));
  return { view: looksPage(scene, others.reverse(), whole, from) };
}
