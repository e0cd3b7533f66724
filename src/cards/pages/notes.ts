import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, COMMON, DANGER_STRIP, NOTHING_HERE } from '../../content/texts/common';
import { FILES } from '../../content/texts/evidence/evidence';
import { LISTS, STEP_CARD } from '../../content/texts/pages';
import { REGISTER } from '../../content/texts/people/aloud';
import { OTHERS } from '../../content/texts/people/others';
import { PRIVACY } from '../../content/texts/privacy';
import { HELP, REPORT, WELCOME } from '../../content/texts/report';
import { RETENTION } from '../../content/texts/retention';
import { MAINTAINED } from '../../content/texts/standing/maintenance';
import { WATCH } from '../../content/texts/standing/watch';
import { shortDay, spanOf } from '../../content/texts/time';
import { REPLACE, ROUND } from '../../content/texts/timed';
import type { Contact } from '../../routine/model/contact';
import { isVictimAsked } from '../../routine/plan/traits';
import type { NoteScreen, SimpleNote } from '../../screens/screen';
import { numbersCard } from '../base/wishes/quiet';
import { back, card, line, link, plain, primary } from '../parts';
import {
  drillCard,
  drillNotYours,
  drillOver,
  drillResult,
  drillStarted,
  drillThanks,
} from '../personal/drill';
import { kinCard } from '../personal/kin';
import { maintenanceCard } from '../personal/maintenance';
import { numbersFirst, othersCard } from '../personal/numbers';
import { documentLinkCard } from '../report/documentLink';
import type { Naming } from '../scene';
import type { FactView, View } from '../view';
import { typedFacts } from './trouble';

const menu = () => [
  primary(BUTTON.report, 'start', {}),
  plain(BUTTON.mine, 'mine', {}),
  plain(BUTTON.contacts, 'contacts', {}),
];

/** The emergency number alone, where something has gone wrong or is new. */
const danger = [DANGER_STRIP[0] ?? ''];

/** The way on from what is finished. */
const onward = [plain(BUTTON.contacts, 'contacts', {})];

/** The way to advice. */
const guidanceBelow = {
  buttons: [plain(BUTTON.guidance, 'guidance', {}), plain(FILES.kicker, 'files', {})],
};

const withMenu = (parts: Parameters<typeof card>[0]): View => card({ ...parts, buttons: menu() });

/** The same, where somebody may have nowhere to go: a person and a number before anything that is pressed. */
const withNumbers = (parts: Parameters<typeof card>[0], naming: Naming, toRing: readonly Contact[]): View =>
  withMenu({ danger, ...parts, ...numbersFirst(naming, toRing) });

type Bare = Extract<NoteScreen, { note: SimpleNote }> & { note: Exclude<SimpleNote, 'welcome'> };

/** @param registers of an official who may register for somebody: the id of a draft for it */
type Drawn = (municipality: Municipality, toRing: readonly Contact[], registers: string | undefined) => View;

const registerButton = (draft: string | undefined) =>
  draft ? [plain(REGISTER.button, 'register', { draft })] : [];

const SIMPLE: Readonly<Record<Exclude<SimpleNote, 'welcome'>, Drawn>> = {
  nothingHere: (municipality, toRing) =>
    withNumbers({ title: NOTHING_HERE.title, lines: NOTHING_HERE.lines }, { municipality }, toRing),
  help: (municipality, toRing, registers) =>
    withNumbers(
      {
        title: HELP.title,
        lines: HELP.lines,
        below: {
          lines: HELP.below,
          buttons: [
            ...guidanceBelow.buttons,
            plain(OTHERS.button, 'notPolitician', {}),
            ...registerButton(registers),
          ],
        },
      },
      { municipality },
      toRing,
    ),
  saved: () => withMenu({ title: REPORT.savedTitle, lines: REPORT.savedLines }),
  severalSent: () => withMenu({ title: REGISTER.severalTitle, lines: REGISTER.severalSent }),
  discarded: () => withMenu({ title: REPORT.discardedTitle, lines: REPORT.discardedLines }),
  notFound: (municipality, toRing) => withNumbers({ title: LISTS.notFound }, { municipality }, toRing),
  drillNotYours: (municipality, toRing) =>
    withNumbers({ title: drillNotYours({ municipality }) }, { municipality }, toRing),
  watchNotYours: (municipality, toRing) =>
    withNumbers(
      { title: `${COMMON.signs.no} ${WATCH.notYours(municipality.names)}` },
      { municipality },
      toRing,
    ),
  drillOver,
  roundSuperseded: () => line(ROUND.superseded, onward),
  maintenanceOver: () => line(MAINTAINED.over, onward),
  retentionUnset: () => card({ title: RETENTION.unsetTitle, lines: RETENTION.unsetLines }),
  // Nothing is left of it, nor a way to anything.
  erased: () => line(RETENTION.gone),
};

const welcomeCard = (municipality: Municipality): View =>
  card({
    danger,
    title: WELCOME.title,
    lines: WELCOME.lines(municipality.name),
    buttons: menu(),
    below: { buttons: [plain(BUTTON.guidance, 'guidance', {}), plain(PRIVACY.button, 'privacy', {})] },
    footnote: WELCOME.footnote,
  });

/** Texts that article 13 wants told, part by part; the municipality's own parts are its settings. */
const privacyFacts = ({ name, privacy, routine, names }: Municipality): FactView[] => {
  const own = privacy ?? PRIVACY.sandbox;
  const { labels } = PRIVACY;
  return [
    { label: labels.controller, text: `${name}. ${own.contact}` },
    { label: labels.dpo, text: own.dpo },
    { label: labels.basis, text: own.basis },
    { label: labels.recipients, text: `${PRIVACY.recipients(names)} ${own.recipients}` },
    { label: labels.kept, text: PRIVACY.kept(privacy?.keptDays ?? {}, routine.times.draftEraseDays) },
    { label: labels.rights, text: PRIVACY.rights },
  ];
};

/**
 * How the person's data is used (GDPR, article 13), before anything is reported.
 * @param draft of the report that it was asked from
 */
const privacyCard = (municipality: Municipality, draft: string | undefined): View =>
  card({
    title: PRIVACY.title,
    lines: PRIVACY.lines(municipality.name, municipality.names, isVictimAsked(municipality.routine)),
    facts: privacyFacts(municipality),
    links: municipality.privacy ? [link(PRIVACY.more, municipality.privacy.url)] : [],
    buttons: draft ? [back('backTo', { draft, page: 'review', to: 'review' })] : menu(),
  });

const supersededWords = (reference: string | undefined): string =>
  reference === undefined ? STEP_CARD.supersededQuietly : STEP_CARD.superseded(reference);

/** The same, with what was typed before it to copy from: no press takes it any more. */
function withTyped(view: View, typed: readonly string[] = []): View {
  if (typed.length === 0 || view.name !== 'card') return view;
  const lines = [...view.data.lines, NOTHING_HERE.typed];
  return { ...view, data: { ...view.data, lines, facts: [...view.data.facts, ...typedFacts(typed)] } };
}

const simpleCard = (screen: Bare, municipality: Municipality): View =>
  withTyped(SIMPLE[screen.note](municipality, screen.toRing ?? [], screen.registers), screen.typed);

/** Something said, with nothing to fill in. */
export function noteCard(screen: NoteScreen, municipality: Municipality): View {
  switch (screen.note) {
    case 'welcome':
      return welcomeCard(municipality);
    case 'document':
      return documentLinkCard(screen);
    case 'putOff':
      return line(ROUND.putOff(shortDay(screen.until)), [plain(ROUND.backToList, 'round', {})]);
    case 'notPolitician':
      return othersCard({ municipality }, screen);
    case 'privacy':
      return privacyCard(municipality, screen.draft);
    case 'rebound':
      return withMenu({ title: REPLACE.reboundDone(screen.name) });
    case 'replaced':
      return withMenu({ title: REPLACE.done(screen.name) });
    case 'superseded':
      return line(supersededWords(screen.reference), onward);
    case 'maintenance':
      return maintenanceCard({ municipality }, screen.windows, screen.toRing);
    case 'numbers':
      return numbersCard({ municipality }, screen.toRing);
    case 'maintenanceOff':
      return line(MAINTAINED.off(screen.windows.map(({ from, to }) => spanOf(from, to)).join(', ')), onward);
    case 'kin':
      return kinCard(screen.count, municipality.names);
    case 'drill':
      return drillCard(screen.drill);
    case 'drillThanks':
      return drillThanks(screen.answeredAt, new Date(screen.now));
    case 'drillStarted':
      return drillStarted(screen.count, screen.who);
    case 'drillResult':
      return drillResult({ municipality }, screen.asked, screen.silent);
    default:
      return simpleCard({ ...screen, note: screen.note }, municipality);
  }
}
