import { BUTTON, COMMON, LISTS } from '../content/texts';
import { shortDay } from '../content/time';
import { may } from '../routine/access';
import type { Contact } from '../routine/contact';
import { dayOf } from '../routine/dates';
import { back, card, field, plain, primary } from './build';
import { sectionRows } from './lead';
import { kicker, on, ring, roleWords, routineOf, type Scene } from './scene';
import { stepRow } from './steps';
import type { View } from './views';

/** At most this many rows in sight. */
const ROWS = 7;

/** A page of a list, and the start of the next one. */
const slice = <T>(all: readonly T[], from: number) => ({
  shown: all.slice(from, from + ROWS),
  next: from + ROWS < all.length ? from + ROWS : undefined,
});

/** "Alla åtgärder": the sections as rows, and every step to be opened, with how it stands. */
export function stepsPage(scene: Scene): View {
  const choices = routineOf(scene).steps.map((step) => {
    const { sign, text, note } = stepRow(scene, step);
    return { value: step.id, title: `${sign} ${text} · ${note}` };
  });
  const mayOpen = may(scene.viewer.roles, 'endStep');
  const open = primary(BUTTON.open, 'page', on(scene, { page: 'step' }));
  return card({
    kicker: kicker(scene),
    title: LISTS.stepsTitle,
    rows: sectionRows(scene),
    fields: mayOpen
      ? [field({ id: 'step', kind: 'choice', required: true }, { label: LISTS.step, choices })]
      : [],
    buttons: [...(mayOpen ? [open] : []), back('show', on(scene))],
  });
}

export interface ListedIncident {
  id: string;
  reference: string;
  createdAt: string;
  isClosed: boolean;
}

/** "Mina ärenden", newest first. */
export function minePage(all: readonly ListedIncident[], from: number): View {
  const { shown, next } = slice(all, from);
  const buttons = shown.slice(0, 5).map((one) => plain(one.reference, 'show', { id: one.id }));
  return card({
    title: LISTS.mineTitle,
    lines: all.length === 0 ? [LISTS.mineEmpty] : [],
    rows: shown.map((one) => ({
      sign: one.isClosed ? COMMON.signs.done : COMMON.signs.now,
      text: `${COMMON.reference(one.reference)} · ${shortDay(dayOf(new Date(one.createdAt)))}`,
      note: one.isClosed ? LISTS.states.closed : LISTS.states.open,
      isNow: !one.isClosed,
    })),
    buttons,
    below: {
      buttons: [
        ...shown.slice(5).map((one) => plain(one.reference, 'show', { id: one.id })),
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'mine', { from: String(next) })]),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}

/** Bilaga 4: who to ring. */
export function contactsPage(contacts: readonly Contact[], from: number): View {
  const { shown, next } = slice(contacts, from);
  return card({
    title: LISTS.contactsTitle,
    lines: contacts.length === 0 ? [LISTS.contactsEmpty] : [],
    rows: shown.map((contact) => ({
      sign: '',
      text: `${contact.name}, ${roleWords(contact)}`,
      note: contact.phone,
      isNow: false,
    })),
    links: shown.slice(0, 6).map(ring),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'contacts', { from: String(next) })]),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}
