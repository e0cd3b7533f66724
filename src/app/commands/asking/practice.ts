import { PRACTICE_CARD } from '../../../content/texts/asking/practice';
import { postsIn } from '../../../routine/model/contact';
import { checkFields } from '../../../routine/model/fields';
import type { Incident } from '../../../routine/model/incident';
import { isAs } from '../../../routine/model/posts';
import { mayAdminister } from '../../../routine/rules/access';
import { type Player, type Practice, playerSaid, playersIn } from '../../../routine/rules/standing/practice';
import { settle } from '../../../routine/transitions/consequences';
import { begin } from '../../../routine/transitions/reporting';
import type { PracticeScreen } from '../../../screens/beside/practice';
import type { Refused } from '../../../screens/refused';
import { changePractice, endPractice, practiceNow } from '../../aggregates/asking/practice';
import type { Caller, Data, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { PRACTICE as SUBJECT } from '../../ports/states';
import { newTurn, readRoster } from '../../queries/loadIncident';
import { decideAgain } from '../../runtime/decideAgain';
import { newId, nextId } from '../../runtime/ids';
import { insert } from '../createIncident';
import { playedBy } from './played';
import { offeredGroups, readWhom } from './whom';

/* An exercise of the whole routine: who is asked, who agrees, how it began and that it is taken away. */

const ALSO = [SUBJECT];
const said = (view: 'declined' | 'over' | 'ended' | 'notYours'): Outcome => ({
  screen: { kind: 'practice', view },
});

const isTheirs = async (deps: Deps, { person }: Caller): Promise<boolean> =>
  mayAdminister(await readRoster(deps), person);

async function form(deps: Deps, asking: string, refusal?: Refused): Promise<Outcome> {
  const groups = await offeredGroups(deps);
  return {
    screen: { kind: 'practice', view: 'form', asking, drill: newId(deps), groups, refusal },
  };
}

const stateOf = ({ answer }: Player) => answer?.is ?? ('silent' as const);

/** Those who are asked, by name: the answer to a press. */
const playersOf = ({ id, players }: Practice, refusal?: Refused): PracticeScreen => ({
  ...{ kind: 'practice', view: 'players', asking: id, refusal },
  players: players.map((one) => ({ code: one.code, name: one.name, state: stateOf(one) })),
});

/** How the exercise stands, with names: the answer to a press. */
async function standing(deps: Deps, practice: Practice): Promise<Outcome> {
  const played = practice.incident === undefined ? undefined : await playedBy(deps, practice);
  return { screen: played ?? playersOf(practice) };
}

/** "Övning", typed: the form, or how many are with it. No name: this answer stays in the chat. */
export async function onPracticeText(deps: Deps, caller: Caller): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const practice = await practiceNow(deps);
  if (!practice) return form(deps, newId(deps));
  const yes = playersIn(practice).length;
  const silent = practice.players.filter(({ answer }) => !answer).length;
  const view = practice.incident === undefined ? 'asked' : 'going';
  return { screen: { kind: 'practice', view, asking: practice.id, yes, silent } };
}

/** "Visa övningen". */
export async function showPractice(deps: Deps, caller: Caller): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const practice = await practiceNow(deps);
  return practice ? standing(deps, practice) : form(deps, newId(deps));
}

/** "Bjud in": one exercise, however often it is pressed. The strategist who asks takes part. */
export async function askPractice(
  deps: Deps,
  { caller }: Press,
  { asking: id, ...data }: { asking: string } & Data,
): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const read = await readWhom(deps, data, ({ person }) => !!person && person !== caller.person);
  if ('refusal' in read) return form(deps, id, read.refusal);
  const asked = read.people.flatMap(({ person, code, name }) => (person ? [{ person, code, name }] : []));
  const at = deps.now().toISOString();
  const own = {
    person: caller.person,
    code: newId(deps),
    name: caller.name,
    answer: { at, is: 'yes' as const },
  };
  const fresh: Practice = { id, at, by: caller.person, players: [own, ...asked] };
  await changePractice(deps, (state) => (state.practice ? state : { ...state, practice: fresh }));
  deps.log.info({ person: caller.person, asking: id, count: asked.length }, 'practiceAsked');
  const now = await practiceNow(deps);
  return { ...(now ? await standing(deps, now) : said('ended')), also: ALSO };
}

async function answer(
  deps: Deps,
  { caller }: Press,
  { asking, is }: { asking: string; is: 'yes' | 'no' },
): Promise<Practice | undefined> {
  const at = deps.now().toISOString();
  await changePractice(deps, (state) => {
    const next =
      state.practice?.id === asking ? playerSaid(state.practice, caller.person, { at, is }) : state.practice;
    return next === state.practice ? state : { ...state, practice: next };
  });
  const now = await practiceNow(deps);
  return now?.id === asking ? now : undefined;
}

/** "Ja, jag är med". Once it has begun it is too late. */
export async function practiceYes(
  deps: Deps,
  press: Press,
  { asking }: { asking: string },
): Promise<Outcome> {
  const now = await answer(deps, press, { asking, is: 'yes' });
  const own = now?.players.find(({ person }) => person === press.caller.person);
  if (!now || own?.answer?.is !== 'yes') return said('over');
  const isGoing = now.incident !== undefined;
  return { screen: { kind: 'practice', view: 'agreed', asking, isGoing }, also: ALSO };
}

/** "Nej": also when it goes on, and then what was played is gone for them. */
export async function practiceNo(deps: Deps, press: Press, { asking }: { asking: string }): Promise<Outcome> {
  const now = await answer(deps, press, { asking, is: 'no' });
  if (!now) return said('over');
  const { incident: id } = now;
  if (id === undefined) return { ...said('declined'), also: ALSO };
  const { person } = press.caller;
  await decideAgain(
    () => deps.incidents.read(id),
    ({ incident }): Incident | undefined =>
      incident.players?.includes(person)
        ? { ...incident, players: incident.players.filter((one) => one !== person), rev: incident.rev + 1 }
        : undefined,
    async (file, incident) => {
      await deps.agenda.wake(id, deps.now().getTime(), incident.rev);
      return deps.incidents.save(file, { incident });
    },
  );
  return { ...said('declined'), also: [...ALSO, id] };
}

/** The invented alarm that it begins with, among those who agreed and nobody else. */
async function invented(deps: Deps, practice: Practice, victim: Player): Promise<Incident> {
  const { incident: id = '' } = practice;
  const players = playersIn(practice).map(({ person }) => person);
  const rows = (await deps.contacts.read()).filter(({ person }) => person && players.includes(person));
  const { routine } = deps.municipality;
  const first = postsIn(rows).find(({ role, party, person }) => {
    const post = routine.posts.find((one) => one.id === role);
    return (
      party !== undefined && person !== victim.person && post !== undefined && isAs(post, 'firstContact')
    );
  });
  const turn = newTurn(deps, rows, { by: victim.person, once: id });
  const { person, name } = victim;
  const beginning = begin(
    {
      ...{
        id,
        via: 'alarm',
        acute: true,
        route: first ? 'party' : 'municipality',
        party: first?.party ?? '',
      },
      reference: PRACTICE_CARD.reference(id.slice(0, 4).toUpperCase()),
      reporter: { person, name, kind: 'self' },
      victim: { person, name },
    },
    turn,
  );
  return settle({ ...beginning, practice: true, players }, turn);
}

/** "Starta övningen": its id is noted first, so that whatever follows, it is found and taken away. */
export async function startPractice(
  deps: Deps,
  press: Press,
  { asking, ...data }: { asking: string } & Data,
): Promise<Outcome> {
  if (!(await isTheirs(deps, press.caller))) return said('notYours');
  const before = await practiceNow(deps);
  if (before?.id !== asking) return said('over');
  const choices = playersIn(before).map(({ code }) => code);
  const { values, problems } = checkFields(
    [{ id: 'victim', kind: 'choice', required: true, choices }],
    data,
    '',
  );
  const victim = before.players.find(({ code }) => code === values.victim);
  if (!victim || Object.keys(problems).length > 0)
    return { screen: playersOf(before, { reason: 'badInput', values, problems }) };
  const id = before.incident ?? nextId(victim.person, asking);
  await changePractice(deps, (state) =>
    state.practice?.id === asking && state.practice.incident === undefined
      ? { ...state, practice: { ...state.practice, incident: id } }
      : state,
  );
  const now = await practiceNow(deps);
  if (now?.id !== asking || now.incident === undefined) return said('over');
  // Pressed twice, or made again after a crash: the one that is there stays.
  if (!(await deps.incidents.read(now.incident))) {
    const caller = { ...press.caller, person: victim.person };
    const played = await invented(deps, now, victim);
    await insert(deps, played, { ...press, caller, activityId: undefined }, 'raiseAlarm');
  }
  return { ...(await standing(deps, now)), also: [...ALSO, now.incident] };
}

/** "Ta bort övningen": cards, what was written and who took part. */
export async function removePractice(deps: Deps, { caller }: Press): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const practice = await practiceNow(deps);
  const also = practice ? await endPractice(deps, practice) : ALSO;
  return { ...said('ended'), also };
}
