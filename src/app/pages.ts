import { card, NOTHING_TYPED, type Typed } from '../cards/build';
import { detailsPage, storyPage } from '../cards/details';
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
} from '../cards/forms';
import { bookTalkPage, companyPage, registryPage, takeOverPage } from '../cards/inTime';
import { stepsPage } from '../cards/lists';
import { holdPage } from '../cards/retention';
import { is, kicker, routineOf, type Scene } from '../cards/scene';
import { decisionCard, statusCard } from '../cards/status';
import { checksWork, confirmPage, readDecisionWork, reasonPage, stepPage, stepWork } from '../cards/steps';
import type { View } from '../cards/views';
import { BUTTON, FORMS } from '../content/texts';
import { type Act, type Role, scopeOf } from '../routine/access';
import { ownersOf } from '../routine/progress';
import { stepOf } from '../routine/routine';
import type { ActionOf } from './acting';

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

const groupsStep = (scene: Scene) => stepOf(routineOf(scene), 'inform-groups');

/** Every page of an incident. They change nothing and are only ever the answer to a press. */
export const PAGE_RULES: Readonly<Record<ActionOf<'page'>['page'], PageRule>> = {
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
  review: { act: 'writeReview', draw: (scene, _, typed) => reviewPage(scene, typed) },
  missing: { act: 'close', draw: (scene, about) => missingPage(scene, number(about)) },
  decision: { act: 'decide', draw: (scene) => decisionCard(scene) },
  readDecision: {
    act: 'recordDecision',
    draw: (scene, _, typed) => card({ kicker: kicker(scene, '3.1.3'), ...readDecisionWork(scene, typed) }),
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
  bookTalk: { act: 'addTalk', draw: (scene) => bookTalkPage(scene) },
};

/** An action as it came, with whatever stood in its inputs. */
type Came = { verb: string } & Record<string, unknown>;

/** The form that an action came from, to be shown again with what was typed when the routine says no. */
export function formOf(scene: Scene, action: Came, typed: Typed = NOTHING_TYPED): View | undefined {
  const about = (key: string) => (typeof action[key] === 'string' ? (action[key] as string) : '');
  const draw = (page: keyof typeof PAGE_RULES, subject = '') => PAGE_RULES[page].draw(scene, subject, typed);
  switch (action.verb) {
    case 'endStep':
      return draw('step', about('step'));
    case 'skipStep':
      return draw('skip', about('step'));
    case 'reopenStep':
      return draw('reopenStep', about('step'));
    case 'proposeGroups':
      return draw('groups');
    case 'answerChecks':
      return draw('checks', about('section'));
    case 'addTalk':
      return draw(about('kind') === 'first' ? 'firstTalk' : 'talk', about('talk'));
    case 'waiveTalk':
      return draw('waiveTalk', about('talk'));
    case 'addProtection':
      return draw('protection');
    case 'writeReview':
      return draw('review');
    case 'recordDecision':
      return draw('readDecision');
    case 'changeContact':
      return draw('changeContact');
    case 'handOver':
      return draw('handOver');
    case 'bindVictim':
      return draw('bind');
    case 'lowerAcute':
      return draw('lowerAcute');
    case 'reopen':
      return draw('reopen');
    case 'amend':
      return draw('amend', about('page'));
    case 'takeOver':
      return draw('takeOver');
    case 'recordRegistry':
      return draw('registry');
    case 'setCompany':
      return draw('company');
    case 'hold':
      return draw('hold');
    case 'close':
      return draw('missing');
    default:
      return undefined;
  }
}
