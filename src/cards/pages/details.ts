import { BUTTON, COMMON } from '../../content/texts/common';
import { EVIDENCE, fileLine, giverTitle } from '../../content/texts/evidence/evidence';
import { PROTECTION } from '../../content/texts/lead';
import { DETAILS, LISTS } from '../../content/texts/pages';
import { REGISTER } from '../../content/texts/people/aloud';
import { KIN_LOOK } from '../../content/texts/people/kin';
import { VERSIONS } from '../../content/texts/report';
import { DELIVERY } from '../../content/texts/standing/delivery';
import { dayWritten, longDay, moment } from '../../content/texts/time';
import { EARLY } from '../../content/texts/wishes/wishes';
import type { ProtectionMeasure } from '../../routine/model/records';
import { type StepSpec, stepOf } from '../../routine/model/routine';
import type { ShownAbove } from '../../routine/model/step';
import { isWide, type Scope } from '../../routine/rules/access';
import { hasEnded } from '../../routine/rules/progress';
import { kindOf } from '../../routine/rules/report/evidence';
import { versionsOf } from '../../routine/rules/report/versions';
import { isRegistered } from '../../routine/rules/victim/aloud';
import { shownPart } from '../../screens/forms';
import { erasedLines } from '../base/retention';
import { decisionFacts } from '../decisionParts';
import { eventsButton } from '../eventParts';
import { back, card, extra, SHOWN, shortened } from '../parts';
import { ALL, added, POLICE, pageFrom, readsAs, reportFacts, reportLabel } from '../report/reportFacts';
import { is, kicker, logNote, on, reachVictim, type Scene, toExtraPage, toPage } from '../scene';
import { documentButton, documentLink, wordsOf } from '../stepParts';
import type { ButtonView, FactView, View } from '../view';
import { recordFacts } from './stepFields';
import { taskFacts } from './steps/channelTasks';
import { movesOf } from './steps/measures';

/** The lines above the form of a step, so that nobody has to look it up first. */
export function shownAbove(scene: Scene, { shows }: StepSpec): FactView[] {
  if (!shows) return [];
  const { report = [], records = [] } = shows;
  const advice = records.flatMap(({ step, fields }) => {
    const spec = stepOf(scene.routine, step);
    return spec ? recordFacts(scene, spec).filter(({ id }) => fields.includes(id)) : [];
  });
  return [
    ...(shows.who && !is(scene, 'victim') ? whoOf(scene, shows) : []),
    ...reportFacts(
      scene.incident.report,
      scene.routine,
      readsAs(scene),
      (report === 'police' ? POLICE : report).filter((one) => one !== 'phone'),
    ),
    ...advice,
  ];
}

/** Facts on whom a step concerns: all of them, or the name, and the number where the step says so. */
function whoOf(scene: Scene, { who, report = [] }: ShownAbove): FactView[] {
  if (who === true) return people(scene);
  return report !== 'police' && report.includes('phone') ? named(scene) : named(scene).slice(0, 1);
}

/** The name and number, as far as the viewer may read them. */
const named = (scene: Scene): FactView[] => {
  const { victim, report } = scene.incident;
  return [
    ...(victim.name ? [{ label: DETAILS.victim, text: victim.name }] : []),
    ...(report.phone
      ? [{ label: reportLabel(scene.routine.words.report, 'phone', readsAs(scene)), text: report.phone }]
      : []),
  ];
};

/** Who wrote the report for the victim, and how they told it. */
const registeredFact = ({ incident: { reporter } }: Scene): FactView[] =>
  reporter.came
    ? [{ label: REGISTER.label, text: REGISTER.by(reporter.name || COMMON.noName, reporter.came) }]
    : [];

/** Facts on whom it concerns and how to reach them: they come first. */
const people = (scene: Scene): FactView[] => {
  const { victim, reporter, party, report } = scene.incident;
  const board = scene.municipality.boards.find(({ code }) => code === scene.incident.board);
  const isOther = reporter.kind !== 'self';
  return [
    { label: DETAILS.victim, text: victim.name || COMMON.noName },
    ...(report.phone
      ? [{ label: reportLabel(scene.routine.words.report, 'phone', readsAs(scene)), text: report.phone }]
      : []),
    ...(party ? [{ label: DETAILS.party, text: party }] : []),
    ...(board ? [{ label: DETAILS.board, text: board.name }] : []),
    ...registeredFact(scene),
    ...(isOther && !isRegistered(scene.incident)
      ? [{ label: DETAILS.reporter, text: reporter.name || COMMON.noName }]
      : []),
    ...(isOther && reporter.relation ? [{ label: DETAILS.relation, text: reporter.relation }] : []),
  ];
};

const ended = (scene: Scene): FactView[] =>
  scene.routine.steps
    .filter((step) => hasEnded(scene.incident, step.id))
    .flatMap((step) => {
      const facts = recordFacts(scene, step);
      const text = facts.map((fact) => `${fact.label} ${fact.text}`).join('\n');
      return facts.length > 0
        ? [{ label: `${step.section} ${wordsOf(scene, step).short}`, text: shortened(text) }]
        : [];
    });

const protection = (scene: Scene): FactView[] =>
  scene.incident.protection.map((measure) => ({
    label: DETAILS.protection,
    text: shortened(
      [measure.what, measure.who, measure.when, measureState(scene, measure), ...movesOf(scene, measure)]
        .filter(Boolean)
        .join(' · '),
    ),
  }));

/** Files given as evidence: nothing opens them here. */
const evidence = ({ incident, municipality, now }: Scene): FactView[] =>
  (incident.evidence ?? []).map(({ name, type, bytes, at, as, sha256 }) => ({
    label: `${EVIDENCE.label}: ${fileLine(kindOf(type), bytes)}`,
    text: shortened(
      [
        name || EVIDENCE.noName,
        giverTitle(municipality.names, as),
        moment(at, now),
        EVIDENCE.print(sha256),
      ].join(' · '),
    ),
  }));

/** The threat assessments of a threat by phone. */
const threats = (scene: Scene): FactView[] =>
  (scene.incident.threats ?? []).map(({ who, source, outcome }) => ({
    label: DETAILS.threat,
    text: shortened([who, source, outcome].filter(Boolean).join(' · ')),
  }));

/** How a measure stands: not said of those of earlier releases, which have no day. */
function measureState({ now }: Scene, { day, doneAt, waived }: ProtectionMeasure): string {
  if (waived !== undefined) return PROTECTION.waived(waived);
  if (doneAt) return PROTECTION.doneAt(moment(doneAt, now));
  return day ? PROTECTION.by(longDay(day)) : '';
}

const talks = (scene: Scene): FactView[] =>
  scene.incident.talks
    .filter((talk) => talk.heldOn || talk.waived)
    .map((talk) => ({
      label: DETAILS.talks,
      text: shortened(
        [dayWritten(talk.heldOn ?? ''), talk.attendees, talk.notes, talk.waived].filter(Boolean).join(' · '),
      ),
    }));

/** The presses of a page, on the last one also to whom the victim wants rung. Three are in sight, the way back among them. */
function pagePresses(scene: Scene, [isLong, isLast]: readonly [boolean, boolean]): ButtonView[] {
  const reading = [
    ...(isLong ? [toPage(scene, BUTTON.showAll, 'story')] : []),
    ...(versionsOf(scene.incident).length > 1 ? [toPage(scene, VERSIONS.button, 'versions')] : []),
  ];
  if (!isLast || !scene.mayDo.has('readKin') || scene.incident.state !== 'open') return reading;
  const toKin = reading.length > 1 ? toExtraPage : toPage;
  return [...reading, toKin(scene, KIN_LOOK.button, 'kin')];
}

/** The line above what is read: that it has been erased, how little of it is shown, or that there is nothing yet. */
function headLines(scene: Scene, scope: Scope): string[] {
  if (scope !== 'groups' && scene.incident.erased) return erasedLines(scene);
  if (scope === 'steps') return [DETAILS.forStep];
  return scene.incident.report.what ? [] : [DETAILS.empty];
}

/** Why it was closed before all was done, in the words of whoever closed it. */
const closedEarly = ({ incident: { closeWords } }: Scene): FactView[] =>
  closeWords ? [{ label: EARLY.label, text: shortened(closeWords) }] : [];

/** "Visa uppgifter": what this person may read, after the server has checked who asks. The look is logged. */
export function detailsPage(scene: Scene, scope: Scope, from = 0): View {
  const { report } = scene.incident;
  const fields = (scope === 'police' ? POLICE : ALL).filter((one) => one !== 'phone');
  const written = reportFacts(report, scene.routine, readsAs(scene), fields);
  const facts = [
    ...(scope === 'steps' ? named(scene) : people(scene)),
    ...written,
    ...added(scene, scope === 'police' ? POLICE : ALL),
    ...evidence(scene),
    ...(scope === 'police' || scope === 'steps'
      ? []
      : [...protection(scene), ...threats(scene), ...taskFacts(scene)]),
    ...(isWide(scope) || scope === 'own' ? decisionFacts(scene) : []),
    ...ended(scene),
    ...(isWide(scope) ? [...talks(scene), ...closedEarly(scene)] : []),
  ];
  const { shown, next } = pageFrom(facts, from);
  const isLong = from === 0 && [...(report.what ?? '')].length > SHOWN;
  return card({
    kicker: kicker(scene),
    title: DETAILS.title,
    lines: headLines(scene, scope),
    facts: shown,
    links: [...(isWide(scope) ? reachVictim(scene) : []), ...documentLink(scene)],
    buttons: [
      ...pagePresses(scene, [isLong, next === undefined]),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'details', { about: String(next) })]),
      ...(scene.mayDo.has('seeDeliveries') ? [extra(DELIVERY.button, 'deliveries', on(scene))] : []),
      ...documentButton(scene),
      back('show', on(scene)),
    ],
    below: { buttons: eventsButton(scene) },
    footnote: logNote(scene),
  });
}

/** Which party it is about, and nothing else: for who was only told. */
export function partyPage(scene: Scene): View {
  const party = scene.municipality.parties.find(({ code }) => code === scene.incident.party);
  return card({
    kicker: kicker(scene),
    title: DETAILS.partyTitle,
    lines: [party?.name ?? DETAILS.noParty],
    buttons: [back('show', on(scene))],
    footnote: logNote(scene),
  });
}

/** The parts of a long text, each as much as a card holds. */
function partsOf(text: string): string[] {
  const part = shownPart(text);
  return part === text ? [text] : [part, ...partsOf(text.slice(part.length))];
}

/** The whole of the long text, on pages of their own. `about`: which part. */
export function storyPage(scene: Scene, about: string): View {
  const parts = partsOf(scene.incident.report.what ?? '');
  const at = /^\d{1,2}$/.test(about) ? Number(about) : 0;
  return storyPart(scene, parts[at] ?? '', parts[at + 1] === undefined ? undefined : String(at + 1));
}

const storyPart = (scene: Scene, text: string, next: string | undefined): View =>
  card({
    kicker: kicker(scene),
    title: DETAILS.title,
    facts: [{ label: scene.routine.words.report.what ?? '', text }],
    buttons: [
      ...(next ? [toPage(scene, BUTTON.showRest, 'story', { about: next })] : []),
      toPage(scene, BUTTON.back, 'details'),
    ],
    footnote: logNote(scene),
  });
