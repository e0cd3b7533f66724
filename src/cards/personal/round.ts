import { BUTTON, COMMON, DANGER_OTHER, DANGER_STRIP } from '../../content/texts/common';
import { RISK, RISK_DAY_CARD, RISK_SHARE } from '../../content/texts/guidance/riskAnalysis';
import { LISTS } from '../../content/texts/pages';
import { EDIT_LIST, LIST_NEWS, RIGHT } from '../../content/texts/people/contactList';
import { PREVENTION } from '../../content/texts/standing/prevention';
import { clock, moment, shortDay } from '../../content/texts/time';
import { ABSENCE, REPLACE, ROUND } from '../../content/texts/timed';
import { QUIET } from '../../content/texts/wishes/quiet';
import type { Contact } from '../../routine/model/contact';
import { HOURS, keyOf, oneLater, snoozeFields, WHENS } from '../../screens/forms';
import { type NewsKind, type Prompt, type Round, type RoundIncident, roundLines } from '../../screens/round';
import type { SnoozeScreen } from '../../screens/screen';
import { back, card, field, line, plain, primary, ROWS, type Typed } from '../parts';
import { lineItem, type RoundWords, waitingWords } from '../roundLine';
import { type Naming, roleWords } from '../scene';
import type { ButtonView, ItemView, View } from '../view';

const draftItem = ({ eraseOn }: Round['drafts'][number]): ItemView => ({
  text: ROUND.draftTitle,
  detail: ROUND.draftErase(shortDay(eraseOn)),
  buttons: [plain(BUTTON.report, 'start', {})],
  links: [],
});

/** The row of what is acute and unanswered: that alone, whatever else waits in the same incident. */
function pressingItem({ id, reference, pressing }: RoundIncident): ItemView[] {
  if (!pressing) return [];
  const words = pressing.isLed ? ROUND.unspoken : ROUND.unansweredSince;
  return [
    {
      text: words(moment(pressing.since, new Date(0))),
      detail: [COMMON.reference(reference), ...(pressing.quiet ? [QUIET.strip[pressing.quiet]] : [])].join(
        '. ',
      ),
      buttons: [plain(ROUND.open(reference), 'show', { id })],
      links: [],
    },
  ];
}

/** Lines in sight: a card that tells of several holds a whole group's. */
const MOST_TOLD = 15;
const rowsOf = ({ incidents }: Round): number =>
  Math.max(ROWS, Math.min(MOST_TOLD, incidents.filter(({ told }) => told).length));

/** An acute matter stands first and alone; what else waits is named below it, without a button that draws the eye. */
const pressingCard = (round: Round, items: readonly ItemView[]): View => {
  const others = round.incidents.filter(({ pressing, told }) => !pressing && !told);
  return card({
    danger: DANGER_OTHER,
    title: ROUND.acuteTitle,
    items: items.slice(0, rowsOf(round)),
    buttons: [plain(BUTTON.mine, 'mine', {})],
    below: {
      title: others.length + round.drafts.length > 0 ? ROUND.also : '',
      lines: [
        ...others.slice(0, ROWS).map(({ reference }) => COMMON.reference(reference)),
        ...(others.length > ROWS ? [ROUND.more(others.length - ROWS)] : []),
        ...(round.drafts.length > 0 ? [ROUND.draftTitle] : []),
      ],
    },
  });
};

/** The press of each thing beside incidents. */
const PROMPT_BUTTONS: Readonly<Record<Prompt['kind'], (id: string) => ButtonView>> = {
  risk: () => plain(RISK.button, 'risk', { page: 'questions' }),
  riskShown: (share) => plain(RISK_SHARE.open, 'readRisk', { share }),
  newTerm: () => plain(PREVENTION.button, 'prevention', {}),
  newMember: () => plain(PREVENTION.button, 'prevention', {}),
};
const PROMPT_WORDS: Readonly<Record<Prompt['kind'], string>> = {
  risk: RISK_DAY_CARD.text,
  riskShown: RISK_SHARE.came,
  newTerm: PREVENTION.newTerm,
  newMember: PREVENTION.newMember,
};

/** A thing that somebody asked to be reminded of, or that is shown to them: neither whose nor what. */
const promptItem = ({ kind, id }: Prompt): ItemView => ({
  text: PROMPT_WORDS[kind],
  detail: '',
  buttons: [PROMPT_BUTTONS[kind](id)],
  links: [],
});

/** One card a morning: what waits in all of a person's incidents, most urgent first. */
export function roundCard(round: Round, words: RoundWords): View {
  const acute = round.incidents.flatMap(pressingItem);
  const told = round.incidents.filter(({ pressing, told: isTold }) => isTold && !pressing);
  if (acute.length > 0 && !round.unansweredAt) {
    const lines = told.map((incident) => lineItem({ incident, others: [] }, words.of(incident)));
    return pressingCard(round, [...acute, ...lines]);
  }
  const same = round.news.filter(({ kind }) => kind === 'sameAccount');
  const asked = round.news.filter(({ kind }) => kind === 'rightAgain' || kind === 'wrong');
  const news = round.news.filter((one) => !same.includes(one) && !asked.includes(one));
  const items = [
    ...roundLines(round.incidents).map((one) => lineItem(one, words.of(one.incident))),
    ...asked.flatMap(({ kind, contact }) => (contact ? [askedItem(kind, contact)] : [])),
    ...same.flatMap(({ contact }) => (contact ? [sameItem(words, contact)] : [])),
    ...(round.prompts ?? []).map(promptItem),
    ...round.drafts.map(draftItem),
  ];
  const rows = rowsOf(round);
  const hidden = items.length - rows;
  const missed = round.unansweredAt;
  if (items.length === 0 && news.length === 0 && !missed) return line(ROUND.none);
  const title = items.length > 0 ? ROUND.title : REPLACE.newsTitle;
  return card({
    danger: missed ? [DANGER_STRIP[0] ?? ''] : [],
    title: missed ? ROUND.unansweredTitle : title,
    lines: [
      ...(missed ? [ROUND.unanswered(clock(new Date(missed)))] : []),
      ...news.map((one) => newsLine(words, one)),
      ...(hidden > 0 ? [ROUND.more(hidden)] : []),
    ],
    items: items.slice(0, rows),
    buttons: [
      ...(missed ? [primary(BUTTON.report, 'start', {})] : []),
      ...(round.incidents.length > 0 ? [plain(ROUND.snooze, 'snoozePage', {})] : []),
      plain(BUTTON.mine, 'mine', {}),
    ],
  });
}

/** Choices of a form: more would make the card too big for Teams. */
const MOST_CHOICES = 40;

/** The things that may be put off, as choices. */
const mayWait = (round: Round, words: RoundWords): { value: string; title: string }[] =>
  round.incidents.flatMap((incident) =>
    incident.waiting
      .filter((one) => !one.isUrgent)
      .map((one) => ({
        value: keyOf(incident.id, one),
        title: `${incident.reference}: ${waitingWords(one, words.of(incident))}`,
      })),
  );

/** The same of one thing: when it comes back. */
function onePage({ key, incident }: NonNullable<SnoozeScreen['one']>, words: RoundWords, typed: Typed): View {
  const [item] = incident.waiting;
  const choices = WHENS.map((value) => ({ value, title: ROUND.whens[value] }));
  const [when] = oneLater([key]).filter(({ id }) => id === 'when');
  const extras = { label: ROUND.when, choices, value: 'tomorrow', problem: typed.problems.when };
  return card({
    kicker: COMMON.reference(incident.reference),
    title: ROUND.snoozeTitle,
    lines: [...(item ? [waitingWords(item, words.of(incident))] : []), ...ROUND.snoozeLines],
    problem: typed.problem,
    fields: when ? [field(when, extras)] : [],
    buttons: [primary(ROUND.save, 'snooze', { item: key, isOne: 'true' }), back('round', {})],
  });
}

/** "Påminn mig senare": hides from the round, never moves a last day. */
export function snoozePage(
  { round, hour, from, one }: Pick<SnoozeScreen, 'round' | 'hour' | 'from' | 'one'>,
  words: RoundWords,
  typed: Typed,
): View {
  if (one) return onePage(one, words, typed);
  const all = mayWait(round, words);
  const choices = all.slice(from, from + MOST_CHOICES);
  const isMore = from + MOST_CHOICES < all.length;
  const specs = snoozeFields(choices.map((choice) => choice.value));
  const given: Record<string, { label: string; choices: { value: string; title: string }[]; value: string }> =
    {
      item: { label: ROUND.snoozeField, choices, value: choices[0]?.value ?? '' },
      when: {
        label: ROUND.when,
        choices: WHENS.map((value) => ({ value, title: ROUND.whens[value] })),
        value: 'tomorrow',
      },
      hour: {
        label: ROUND.hourField,
        choices: HOURS.map((value) => ({ value: String(value), title: ROUND.hour(value) })),
        value: String(hour),
      },
    };
  return card({
    title: ROUND.snoozeTitle,
    lines: ROUND.snoozeLines,
    problem: typed.problem,
    fields: specs.flatMap((spec) => {
      const extras = given[spec.id];
      return extras ? [field(spec, { ...extras, problem: typed.problems[spec.id] })] : [];
    }),
    buttons: [
      primary(ROUND.save, 'snooze', {}),
      ...(isMore ? [plain(LISTS.showMore, 'snoozePage', { from: String(from + MOST_CHOICES) })] : []),
      back('round', {}),
    ],
  });
}

/** Somebody of the list writes from another account. */
const sameItem = (naming: Naming, contact: Contact): ItemView => ({
  text: REPLACE.same(contact.name, roleWords(naming, contact, false)),
  detail: REPLACE.sameDetail,
  buttons: [plain(REPLACE.sameYes, 'sameAccount', { contact: contact.id })],
  links: [],
});

/** Is what stands on the list right? To its holder; and that one said no, to the strategists. */
const askedItem = (kind: NewsKind, { id, name }: Contact): ItemView =>
  kind === 'wrong'
    ? {
        ...{ text: RIGHT.wrong(name), detail: RIGHT.wrongDetail },
        ...{ buttons: [plain(EDIT_LIST.change, 'contactRow', { contact: id })], links: [] },
      }
    : {
        ...{ text: RIGHT.ask, detail: RIGHT.askDetail },
        ...{ buttons: [plain(RIGHT.answer, 'ownRow', { contact: id })], links: [] },
      };

/** A change of the contact list, in words. */
function newsLine(naming: Naming, { kind, contact }: Round['news'][number]): string {
  if (kind === 'imported') return LIST_NEWS.imported;
  if (!contact) return REPLACE.newsTitle;
  // Beside references a card does not say of which party.
  const role = roleWords(naming, contact, false);
  const { name, away } = contact;
  switch (kind) {
    case 'away':
    case 'ownAway':
    case 'standIn':
      return away ? ABSENCE[kind](name, shortDay(away.from), shortDay(away.to)) : REPLACE.newsTitle;
    case 'out':
      return REPLACE.newsOut(role);
    case 'changedOwn':
      return LIST_NEWS.changedOwn;
    case 'changed':
      return LIST_NEWS.changed(name);
    case 'termEnds':
      return LIST_NEWS.termEnds(name, role, contact.ends ? shortDay(contact.ends) : '');
    case 'gone':
      return LIST_NEWS.gone(name, role);
    default:
      return REPLACE.newsOther(role, name);
  }
}
