import { isSettled } from '../../../routine/rules/progress';
import { type Practice, playersIn } from '../../../routine/rules/standing/practice';
import type { PracticeScreen } from '../../../screens/beside/practice';
import type { Deps } from '../../deps';
import { loadIncident } from '../../queries/loadIncident';

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((at) => at !== undefined).sort()[0];

/** How an exercise went: when each was told and first pressed; undefined: nothing is played yet. */
export async function playedBy(
  deps: Deps,
  practice: Practice,
): Promise<Extract<PracticeScreen, { view: 'result' }> | undefined> {
  const read = practice.incident === undefined ? undefined : await loadIncident(deps, practice.incident);
  if (!read) return undefined;
  const { incident, deliveries } = read.file;
  const { entries } = await deps.incidents.history(incident.id);
  const { steps } = read.situation.routine;
  return {
    ...{ kind: 'practice', view: 'result', asking: practice.id, began: incident.createdAt },
    reference: incident.reference,
    rows: playersIn(practice).map(({ person, name }) => {
      const acts = entries.filter(({ by }) => by === person);
      return {
        name,
        toldAt: earliest(
          deliveries.filter(({ value }) => value.person === person).map(({ value }) => value.sentAt),
        ),
        // The alarm itself was the exercise's.
        actedAt: earliest(acts.filter(({ act }) => act !== 'raiseAlarm').map(({ at }) => at)),
        acts: acts.filter(({ act }) => act !== 'raiseAlarm').length,
      };
    }),
    steps: { ended: steps.filter((step) => isSettled(incident, step)).length, all: steps.length },
    now: deps.now().toISOString(),
  };
}
