import type { Report } from '../../routine/model/incident';
import type { Routine } from '../../routine/model/routine';
import { settle } from '../../routine/transitions/consequences';
import {
  type Beginning,
  begin,
  fileReport,
  hasReportSince,
  isOthers,
  reportOwnParty,
} from '../../routine/transitions/reporting';
import { boardIn } from '../../screens/forms';
import type { Caller, Data, Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import type { Draft } from '../ports/people';
import { formsToClose, loadIncident, newTurn, tryRead, turnOn, withIncident } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { asWhat, freeReference, insert, presentState } from './createIncident';
import { draftFor, keepPage, problemsOf, showDraft } from './draft';
import { rememberParty, startAnew } from './start';

/** "Jag är i säkerhet": the report, with the party chosen on the first card. */
export async function safe(deps: Deps, press: Press, from: string, data: Data): Promise<Outcome> {
  const { caller } = press;
  const { id, file } = await draftFor(deps, caller, from);
  const { party } = await rememberParty(deps, caller, data);
  const today = deps.now().toISOString();
  const { draft } = await keepPage(deps, press, id, 'who', {
    ...(party ? { party } : {}),
    forBoard: data.forBoard,
  });
  const values = { who: 'me', ...draft.values };
  return showDraft(deps, caller, { ...draft, values, updatedAt: today }, file, 'who');
}

const reportOf = (draft: Draft, { pages }: Routine): Partial<Report> =>
  Object.fromEntries(
    pages
      .flatMap((page) => page.fields)
      .flatMap(({ id }) => (draft.values[id] ? [[id, draft.values[id]]] : [])),
  );

function beginningOf(
  draft: Draft,
  caller: Caller,
  name: string,
  isMunicipality: boolean,
): Omit<Beginning, 'reference'> {
  const { values } = draft;
  const isOther = values.who === 'other';
  const knows = values.knows === 'chosen' || values.knows === 'yes' ? values.knows : 'no';
  return {
    id: draft.id,
    via: 'report',
    acute: false,
    route: isMunicipality ? 'municipality' : 'party',
    party: values.party ?? '',
    board: boardIn(values),
    reporter: isOther
      ? {
          person: caller.person,
          name,
          kind: knows === 'chosen' ? 'proxy' : 'other',
          relation: values.relation,
          knows,
        }
      : { person: caller.person, name, kind: 'self' },
    victim: isOther ? { name: values.victimName ?? '' } : { person: caller.person, name },
  };
}

/** False: another press has made an incident of that id in this moment. */
async function sendNew(deps: Deps, press: Press, draft: Draft, isMunicipality: boolean): Promise<boolean> {
  const { caller } = press;
  const [contacts, person] = await Promise.all([deps.contacts.read(), deps.people.read(caller.person)]);
  const turn = newTurn(deps, contacts, { by: caller.person, once: draft.id });
  const name = person?.value.name || caller.name;
  const rest = beginningOf(draft, caller, name, isMunicipality);
  const incident = begin({ ...rest, reference: await freeReference(deps, draft.id) }, turn);
  // To whom it goes is the routine's to say: without a known party it is the municipality.
  const consent = { at: incident.createdAt, to: incident.route, asked: 'report' as const };
  const reported = fileReport(incident, reportOf(draft, turn.routine), consent, turn);
  return insert(deps, settle(reported, turn), press, 'sendReport', draft.shownIn);
}

/**
 * The report of an incident that began with an alarm; decided again when someone else changed it meanwhile. False: it
 * has been closed, and takes no report any more.
 */
async function sendOnto(deps: Deps, press: Press, draft: Draft, isMunicipality: boolean): Promise<boolean> {
  const by = press.caller.person;
  const isSent = await decideAgain(
    () => loadIncident(deps, draft.id),
    (read) => {
      const since = hasReportSince(read.file.incident, by);
      // Sent before is this very draft; one that was written after that tells of something else.
      if (since !== undefined) return { isOfIt: draft.updatedAt <= since };
      if (read.file.incident.state === 'closed') return { isOfIt: false };
      const turn = turnOn(read, by, draft.id);
      const at = turn.now.toISOString();
      const before = isMunicipality ? reportOwnParty(read.file.incident, turn) : read.file.incident;
      const filed = fileReport(
        before,
        reportOf(draft, turn.routine),
        { at, to: before.route, asked: 'report' },
        turn,
      );
      const incident = { ...settle(filed, turn), rev: filed.rev + 1 };
      const as = asWhat(incident, by);
      const history = [
        ...(before === read.file.incident ? [] : [{ at, by, act: 'reportOwnParty', about: '', as }]),
        { at, by, act: 'sendReport', about: 'alarm', as },
      ];
      return {
        isOfIt: true,
        change: { incident, history, cards: formsToClose(read, withIncident(read, incident)) },
      };
    },
    async (read, { change }) => {
      if (!change) return 'saved';
      const { id, rev, acute } = change.incident;
      await deps.agenda.wake(id, deps.now().getTime(), rev, acute);
      return deps.incidents.save(read.file, change);
    },
  );
  return isSent?.isOfIt ?? true;
}

/** The draft under an id that no incident has. */
async function move(deps: Deps, { caller }: Press, draft: Draft): Promise<string> {
  const id = newId(deps);
  await deps.drafts.save({ ...draft, id });
  await deps.drafts.remove(caller.person, draft.id);
  return id;
}

/** "Skicka": the draft becomes the incident of the same id, or the report of its alarm; else an incident of its own. */
export async function send(deps: Deps, press: Press, id: string, isMunicipality: boolean): Promise<Outcome> {
  const { caller } = press;
  const [held, file] = await Promise.all([deps.drafts.read(caller.person, id), tryRead(deps, id)]);
  const isMine = file !== undefined && !isOthers(file.incident, caller.person);
  if (!held) return isMine ? presentState(deps, caller, id) : startAnew(deps, caller);
  const sendAnew = async () => send(deps, press, await move(deps, press, held.value), isMunicipality);
  if ((file && !isMine) || (!file && (await deps.erasure.isBuried(id)))) return sendAnew();
  const wrong = problemsOf(deps, held.value, file !== undefined);
  if (wrong) return showDraft(deps, caller, held.value, file, wrong.page, wrong.problems);
  if (!file && !(await sendNew(deps, press, held.value, isMunicipality)))
    return send(deps, press, id, isMunicipality);
  if (file && !(await sendOnto(deps, press, held.value, isMunicipality))) return sendAnew();
  await deps.drafts.remove(caller.person, id);
  return presentState(deps, caller, id);
}
