import { addDays, dayOf } from '../../../routine/calendar/localTime';
import type { PersonId } from '../../../routine/model/contact';
import { checkFields } from '../../../routine/model/fields';
import {
  hasPromised,
  isDayAhead,
  officerRows,
  RISK_DAY,
  RISK_QUESTIONS,
  riskErasedAt,
  riskFields,
  riskReaders,
  type SharedRisk,
} from '../../../routine/rules/standing/riskAnalysis';
import type { ActionOf } from '../../../screens/actions';
import { partyCodes } from '../../../screens/forms';
import type { RiskScreen } from '../../../screens/guide';
import type { Refused } from '../../../screens/refused';
import { changeState } from '../../aggregates/aggregate';
import type { Caller, Data, Outcome, Press } from '../../bot';
import { collapsePages } from '../../chat/collapsePages';
import type { Deps } from '../../deps';
import { type PersonState, personAggregateId } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';
import { newId } from '../../runtime/ids';

/* One's own risk analysis: for oneself alone, until it is shown to the officer of one's party. */

const change = (deps: Deps, person: PersonId, to: (state: PersonState) => PersonState): Promise<void> =>
  changeState(deps, { store: deps.persons, id: person, aggregate: personAggregateId(person) }, to);

const stateOf = async (deps: Deps, person: PersonId): Promise<PersonState> =>
  (await deps.persons.read(person)).state;

/** The analysis that somebody shows, as long as it is kept. */
const kept = (deps: Deps, { risk }: PersonState): SharedRisk | undefined =>
  risk && riskErasedAt(risk) > deps.now().getTime() ? risk : undefined;

/** Names of officials, by account. */
async function namesIn(deps: Deps): Promise<(person: PersonId) => string> {
  const contacts = await deps.contacts.read();
  return (person) => contacts.find((one) => one.person === person)?.name ?? '';
}

/** The reminder, what the caller shows, and what others show to them. */
async function standing(deps: Deps, { person }: Caller): Promise<Partial<RiskScreen>> {
  const [state, nameOf] = await Promise.all([stateOf(deps, person), namesIn(deps)]);
  const risk = kept(deps, state);
  const today = dayOf(deps.now());
  const since = new Date(deps.now().getTime() - 30 * 86_400_000).toISOString();
  return {
    day: state.riskDay !== undefined && state.riskDay >= today ? state.riskDay : undefined,
    shared: risk && {
      at: risk.at,
      to: risk.to.map(nameOf),
      looks: risk.looks.map(({ by, at }) => ({ name: nameOf(by), at })),
    },
    toRead: (state.risksFor ?? []).filter(({ at }) => at > since).map(({ id, at }) => ({ id, at })),
  };
}

interface Shown {
  page: RiskScreen['page'];
  refusal?: Refused;
  notice?: RiskScreen['notice'];
  /** The party that stands chosen in the form. */
  party?: string | undefined;
}

async function shown(deps: Deps, caller: Caller, page: Shown): Promise<Outcome> {
  const known = await standing(deps, caller);
  return { screen: { ...known, ...page, kind: 'risk', now: deps.now().toISOString() } };
}

/** The questions, or one of the forms behind them. */
export async function showRisk(
  deps: Deps,
  caller: Caller,
  page: 'questions' | 'remind' | 'share',
): Promise<Outcome> {
  const row = page === 'share' ? (await deps.people.read(caller.person))?.value : undefined;
  return shown(deps, caller, { page, party: row?.party });
}

/** A reminder that one sets oneself: the day alone is kept. */
export async function remindRisk(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const today = dayOf(deps.now());
  const { values, problems } = checkFields(RISK_DAY, data, today);
  const { day = '' } = values;
  const isWrong = Object.keys(problems).length > 0 || !isDayAhead(day, today);
  if (isWrong) {
    const all = { day: { kind: 'badDate' as const }, ...problems };
    return shown(deps, caller, { page: 'remind', refusal: { reason: 'badInput', values, problems: all } });
  }
  await change(deps, caller.person, (state) => (state.riskDay === day ? state : { ...state, riskDay: day }));
  return { ...(await shown(deps, caller, { page: 'questions' })), also: [personAggregateId(caller.person)] };
}

/** "Ta bort påminnelsen". */
export async function forgetRiskDay(deps: Deps, caller: Caller): Promise<Outcome> {
  await change(deps, caller.person, (state) =>
    state.riskDay === undefined ? state : { ...state, riskDay: undefined },
  );
  return shown(deps, caller, { page: 'questions' });
}

/** "Visa det": stored for a time, for the officers of that party alone. Shown again it takes the place of the one before. */
export async function shareRisk(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const fields = riskFields(
    partyCodes(deps.municipality).filter((code) => code !== 'none' && code !== 'unknown'),
  );
  const { values, problems } = checkFields(fields, data, dayOf(deps.now()));
  const { party = '', ...answers } = values;
  const isEmpty = RISK_QUESTIONS.every((id) => answers[id] === '');
  const again = (more: Partial<Shown>) => shown(deps, caller, { page: 'share', party, ...more });
  const refusal: Refused = { reason: 'badInput', values, problems };
  if (Object.keys(problems).length > 0) return again({ refusal });
  if (isEmpty) return again({ refusal: { ...refusal, problems: { activity: { kind: 'required' } } } });
  const readers = riskReaders(await readRoster(deps), party, caller.person).flatMap(
    ({ person }) => person ?? [],
  );
  if (readers.length === 0) return again({ refusal, notice: 'nobody' });
  const at = deps.now().toISOString();
  const { id, told } = await keep(deps, caller, { readers, answers, at });
  for (const person of told) await offer(deps, person, { id, from: caller.person, at });
  return { ...(await shown(deps, caller, { page: 'questions' })), also: told.map(personAggregateId) };
}

interface Given {
  readers: PersonId[];
  answers: Record<string, string>;
  at: string;
}

/** Keeps the answers. `told`: those who do not have it from before. */
async function keep(deps: Deps, { person }: Caller, { readers, answers, at }: Given) {
  const fresh = newId(deps);
  const isSame = (before: SharedRisk | undefined) => before?.to.join() === readers.join();
  let result: { id: string; told: PersonId[] } = { id: fresh, told: readers };
  await change(deps, person, (state) => {
    const before = kept(deps, state);
    result = before && isSame(before) ? { id: before.id, told: [] } : { id: fresh, told: readers };
    return { ...state, risk: { id: result.id, at, to: readers, values: answers, looks: [] } };
  });
  return result;
}

/** An officer hears that there is one: neither whose nor what. Those that are no more are forgotten with it. */
const offer = (
  deps: Deps,
  person: PersonId,
  one: { id: string; from: PersonId; at: string },
): Promise<void> =>
  change(deps, person, (state) => {
    const since = addDays(dayOf(deps.now()), -30);
    const others = (state.risksFor ?? []).filter(({ id, at }) => id !== one.id && at.slice(0, 10) > since);
    return { ...state, risksFor: [...others, one].slice(-50) };
  });

/** "Sluta visa, och ta bort": gone from storage, and from the messages in which it was read. */
export async function unshareRisk(deps: Deps, caller: Caller): Promise<Outcome> {
  const { risk } = await stateOf(deps, caller.person);
  await change(deps, caller.person, (state) => (state.risk ? { ...state, risk: undefined } : state));
  for (const look of risk?.looks ?? []) await collapsePages(deps, look.by, look.in ? [look.in] : []);
  return shown(deps, caller, { page: 'questions', notice: 'stopped' });
}

/** Notes with the one who shows it that somebody has read it. */
const noteLook = (
  deps: Deps,
  { from, share, look }: { from: PersonId; share: string; look: SharedRisk['looks'][number] },
): Promise<void> =>
  change(deps, from, (state) =>
    state.risk?.id === share
      ? { ...state, risk: { ...state.risk, looks: [...state.risk.looks, look].slice(-20) } }
      : state,
  );

/** An officer reads what somebody shows them: noted before it is shown. Who has not promised silence this term does it first. */
export async function readRisk(
  deps: Deps,
  { caller, activityId }: Press,
  { share, promise }: ActionOf<'readRisk'>,
): Promise<Outcome> {
  const from = ((await stateOf(deps, caller.person)).risksFor ?? []).find(({ id }) => id === share)?.from;
  const risk = from === undefined ? undefined : kept(deps, await stateOf(deps, from));
  const rows = officerRows(await readRoster(deps), caller.person);
  if (from === undefined || risk?.id !== share || !risk.to.includes(caller.person) || rows.length === 0)
    return shown(deps, caller, { page: 'questions', notice: 'gone' });
  const at = deps.now().toISOString();
  if (!hasPromised(rows, deps.now())) {
    if (promise !== 'yes') return { screen: { kind: 'risk', page: 'promise', share, now: at } };
    await deps.contacts.silence(
      rows.map(({ id }) => id),
      { at, by: caller.person },
    );
  }
  await noteLook(deps, { from, share, look: { by: caller.person, at, in: activityId } });
  const name = (await deps.people.read(from))?.value.name ?? '';
  return {
    screen: { kind: 'risk', page: 'read', now: at, read: { name, at: risk.at, values: risk.values } },
  };
}
