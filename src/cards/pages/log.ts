import { capital } from '../../content/names';
import { FORMER_ROLES, LOG, LOG_ACTS, LOG_LOOKS, logRoles } from '../../content/texts/log';
import { LISTS } from '../../content/texts/pages';
import { moment, shortDay } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import type { LogEntry } from '../../screens/screen';
import { back, card, plain, ROWS, type Typed } from '../parts';
import { purposeForm } from '../report/purpose';
import { kicker, nameOf, on, type Scene } from '../scene';
import type { FactView, View } from '../view';

/** Whoever reads the log says why: one line. */
export const purposePage = (scene: Scene, typed: Typed): View =>
  purposeForm(scene, typed, { ...LOG, lines: LOG.purposeLines, button: LOG.read, verb: 'readLog' });

const whatOf = ({ what, isLook }: LogEntry): string => {
  const words = isLook ? LOG_LOOKS[what.split(':')[0] ?? ''] : LOG_ACTS[what];
  return words ?? LOG.unknown;
};

/** No account of Teams, but a hand on the storage: they say by themselves who they are. */
const isOperator = (by: string): boolean => by === 'operator' || by.startsWith('operator ');

const rolesOf = (scene: Scene, { as }: LogEntry): string => {
  const named = logRoles(scene.municipality.names);
  const words = as.split(',').flatMap((role) => named[FORMER_ROLES[role] ?? role] ?? []);
  return [...new Set(words)].join(', ');
};

/** An entry in words: who, as what, did or looked at what. */
export const entryWords = (scene: Scene, entry: LogEntry): { who: string; what: string } => {
  const name = isOperator(entry.by) ? LOG.operator(entry.by) : nameOf(scene, entry.by);
  return { who: LOG.by(name, rolesOf(scene, entry)), what: whatOf(entry) };
};

const rowOf = (scene: Scene, entry: LogEntry): FactView[] => {
  const { who, what } = entryWords(scene, entry);
  return [
    { label: moment(entry.at, scene.now), text: LOG.line(who, what) },
    ...(entry.purpose ? [{ label: LOG.why, text: entry.purpose }] : []),
  ];
};

interface Listing {
  title: string;
  empty: string;
  facts: readonly FactView[][];
  isWhole: boolean;
  from: number;
  /** The verb that shows more. */
  verb: 'readLog' | 'looks';
}

function listing(scene: Scene, { title, empty, facts, isWhole, from, verb }: Listing): View {
  const next = from + ROWS;
  return card({
    kicker: kicker(scene),
    title,
    problem: isWhole ? '' : LOG.broken,
    lines: facts.length === 0 ? [empty] : [],
    facts: facts.slice(from, next).flat(),
    buttons: [
      ...(next < facts.length ? [plain(LISTS.showMore, verb, on(scene, { from: String(next) }))] : []),
      back('show', on(scene)),
    ],
  });
}

/** Rows of a log, newest first; those from number `from` on are shown. */
interface Logged {
  entries: readonly LogEntry[];
  isWhole: boolean;
  from: number;
}

/** The log as the strategist reads it: who did and looked at what, newest first. */
export const logPage = (scene: Scene, { entries, isWhole, from }: Logged): View =>
  listing(scene, {
    title: LOG.title,
    empty: LOG.empty,
    facts: entries.map((entry) => rowOf(scene, entry)),
    isWhole,
    from,
    verb: 'readLog',
  });

/** The looks of one person in one part, as one row: each day once, with what was read on it. */
function looksOf(scene: Scene, looks: readonly LogEntry[]): FactView[] {
  const [latest] = looks;
  if (!latest) return [];
  const role = rolesOf(scene, latest);
  const days = new Map<string, Set<string>>();
  for (const look of looks) {
    const day = shortDay(dayOf(new Date(look.at)));
    days.set(day, (days.get(day) ?? new Set()).add(lowered(whatOf(look))));
  }
  const text = [...days].map(([day, what]) => LOG.line(day, [...what].join(', '))).join('\n');
  return [{ label: latest.by ? LOG.by(nameOf(scene, latest.by), role) : capital(role), text }];
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Entries by who looked and as what, who looked last first. */
function byPerson(entries: readonly LogEntry[]): LogEntry[][] {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const key = `${entry.by}|${entry.as}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

/** The looks as the victim reads them: a row a person, with role and days, who looked last first. */
export const looksPage = (scene: Scene, { entries, isWhole, from }: Logged): View =>
  listing(scene, {
    title: LOG.looksTitle,
    empty: LOG.looksEmpty,
    facts: byPerson(entries).map((looks) => looksOf(scene, looks)),
    isWhole,
    from,
    verb: 'looks',
  });
