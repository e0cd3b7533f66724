import { holdPage } from '../../cards/base/retention';
import { decisionCard, statusCard } from '../../cards/base/victim';
import { detailsPage, partyPage, storyPage } from '../../cards/pages/details';
import {
  amendPage,
  bindPage,
  missingPage,
  morePage,
  otherLeadPage,
  ownPartyPage,
  protectionPage,
  reasonForm,
  reviewPage,
  talkPage,
  waiveTalkPage,
} from '../../cards/pages/forms';
import { stepsPage } from '../../cards/pages/lists';
import { purposePage } from '../../cards/pages/log';
import {
  checksWork,
  confirmPage,
  readDecisionWork,
  reasonPage,
  stepPage,
  stepWork,
} from '../../cards/pages/steps';
import { bookTalkPage, companyPage, registryPage, takeOverPage } from '../../cards/pages/timed';
import { card, NOTHING_TYPED, type Typed } from '../../cards/parts';
import { is, kicker, routineOf, type Scene } from '../../cards/scene';
import type { View } from '../../cards/view';
import { BUTTON } from '../../content/texts/common';
import { FORMS } from '../../content/texts/pages';
import { stepOf } from '../../routine/model/routine';
import { isVictimAsked, reportStep, twoPersonsStep } from '../../routine/plan/traits';
import { type Act, may, type Role, scopeOf } from '../../routine/rules/access';
import { ownersOf } from '../../routine/rules/progress';
import type { ActionOf } from './transitions';

type Page = ActionOf<'page'>['page'];

/** A page, who may open it, whether it shows content (then the look is logged). */
interface PageRule {
  /** The act whose roles may open it; a list of roles where there is none. */
  act: Act | readonly Role[];
  shows?: true;
  draw: (scene: Scene, about: string, typed: Typed) => View | undefined;
}

const step =
  (
    draw: (scene: Scene, found: NonNullable<ReturnType<typeof stepOf>>, typed: Typed) => View,
  ): PageRule['draw'] =>
  (scene, about, typed) => {
    const found = stepOf(routineOf(scene), about);
    if (!found) return undefined;
    const seesAll = is(scene, 'lead') || is(scene, 'strategist') || is(scene, 'standby');
    const owns = ownersOf(scene, found).includes(scene.viewer.person);
    return seesAll || owns ? draw(scene, found, typed) : undefined;
  };

const number = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : 0);

const groupsStep = (scene: Scene) => twoPersonsStep(routineOf(scene));

/** Pages on the victim's decision, where the plan leaves it to them. */
const decided = (scene: Scene, view: () => View): View | undefined =>
  isVictimAsked(routineOf(scene)) ? view() : undefined;

/** Every page of an incident. They change nothing and are only ever the answer to a press. */
export const PAGE_RULES: Readonly<Record<Page, PageRule>> = {
  details: {
    act: 'seeReport',
    shows: true,
    draw: (scene, about) => detailsPage(scene, scopeOf(scene.viewer.roles), number(about)),
  },
  story: { act: 'seeReport', shows: true, draw: (scene) => storyPage(scene) },
  steps: { act: 'seeSteps', draw: (scene) => stepsPage(scene) },
  step: { act: 'endStep', shows: true, draw: step((scene, found, typed) => stepPage(scene, found, typed)) },
  skip: { act: 'skipStep', draw: step((scene, found, typed) => reasonPage(scene, found, 'skipStep', typed)) },
  reopenStep: {
    act: 'reopenStep',
    draw: step((scene, found, typed) => reasonPage(scene, found, 'reopenStep', typed)),
  },
  focus: { act: ['victim'], draw: (scene) => statusCard(scene) },
  more: { act: 'addTalk', draw: (scene) => morePage(scene) },
  checks: {
    act: 'answerChecks',
    shows: true,
    draw: (scene, about, typed) => {
      const section = routineOf(scene).checks.find((one) => one.id === about);
      return section && card({ kicker: kicker(scene), ...checksWork(scene, section, typed) });
    },
  },
  talk: { act: 'addTalk', draw: (scene, about, typed) => talkPage(scene, 'followUp', about, typed) },
  firstTalk: { act: 'addTalk', draw: (scene, _, typed) => talkPage(scene, 'first', '', typed) },
  waiveTalk: { act: 'waiveTalk', draw: (scene, about, typed) => waiveTalkPage(scene, about, typed) },
  protection: { act: 'addProtection', draw: (scene, _, typed) => protectionPage(scene, typed) },
  review: { act: 'writeReview', shows: true, draw: (scene, _, typed) => reviewPage(scene, typed) },
  missing: { act: 'close', draw: (scene, about) => missingPage(scene, number(about)) },
  decision: { act: 'decide', draw: (scene) => decided(scene, () => decisionCard(scene)) },
  readDecision: {
    act: 'recordDecision',
    draw: (scene, _, typed) =>
      decided(scene, () =>
        card({
          kicker: kicker(scene, reportStep(scene.routine)?.section),
          ...readDecisionWork(scene, typed),
        }),
      ),
  },
  changeContact: {
    act: 'changeContact',
    draw: (scene, _, typed) => otherLeadPage(scene, 'changeContact', typed),
  },
  handOver: { act: 'handOver', draw: (scene, _, typed) => otherLeadPage(scene, 'handOver', typed) },
  bind: { act: 'bindVictim', draw: (scene, _, typed) => bindPage(scene, typed) },
  lowerAcute: {
    act: 'lowerAcute',
    draw: (scene, _, typed) => reasonForm(scene, FORMS.lowerTitle, 'lowerAcute', BUTTON.lowerAcute, typed),
  },
  reopen: {
    act: 'reopen',
    draw: (scene, _, typed) => reasonForm(scene, FORMS.reopenTitle, 'reopen', BUTTON.reopen, typed),
  },
  ownParty: { act: 'reportOwnParty', draw: (scene) => ownPartyPage(scene) },
  amend: { act: 'amend', shows: true, draw: (scene, about, typed) => amendPage(scene, about, typed) },
  groups: {
    act: 'proposeGroups',
    shows: true,
    draw: (scene, _, typed) => {
      const found = groupsStep(scene);
      return found && card({ kicker: kicker(scene, found.section), ...stepWork(scene, found, typed) });
    },
  },
  confirm: {
    act: 'confirmGroups',
    shows: true,
    draw: (scene) => (scene.incident.groups ? confirmPage(scene) : undefined),
  },
  takeOver: { act: 'takeOver', draw: (scene, _, typed) => takeOverPage(scene, typed) },
  registry: { act: 'recordRegistry', draw: (scene, _, typed) => registryPage(scene, typed) },
  company: { act: 'setCompany', shows: true, draw: (scene, _, typed) => companyPage(scene, typed) },
  hold: { act: 'hold', draw: (scene, _, typed) => holdPage(scene, typed) },
  // It leads to the victim in Teams.
  bookTalk: { act: 'addTalk', shows: true, draw: (scene) => bookTalkPage(scene) },
  party: { act: 'seeParty', shows: true, draw: (scene) => partyPage(scene) },
  log: { act: 'readLog', draw: (scene, _, typed) => purposePage(scene, typed) },
};

/** The page, for who may open it; undefined for others, and where it is about nothing. */
export function drawPage(scene: Scene, page: Page, about: string, typed: Typed): View | undefined {
  const { act, draw } = PAGE_RULES[page];
  const { roles } = scene.viewer;
  const isAllowed = typeof act === 'string' ? may(roles, act) : act.some((role) => roles.has(role));
  return isAllowed ? draw(scene, about, typed) : undefined;
}

/** An action as it came, with whatever stood in its inputs. */
type Came = { verb: string } & Record<string, unknown>;

/** The page of the form that an action came from, and what that page is about. */
function cameFrom(action: Came): [page: Page, about: string] | undefined {
  const about = (key: string) => (typeof action[key] === 'string' ? (action[key] as string) : '');
  switch (action.verb) {
    case 'endStep':
      return ['step', about('step')];
    case 'skipStep':
      return ['skip', about('step')];
    case 'reopenStep':
      return ['reopenStep', about('step')];
    case 'proposeGroups':
      return ['groups', ''];
    case 'answerChecks':
      return ['checks', about('section')];
    case 'addTalk':
      return [about('kind') === 'first' ? 'firstTalk' : 'talk', about('talk')];
    case 'waiveTalk':
      return ['waiveTalk', about('talk')];
    case 'addProtection':
      return ['protection', ''];
    case 'writeReview':
      return ['review', ''];
    case 'recordDecision':
      return ['readDecision', ''];
    case 'changeContact':
    case 'handOver':
    case 'lowerAcute':
    case 'reopen':
    case 'takeOver':
      return [action.verb, ''];
    case 'bindVictim':
      return ['bind', ''];
    case 'amend':
      return ['amend', about('page')];
    case 'recordRegistry':
      return ['registry', ''];
    case 'setCompany':
      return ['company', ''];
    case 'hold':
      return ['hold', ''];
    case 'close':
      return ['missing', ''];
    default:
      return undefined;
  }
}

/** The form that an action came from, to be shown again with what was typed when the routine says no. */
export function formOf(scene: Scene, action: Came, typed: Typed = NOTHING_TYPED): View | undefined {
  const from = cameFrom(action);
  return from && drawPage(scene, from[0], from[1], typed);
}

/** What a look at a page was at, for the log: codes of ours and numbers, never what a client made up. */
export function lookAt({ routine, incident }: Scene, page: Page, about: string): string {
  const known = [
    ...routine.steps.map((one) => one.id),
    ...routine.checks.map((one) => one.id),
    ...routine.pages.map((one) => one.id),
    ...incident.talks.map((one) => one.id),
  ];
  return known.includes(about) || /^\d{1,3}$/.test(about) ? `${page}:${about}` : page;
}

/** The look that a form is when it comes back; undefined: it shows no content. */
export function lookAtForm(scene: Scene, action: Came): string | undefined {
  const [page, about] = cameFrom(action) ?? [];
  return page && PAGE_RULES[page].shows ? lookAt(scene, page, about ?? '') : undefined;
}
