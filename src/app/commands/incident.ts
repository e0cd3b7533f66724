import { type Acted, acted } from '../../routine/acts/acted';
import { type Acting, aboutOf, accountAsked, adds, formOf } from '../../routine/acts/acts';
import type { PersonId } from '../../routine/model/contact';
import { splitChoices } from '../../routine/model/fields';
import type { Incident } from '../../routine/model/incident';
import { Refusal } from '../../routine/model/refusal';
import { asText } from '../../routine/rules/access';
import { isNamedBeside } from '../../routine/rules/contactList/suspects';
import { askedSince } from '../../routine/rules/ladders/asked';
import { may } from '../../routine/rules/roles/may';
import type { ActTurn } from '../../routine/transitions/turn';
import type { Refused } from '../../screens/refused';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, nothingHere, pageScreen, type Screen } from '../../screens/screen';
import { wakePerson } from '../aggregates/involvement';
import type { Outcome, Press } from '../bot';
import { closeForm, openForm } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { Change } from '../ports/incidents';
import type { JustSaved } from '../ports/justSaved';
import type { Millis } from '../ports/runtime';
import { accountOf } from '../queries/accountOf';
import { answer, answerOf, promiseBefore } from '../queries/answer';
import { ASKS_AROUND, aroundOf, intoOf, joinsOf, listWith } from '../queries/joined/around';
import {
  formsToClose,
  type LoadedIncident,
  loadIncident,
  rolesOf,
  turnOn,
  viewingOf,
  withIncident,
} from '../queries/loadIncident';
import { lookAtForm, looked } from '../queries/looks';
import { notifiedByResponse } from '../queries/notifiedByResponse';
import { relievedBy } from '../queries/relieved';
import { decideAgain } from '../runtime/decideAgain';
import { KeysUnavailable, StorageUnavailable } from '../runtime/failures';
import { newId } from '../runtime/ids';
import { withBombTold } from './guidance/bombThreat';
import { handedOver } from './handedOver';
import { asTheirs } from './people/asTheirs';

/** One press that changes an incident, as it was read. */
interface Case {
  deps: Deps;
  press: Press;
  action: Acting;
  read: LoadedIncident;
  /** The incident before the press, as the presser looks at it. */
  viewing: Viewing;
}

/** The outcome of an act: what is written, and the screen that answers it once that is saved. */
interface Decided {
  change?: Change | undefined;
  /** The persons whose round is to be drawn anew. */
  relieved?: readonly PersonId[];
  touched?: string;
  isStale?: true;
  /** Once it is saved. */
  handed?: JustSaved;
  screen: () => Screen | Promise<Screen>;
}

/**
 * One act on an incident: a fresh read, access, a pure decision, one transaction with ETag; decided again from a new
 * read when someone else was quicker. Notices go after the answer.
 */
export async function act(deps: Deps, press: Press, action: Acting): Promise<Outcome> {
  const decide = () =>
    decideAgain(
      () => loadIncident(deps, action.id),
      (read) => decidedOn(deps, read, press, action),
      async ({ file }, decision) => {
        const { change, relieved = [] } = decision;
        if (!change) return 'saved';
        const row = change.incident && (await announce(deps, file.incident, change.incident));
        await wakeRounds(deps, relieved, SOON);
        const result = await deps.incidents.save(file, change, (saved) => {
          if (row) decision.handed = handedOver(press, row, saved);
        });
        if (result !== 'saved') return result;
        if (change.incident) deps.known?.add(change.incident);
        noteLead(deps, file.incident, change.incident);
        await wakeRounds(deps, relieved, 0).catch(unlessUnavailable);
        return result;
      },
    );
  const done = await (deps.inTurn ? deps.inTurn(action.id, decide) : decide());
  return done ? { ...done, screen: await done.screen() } : { screen: nothingHere };
}

/** Rounds are drawn anew so much later, where the press that should have had that done at once ended midway. */
const SOON: Millis = 60_000;

/** Sets the rounds of persons due, so that what stands in them is drawn anew. */
async function wakeRounds(deps: Deps, persons: readonly PersonId[], after: Millis): Promise<void> {
  for (const person of persons) await wakePerson(deps, person, deps.now().getTime() + after);
}

/** Storage fails after the press was saved: what was to be woken at once is woken soon. */
function unlessUnavailable(error: unknown): void {
  if (!(error instanceof StorageUnavailable || error instanceof KeysUnavailable)) throw error;
}

/** How long those who were asked let it wait, where somebody leads now and nobody did. */
function noteLead({ telemetry, now }: Deps, before: Incident, after: Incident | undefined): void {
  if (before.practice || before.lead || !after?.lead) return;
  const waited = now().getTime() - askedSince(before).getTime();
  telemetry?.record('acknowledgement', waited / 1_000, { isAcute: before.acute });
}

/** Undefined: nobody who has a part in it presses. */
async function decidedOn(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  action: Acting,
): Promise<Decided | undefined> {
  const { person } = press.caller;
  if (rolesOf(read, person).size === 0) return undefined;
  const around = ASKS_AROUND.has(action.verb) ? await aroundOf(deps, read, person) : undefined;
  const viewing = { ...viewingOf(read, person, newId(deps)), around };
  const one: Case = { deps, press, action, read, viewing };
  if (!may(viewing.viewer.roles, action.verb))
    return { screen: () => incidentScreen(viewing), touched: action.id };
  if (isBehind(one)) return { change: keptOpen(one), screen: () => formNow(one), isStale: true };
  const before = promiseBefore(viewing, action);
  if (before) return { change: { cards: openForm(deps, read.file, press) }, screen: () => before };
  try {
    const { incident, approved } = await decided(one);
    const after = withIncident(read, incident);
    return {
      change: changeOf(one, after, approved),
      relieved: relievedBy(read, after),
      screen: () => answer(deps, { viewing: viewingOf(after, person, newId(deps)), action, after }),
      touched: action.id,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { change: keptOpen(one), screen: () => refused(one, error) };
  }
}

/** Whether the incident has changed since the form was opened, and not by this press. */
const isBehind = ({ press, read, action }: Case): boolean =>
  press.rev !== undefined && press.rev !== read.file.incident.rev && !isDone(read.file.incident, action);

const isDone = (incident: Incident, { once }: Acting): boolean =>
  once !== undefined && incident.once.includes(once);

/** The next revision; the same one for a press that was made before. Throws a Refusal when the routine says no. */
async function decided({ deps, press, action, read, viewing }: Case): Promise<Acted> {
  const { incident } = read.file;
  if (isDone(incident, action)) return { incident };
  const email = accountAsked(action);
  const turn: ActTurn = {
    ...turnOn(read, press.caller.person, action.once ?? newId(deps)),
    roles: viewing.viewer.roles,
    account: await accountOf(deps, incident, email),
    into: await intoOf(deps, action, press.caller.person),
    joins: viewing.around && joinsOf(viewing.around, chosenIn(action)),
  };
  const after = acted(incident, withBombTold(action, incident, turn), turn);
  const next = await asTheirs(deps, { before: incident, after: after.incident, turn });
  return { ...after, incident: revised(incident, next, action) };
}

/** The incidents that a press chose, by their ids. */
const chosenIn = (data: Readonly<Record<string, unknown>>): string[] =>
  splitChoices(typeof data.others === 'string' ? data.others : '');

const KEPT_ONCE = 500;

/** The next revision, with the press noted; the same incident when nothing changed. */
function revised(before: Incident, after: Incident, { verb, once }: Acting): Incident {
  if (after === before) return before;
  const noted = once && adds(verb) ? [...after.once, once].slice(-KEPT_ONCE) : after.once;
  return { ...after, rev: before.rev + 1, once: noted };
}

/** Before a revision is saved: whoever crashes after it, the agenda looks, and an open incident is known as one. */
async function announce(deps: Deps, before: Incident, after: Incident) {
  const { id, rev, acute, state, event } = after;
  const isReopened = before.state === 'closed' && state === 'open';
  const [row] = await Promise.all([
    deps.agenda.wake(id, deps.now().getTime(), rev, acute),
    isReopened ? deps.index.opens(id, rev) : undefined,
    event && event.id !== before.event?.id ? listWith(deps, event, before) : undefined,
  ]);
  return row;
}

/** The change that a decision writes; undefined: it changed nothing, and the answer shows nothing that is logged. */
function changeOf(one: Case, after: LoadedIncident, approved?: string): Change | undefined {
  const { deps, read, press, action, viewing } = one;
  const { person } = press.caller;
  const { incident } = after.file;
  const { isOpening, ...look } = answerOf(viewingOf(after, person, ''), action);
  const opened = isOpening ? openForm(deps, read.file, press) : [];
  if (incident === read.file.incident)
    return look.view || opened.length > 0 ? { ...look, cards: opened } : undefined;
  const done = (act: string, about: string) => ({
    ...{ at: viewing.now.toISOString(), by: person, act, about },
    as: asText(viewing.viewer.roles),
  });
  return {
    incident,
    history: [
      ...(isNamedBeside(read.file.incident, { incident, verb: action.verb })
        ? [done('nameSuspects', '')]
        : []),
      done(action.verb, aboutOf(action)),
      ...(approved ? [done('approve', approved)] : []),
    ],
    cards: [
      // Answered with a form or with a name: no update may wipe it meanwhile.
      ...(isOpening ? opened : closeForm(read.file, press)),
      ...formsToClose(read, after).filter(({ value }) => value.person !== person),
    ],
    deliveries: isOpening ? [] : notifiedByResponse(read, after, press),
    ...look,
  };
}

/** The form comes back: it is open, and what it shows has been seen. */
function keptOpen({ deps, read, press, action, viewing }: Case): Change | undefined {
  const cards = openForm(deps, read.file, press);
  const { view } = looked(viewing, lookAtForm(viewing, action));
  return cards.length > 0 || view ? { cards, view } : undefined;
}

/** The routine said no: the form again, with what was typed; where there is none, the present state and why. */
function refused({ action, viewing }: Case, { reason, problems }: Refusal): Screen {
  const typed = Object.entries(action).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return formNow({ action, viewing }, { reason, problems, values: Object.fromEntries(typed) });
}

/** The form of an act as it is now; where there is none, the presser's own screen. */
function formNow({ action, viewing }: Pick<Case, 'action' | 'viewing'>, refusal?: Refused): Screen {
  const form = formOf(action);
  return (form && pageScreen(viewing, form, refusal)) ?? incidentScreen(viewing, refusal);
}
