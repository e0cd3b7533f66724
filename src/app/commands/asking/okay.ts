import type { PersonId } from '../../../routine/model/contact';
import { mayAdminister } from '../../../routine/rules/access';
import {
  type AskedPerson,
  answered,
  type OkayQuestion,
  rungIn,
  standingOf,
} from '../../../routine/rules/standing/asking';
import type { OkayRow, OkayScreen } from '../../../screens/beside/okay';
import type { Refused } from '../../../screens/refused';
import { changeOkay, countsOf, noteHelp, okayNow } from '../../aggregates/asking/okay';
import type { Caller, Data, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { OKAY } from '../../ports/states';
import { readRoster, unreachableIn } from '../../queries/loadIncident';
import { faultOf } from '../../runtime/failures';
import { newId, nextId } from '../../runtime/ids';
import { alarm } from '../raiseAlarm';
import { knownQuiet } from './knownQuiet';
import { offeredGroups, readWhom } from './whom';

/* "Är du OK?": a strategist asks many after an event; who is silent is listed and rung, and who needs help alarms. */

const ALSO = [OKAY];
const said = (view: 'over' | 'late' | 'ended' | 'notYours'): Outcome => ({ screen: { kind: 'okay', view } });

const isTheirs = async (deps: Deps, { person }: Caller): Promise<boolean> =>
  mayAdminister(await readRoster(deps), person);

/** The form: whom to ask. */
async function form(deps: Deps, asking: string, refusal?: Refused): Promise<Outcome> {
  const groups = await offeredGroups(deps);
  return { screen: { kind: 'okay', view: 'form', asking, groups, refusal } };
}

/** Those who are listed, each as they stand. */
async function rowsOf(deps: Deps, reader: PersonId, asking: OkayQuestion): Promise<OkayRow[]> {
  const { contacts } = await readRoster(deps);
  const unreached = unreachableIn(await deps.askings.read(OKAY));
  const nameOf = (person: PersonId) => contacts.find((one) => one.person === person)?.name;
  const { needy, silent, rung } = standingOf(asking);
  const row =
    (state: OkayRow['state']) =>
    (one: AskedPerson): OkayRow => ({
      ...{ code: one.code, name: one.name, phone: one.phone, state },
      ...(one.rung ? { rungAt: one.rung.at, rungBy: nameOf(one.rung.by) } : {}),
    });
  const accounts = silent.flatMap(({ person }) => person ?? []);
  const held = await knownQuiet(deps, reader, accounts);
  const isHeld = ({ person }: AskedPerson) => person !== undefined && held.has(person);
  const isOut = ({ person }: AskedPerson) => person === undefined || unreached.has(person);
  return [
    ...needy.map(row('needy')),
    ...silent.filter((one) => isOut(one) && !isHeld(one)).map(row('unreached')),
    ...silent.filter((one) => !isOut(one) && !isHeld(one)).map(row('silent')),
    ...silent.filter(isHeld).map(row('otherWay')),
    ...rung.map(row('rung')),
  ];
}

/** The question that is shown, from row `from` on. */
interface Listing {
  asking: OkayQuestion;
  from?: number;
}

/** How it stands, by name: the answer to a press, and noted in the operators' log. */
async function list(deps: Deps, { person }: Caller, { asking, from = 0 }: Listing): Promise<Outcome> {
  deps.log.info({ person, asking: asking.id }, 'okayListed');
  const screen: OkayScreen = {
    ...{ kind: 'okay', view: 'list', counts: countsOf(asking), from, at: asking.at },
    ...{ rows: await rowsOf(deps, person, asking), now: deps.now().toISOString() },
  };
  return { screen };
}

/** "Är du OK?", typed: the form, or how many are silent. Names come only with a press: this answer stays in the chat. */
export async function onOkayText(deps: Deps, caller: Caller): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const asking = await okayNow(deps);
  if (!asking) return form(deps, newId(deps));
  return { screen: { kind: 'okay', view: 'listed', counts: countsOf(asking) } };
}

/** The form, or how the question stands that goes on: the answer to a press. */
export async function showOkay(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const asking = await okayNow(deps);
  return asking ? list(deps, caller, { asking, from }) : form(deps, newId(deps));
}

/** "Fråga nu": one question, however often it is pressed; while one goes on, it is the one. */
export async function askOkay(
  deps: Deps,
  { caller }: Pick<Press, 'caller'>,
  { asking: id, ...data }: { asking: string } & Data,
): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const read = await readWhom(deps, data, ({ person }) => person !== caller.person);
  if ('refusal' in read) return form(deps, id, read.refusal);
  const { people } = read;
  const fresh = { id, at: deps.now().toISOString(), by: caller.person, people };
  await changeOkay(deps, (state) => (state.okay ? state : { ...state, okay: fresh }));
  deps.log.info({ person: caller.person, asking: id, count: people.length }, 'okayAsked');
  const now = await okayNow(deps);
  return { ...(now ? await list(deps, caller, { asking: now }) : said('ended')), also: ALSO };
}

/** "Jag har ringt", beside somebody who is listed. */
export async function rungOkay(deps: Deps, { caller }: Press, { who }: { who: string }): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  const rung = { at: deps.now().toISOString(), by: caller.person };
  await changeOkay(deps, (state) => {
    const okay = state.okay && rungIn(state.okay, who, rung);
    return okay === state.okay ? state : { ...state, okay };
  });
  return { ...(await showOkay(deps, caller, 0)), also: ALSO };
}

/** "Avsluta frågan": nothing of it is kept. */
export async function endOkay(deps: Deps, { caller }: Press): Promise<Outcome> {
  if (!(await isTheirs(deps, caller))) return said('notYours');
  await changeOkay(deps, (state) => (state.okay ? { id: state.id, rev: state.rev } : state));
  return { ...said('ended'), also: ALSO };
}

/** "Ja, jag är OK": the first answer stands; too late is said. */
export async function okayYes(
  deps: Deps,
  { caller }: Press,
  { asking }: { asking: string },
): Promise<Outcome> {
  const { person } = caller;
  const at = deps.now().toISOString();
  await changeOkay(deps, (state) => {
    const okay = state.okay?.id === asking ? answered(state.okay, person, { at, is: 'yes' }) : state.okay;
    return okay === state.okay ? state : { ...state, okay };
  });
  const now = await okayNow(deps);
  if (now?.id !== asking) return said('late');
  const isWell = now.people.some((one) => one.person === person && one.answer?.is === 'yes');
  // Nothing is dispatched for it: two hundred who answer in one minute are one sweep's work.
  return isWell ? { screen: { kind: 'okay', view: 'well', asking } } : said('over');
}

/**
 * "Jag behöver hjälp": an alarm to the municipality that asked, also when the question is over; twenty presses are one. It waits for
 * nothing: where the answer cannot be noted now, the incident has a card of its own.
 */
export async function okayHelp(deps: Deps, press: Press, { asking }: { asking: string }): Promise<Outcome> {
  const { person } = press.caller;
  const isNoted = await noteHelp(deps, person, asking).then(
    () => true,
    (error: unknown) => {
      deps.log.warn({ person, ...faultOf(error) }, 'helpNotNoted');
      return false;
    },
  );
  const own = isNoted ? press : { ...press, activityId: undefined };
  return alarm(deps, own, nextId(person, asking), 'municipality', {});
}
