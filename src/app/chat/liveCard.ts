import type { PersonId } from '../../routine/model/contact';
import type { Deps } from '../deps';
import type { CardRow, Held } from '../ports/delivery';
import type { Change, IncidentFile } from '../ports/incidents';
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

/** The row of the presser's card, told that a form is open in the pressed card (or no longer is). */
export function formMark(
  deps: Pick<Deps, 'realNow'>,
  file: Pick<IncidentFile, 'cards'>,
  person: PersonId,
  activityId: string | undefined,
  isOpen: boolean,
): NonNullable<Change['cards']> {
  const held = cardRowOf(file.cards, person);
  if (!held) return [];
  const { value, etag } = held;
  const pressed = activityId ?? value.activityId;
  if (isOpen) {
    const formOpenUntil = deps.realNow() + FORM_OPEN;
    const opened = [...new Set([...(value.opened ?? []), pressed])].filter((one) => one !== '');
    return [{ value: { ...value, formIn: pressed, formOpenUntil, opened }, etag }];
  }
  const isHere = value.formOpenUntil !== undefined && (value.formIn ?? value.activityId) === pressed;
  const shut = {
    formIn: undefined,
    formOpenUntil: undefined,
    opened: withoutActivity(value.opened, pressed),
  };
  return isHere ? [{ value: { ...value, ...shut }, etag }] : [];
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
