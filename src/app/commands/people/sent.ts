import { isFirstOfSeveral } from '../../../routine/transitions/beside/joined';
import { note } from '../../../screens/screen';
import type { Outcome, Press } from '../../bot';
import { collapsePages } from '../../chat/collapsePages';
import type { Deps } from '../../deps';
import type { IncidentFile } from '../../ports/incidents';
import type { Draft } from '../../ports/people';
import { tryRead } from '../../queries/loadIncident';
import { type Inserted, presentState } from '../createIncident';

/** A report that has been sent, and the draft that it was. */
interface Sent {
  id: string;
  file: IncidentFile | undefined;
  handed?: Inserted['handed'];
  draft?: Draft;
}

/** The present state of what was sent; of several who were registered together none is shown before the others. */
export async function sentState(
  deps: Deps,
  press: Press,
  { id, file, handed, draft }: Sent,
): Promise<Outcome> {
  const { caller, activityId } = press;
  const incident = (handed?.file ?? file ?? (await tryRead(deps, id)))?.incident;
  if (!incident || !isFirstOfSeveral(incident, caller.person))
    return presentState(deps, caller, { id, handed });
  const pages = draft?.shownIn ?? [];
  await collapsePages(
    deps,
    caller.person,
    pages.filter((page) => page !== activityId),
  );
  // What is calm is told by the next sweep: all of it in one card a person.
  return { screen: note('severalSent'), ...(incident.acute ? { touched: id } : {}) };
}
