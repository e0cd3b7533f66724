import { withFiles } from '../../routine/rules/report/evidence';
import { withOthers } from '../../routine/transitions/beside/joined';
import { withSuspects, withSuspectsElsewhere } from '../../routine/transitions/beside/suspects';
import { settle } from '../../routine/transitions/consequences';
import {
  begin,
  fileReport,
  hasReportSince,
  isOthers,
  reportOwnParty,
} from '../../routine/transitions/reporting';
import {
  isInvolvedAsked,
  isOfOther,
  isRegistering,
  keptFields,
  mainPages,
  saidIn,
  suspectsIn,
} from '../../screens/forms';
import { asWhat, freeReference } from '../aggregates/joined/insertion';
import type { Caller, Data, Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import type { IncidentFile } from '../ports/incidents';
import type { Draft } from '../ports/people';
import {
  formsToClose,
  isOwn,
  loadIncident,
  newTurn,
  tryRead,
  turnOn,
  withIncident,
} from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { type Inserted, insert, presentState } from './createIncident';
import { changeDraft, draftFor, keepPage, problemsOf, showDraft, suspectsOfDraft } from './draft';
import { asEvidence } from './evidence/asEvidence';
import { withBombAtLast } from './guidance/bombThreat';
import { withCallTold } from './guidance/callNotes';
import { sentState } from './people/sent';
import { beginningOf, isAboutWriter, reportIn, togetherOf } from './people/told';
import { reportId } from './people/watched';
import { remember, rowOf, startAnew } from './start';

/** "Jag är i säkerhet – berätta": the report, with what is remembered of the person. */
export async function safe(
  deps: Deps,
  press: Press,
  { draft: from, ...data }: { draft: string } & Data,
): Promise<Outcome> {
  const { caller } = press;
  const suspects = suspectsIn(data);
  const { row } = await rowOf(deps, caller);
  const begun = await reportId(deps, caller, { quiet: row.quiet, id: from });
  const { id, file } = await draftFor(deps, caller, begun);
  const { party, phone } = row;
  const remembered: Record<string, string> = {
    ...(party ? { party } : {}),
    ...(phone ? { phone } : {}),
    ...(party && phone ? { isKnown: 'yes' } : {}),
  };
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    values: {
      // Of somebody else nothing is remembered here.
      ...(isRegistering(one.values) ? {} : { who: 'me', ...remembered }),
      ...withCallTold(one.values),
      // What is chosen now is what holds.
      ...(isInvolvedAsked(data) ? { involvedAsked: 'yes', suspects: suspects.join(',') } : {}),
    },
  }));
  const said = saidIn({
    values: draft.values,
    isOnIncident: file !== undefined && isOwn(file, caller.person),
  });
  const page = isRegistering(draft.values) ? 'you' : mainPages(said)[0];
  return showDraft(deps, caller, draft, file, page ?? 'what');
}

/** The files that go with a report. */
const filesOf = (draft: Draft, caller: Caller) =>
  asEvidence(draft.files ?? [], {
    by: caller.person,
    as: isAboutWriter(draft, caller) ? 'victim' : 'reporter',
  });

/** Undefined: another press has made an incident of that id in this moment. */
async function sendNew(
  deps: Deps,
  press: Press,
  draft: Draft,
  isMunicipality: boolean,
): Promise<Inserted | undefined> {
  const { caller } = press;
  const [contacts, person] = await Promise.all([deps.contacts.read(), deps.people.read(caller.person)]);
  const turn = newTurn(deps, contacts, { by: caller.person, once: draft.id });
  const name = person?.value.name || caller.name;
  const named = { ...caller, name };
  const rest = beginningOf(draft, named, isMunicipality);
  const [reference, suspects] = await Promise.all([
    freeReference(deps, draft.id),
    suspectsOfDraft(deps, { draft, caller: named, contacts }),
  ]);
  const areAsBefore = !isInvolvedAsked(draft.values) && isAboutWriter(draft, named);
  const known = { reference, suspects, areAsBefore };
  const incident = begin({ ...rest, ...known }, turn);
  const filed = fileReport(incident, reportIn(draft, turn.routine), turn);
  const together = togetherOf(deps, draft, { caller: named, isMunicipality });
  const reported = withOthers(withFiles(filed, filesOf(draft, named)), together, turn);
  // Of several none has this card for its own.
  const shown = together.others.length > 0 ? { ...press, activityId: undefined } : press;
  return insert(deps, settle(reported, turn), shown, 'sendReport', draft.shownIn);
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
      const named = withSuspects(before, suspectsIn(draft.values), turn);
      const without = withSuspectsElsewhere(named, read.file.incident, turn);
      const filed = fileReport(without, reportIn(draft, turn.routine), turn);
      const given = withFiles(filed, filesOf(draft, press.caller));
      const incident = { ...settle(given, turn), rev: filed.rev + 1 };
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
  const files = draft.files ?? [];
  for (const file of files) await deps.index.addFile(id, file.id);
  await deps.drafts.save({ ...draft, id });
  await deps.drafts.remove(caller.person, draft.id);
  for (const file of files) await deps.index.dropFile(draft.id, file.id);
  return id;
}

/** "Skicka": the draft becomes the incident of the same id, or the report of its alarm; else an incident of its own. */
export async function send(
  deps: Deps,
  press: Press,
  { draft: id, ...data }: { draft: string } & Data,
  isMunicipality: boolean,
): Promise<Outcome> {
  const { caller } = press;
  const [found, file] = await Promise.all([deps.drafts.read(caller.person, id), tryRead(deps, id)]);
  const isMine = file !== undefined && !isOthers(file.incident, caller.person);
  if (!found) return isMine ? sentState(deps, press, { id, file }) : startAnew(deps, caller);
  const answered = keptFields('review', deps.municipality, found.value.values).some(
    ({ id: field }) => data[field] !== undefined,
  );
  const draft = answered ? (await keepPage(deps, press, id, 'review', data)).draft : found.value;
  return sendDraft(deps, press, { draft, file, isMine }, isMunicipality);
}

interface Sending {
  draft: Draft;
  /** The incident under the draft's id, and whether it has to do with the sender. */
  file: IncidentFile | undefined;
  isMine: boolean;
}

async function sendDraft(
  deps: Deps,
  press: Press,
  { draft: found, file, isMine }: Sending,
  isMunicipality: boolean,
): Promise<Outcome> {
  const { caller } = press;
  const { id } = found;
  const draft = { ...found, values: withBombAtLast(found.values) };
  const again = (from: string) => send(deps, press, { draft: from }, isMunicipality);
  const sendAnew = async () => again(await move(deps, press, draft));
  if ((file && !isMine) || (!file && (await deps.erasure.isBuried(id)))) return sendAnew();
  const wrong = problemsOf(deps, draft, file !== undefined);
  if (wrong) return showDraft(deps, caller, draft, file, wrong.page, wrong.problems);
  const made = file ? undefined : await sendNew(deps, press, draft, isMunicipality);
  if (!file && !made) return again(id);
  if (file && !(await sendOnto(deps, press, draft, isMunicipality))) {
    // What is invented becomes no incident of its own.
    if (file.incident.practice) return presentState(deps, caller, { id });
    return sendAnew();
  }
  const [outcome] = await Promise.all([
    sentState(deps, press, { id, file, handed: made?.handed, draft }),
    file?.incident.practice ? undefined : rememberSent(deps, caller, draft.values),
    deps.drafts.remove(caller.person, id),
  ]);
  return outcome;
}

/** Party and telephone of who reported about themselves. */
async function rememberSent(deps: Deps, caller: Caller, values: Draft['values']): Promise<void> {
  if (!isOfOther(values)) await remember(deps, caller, { party: values.party, phone: values.phone });
}
