import { OKAY_CARD } from '../../../content/texts/asking/okay';
import { BUTTON, COMMON, DANGER_STRIP } from '../../../content/texts/common';
import { LISTS } from '../../../content/texts/pages';
import { clockTime } from '../../../content/texts/time';
import type { FieldSpec } from '../../../routine/model/fields';
import { OKAY_FIELDS, type OkayGroup, type OkayRow, type OkayScreen } from '../../../screens/beside/okay';
import { back, button, card, extra, field, line, link, plain, primary, ROWS, type Typed } from '../../parts';
import { type Naming, nameAndPost, tel } from '../../scene';
import type { ItemView, View } from '../../view';

/* "Är du OK?": the cards of who is asked, and of the strategists. */

type Of<V extends OkayScreen['view']> = Extract<OkayScreen, { view: V }>;

/** The emergency number alone. */
const danger = [DANGER_STRIP[0] ?? ''];

const askCard = ({ asking, by }: Of<'ask'>, naming: Naming): View =>
  card({
    danger,
    title: OKAY_CARD.title,
    lines: [OKAY_CARD.asks(by ? nameAndPost(naming, by) : COMMON.someone), OKAY_CARD.means],
    buttons: [primary(OKAY_CARD.yes, 'okayYes', { asking }), button(BUTTON.needHelp, 'okayHelp', { asking })],
  });

const wellCard = ({ asking }: Of<'well'>): View =>
  card({
    danger,
    kicker: OKAY_CARD.kicker,
    title: OKAY_CARD.wellTitle,
    lines: [OKAY_CARD.well],
    buttons: [plain(BUTTON.needHelp, 'okayHelp', { asking })],
  });

/** A group in words, with how many it is. */
export function groupWords({ municipality }: Naming, { of, count }: OkayGroup): string {
  if (of.kind === 'all') return OKAY_CARD.all(count);
  const name = of.kind === 'group' ? of.name : (municipality.names.posts[of.post]?.title ?? of.post);
  return OKAY_CARD.group(
    name.replace(/^./, (first) => first.toUpperCase()),
    count,
  );
}

function formCard({ asking, groups }: Of<'form'>, naming: Naming, typed: Typed): View {
  const choices = groups.map((one) => ({ value: one.code, title: groupWords(naming, one) }));
  return card({
    title: OKAY_CARD.formTitle,
    lines: OKAY_CARD.formLines,
    problem: typed.problem,
    fields: OKAY_FIELDS.map((spec: FieldSpec<'groups' | 'others'>) =>
      field(spec, {
        label: OKAY_CARD.fields[spec.id],
        value: typed.values[spec.id],
        problem: typed.problems[spec.id],
        ...(spec.id === 'groups' ? { choices } : {}),
      }),
    ),
    buttons: [primary(OKAY_CARD.ask, 'askOkay', { asking }), back('contacts', {})],
  });
}

/** Somebody who is listed: the number to ring, and that it has been rung. */
function rowItem({ code, name, phone, state, rungAt, rungBy }: OkayRow, now: string): ItemView {
  const isToRing = state === 'silent' || state === 'unreached';
  const rung = rungAt ? OKAY_CARD.rung(clockTime(rungAt, new Date(now)), rungBy ?? COMMON.someone) : '';
  return {
    text: name,
    detail: [rung || OKAY_CARD.states[state], isToRing && phone === '' ? OKAY_CARD.noPhone : '']
      .filter(Boolean)
      .join('. '),
    buttons: isToRing ? [plain(BUTTON.rang, 'rungOkay', { who: code })] : [],
    links:
      phone === '' || state === 'rung' || state === 'otherWay' ? [] : [link(COMMON.call(phone), tel(phone))],
  };
}

function listCard({ counts, rows, from, at, now }: Of<'list'>): View {
  const { asked, well, needy, rung, silent } = counts;
  const next = from + ROWS;
  return card({
    kicker: OKAY_CARD.kicker,
    title: OKAY_CARD.listedTitle(silent),
    lines: [
      `${OKAY_CARD.asked(clockTime(at, new Date(now)), asked)} ${OKAY_CARD.counts(well, needy, rung)}`,
      ...(needy > 0 ? [OKAY_CARD.needyHave] : []),
      ...(silent > 0 ? [OKAY_CARD.ringThem] : []),
    ],
    items: rows.slice(from, next).map((one) => rowItem(one, now)),
    buttons: [
      ...(next < rows.length ? [plain(LISTS.showMore, 'okay', { from: String(next) })] : []),
      plain(OKAY_CARD.refresh, 'okay', {}),
      (silent > 0 ? extra : plain)(OKAY_CARD.end, 'endOkay', {}),
    ],
  });
}

const listedCard = ({ counts: { silent, well, needy, rung } }: Of<'listed'>): View =>
  card({
    kicker: OKAY_CARD.kicker,
    title: OKAY_CARD.listedTitle(silent),
    lines: [OKAY_CARD.counts(well, needy, rung), ...(needy > 0 ? [OKAY_CARD.needyHave] : [])],
    buttons: [primary(OKAY_CARD.show, 'okay', {})],
  });

/** A card of "Är du OK?". */
export function okayCard(screen: OkayScreen, naming: Naming, typed: Typed): View {
  switch (screen.view) {
    case 'ask':
      return askCard(screen, naming);
    case 'well':
      return wellCard(screen);
    case 'form':
      return formCard(screen, naming, typed);
    case 'list':
      return listCard(screen);
    case 'listed':
      return listedCard(screen);
    case 'over':
      return line(OKAY_CARD.over);
    case 'late':
      return card({
        danger,
        title: OKAY_CARD.lateTitle,
        lines: [OKAY_CARD.late],
        buttons: [plain(BUTTON.report, 'start', {})],
      });
    case 'ended':
      return card({ title: OKAY_CARD.endedTitle, lines: [OKAY_CARD.ended] });
    case 'notYours':
      return card({ title: `${COMMON.signs.no} ${OKAY_CARD.notYours(naming.municipality.names)}` });
  }
}
