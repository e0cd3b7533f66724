import type { PersonId } from '../../../routine/model/contact';
import type { Roster } from '../../../routine/model/situation';
import type { Notice } from '../../../routine/rules/notices';
import { PRACTICE_DECISION, type Practice, practiceOverAt } from '../../../routine/rules/standing/practice';
import type { PracticeScreen } from '../../../screens/beside/practice';
import { asEverybodySees } from '../../../screens/seen';
import type { Deps } from '../../deps';
import type { AggregateFile } from '../../ports/delivery';
import { type AskingState, PRACTICE } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';
import { decideAgain } from '../../runtime/decideAgain';
import { type Aggregate, changeState, DAY, stateAggregate } from '../aggregate';
import { forgetRows } from './forgetRows';

/* An exercise as an aggregate: who is asked to take part has a card, and so has the strategist who asks. */

interface LoadedPractice extends Roster {
  file: AggregateFile<AskingState>;
}

export const changePractice = (deps: Deps, change: (state: AskingState) => AskingState): Promise<void> =>
  changeState(deps, { store: deps.askings, id: PRACTICE, aggregate: PRACTICE }, change);

/** The exercise that is prepared or goes on; undefined: there is none. */
export const practiceNow = async (deps: Deps): Promise<Practice | undefined> =>
  (await deps.askings.read(PRACTICE)).state.practice;

function practiceNotices({ file }: LoadedPractice): Notice[] {
  const { practice } = file.state;
  if (!practice || practice.incident !== undefined) return [];
  return practice.players
    .filter(({ answer, person }) => !answer && person !== practice.by)
    .map(({ person }) => ({
      key: `practiceAsk|${practice.id}|1|${person}`,
      kind: 'practiceAsk' as const,
      person,
      since: practice.at,
      isAcute: false,
    }));
}

/** A person's card: the question, or what they answered. */
function practiceScreen({ file, contacts }: LoadedPractice, person: PersonId): PracticeScreen {
  const { practice } = file.state;
  const own = practice?.players.find((one) => one.person === person);
  if (!practice || !own) return { kind: 'practice', view: 'over' };
  const isGoing = practice.incident !== undefined;
  if (own.answer?.is === 'yes') return { kind: 'practice', view: 'agreed', asking: practice.id, isGoing };
  if (own.answer?.is === 'no') return { kind: 'practice', view: 'declined' };
  const by = contacts.filter((one) => one.person === practice.by).map(asEverybodySees)[0];
  return isGoing
    ? { kind: 'practice', view: 'over' }
    : { kind: 'practice', view: 'ask', asking: practice.id, by };
}

/** Takes the played incident away: nobody has a part in it from now on, and the dispatch erases it. Done again it changes nothing. */
async function erasePlayed(deps: Deps, id: string): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    ({ incident }) => {
      if (!incident.practice || incident.erasing) return undefined;
      const at = deps.now().toISOString();
      const erasing = { since: at, decision: PRACTICE_DECISION };
      return { ...incident, state: 'closed' as const, closedAt: at, erasing, rev: incident.rev + 1 };
    },
    async (file, incident) => {
      await deps.agenda.wake(id, deps.now().getTime(), incident.rev);
      return deps.incidents.save(file, { incident });
    },
  );
}

/** Ends it: the incident first, for it is found by what is taken away after it. */
export async function endPractice(deps: Deps, { id, incident }: Practice): Promise<string[]> {
  if (incident !== undefined) await erasePlayed(deps, incident);
  await changePractice(deps, (state) =>
    state.practice?.id === id ? { id: state.id, rev: state.rev } : state,
  );
  return [PRACTICE, ...(incident === undefined ? [] : [incident])];
}

export async function practiceAggregate(deps: Deps): Promise<Aggregate> {
  const [file, roster] = await Promise.all([deps.askings.read(PRACTICE), readRoster(deps)]);
  const read = { ...roster, file };
  const { practice } = file.state;
  const left = practice
    ? practiceOverAt(practice, deps.municipality.routine.times).getTime() - deps.now().getTime()
    : 30 * DAY;
  return {
    ...stateAggregate(deps.askings, file),
    notices: () => practiceNotices(read),
    screen: (person) => practiceScreen(read, person),
    older: () => ({ kind: 'note', note: 'superseded' }),
    isPart: (person) => practice?.players.some((one) => one.person === person) === true,
    rest: Math.max(left, 60_000),
    whenDone: async () => {
      if (practice && left <= 0)
        for (const id of await endPractice(deps, practice))
          await deps.agenda.wake(id, deps.now().getTime(), 0);
      if (!practice) await forgetRows(deps.askings, PRACTICE);
    },
  };
}
