import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import { note, type SimpleNote } from '../../screens/screen';
import type { Caller, Outcome } from '../bot';
import { cardRowOf, newCardRow, setAside } from '../chat/liveCard';
import type { Deps } from '../deps';
import { isKnownTo, liveScreen, loadIncident } from '../queries/loadIncident';
import { ALL_LISTED, myIncidents } from '../queries/myIncidents';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { onOkayText } from './asking/okay';
import { onPracticeText } from './asking/practice';
import { showContacts } from './contactList/contacts';
import { startDrill } from './drills';
import { showFiles } from './evidence/keep';
import { type Asked, parseMessage, plainWords } from './parseMessage';
import { showKin } from './people/kin';
import { notPolitician } from './people/others';
import { registerTyped } from './people/register';
import { isLong, isStory, onStory } from './plainText/story';
import { onHomeText } from './standing/home';
import { showPrevention } from './standing/prevention';
import { homeIn } from './standing/readHome';
import { showWatch } from './standing/watch';
import { start } from './start';

const said = (name: SimpleNote): Outcome => ({ screen: note(name) });

/** `ärende 2026-7KQ4`: found among the person's own; posted, it becomes their live card. */
async function incidentByReference(deps: Deps, caller: Caller, reference: string): Promise<Outcome> {
  const rows = await deps.index.of(caller.person, ALL_LISTED);
  const row = rows.find((one) => one.reference === reference);
  const read = row && (await loadIncident(deps, row.id));
  if (!read || !isKnownTo(read, caller.person)) return said('notFound');
  // On a phone that another may see there is none.
  if (isLeftAlone(read.file.incident, caller.person)) return said('notFound');
  return {
    screen: liveScreen(read, caller.person, newId(deps)),
    sent: (activityId) => adopt(deps, read.file.incident.id, caller, activityId),
  };
}

/** The card that was just posted is the live one from now on; the one before it is kept among the older. */
async function adopt(deps: Deps, id: string, caller: Caller, activityId: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    ({ cards }) => {
      const held = cardRowOf(cards, caller.person);
      const row = held?.value ?? newCardRow(caller.person);
      return { value: { ...row, ...setAside(row), activityId, hash: '' }, etag: held?.etag };
    },
    (file, card) => deps.incidents.save(file, { cards: [card] }),
  );
}

type Handler = (deps: Deps, caller: Caller) => Promise<Outcome>;

/** The answer to each typed command. */
const HANDLERS: Readonly<Record<Exclude<Asked['kind'], 'incident' | 'home'>, Handler>> = {
  report: start,
  // Begun where the chat is kept (src/teams/interview); whoever has no such way gets the report's card.
  textReport: start,
  danger: start,
  mine: (deps, caller) => myIncidents(deps, caller, 0),
  contacts: (deps, caller) => showContacts(deps, caller, 0),
  kin: (deps, caller) => showKin(deps, caller),
  guidance: async () => ({ screen: { kind: 'guide' } }),
  prevention: showPrevention,
  drill: (deps, caller) => startDrill(deps, caller),
  okay: onOkayText,
  practice: onPracticeText,
  files: showFiles,
  watch: (deps, caller) => showWatch(deps, caller, 0),
  privacy: async () => ({ screen: { kind: 'note', note: 'privacy' } }),
  register: registerTyped,
  notPolitician,
  help: async () => said('help'),
  unknown: async () => said('help'),
};

/** The first screen with a line in English on it. */
const withEnglish = (outcome: Outcome): Outcome =>
  outcome.screen.kind === 'draft' && outcome.screen.page === 'first'
    ? { ...outcome, screen: { ...outcome.screen, isEnglish: true } }
    : outcome;

/** Whoever is no politician and has told at length: it has gone to nobody, and where they turn stands there. */
const withUnsent = ({ screen, ...rest }: Outcome): Outcome => ({
  ...rest,
  screen: screen.kind === 'note' && screen.note === 'notPolitician' ? { ...screen, isUnsent: true } : screen,
});

/** The answer to a typed message. */
export async function onText(deps: Deps, caller: Caller, text: string): Promise<Outcome> {
  const asked = parseMessage(text);
  if (asked.kind === 'incident') return incidentByReference(deps, caller, asked.reference);
  if (asked.kind === 'home') return onHomeText(deps, caller, homeIn(plainWords(text), deps.now()));
  const outcome = isStory(asked, text)
    ? await onStory(deps, caller, text)
    : await HANDLERS[asked.kind](deps, caller);
  if (asked.isEnglish) return withEnglish(outcome);
  return isLong(text) ? withUnsent(outcome) : outcome;
}
