import { COMMON } from '../../../content/texts/common';
import { LISTS } from '../../../content/texts/pages';
import { ROW_FAULTS, ROW_WORDS } from '../../../content/texts/people/contactList';
import { CSV } from '../../../content/texts/people/listFile';
import { CSV_FIELD, firstBytes } from '../../../screens/forms';
import type { CsvLine, CsvOutScreen, CsvScreen } from '../../../screens/listScreens';
import { back, button, card, field, plain, primary } from '../../parts';
import type { ButtonView, FactView, View } from '../../view';

/** Lines in sight, and bytes of a name on one. */
const LINES = 15;
const NAME_BYTES = 80;

function wordsOf({ kind, name, parts, faults }: CsvLine): string {
  const short = firstBytes(name, NAME_BYTES);
  if (kind === 'changed')
    return CSV.kinds.changed(short, COMMON.listAnd(parts.map((part) => ROW_WORDS[part])));
  if (kind === 'fault')
    return CSV.kinds.fault(short ? `${short}: ` : '', faults.map((fault) => ROW_FAULTS[fault]).join(' '));
  return CSV.kinds[kind](short);
}

const isChange = ({ kind }: CsvLine): boolean => kind !== 'same' && kind !== 'fault';

/** Faults first, then what changes; lines that change nothing come last. */
function factsOf(lines: readonly CsvLine[], most: number): FactView[] {
  const weight = (one: CsvLine) => (one.kind === 'fault' ? 0 : isChange(one) ? 1 : 2);
  const sorted = [...lines].sort((a, b) => weight(a) - weight(b) || a.line - b.line);
  const shown = sorted.slice(0, most).map((one) => ({ label: CSV.line(one.line), text: wordsOf(one) }));
  const left = sorted.length - shown.length;
  return left > 0 ? [...shown, { label: '', text: CSV.more(left) }] : shown;
}

/** The page of a file: pasted, then tried line by line, then taken in with one press. */
export function csvPage({ text, lines = [], fault, mark, isWhole }: CsvScreen): View {
  const hasFault = lines.some(({ kind }) => kind === 'fault');
  const changes = lines.filter(isChange).length;
  const isTried = lines.length > 0;
  const take: ButtonView[] =
    isTried && !hasFault && changes > 0 ? [primary(CSV.take(changes), 'takeCsv', { mark })] : [];
  const nothing = isTried && !hasFault && changes === 0 ? [CSV.nothing] : [];
  return card({
    title: isTried ? CSV.tried : CSV.title,
    lines: isTried ? nothing : CSV.lines,
    problem: fault ? CSV.faults[fault] : hasFault ? CSV.faulty : '',
    facts: factsOf(lines, isWhole ? lines.length : LINES),
    fields: [field(CSV_FIELD, { label: CSV.field, value: isWhole ? text : firstBytes(text, 15_000) })],
    buttons: [
      ...take,
      button(isTried ? CSV.again : CSV.try, 'tryCsv', {}),
      ...(isTried ? [] : [plain(CSV.out, 'csvOut', {})]),
      back('editList', {}),
    ],
  });
}

/** The list as text, in an input: there it can be marked and copied whole. */
export const csvOutPage = ({ text, next }: CsvOutScreen): View =>
  card({
    title: CSV.outTitle,
    lines: CSV.outLines,
    fields: [field(CSV_FIELD, { label: CSV.field, value: text })],
    buttons: [
      ...(next === undefined ? [] : [plain(LISTS.showMore, 'csvOut', { from: String(next) })]),
      back('csv', {}),
    ],
  });
