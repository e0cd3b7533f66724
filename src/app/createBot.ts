import { readAction } from '../screens/actions';
import { typedTexts } from '../screens/beside/typed';
import { note, type Screen } from '../screens/screen';
import { listNow } from './aggregates/listNow';
import { beginMunicipality } from './aggregates/municipality';
import type { Answer, Bot, Caller, InterviewReply, Interviews, Outcome, Press } from './bot';
import { textOf, viewOf } from './chat/message';
import { giveFile } from './commands/evidence/give';
import { receiveFiles } from './commands/evidence/receive';
import { arrived, keepAddress, left, noteUnanswered } from './commands/installation';
import { onText } from './commands/onText';
import { parseMessage } from './commands/parseMessage';
import { beginInterview, hearInterview } from './commands/plainText/interview';
import { keepInterview, readInterview } from './commands/plainText/keepPlace';
import type { InterviewWord } from './commands/plainText/putQuestion';
import { isStory } from './commands/plainText/story';
import { asLook, onceMore, onPress, withHashedOnce } from './commands/router';
import { createLooks } from './delivery/looks';
import { dispatchSafely, sweep } from './delivery/sweep';
import type { Deps } from './deps';
import type { IncomingFile } from './ports/files';
import type { JustSaved } from './ports/justSaved';
import { rememberingList, withNumbers } from './queries/people/numbers';
import { checkRoutines } from './queries/routineVersions';
import { takeByTicket, takeFile } from './queries/taking/document';
import { lookAtPicture } from './queries/taking/evidence';
import { background } from './runtime/background';
import { whenUnavailable } from './runtime/failures';
import { newId } from './runtime/ids';
import { createInTurn } from './runtime/inTurn';
import { knownSuspects } from './runtime/knownSuspects';
import { ask } from './tab/ask';
import { callerOf } from './tab/callerOf';

/** The outcome of a press, whatever came with it. */
async function pressed(deps: Deps, press: Press): Promise<Outcome> {
  const action = readAction(press.verb, press.data);
  if (!action) return { screen: note('help') };
  const wanted = press.isRepeat ? asLook(action) : withHashedOnce(action);
  return onceMore(wanted, () => onPress(deps, press, wanted));
}

/** The revision that an answer shows, and what may be taken in the tab. */
const besideOf = (screen: Screen): Pick<Answer, 'rev' | 'ready'> => ({
  rev: 'scene' in screen ? screen.scene.incident.rev : undefined,
  ready:
    screen.kind === 'note' && screen.note === 'document' && screen.ticket
      ? { id: screen.incident, ...screen.ticket }
      : undefined,
});
/** An outcome with what was typed, for whoever pressed, where the press leads nowhere any more. */
function withTyped({ data }: Press, outcome: Outcome): Outcome {
  const { screen } = outcome;
  const isLost = screen.kind === 'note' && (screen.note === 'nothingHere' || screen.note === 'help');
  const typed = isLost ? typedTexts(data) : [];
  return typed.length > 0 ? { ...outcome, screen: { ...screen, typed } as Screen } : outcome;
}

/** The same, with whom to ring where it leads nowhere by itself. */
const answered = async (deps: Deps, press: Press): Promise<Outcome> =>
  withTyped(press, await withNumbers(deps, press.caller, pressed(deps, press)));

/** Answers to files: to what stands beside them first, where that asks for anything. */
async function answersToFiles(
  deps: Deps,
  caller: Caller,
  { files, text }: { files: readonly IncomingFile[]; text: string },
): Promise<Answer[]> {
  const asked = parseMessage(text);
  const isNothing = asked.kind === 'unknown' && !isStory(asked, text);
  const said = isNothing ? [] : [await onText(deps, caller, text)];
  const outcomes = [...said, await receiveFiles(deps, caller, files)];
  return outcomes.map(({ screen, sent }) => ({ view: viewOf(deps, screen), ...(sent ? { sent } : {}) }));
}

/** The process's own place in sweeps, and its work after answers. */
function dispatching(deps: Deps) {
  const claimer = newId(deps);
  const place = (deps.random(1)[0] ?? 0) / 256;
  const after = background(deps);
  const looks = createLooks((id, how) => dispatchSafely(deps, id, { claimer, ...how }), deps.realNow);
  return {
    after,
    sweepAll: async () => (deps.isSweepOff ? 0 : sweep(deps, claimer, place)),
    /** @param handed the first of them, as it was saved */
    dispatchAfter: (touched: readonly string[], handed?: JustSaved) => {
      for (const [at, id] of touched.entries()) after.begin(() => looks(id, at === 0 ? handed : undefined));
    },
  };
}

/** The report in plain text. @param dispatchAfter given what a turn touched */
function interviewsOf(deps: Deps, dispatchAfter: (touched: readonly string[]) => void): Interviews {
  const replied = async (caller: Caller, word: InterviewWord): Promise<InterviewReply> => {
    const { screen, interview, isAside, touched = [] } = word;
    dispatchAfter([...touched, ...(await whenUnavailable(keepAddress(deps, caller), () => []))]);
    return { text: textOf(deps, screen), interview, isAside: isAside === true };
  };
  return {
    isAsked: (text) => parseMessage(text).kind === 'textReport',
    read: (caller) => readInterview(deps, caller),
    begin: async (caller, said, before) =>
      replied(caller, await beginInterview(deps, caller, { said, before })),
    hear: async (caller, said, interview) =>
      replied(caller, await hearInterview(deps, caller, { said, interview })),
    keep: (caller, change) => keepInterview(deps, caller, change),
  };
}

/** The same where the tab itself shows it: no link leads there. */
const inTab = ({ municipality }: Deps): Pick<Deps, 'municipality'> => ({
  municipality: { ...municipality, tabLink: undefined },
});

/** Files that leave by a link or by the tab, and those that come by the tab. */
function filesOf(deps: Deps, dispatchAfter: (touched: readonly string[]) => void) {
  return {
    takeDocument: (id, ticket) => takeByTicket(deps, { id, ticket }),
    takeFile: (person, asked) => takeFile(deps, person, asked),
    seePicture: (person, asked) => lookAtPicture(deps, person, asked),
    async giveFile(caller, given) {
      const { answer, touched } = await giveFile(deps, caller, given);
      dispatchAfter(touched);
      return answer;
    },
  } satisfies Partial<Bot>;
}

/** The process's own memory beside all that comes from outside: the list as it was read last, and who is part of what. */
function withMemory(given: Deps) {
  const known = knownSuspects(given.now);
  const listed = { ...given, known, contacts: listNow(given.contacts, given.now) };
  const { contacts, atHand, openToAll } = rememberingList(listed);
  const deps: Deps = { inTurn: createInTurn(), ...listed, contacts };
  return { deps, atHand, openToAll };
}

/** The bot: everything it does between an activity in and a card out. */
export function createBot(given: Deps): Bot {
  const { deps, atHand, openToAll } = withMemory(given);
  const { after, sweepAll, dispatchAfter } = dispatching(deps);
  return {
    ...{ interviews: interviewsOf(deps, dispatchAfter), atHand, openToAll },
    async onMessage(caller, text) {
      const { screen, also = [], sent } = await withNumbers(deps, caller, onText(deps, caller, text));
      const view = viewOf(deps, screen);
      dispatchAfter([...also, ...(await whenUnavailable(keepAddress(deps, caller), () => []))]);
      return sent ? { view, sent } : { view };
    },
    async onFiles(caller, files, text) {
      const answers = await answersToFiles(deps, caller, { files, text });
      dispatchAfter(await whenUnavailable(keepAddress(deps, caller), () => []));
      return answers;
    },
    async onAction(press) {
      const { screen, touched, handed, also = [], isWide, isStale } = await answered(deps, press);
      const view = viewOf(press.isOutside ? inTab(deps) : deps, screen);
      dispatchAfter(touched ? [touched, ...also] : also, handed);
      if (isWide) after.begin(sweepAll);
      return { view, isStale, ...besideOf(screen) };
    },
    onAsk: (caller, query) => ask(deps, caller, query),
    callerOf: (person) => callerOf(deps, person),
    onUnanswered: async (caller) =>
      dispatchAfter(await whenUnavailable(noteUnanswered(deps, caller), () => [])),
    onInstall: async (caller, found) => dispatchAfter(await arrived(deps, caller, found)),
    onSeen: async (caller) => dispatchAfter(await keepAddress(deps, caller)),
    onUninstall: async (caller) => dispatchAfter(await left(deps, caller)),
    ...filesOf(deps, dispatchAfter),
    begin() {
      after.begin(() => checkRoutines(deps));
      return beginMunicipality(deps);
    },
    sweep: sweepAll,
    idle: () => after.idle(),
  };
}
