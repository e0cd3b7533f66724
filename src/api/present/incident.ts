import { followButton } from '../../cards/pages/steps/outlook';
import { plain } from '../../cards/parts';
import { present } from '../../cards/present';
import { nameOf, on, type Scene, sceneOf, toPage } from '../../cards/scene';
import { sectionWords, stepRow, wordsOf } from '../../cards/stepParts';
import type { ButtonView } from '../../cards/view';
import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON } from '../../content/texts/common';
import { OUTLOOK } from '../../content/texts/standing/outlook';
import { MEETING } from '../../content/texts/tab/overview';
import { TAB } from '../../content/texts/tab/pages';
import { moment, shortDay } from '../../content/texts/time';
import type { Page } from '../../routine/acts/pages';
import type { StepSpec } from '../../routine/model/routine';
import { hasForm, isWorkedOn } from '../../routine/plan/traits';
import { hasEnded, isSettled, mayApprove, stateOf } from '../../routine/rules/progress';
import type { Act } from '../../routine/rules/roles/may';
import type { TabIncidentScreen } from '../../screens/tab/tabScreens';
import type { IncidentPage, SectionView, StepView } from '../contract';
import type { Stand } from '../stand';
import { filesView } from './files';
import { incidentStand, waitView } from './waits';

const STANDS = {
  done: { kind: 'done', text: TAB.stands.done },
  notApplicable: { kind: 'none', text: TAB.stands.none },
  open: { kind: 'now', text: TAB.stands.now },
  waiting: { kind: 'waiting', text: TAB.stands.waiting },
} as const satisfies Readonly<Record<string, Stand>>;

const isUnasked = (scene: Scene, step: StepSpec): boolean =>
  mayApprove(scene.incident, step, scene.routine, scene.now);

function stepStand(scene: Scene, step: StepSpec): Stand {
  if (isUnasked(scene, step)) return STANDS.waiting;
  return STANDS[stateOf(scene.incident, step, scene.routine, scene.now)];
}

/** The page of a step, where there is something to read or to fill in. */
function pressOf(scene: Scene, step: StepSpec, pages: readonly Page[]): ButtonView | undefined {
  if (!pages.includes('steps') || !scene.mayDo.has('endStep')) return undefined;
  const isEnded = hasEnded(scene.incident, step.id);
  if (isEnded || isUnasked(scene, step)) return toPage(scene, BUTTON.openStep, 'step', { step: step.id });
  const isOpen = scene.facts.open.includes(step.id);
  return isOpen && isWorkedOn(step) && hasForm(step)
    ? toPage(scene, BUTTON.fillIn, 'step', { step: step.id })
    : undefined;
}

function stepView(scene: Scene, step: StepSpec, { pages, lastDays }: TabIncidentScreen): StepView {
  const { note } = stepRow(scene, step);
  const last = lastDays[step.id];
  const stand = stepStand(scene, step);
  return {
    id: step.id,
    title: wordsOf(scene, step).short,
    note: [stand.kind === 'now' ? note : '', last ? TAB.by(shortDay(last)) : ''].filter(Boolean).join(' · '),
    stand,
    press: pressOf(scene, step, pages),
  };
}

/** A section stands as the step in it that is nearest to being done. */
function sectionStand(scene: Scene, steps: readonly StepSpec[]): Stand {
  if (steps.every((step) => isSettled(scene.incident, step))) return STANDS.done;
  return steps.some((step) => stepStand(scene, step).kind === 'now') ? STANDS.open : STANDS.waiting;
}

/** The plan as a timeline, for who may open *Alla åtgärder*. */
function planOf(scene: Scene, screen: TabIncidentScreen): SectionView[] {
  if (!screen.pages.includes('steps')) return [];
  const { steps } = scene.routine;
  return [...new Set(steps.map(({ section }) => section))].map((id) => {
    const own = steps.filter(({ section }) => section === id);
    const ended = own.filter((step) => isSettled(scene.incident, step)).length;
    return {
      id,
      title: sectionWords(scene, id),
      note: TAB.count(ended, own.length),
      stand: sectionStand(scene, own),
      steps: own.map((step) => stepView(scene, step, screen)),
    };
  });
}

/** Pages that are read, in the order in which they are offered; the others are reached from the card. */
const READ: readonly Page[] = [
  'details',
  'story',
  'versions',
  'corrections',
  'tasks',
  'amend',
  'outlook',
  'notes',
  'improvement',
];
const LIST_VERBS = { seeDeliveries: 'deliveries', seeLooks: 'looks' } as const;

/** Buttons to what can be read of an incident: pages, and lists. */
export function readLinks(
  scene: Scene,
  { pages, acts }: { pages: readonly Page[]; acts: readonly Act[] },
): ButtonView[] {
  const titled = (name: string) => TAB.links[name] ?? name;
  return [
    ...READ.filter((page) => pages.includes(page)).map((page) => toPage(scene, titled(page), page)),
    ...(['seeDeliveries', 'seeLooks'] as const)
      .filter((act) => acts.includes(act))
      .map((act) => plain(titled(act), LIST_VERBS[act], on(scene))),
    ...(acts.includes('readLog') ? [toPage(scene, titled('readLog'), 'log')] : []),
  ];
}

/** How it stands, in a word: its line is read on its page. */
function outlookFact({ incident, now }: Scene): { label: string; text: string }[] {
  const last = incident.outlook?.said.at(-1);
  return last
    ? [{ label: OUTLOOK.label, text: `${OUTLOOK.states[last.state]}, ${moment(last.at, now)}` }]
    : [];
}

/** Facts of an incident that everybody with a part in it has: no name but an official's. */
export function outlineFacts({ incident, ...rest }: Scene): { label: string; text: string }[] {
  const scene: Scene = { incident, ...rest };
  const { lead, closedAt, registry } = incident;
  return [
    { label: TAB.started, text: moment(incident.createdAt, scene.now) },
    { label: TAB.leads, text: lead ? nameOf(scene, lead.person) : TAB.nobody },
    ...outlookFact(scene),
    ...(closedAt ? [{ label: TAB.closedAt, text: moment(closedAt, scene.now) }] : []),
    ...(registry?.number ? [{ label: TAB.registry, text: registry.number }] : []),
  ];
}

/** Whether a viewer is told which incident it is: not who is only asked whether it is about them. */
const isKnown = ({ viewer }: Scene): boolean =>
  [...viewer.roles].some((role) => role !== 'maybeVictim' && role !== 'struck');

/** To follow it or not any more, and what that means. */
function followOf(scene: Scene): IncidentPage['follow'] {
  const [press] = followButton(scene);
  return press && { press, note: press.verb === 'follow' ? OUTLOOK.followLine : OUTLOOK.followed };
}

/** *Ärende*. */
export function incidentPage(screen: TabIncidentScreen, municipality: Municipality): IncidentPage {
  const scene = sceneOf(screen.screen.scene, municipality);
  const { incident, now } = scene;
  const isTold = isKnown(scene);
  const live = present(screen.screen, municipality);
  // What the card offers is not offered twice.
  const { buttons } = live.data;
  const offered = live.name === 'card' ? [...buttons, ...live.data.below.buttons] : buttons;
  const titles = new Set(offered.map(({ title }) => title));
  return {
    page: 'incident',
    id: incident.id,
    title: isTold ? TAB.incident(incident.reference) : TAB.question,
    stand: incidentStand(isTold ? incident : { acute: false, state: incident.state }),
    facts: isTold ? outlineFacts(scene) : [],
    waits: screen.waits.map((wait) => waitView(wait, municipality, now)),
    live,
    follow: followOf(scene),
    plan: planOf(scene, screen),
    files: isTold ? filesView(scene, screen) : undefined,
    links: readLinks(scene, screen).filter(({ title }) => !titles.has(title)),
    meetings: screen.meetings.map(({ talk, day }) => ({ talk, title: MEETING.button(shortDay(day)) })),
    rev: incident.rev,
  };
}
