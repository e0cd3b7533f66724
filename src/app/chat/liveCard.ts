import type { PersonId } from '../../routine/model/contact';
import type { Press } from '../bot';
import type { Deps } from '../deps';
import type { CardRow, Held } from '../ports/delivery';
import type { IncidentFile } from '../ports/incidents';
import type { Millis } from '../ports/runtime';

/** How long a form may stay open before its card is updated all the same: real time. */
export const FORM_OPEN: Millis = 30 * 60_000;

/** The activity in which a form is open now; undefined when none is, or it has been open for too long. */
export const openFormIn = (row: CardRow, realNow: Millis): string | undefined =>
  (row.formOpenUntil ?? 0) > realNow ? (row.formIn ?? row.activityId) : undefined;

/** The opened messages but one, which shows its own card again; undefined when none is left. */
export function withoutActivity(
  opened: readonly string[] | undefined,
  activity: string,
): string[] | undefined {
  const left = (opened ?? []).filter((one) => one !== activity);
  return left.length > 0 ? left : undefined;
}

/** A press: whose it is, and the message whose card was pressed. */
type Pressed = Pick<Press, 'caller' | 'activityId' | 'isOutside'>;

/** The presser's card row, noting that a form is open in the pressed message: no update may wipe it. */
export function openForm(
  { realNow }: Pick<Deps, 'realNow'>,
  { cards }: Pick<IncidentFile, 'cards'>,
  { caller, activityId, isOutside }: Pressed,
): Held<CardRow>[] {
  const held = cardRowOf(cards, caller.person);
  if (!held || isOutside) return [];
  const { value, etag } = held;
  const formIn = activityId ?? value.activityId;
  const opened = [...new Set([...(value.opened ?? []), formIn])].filter((one) => one !== '');
  return [{ value: { ...value, formIn, formOpenUntil: realNow() + FORM_OPEN, opened }, etag }];
}

/** The presser's card row, noting that the form in the pressed message is left; nothing where none was open there. */
export function closeForm(
  { cards }: Pick<IncidentFile, 'cards'>,
  { caller, activityId, isOutside }: Pressed,
): Held<CardRow>[] {
  const held = cardRowOf(cards, caller.person);
  if (!held || isOutside) return [];
  const { value, etag } = held;
  const pressed = activityId ?? value.activityId;
  if (value.formOpenUntil === undefined || (value.formIn ?? value.activityId) !== pressed) return [];
  const opened = withoutActivity(value.opened, pressed);
  return [{ value: { ...value, formIn: undefined, formOpenUntil: undefined, opened }, etag }];
}

/**
 * The presser's card row, noting that they look at it in a message that tells of several: that is not drawn anew meanwhile. Without such
 * a message the row as it was to be written; nothing where it was not.
 */
export function shownInList(
  { realNow }: Pick<Deps, 'realNow'>,
  row: { closed: readonly Held<CardRow>[]; held: Held<CardRow> | undefined },
  { activityId, isOutside }: Pressed,
): readonly Held<CardRow>[] {
  const held = row.closed[0] ?? row.held;
  const isList = held?.value.line !== undefined && activityId !== held.value.activityId;
  if (!held || !isList || !activityId || isOutside) return row.closed;
  return [{ ...held, value: { ...held.value, shownIn: { activityId, until: realNow() + FORM_OPEN } } }];
}

/** A person's row among those that were read. */
export const cardRowOf = (rows: readonly Held<CardRow>[], person: PersonId): Held<CardRow> | undefined =>
  rows.find(({ value }) => value.person === person);

/** A new card row; `activityId`: the message that shows the card, if there is one. */
export const newCardRow = (person: PersonId, activityId = ''): CardRow => ({
  person,
  activityId,
  hash: '',
  older: [],
  epoch: 1,
  failures: 0,
});

/** The live card becomes an older one, which will shrink to a line: another takes its place. */
export const setAside = ({ activityId, older, unshrunk }: CardRow): Pick<CardRow, 'older' | 'unshrunk'> =>
  activityId
    ? { older: [...older, activityId], unshrunk: [...(unshrunk ?? []), activityId] }
    : { older, unshrunk };
