import type { Action } from '../../cards/actions';
import { liveCard } from '../../cards/base/baseCard';
import { leadCard } from '../../cards/base/lead';
import { nothingHereCard } from '../../cards/pages/report';
import { NOTHING_TYPED, type Typed } from '../../cards/parts';
import type { Scene } from '../../cards/scene';
import type { View } from '../../cards/view';
import { refusalText } from '../../content/texts/refusals';
import type { PersonId } from '../../routine/model/contact';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import { Refusal } from '../../routine/model/refusal';
import { asText, may, type Roles, scopeOf } from '../../routine/rules/access';
import { notices } from '../../routine/rules/notices';
import { settle } from '../../routine/transitions/consequences';
import type { Turn } from '../../routine/transitions/turn';
import { bindVictim } from '../../routine/transitions/victim';
import type { Outcome, Press } from '../bot';
import { formMark } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { ViewEntry } from '../ports/audit';
import type { Change } from '../ports/incidents';
import {
  formsToClose,
  type LoadedIncident,
  loadIncident,
  rolesOf,
  sceneOf,
  turnOn,
  victimEmail,
  withIncident,
} from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { drawPage, formOf, lookAt, lookAtForm, PAGE_RULES } from './pages';
import { type ActionOf, aboutOf, actOf, addsSomething, decide, isRule } from './transitions';

/** A verb that is decided on an incident. */
export type Deciding =
  | Extract<Action, { verb: keyof typeof import('./transitions').RULES }>
  | ActionOf<'bindVictim'>;

/** Pages that lead to the victim in Teams. */
const REACHING: ReadonlySet<string> = new Set(['details', 'bookTalk']);

/** Who looked at what, when and as what; nothing where no content was shown. */
const looked = ({ now, viewer }: Scene, what: string | undefined): { view?: ViewEntry } =>
  what === undefined
    ? {}
    : { view: { at: now.toISOString(), by: viewer.person, what, as: asText(viewer.roles) } };

/** A page or the present state: nothing changes but what is noted beside the incident. */
export async function showPage(
  deps: Deps,
  press: Press,
  action: ActionOf<'page'> | ActionOf<'show'>,
): Promise<Outcome> {
  const shown = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => drawnPage(deps, read, press, action),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return shown?.outcome ?? { view: nothingHereCard() };
}

/** A page, or the card where it cannot be had; `change`: what is noted of it beside the incident. */
async function drawnPage(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  action: ActionOf<'page'> | ActionOf<'show'>,
): Promise<{ outcome: Outcome; change?: Change } | undefined> {
  const { person } = press.caller;
  const mine = rolesOf(read, person);
  if (mine.size === 0) return undefined;
  const isReaching = action.verb === 'page' && REACHING.has(action.page) && scopeOf(mine) === 'all';
  const email = isReaching ? await victimEmail(deps, read, person) : undefined;
  const scene = { ...sceneOf(deps, read, person, newId(deps)), victimEmail: email };
  const drawn =
    action.verb === 'page'
      ? drawPage(scene, action.page, action.step ?? action.about ?? '', NOTHING_TYPED)
      : undefined;
  const what =
    drawn && action.verb === 'page' && PAGE_RULES[action.page].shows
      ? lookAt(scene, action.page, action.step ?? action.about ?? '')
      : undefined;
  const cards = formMark(deps, read.file, person, press.activityId, drawn !== undefined);
  // A closed incident is looked at once a month: the head of its looks is logged all the same.
  const isRare = what !== undefined && read.file.incident.state === 'closed';
  const outcome = { view: drawn ?? liveCard(scene), touched: drawn && !isRare ? undefined : action.id };
  return what || cards.length > 0 ? { outcome, change: { cards, ...looked(scene, what) } } : { outcome };
}

/** What a person typed into the form of an action, to be shown again. */
const typedIn = (scene: Scene, action: Action, refusal: Refusal): Typed => ({
  values: Object.fromEntries(
    Object.entries(action).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  ),
  problems: refusal.problems,
  problem: refusalText(refusal.reason, scene.municipality.names),
});

/** The routine said no: the form again, with what was typed; where there is none, the present state and why. */
function refused(scene: Scene, action: Deciding, refusal: Refusal): View {
  const typed = typedIn(scene, action, refusal);
  const { problem } = typed;
  const form = formOf(scene, action, typed);
  if (form?.name === 'card') return { ...form, data: { ...form.data, problem } };
  const live = liveCard(scene);
  return live.name === 'card' ? { ...live, data: { ...live.data, problem } } : live;
}

async function decided(
  deps: Deps,
  read: LoadedIncident,
  action: Deciding,
  turn: Turn,
  mine: Roles,
): Promise<Incident> {
  const { incident } = read.file;
  if (action.verb !== 'bindVictim') return settle(decide(incident, action, turn, mine), turn);
  const email = typeof action.email === 'string' ? action.email.trim() : '';
  const person = email && email.length <= 200 ? await deps.people.findByEmail(email) : undefined;
  if (!person) throw new Refusal('noSuchPerson');
  return settle(bindVictim(incident, person, turn), turn);
}

export const mayDoAction = (mine: Roles, action: Deciding): boolean =>
  may(mine, action.verb === 'bindVictim' ? 'bindVictim' : actOf(action.verb));

const isDone = (incident: Incident, action: Deciding): boolean =>
  action.once !== undefined && incident.once.includes(action.once);

const KEPT_ONCE = 500;

/** The next revision, with the press noted; the same incident when nothing changed. */
const revised = (before: Incident, after: Incident, action: Deciding): Incident =>
  after === before
    ? before
    : {
        ...after,
        rev: before.rev + 1,
        once:
          action.once && (action.verb === 'bindVictim' || addsSomething(action.verb))
            ? [...after.once, action.once].slice(-KEPT_ONCE)
            : after.once,
      };

function historyOf(read: LoadedIncident, person: PersonId, action: Deciding): HistoryEntry {
  const about = action.verb === 'bindVictim' ? '' : aboutOf(action);
  const at = read.situation.now.toISOString();
  return { at, by: person, act: action.verb, about, as: asText(rolesOf(read, person)) };
}

/**
 * One action on an incident: a fresh read, access, a pure decision, one transaction with ETag; decided again from a
 * new read when someone else was quicker. Notices go after the answer.
 */
export async function act(deps: Deps, press: Press, action: Deciding): Promise<Outcome> {
  const done = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => decidedOn(deps, read, press, action),
    async ({ file: { incident: before, ...file } }, { change }) => {
      if (!change) return 'saved';
      if (change.incident) await announce(deps, before, change.incident);
      return deps.incidents.save({ incident: before, ...file }, change);
    },
  );
  return done ? { view: await done.view(), touched: done.touched } : { view: nothingHereCard() };
}

/** What an action comes to: what is written, and the card that answers it once that is saved. */
interface Decided {
  change?: Change;
  touched?: string;
  view: () => View | Promise<View>;
}

/** Undefined: nobody who has a part in it presses. */
async function decidedOn(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  action: Deciding,
): Promise<Decided | undefined> {
  const { person } = press.caller;
  const mine = rolesOf(read, person);
  if (mine.size === 0) return undefined;
  const scene = sceneOf(deps, read, person, newId(deps));
  if (!mayDoAction(mine, action) || isDone(read.file.incident, action))
    return { view: () => liveCard(scene), touched: action.id };
  const turn = turnOn(read, person, action.once ?? newId(deps));
  try {
    const incident = revised(read.file.incident, await decided(deps, read, action, turn, mine), action);
    const after = withIncident(read, incident);
    return {
      change: changeOf(deps, read, after, press, action),
      view: () => answer(deps, after, press, action),
      touched: action.id,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { change: keptOpen(deps, read, press, scene, action), view: () => refused(scene, action, error) };
  }
}

/** The form comes back: it is open, and what it shows has been seen. */
function keptOpen(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  scene: Scene,
  action: Deciding,
): Change | undefined {
  const cards = formMark(deps, read.file, press.caller.person, press.activityId, true);
  const { view } = looked(scene, formOf(scene, action) && lookAtForm(scene, action));
  return cards.length > 0 || view ? { cards, view } : undefined;
}

/** Answered with a form or with a name: no update may wipe it meanwhile. */
const OPENING: ReadonlySet<string> = new Set(['acknowledge', 'approve']);

/** Before a revision is saved: whoever crashes after it, the agenda looks, and an open incident is known as one. */
async function announce(deps: Deps, before: Incident, { id, rev, acute, state }: Incident): Promise<void> {
  const isReopened = before.state === 'closed' && state === 'open';
  await Promise.all([
    deps.agenda.wake(id, deps.now().getTime(), rev, acute),
    isReopened ? deps.index.opens(id, rev) : undefined,
  ]);
}

/** What is written of a decision; undefined: it changed nothing, and the answer shows nothing that is logged. */
function changeOf(
  deps: Deps,
  read: LoadedIncident,
  after: LoadedIncident,
  press: Press,
  action: Deciding,
): Change | undefined {
  const { person } = press.caller;
  const { incident } = after.file;
  const look = lookOfAnswer(sceneOf(deps, after, person, ''), action);
  if (incident === read.file.incident) return look.view ? look : undefined;
  return {
    incident,
    history: [historyOf(read, person, action)],
    cards: [
      ...formMark(deps, read.file, person, press.activityId, OPENING.has(action.verb)),
      ...formsToClose(read, after).filter(({ value }) => value.person !== person),
    ],
    deliveries: OPENING.has(action.verb) ? [] : notifiedByResponse(read, after, press),
    ...look,
  };
}

/** Whether the answer to an approval is the form of the step that it opened. */
const opensForm = ({ incident, viewer }: Scene, action: Deciding): action is ActionOf<'approve'> =>
  action.verb === 'approve' && incident.steps[action.step]?.state === 'open' && viewer.roles.has('lead');

/** What the answer shows that a card in a chat would not. */
function lookOfAnswer(scene: Scene, action: Deciding): { view?: ViewEntry } {
  if (action.verb === 'acknowledge' && scene.viewer.roles.has('lead')) return looked(scene, 'name');
  return opensForm(scene, action) ? looked(scene, lookAt(scene, 'step', action.step)) : {};
}

/** What the presser sees: their own card as it is now; right after taking it on, also whom to ring. */
async function answer(deps: Deps, read: LoadedIncident, press: Press, action: Deciding): Promise<View> {
  const { person } = press.caller;
  const scene = sceneOf(deps, read, person, newId(deps));
  if (action.verb === 'acknowledge' && scene.viewer.roles.has('lead')) {
    return leadCard({ ...scene, victimEmail: await victimEmail(deps, read, person) }, true);
  }
  return (
    (opensForm(scene, action) && PAGE_RULES.step.draw(scene, action.step, NOTHING_TYPED)) || liveCard(scene)
  );
}

export const isDeciding = (action: Action): action is Deciding =>
  action.verb === 'bindVictim' || isRule(action.verb);

/**
 * Notices that a press makes due for the presser: the answer tells them, in the card that they have in hand, so no
 * new card is sent. Only on their live card, for that one is brought up to date afterwards.
 */
export function notifiedByResponse(
  { file }: LoadedIncident,
  { situation }: LoadedIncident,
  press: Press,
): NonNullable<Change['deliveries']> {
  const { person } = press.caller;
  const live = file.cards.find((row) => row.value.person === person)?.value.activityId;
  if (!live || live !== press.activityId) return [];
  const { now } = situation;
  const known = new Set(file.deliveries.map((row) => row.value.key));
  return notices(situation)
    .filter((notice) => notice.person === person && Date.parse(notice.since) <= now.getTime())
    .filter((notice) => !known.has(notice.key))
    .map((notice) => ({
      value: {
        key: notice.key,
        person,
        claimer: 'answer',
        leaseUntil: 0,
        attempts: 1,
        sentAt: now.toISOString(),
        activityId: live,
      },
    }));
}
