import { BUTTON, COMMON, DANGER_OTHER, DANGER_STRIP } from '../../content/texts/common';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { HOME } from '../../content/texts/standing/home';
import { clockTime } from '../../content/texts/time';
import { QUIET } from '../../content/texts/wishes/quiet';
import type { Contact } from '../../routine/model/contact';
import type { HomeScreen } from '../../screens/home';
import { button, card, extra, line, link, plain, primary } from '../parts';
import { asBeforeLine, type Naming, nameAndPost, tel, whomToRing } from '../scene';
import type { View } from '../view';

/* "Trygg hem": the cards of whoever is on the way home, and of the officials who hear that they have not answered. */

/** The emergency number alone. */
const danger = [DANGER_STRIP[0] ?? ''];

const namesOf = (naming: Naming, contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((one) => nameAndPost(naming, one))) ||
  naming.municipality.names.strategist.title;

const nameOf = (by: Contact | undefined): string => by?.name ?? COMMON.someone;

type Own = Extract<HomeScreen, { view: 'set' | 'asked' | 'told' }>;

/** The person's own card: before the time, at it, and when somebody has been told. */
function ownCard(naming: Naming, { view, due, now, answer, toTell, without, mayChange }: Own): View {
  const then = HOME.elseTold(answer, namesOf(naming, toTell));
  const titles = {
    set: HOME.setTitle(clockTime(due, new Date(now))),
    asked: HOME.askedTitle,
    told: HOME.toldTitle,
  };
  const lines = { set: [then, HOME.limits], asked: [HOME.asked(answer), then], told: [HOME.told] };
  return card({
    danger: view === 'set' ? [] : danger,
    kicker: HOME.title,
    title: titles[view],
    lines: [...lines[view], ...asBeforeLine(naming, without)],
    buttons: [
      primary(BUTTON.isHome, 'homeNow', {}),
      button(HOME.later, 'homeLater', {}),
      ...(mayChange ? [(view === 'set' ? plain : extra)(HOME.municipality, 'homeMunicipality', {})] : []),
      ...(without.length > 0 ? [extra(SUSPECTS.tellThem, 'homeAll', {})] : []),
      ...(view === 'set' ? [] : [plain(BUTTON.report, 'start', {})]),
    ],
  });
}

/** The strip on top of an official's card: 112, and whether the person is not to be rung. */
const strip = (quiet: 'hiding' | 'watched' | undefined): string[] => [
  ...DANGER_OTHER,
  ...(quiet ? [QUIET.strip[quiet]] : []),
];

type Known = Extract<HomeScreen, { view: 'who' }>;

/** Who it is and how to reach them: only as the answer to a press. */
const whoCard = ({ of, name, phone: known, due, now, quiet }: Known): View => {
  // No number is a press away of who is not to be rung.
  const phone = quiet ? '' : known;
  return card({
    danger: strip(quiet),
    kicker: HOME.title,
    title: HOME.mineTitle,
    facts: [{ label: HOME.whoTitle, text: name }],
    lines: [
      HOME.due(clockTime(due, new Date(now))),
      ...(quiet ? HOME.otherWay : [...(phone === '' ? [HOME.noPhone] : []), ...HOME.whoLines]),
    ],
    links: phone === '' ? [] : [{ ...link(COMMON.call(phone), tel(phone)), style: 'positive' }],
    // Where there is a number, to ring is the one thing to do.
    buttons: [(phone === '' ? primary : plain)(BUTTON.reachedHome, 'homeReached', { of })],
  });
};

type Official = Extract<HomeScreen, { view: 'missed' | 'mine' }>;

/** Lines that an official reads on it: whose turn it is, and when it will be over. */
function officialLines({ view, silent, until, isAgain, now }: Official): string[] {
  const at = (time: string) => clockTime(time, new Date(now));
  const first =
    view === 'mine'
      ? isAgain
        ? HOME.mineAgain
        : HOME.mine
      : silent
        ? HOME.silent(nameOf(silent.by), at(silent.since))
        : HOME.missed;
  return [first, ...(until ? [HOME.last(at(until))] : [])];
}

/** An official's card that stays in the chat: not whom it is about. */
function officialCard(naming: Naming, screen: Official): View {
  const { view, of, toRing, quiet } = screen;
  const isMine = view === 'mine';
  return card({
    danger: strip(quiet),
    kicker: HOME.title,
    title: isMine ? HOME.mineTitle : HOME.missedTitle,
    lines: quiet ? HOME.otherWay.slice(0, 1) : officialLines(screen),
    items: toRing.map((one) => whomToRing(naming, one)),
    buttons: isMine
      ? [primary(HOME.who, 'homeWho', { of }), button(BUTTON.reachedHome, 'homeReached', { of })]
      : [primary(BUTTON.takeHome, 'homeTake', { of })],
  });
}

/** The words that may be written, or why those could not be taken. */
const helpCard = (lines: readonly string[]): View =>
  card({
    kicker: HOME.title,
    title: HOME.title,
    lines: [...lines, HOME.limits],
    buttons: [plain(BUTTON.report, 'start', {}), plain(BUTTON.contacts, 'contacts', {})],
  });

const LINES = { ended: HOME.ended, over: HOME.over, nothing: HOME.nothing } as const;

/** A card of "Trygg hem". */
export function homeCard(screen: HomeScreen, naming: Naming): View {
  switch (screen.view) {
    case 'set':
    case 'asked':
    case 'told':
      return ownCard(naming, screen);
    case 'taken':
      return card({
        danger,
        kicker: HOME.title,
        title: HOME.takenTitle(nameOf(screen.by)),
        lines: [HOME.told],
        buttons: [primary(BUTTON.isHome, 'homeNow', {})],
      });
    case 'missed':
    case 'mine':
      return officialCard(naming, screen);
    case 'who':
      return whoCard(screen);
    case 'others':
      return line(HOME.othersTitle(nameOf(screen.by)));
    case 'ended':
    case 'over':
    case 'nothing':
      return line(LINES[screen.view]);
    case 'far':
      return helpCard([HOME.far(screen.hours)]);
    default:
      return helpCard(screen.view === 'help' ? HOME.help : [HOME[screen.view]]);
  }
}
