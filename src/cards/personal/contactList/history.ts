import { COMMON } from '../../../content/texts/common';
import { LOG } from '../../../content/texts/log';
import { LISTS } from '../../../content/texts/pages';
import { EDIT_LIST, LIST_ACTS, ROW_WORDS } from '../../../content/texts/people/contactList';
import { dayAndTime } from '../../../content/texts/time';
import { OPERATOR } from '../../../routine/model/contact';
import type { RowPart } from '../../../routine/rules/contactList/rowFaults';
import type { ListChangeLine, ListHistoryScreen } from '../../../screens/listScreens';
import { back, card, plain, shortened } from '../../parts';
import type { FactView, View } from '../../view';

/** Names that a line shows; a file may have changed many. */
const NAMES = 5;

function factOf({ at, by, act, who, parts }: ListChangeLine): FactView {
  const names = COMMON.listAnd([
    ...new Set(who.slice(0, NAMES)),
    ...(who.length > NAMES ? [EDIT_LIST.others(who.length - NAMES)] : []),
  ]);
  const changed = COMMON.listAnd(parts.map((part) => ROW_WORDS[part as RowPart]));
  const author = by === OPERATOR ? EDIT_LIST.operator : by || COMMON.someone;
  const words = LIST_ACTS[act]?.(names || COMMON.someone, changed) ?? LOG.unknown;
  const label = dayAndTime(at);
  return { label, text: shortened(`${author} ${words}`) };
}

/** Who changed the list, when and how, newest first. */
export const listHistoryPage = ({ lines, isWhole, next }: ListHistoryScreen): View =>
  card({
    title: EDIT_LIST.historyTitle,
    lines: lines.length === 0 ? [EDIT_LIST.historyEmpty] : [],
    problem: isWhole ? '' : EDIT_LIST.historyBroken,
    facts: lines.map(factOf),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'listHistory', { from: String(next) })]),
        back('editList', {}),
      ],
    },
  });
