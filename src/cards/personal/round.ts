import { BUTTON, COMMON } from '../../content/texts/common';
import { shortDay } from '../../content/texts/time';
import { REPLACE, ROUND } from '../../content/texts/timed';
import type { Contact } from '../../routine/model/contact';
import type { FieldSpec } from '../../routine/model/fields';
import type { PlanWords } from '../../routine/model/words';
import type { Waiting } from '../../routine/rules/pendingTasks';
import { back, card, field, line, plain, primary, type Typed } from '../parts';
import { type Naming, roleWords } from '../scene';
import type { ItemView, View } from '../view';

/** Rows in sight; the rest is counted. */
const ROWS = 7;

/** What waits for one person in one incident. */
export interface RoundIncident {
  id: string;
  reference: string;
  isAcute: boolean;
  /** Of the routine that the incident has. */
  words: Pick<PlanWords, 'steps'>;
  waiting: readonly Waiting[];
}

/** All that a morning round holds. */
export interface Round {
  incidents: readonly RoundIncident[];
  /** Drafts that were not sent, and the day on which each is erased. */
  drafts: readonly { id: string; eraseOn: string }[];
  /** Changes of the contact list that this person is told of, oldest first. */
  news: readonly string[];
}

/** The key of what waits, for putting it off. */
export const keyOf = (id: string, { about, of }: Pick<Waiting, 'about' | 'of'>): string =>
  [id, about, of].filter(Boolean).join('.');

const wordsOf = ({ about }: Waiting, { steps }: RoundIncident['words']): string =>
  ROUND.about[about] ?? steps[about]?.title ?? about;

/** What has a last day first, then what waits longest. */
const byHaste = (a: Waiting, b: Waiting): number =>
  (a.last ?? '9').localeCompare(b.last ?? '9') || a.since.getTime() - b.since.getTime();

function itemOf({ id, reference, isAcute, words, waiting }: RoundIncident): ItemView {
  const [first, ...others] = [...waiting].sort(byHaste);
  const details = first ? [wordsOf(first, words), first.last ? ROUND.last(shortDay(first.last)) : ''] : [];
  const more = others.length > 0 ? [ROUND.more(others.length)] : [];
  return {
    text: [COMMON.reference(reference), isAcute ? COMMON.acute : ''].filter(Boolean).join(' · '),
    detail: [...details, ...more].filter(Boolean).join(' · '),
    buttons: [plain(ROUND.open(reference), 'show', { id })],
    links: [],
  };
}

const draftItem = ({ eraseOn }: Round['drafts'][number]): ItemView => ({
  text: ROUND.draftTitle,
  detail: ROUND.draftErase(shortDay(eraseOn)),
  buttons: [plain(BUTTON.report, 'start', {})],
  links: [],
});

/** One card a morning: what waits in all of a person's incidents, most urgent first. */
export function roundCard(round: Round): View {
  const items = [...round.incidents.map(itemOf), ...round.drafts.map(draftItem)];
  const hidden = items.length - ROWS;
  if (items.length === 0 && round.news.length === 0) return line(ROUND.none);
  return card({
    title: items.length > 0 ? ROUND.title : REPLACE.newsTitle,
    lines: [...round.news, ...(hidden > 0 ? [ROUND.more(hidden)] : [])],
    items: items.slice(0, ROWS),
    buttons: [
      ...(round.incidents.length > 0 ? [plain(ROUND.snooze, 'snoozePage', {})] : []),
      plain(BUTTON.mine, 'mine', {}),
    ],
  });
}

export const olderRound = (): View => line(ROUND.superseded);

export const WHENS = ['tomorrow', 'threeDays', 'nextWeek'] as const;
const HOURS = [6, 7, 8, 9, 10, 12, 17] as const;

/** What a snooze asks: which one, until when, and the hour of the round. */
export const snoozeFields = (keys: readonly string[]): readonly FieldSpec[] => [
  ...(keys.length > 0 ? [{ id: 'item', kind: 'choice' as const, choices: keys }] : []),
  { id: 'when', kind: 'choice', choices: WHENS },
  { id: 'hour', kind: 'choice', choices: HOURS.map(String) },
];

/** "Påminn mig senare": hides from the round, never moves a last day. */
export function snoozePage(round: Round, hour: number, typed: Typed): View {
  const choices = round.incidents.flatMap(({ id, reference, words, waiting }) =>
    waiting
      .filter((one) => !one.isUrgent)
      .map((one) => ({ value: keyOf(id, one), title: `${reference}: ${wordsOf(one, words)}` })),
  );
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
    buttons: [primary(ROUND.save, 'snooze', {}), back('round', {})],
  });
}

/** A change of the contact list, in words. */
export function newsLine(naming: Naming, kind: string, contact: Contact | undefined): string {
  if (!contact) return REPLACE.newsTitle;
  // Beside references a card does not say of which party.
  const role = roleWords(naming, contact, false);
  return kind === 'out' ? REPLACE.newsOut(role) : REPLACE.newsOther(role, contact.name);
}
