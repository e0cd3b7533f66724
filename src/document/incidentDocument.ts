import { wholeTaskFacts } from '../cards/pages/steps/channelTasks';
import { noteFacts } from '../cards/pages/steps/noting';
import { outlookFacts } from '../cards/pages/steps/outlook';
import { nameOf, type Scene, sceneOf } from '../cards/scene';
import type { Municipality } from '../content/municipalities/municipality';
import { capital } from '../content/names';
import { LOG, LOG_ACTS, logRoles } from '../content/texts/log';
import { DOCUMENT } from '../content/texts/printed/document';
import { MOVE_DAY } from '../content/texts/standing/moveDay';
import { OUTLOOK } from '../content/texts/standing/outlook';
import { dayAndTime, fullDay } from '../content/texts/time';
import type { SceneData } from '../screens/scene';
import type { LogEntry } from '../screens/screen';
import { checklistParts } from './checklistPart';
import { correctionParts } from './correctionsPart';
import { evidenceParts } from './evidencePart';
import { reviewPart, talkParts } from './followUpParts';
import { answerRow, type DocumentPart, type WordDocument } from './model';
import { occurrenceParts } from './occurrencesPart';
import { reportPart, versionsPart } from './reportPart';

/** Entries of an incident's log, oldest first, and whether it is whole. */
export interface DocumentHistory {
  readonly entries: readonly LogEntry[];
  readonly isWhole: boolean;
}

/** Nobody in particular reads it: the reader is not "du", and no step is the reader's own. */
const printed = (scene: Scene): Scene => ({
  ...scene,
  viewer: { ...scene.viewer, person: '' },
  facts: { ...scene.facts, owned: [] },
});

/** Which incident it is, how it stands, and by which plan it was handled. */
function aboutPart(scene: Scene): DocumentPart {
  const { incident, municipality, now, routine } = scene;
  const { about, blank } = DOCUMENT;
  const { plan } = municipality;
  const closed = incident.closedAt ? about.closed(dayAndTime(incident.closedAt)) : about.open;
  const rows: [string, string][] = [
    [about.reference, incident.reference],
    [about.registry, incident.registry?.number ?? about.noRegistry],
    [about.began, dayAndTime(incident.createdAt)],
    [about.state, incident.state === 'closed' ? closed : about.open],
    [about.made, dayAndTime(now.toISOString())],
    [about.plan, plan.title],
    [about.decided, `${plan.decidedBy}, ${fullDay(plan.decidedOn)}`],
    [about.planNumber, plan.number],
    [about.owner, plan.owner],
    [about.archive, plan.archive],
    [about.routine, String(routine.version)],
  ];
  return {
    title: about.title,
    slot: 'about',
    level: 1,
    lines: [],
    table: {
      heads: about.heads,
      widths: [1, 2],
      rows: rows.map(([label, text]) => answerRow(label, [text], blank)),
    },
  };
}

/** Rows of what was done beside the steps: measures that protect, threat assessments, tasks by channel. */
function besidePart(scene: Scene): DocumentPart {
  const { protection, threats = [] } = scene.incident;
  const { title, heads, none, ...words } = DOCUMENT.beside;
  const rows = [
    ...protection.map(({ what, who, when, day, waived, moves = [] }) => {
      const moved = moves.map(({ from, at, by, reason = '' }) =>
        MOVE_DAY.moved({ from: from ? fullDay(from) : '', at: dayAndTime(at) }, nameOf(scene, by), reason),
      );
      const said = [what, who, day ? fullDay(day) : when, ...moved, waived ?? ''];
      return answerRow(words.protection, said, DOCUMENT.blank);
    }),
    ...threats.map(({ who, source, outcome }) =>
      answerRow(words.threat, [who, source, outcome], DOCUMENT.blank),
    ),
    ...noteFacts(scene).map(({ label, text }) => answerRow(words.note, [label, text], DOCUMENT.blank)),
    ...outlookFacts(scene).map(({ label, text }) => answerRow(OUTLOOK.label, [label, text], DOCUMENT.blank)),
    ...wholeTaskFacts(scene).map(({ label, text }) => answerRow(label, [text], DOCUMENT.blank)),
  ];
  return rows.length === 0
    ? { title, slot: 'beside', level: 1, lines: [none] }
    : { title, slot: 'beside', level: 1, lines: [], table: { heads, widths: [1, 2], rows } };
}

/** The acts of an incident's log, with who did each and as what. Looks are the log's own, and not the document's. */
function historyPart(scene: Scene, { entries, isWhole }: DocumentHistory): DocumentPart {
  const { title, heads, none, broken } = DOCUMENT.history;
  const roles = logRoles(scene.municipality.names);
  const who = ({ by, as }: LogEntry) =>
    LOG.by(
      nameOf(scene, by),
      [...new Set(as.split(',').flatMap((role) => roles[role] ?? []))].map(String).join(', '),
    );
  const rows = entries
    .filter(({ isLook }) => !isLook)
    .map((entry) => [dayAndTime(entry.at), capital(who(entry)), LOG_ACTS[entry.what] ?? LOG.unknown]);
  return {
    title,
    slot: 'history',
    level: 1,
    lines: [...(isWhole ? [] : [broken]), ...(rows.length === 0 ? [none] : [])],
    ...(rows.length > 0 && { table: { heads, widths: [2, 2, 3], rows } }),
  };
}

/**
 * The municipality's incident document (Bilaga 5) as far as an incident has come: report, checklist, talks and review, then its
 * versions and history. It holds what the viewer of the scene may read, and nothing more.
 */
export function incidentDocument(
  seen: SceneData,
  municipality: Municipality,
  history: DocumentHistory,
): WordDocument {
  const scene = printed(sceneOf(seen, municipality));
  return {
    title: DOCUMENT.title,
    municipality: scene.municipality.name,
    reference: scene.incident.reference,
    lines: [DOCUMENT.secrecy],
    parts: [
      aboutPart(scene),
      reportPart(scene),
      ...evidenceParts(scene),
      ...occurrenceParts(scene),
      ...checklistParts(scene),
      besidePart(scene),
      ...talkParts(scene),
      reviewPart(scene),
      versionsPart(scene),
      ...correctionParts(scene),
      historyPart(scene, history),
    ],
  };
}
