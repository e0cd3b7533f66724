import { BOMB } from '../../../content/texts/commands';
import { CALL_LABELS } from '../../../content/texts/guidance/phoneCall';
import type { Acting } from '../../../routine/acts/acts';
import { splitChoices } from '../../../routine/model/fields';
import type { Incident } from '../../../routine/model/incident';
import { ofOccurrence } from '../../../routine/rules/report/occurrences';
import { ownWords } from '../../../routine/rules/report/versions';
import type { Turn } from '../../../routine/transitions/turn';
import { plainWords, wordsLike } from '../parseMessage';

/*
 * A story that tells of a bomb ticks it: the strategist is then told at once (Bilaga 2.5), whatever else was ticked in a hurry.
 * It is seen where the report is read through, and whoever writes can take it away.
 */

type Values = Readonly<Record<string, string>>;

const TELLS_OF_BOMB = wordsLike(BOMB);

/** Whether a story tells of a bomb. The questions of the call's checklist, which stand in it, do not. */
function tellsOfBomb(story: string): boolean {
  const own = Object.values(CALL_LABELS).reduce((text, label) => text.replaceAll(label, ' '), story);
  return TELLS_OF_BOMB.test(` ${plainWords(own)} `);
}

const withBomb = (values: Record<string, string>): Record<string, string> => ({
  ...values,
  kinds: [...splitChoices(values.kinds), 'bomb'].join(','),
});

const hasBomb = ({ kinds }: Values): boolean => splitChoices(kinds).includes('bomb');

/**
 * The values of a draft with the bomb of its story ticked: when the kinds are first answered, and anew with another story. Taken
 * away again it stays away.
 */
export function withBombTicked(values: Record<string, string>, before: Values): Record<string, string> {
  const { what = '', kinds } = values;
  const isNew = before.kinds === undefined || what !== before.what;
  return kinds !== undefined && isNew && !hasBomb(values) && tellsOfBomb(what) ? withBomb(values) : values;
}

/** The same where the kinds were never asked for, as the report is sent. */
export const withBombAtLast = (values: Record<string, string>): Record<string, string> =>
  values.kinds === undefined && tellsOfBomb(values.what ?? '') ? withBomb(values) : values;

/** The words that a press changes, as their author last said them; undefined: it changes none. */
function saidBefore(action: Acting, incident: Incident, { by, routine }: Turn): Values | undefined {
  if (action.verb === 'amend') return ownWords(incident, by);
  if (action.verb !== 'addOccurrence') return undefined;
  const found = action.occurrence && ofOccurrence(incident, action.occurrence, routine);
  return found ? ownWords(found, by) : {};
}

/** The same for words that are added to a report which has been sent, and for an event more. */
export function withBombTold(action: Acting, incident: Incident, turn: Turn): Acting {
  const before = saidBefore(action, incident, turn);
  const { what, kinds = before?.kinds ?? '' } = action as Readonly<Record<string, unknown>>;
  if (!before || typeof what !== 'string' || typeof kinds !== 'string') return action;
  const isTicked = hasBomb({ kinds }) || what.trim() === (before.what ?? '');
  return isTicked || !tellsOfBomb(what) ? action : { ...action, ...withBomb({ kinds }) };
}
