import type { First } from '../../../screens/screen';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { loadListed, rolesOf } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';
import { whenUnavailable } from '../../runtime/failures';
import { changeDraft } from '../draft';
import { type Asked, LONGEST_COMMAND, plainWords } from '../parseMessage';
import { rowOf, start } from '../start';

/*
 * A story that is typed in the chat outside a report. It reaches nobody, and whoever wrote it may believe that it did: they are
 * told so on the first card, and what they wrote is kept as their own draft.
 */

/** The kinds that are answered with the help card or the first card anyway. */
const MAY_TELL: ReadonlySet<Asked['kind']> = new Set(['unknown', 'report', 'danger']);

/** Whether a text is longer than any command. */
export const isLong = (text: string): boolean => plainWords(text).length > LONGEST_COMMAND;

/** Whether a text is a story: it asks for nothing else, and is longer than any command. */
export const isStory = (asked: Asked, text: string): boolean => MAY_TELL.has(asked.kind) && isLong(text);

/**
 * The most characters that a draft gathers from the chat: three stories as long as a report takes. What the report has no room
 * for is said, and kept, on its page.
 */
const MOST_GATHERED = 30_000;

/** The story with one more text; the same where it holds that already; undefined: there is no room. */
function gathered(before: string, text: string): string | undefined {
  if (before.includes(text)) return before;
  const whole = [before, text].filter((part) => part !== '').join('\n\n');
  return whole.length > MOST_GATHERED ? undefined : whole;
}

/** Keeps it in the draft; false: there is no room for it. */
async function keep(
  deps: Deps,
  caller: Caller,
  { draft, text }: { draft: string; text: string },
): Promise<boolean> {
  const { values } = await changeDraft(deps, caller, draft, (one) => {
    const what = gathered(one.values.what ?? '', text);
    return what === undefined ? one : { ...one, page: 'what', values: { ...one.values, what } };
  });
  return values.what?.includes(text) === true;
}

/** So many of a person's incidents are looked at, newest first. */
const LOOKED_AT = 7;

/** Whether somebody has an open incident of their own that takes no report any more. */
async function hasOwnOpen(deps: Deps, { person }: Caller): Promise<boolean> {
  const [rows, contacts] = await Promise.all([incidentsOf(deps, person), deps.contacts.read()]);
  const loaded = await loadListed(deps, rows.slice(0, LOOKED_AT), contacts);
  return loaded.some((read) => {
    const { state, reportedAt } = read.situation.incident;
    return state === 'open' && reportedAt !== undefined && rolesOf(read, person).has('victim');
  });
}

const isFirst = ({ screen }: Outcome): boolean => screen.kind === 'draft' && screen.page === 'first';

/** The first card, with what became of the story. */
export async function onStory(deps: Deps, caller: Caller, text: string): Promise<Outcome> {
  const [begun, { row, isKnown }, isOnIncident] = await Promise.all([
    start(deps, caller),
    rowOf(deps, caller),
    whenUnavailable(hasOwnOpen(deps, caller), () => false),
  ]);
  if (!isFirst(begun)) return begun;
  const screen = begun.screen as First;
  const told = (became: NonNullable<First['story']>['became'], more: Partial<First> = {}): Outcome => ({
    ...begun,
    screen: { ...screen, ...more, story: { became, isOnIncident } },
  });
  // Nothing is kept of who may be watched, nor while it cannot be known who is.
  if (row.quiet?.why === 'watched') return told('watched');
  if (!isKnown) return told('unkept');
  const isKept = await whenUnavailable(
    keep(deps, caller, { draft: screen.draft, text: text.trim() }),
    () => false,
  );
  return isKept ? told('kept', { hasDraft: true }) : told('unkept');
}
