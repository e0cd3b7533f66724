import type { PersonId } from '../../../routine/model/contact';
import type { Roster } from '../../../routine/model/situation';
import { strategistAccounts } from '../../../routine/rules/drills';
import type { Notice } from '../../../routine/rules/notices';
import {
  answered,
  askingOverAt,
  listedAt,
  type OkayQuestion,
  standingOf,
} from '../../../routine/rules/standing/asking';
import type { OkayCounts, OkayScreen } from '../../../screens/beside/okay';
import { asEverybodySees } from '../../../screens/seen';
import { cardRowOf } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import type { AggregateFile } from '../../ports/delivery';
import { type AskingState, OKAY } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';
import { decideAgain } from '../../runtime/decideAgain';
import { type Aggregate, changeState, DAY, stateAggregate } from '../aggregate';
import { forgetRows } from './forgetRows';

/* "Är du OK?" as an aggregate: who is asked has a card, and the strategists one that says how many are silent. */

interface LoadedOkay extends Roster {
  file: AggregateFile<AskingState>;
}

const timesOf = ({ municipality }: Deps) => municipality.routine.times;

/** Changes it, its agenda row first; a few at once, for many answer in the same minute. */
export const changeOkay = (deps: Deps, change: (state: AskingState) => AskingState): Promise<void> => {
  const work = () => changeState(deps, { store: deps.askings, id: OKAY, aggregate: OKAY }, change);
  return deps.inTurn ? deps.inTurn(OKAY, work) : work();
};

/** The question that goes on; undefined: none does. */
export async function okayNow(deps: Deps): Promise<OkayQuestion | undefined> {
  const { okay } = (await deps.askings.read(OKAY)).state;
  return okay && askingOverAt(okay, timesOf(deps)) > deps.now() ? okay : undefined;
}

const goingOn = (deps: Deps, { file }: LoadedOkay): OkayQuestion | undefined => {
  const { okay } = file.state;
  return okay && askingOverAt(okay, timesOf(deps)) > deps.now() ? okay : undefined;
};

/**
 * Notes that somebody needs help, and gives the message of their card up in the same save: it is the incident's from now on, and nothing
 * of the question may be drawn over it.
 */
export async function noteHelp(deps: Deps, person: PersonId, asking: string): Promise<void> {
  const at = deps.now().toISOString();
  const work = () =>
    decideAgain(
      () => deps.askings.read(OKAY),
      ({ state, rev, cards }) => {
        const { okay } = state;
        const next = okay?.id === asking ? answered(okay, person, { at, is: 'help' }) : okay;
        const own = cardRowOf(cards, person);
        const card = own?.value.activityId
          ? { value: { ...own.value, activityId: '', hash: '', epoch: 1 }, etag: own.etag }
          : undefined;
        return { state: { ...state, okay: next, rev: rev + 1 }, cards: card ? [card] : [] };
      },
      async (file, change) => {
        await deps.agenda.wake(OKAY, deps.now().getTime(), change.state.rev);
        return deps.askings.save(file, change);
      },
    );
  await (deps.inTurn ? deps.inTurn(OKAY, work) : work());
}

function okayNotices(deps: Deps, read: LoadedOkay): Notice[] {
  const okay = goingOn(deps, read);
  if (!okay) return [];
  const noticeOf = (kind: 'okay' | 'okayListed', person: PersonId, since: string): Notice => ({
    key: `${kind}|${okay.id}|1|${person}`,
    kind,
    person,
    since,
    isAcute: false,
  });
  return [
    ...okay.people.flatMap(({ person, answer }) =>
      person && !answer ? [noticeOf('okay', person, okay.at)] : [],
    ),
    ...strategistAccounts(read).map((person) =>
      noticeOf('okayListed', person, listedAt(okay, timesOf(deps)).toISOString()),
    ),
  ];
}

/** The strategist whose question it is, as everybody sees them. */
const askerIn = ({ contacts }: Roster, { by }: OkayQuestion) =>
  contacts.filter(({ person }) => person === by).map(asEverybodySees)[0];

/** How many have answered: no names, for the card stays. */
export function countsOf(asking: OkayQuestion): OkayCounts {
  const { needy, silent, rung, asked, well } = standingOf(asking);
  return { needy: needy.length, silent: silent.length, rung: rung.length, asked, well };
}

/** A person's card: the question, what they answered, or how many are silent. */
function okayScreen(deps: Deps, read: LoadedOkay, person: PersonId): OkayScreen {
  const okay = goingOn(deps, read);
  if (!okay) return { kind: 'okay', view: 'over' };
  const own = okay.people.find((one) => one.person === person);
  if (own && !own.answer) return { kind: 'okay', view: 'ask', asking: okay.id, by: askerIn(read, okay) };
  const isListed = listedAt(okay, timesOf(deps)) <= deps.now();
  if (isListed && strategistAccounts(read).includes(person))
    return { kind: 'okay', view: 'listed', counts: countsOf(okay) };
  if (own?.answer?.is === 'yes') return { kind: 'okay', view: 'well', asking: okay.id };
  return { kind: 'okay', view: 'over' };
}

/** Taken away when it is over, and then all that its delivery left behind, once nothing is left to be shown. */
async function tidyOkay(deps: Deps, read: LoadedOkay): Promise<void> {
  const { okay } = read.file.state;
  if (okay && goingOn(deps, read)) return;
  if (okay)
    return changeOkay(deps, (state) =>
      state.okay?.id === okay.id ? { id: state.id, rev: state.rev } : state,
    );
  await forgetRows(deps.askings, OKAY);
}

export async function okayAggregate(deps: Deps): Promise<Aggregate> {
  const [file, roster] = await Promise.all([deps.askings.read(OKAY), readRoster(deps)]);
  const read = { ...roster, file };
  const okay = goingOn(deps, read);
  const untilOver = okay ? askingOverAt(okay, timesOf(deps)).getTime() - deps.now().getTime() : 30 * DAY;
  return {
    ...stateAggregate(deps.askings, file),
    notices: () => okayNotices(deps, read),
    screen: (person) => okayScreen(deps, read, person),
    older: () => ({ kind: 'note', note: 'superseded' }),
    isPart: (person) =>
      okay !== undefined &&
      (okay.people.some((one) => one.person === person) || strategistAccounts(read).includes(person)),
    rest: untilOver,
    whenDone: () => tidyOkay(deps, read),
  };
}
