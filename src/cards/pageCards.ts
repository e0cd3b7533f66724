import { BUTTON } from '../content/texts/common';
import { FORMS } from '../content/texts/pages';
import type { Page } from '../routine/acts/pages';
import { type StepSpec, stepOf } from '../routine/model/routine';
import { scopeOf } from '../routine/rules/access';
import { aloudPage } from './base/calls/aloud';
import { reachPage } from './base/lead';
import { holdPage } from './base/retention';
import { statusCard } from './base/victim';
import { decisionCard, questionPage } from './base/victimQuestions';
import { changePartyPage } from './base/wishes/changeParty';
import { earlyPage, enoughPage, handStepPage } from './base/wishes/pages';
import { wishesPage, withStrip } from './base/wishes/quiet';
import { reporterSeesPage } from './base/wishes/reporterSees';
import { unablePage } from './base/wishes/unable';
import { amendPage, versionsPage } from './pages/amend';
import { detailsPage, partyPage, storyPage } from './pages/details';
import { closePage, missingPage, wordPage } from './pages/ending';

import { answerCorrectionPage, askCorrectionPage, correctionsPage } from './pages/events/corrections';
import { eventPage } from './pages/events/joined';
import { mergePage } from './pages/events/merge';
import { againPage, occurrencePage, occurrencesPage } from './pages/events/occurrences';

import { suspectsPage } from './pages/events/suspects';
import {
  bindPage,
  morePage,
  otherLeadPage,
  reasonForm,
  reviewPage,
  talkPage,
  waiveTalkPage,
} from './pages/forms';
import { purposePage } from './pages/log';
import { maskPage } from './pages/mask';
import { ownPartyPage, silencePage, withdrawPage } from './pages/partyOut';
import { groupsPage, reasonPage, stepPage } from './pages/steps';
import { stepsPage } from './pages/steps/allSteps';
import { askPartyPage } from './pages/steps/askParty';
import { taskPage, tasksPage, waiveTaskPage } from './pages/steps/channelTasks';
import { checksPage } from './pages/steps/checks';
import { confirmPage } from './pages/steps/confirm';
import { kinPage } from './pages/steps/kin';
import { laterPage } from './pages/steps/later';
import { maskedCopyPage } from './pages/steps/maskedCopy';
import {
  measurePage,
  moveProtectionPage,
  protectionPage,
  threatPage,
  waiveProtectionPage,
} from './pages/steps/measures';
import { moveDayPage } from './pages/steps/moveDay';
import { improvementPage, notesPage } from './pages/steps/noting';
import { outlookPage } from './pages/steps/outlook';
import { readDecisionPage } from './pages/steps/readDecision';
import { askReadingPage, readFirstPage } from './pages/steps/readFirst';
import { bookTalkPage, companyPage, registryPage, takeOverPage } from './pages/timed';
import { resultPage } from './pages/victim';
import { back, card, MOST_BUTTONS, type Typed } from './parts';
import { documentPage, filePage } from './report/documentLink';
import { kicker, on, type Scene } from './scene';
import type { ButtonView, View } from './view';

/** A row with the way back last: where it is full, the one before its last makes room. */
const withBack = (row: readonly ButtonView[], way: ButtonView): ButtonView[] =>
  row.length < MOST_BUTTONS
    ? [...row, way]
    : [...row.slice(0, MOST_BUTTONS - 2), ...row.slice(MOST_BUTTONS - 1), way];

/** The card of another page, opened from one's own: the way back stands last. */
function withWayBack(scene: Scene, view: View): View {
  if (view.name !== 'card') return view;
  const { below } = view.data;
  const buttons = withBack(below.buttons, back('show', on(scene)));
  return { ...view, data: { ...view.data, below: { ...below, buttons } } };
}

type Draw = (scene: Scene, about: string, typed: Typed) => View;

/** A page of a step; without one of that id the page says nothing: no screen is made of such a step. */
const ofStep =
  (draw: (scene: Scene, step: StepSpec, typed: Typed) => View): Draw =>
  (scene, about, typed) => {
    const step = stepOf(scene.routine, about);
    return step ? draw(scene, step, typed) : card({ kicker: kicker(scene) });
  };

const number = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : 0);

/** The drawing of each page of an incident. Who may open it is decided before (src/routine/acts/pages.ts). */
const DRAW: Readonly<Record<Page, Draw>> = {
  details: (scene, about) => detailsPage(scene, scopeOf(scene.viewer.roles), number(about)),
  story: storyPage,
  steps: (scene, about) => stepsPage(scene, /^\d{1,2}$/.test(about) ? about : ''),
  step: ofStep(stepPage),
  skip: ofStep((scene, step, typed) => reasonPage(scene, step, 'skipStep', typed)),
  reopenStep: ofStep((scene, step, typed) => reasonPage(scene, step, 'reopenStep', typed)),
  later: ofStep(laterPage),
  focus: (scene) => withWayBack(scene, statusCard(scene)),
  question: (scene) => withWayBack(scene, questionPage(scene) ?? statusCard(scene)),
  more: morePage,
  checks: checksPage,
  talk: (scene, about, typed) => talkPage(scene, 'followUp', about, typed),
  firstTalk: (scene, _, typed) => talkPage(scene, 'first', '', typed),
  waiveTalk: waiveTalkPage,
  moveDay: moveDayPage,
  protection: (scene, _, typed) => protectionPage(scene, typed),
  measure: measurePage,
  moveProtection: moveProtectionPage,
  waiveProtection: waiveProtectionPage,
  threat: (scene, _, typed) => threatPage(scene, typed),
  tasks: (scene, about) => tasksPage(scene, number(about)),
  task: taskPage,
  waiveTask: waiveTaskPage,
  review: (scene, _, typed) => reviewPage(scene, typed),
  missing: (scene, about) => missingPage(scene, number(about)),
  close: closePage,
  word: (scene, _, typed) => wordPage(scene, typed),
  decision: decisionCard,
  result: ofStep(resultPage),
  readDecision: (scene, _, typed) => readDecisionPage(scene, typed),
  changeContact: (scene, _, typed) => otherLeadPage(scene, 'changeContact', typed),
  handOver: (scene, _, typed) => otherLeadPage(scene, 'handOver', typed),
  bind: (scene, _, typed) => bindPage(scene, typed),
  lowerAcute: (scene, _, typed) =>
    reasonForm(scene, FORMS.lowerTitle, 'lowerAcute', BUTTON.lowerAcute, typed),
  reopen: (scene, _, typed) => reasonForm(scene, FORMS.reopenTitle, 'reopen', BUTTON.reopen, typed),
  ownParty: ownPartyPage,
  suspects: (scene, _, typed) => suspectsPage(scene, typed),
  merge: (scene, _, typed) => mergePage(scene, typed),
  reporterSees: reporterSeesPage,
  event: (scene, about, typed) => eventPage(scene, number(about), typed),
  withdraw: withdrawPage,
  amend: amendPage,
  again: againPage,
  occurrences: (scene, about) => occurrencesPage(scene, number(about)),
  occurrence: occurrencePage,
  versions: (scene, about) => versionsPage(scene, number(about)),
  groups: (scene, _, typed) => groupsPage(scene, typed),
  confirm: confirmPage,
  askParty: (scene, _, typed) => askPartyPage(scene, typed),
  mask: (scene, about, typed) => maskPage(scene, number(about), typed),
  readFirst: readFirstPage,
  askReading: (scene, _, typed) => askReadingPage(scene, typed),
  takeOver: (scene, _, typed) => takeOverPage(scene, typed),
  registry: (scene, _, typed) => registryPage(scene, typed),
  company: (scene, _, typed) => companyPage(scene, typed),
  kin: (scene) => kinPage(scene),
  hold: (scene, _, typed) => holdPage(scene, typed),
  bookTalk: bookTalkPage,
  party: partyPage,
  reach: reachPage,
  aloud: aloudPage,
  silence: silencePage,
  enough: enoughPage,
  handStep: ofStep(handStepPage),
  changeParty: changePartyPage,
  unable: unablePage,
  wishes: wishesPage,
  closeEarly: (scene, _, typed) => earlyPage(scene, typed),
  log: (scene, _, typed) => purposePage(scene, typed),
  document: (scene, _, typed) => documentPage(scene, typed),
  file: filePage,
  corrections: (scene, about) => correctionsPage(scene, number(about)),
  askCorrection: askCorrectionPage,
  answerCorrection: answerCorrectionPage,
  notes: (scene, about, typed) => notesPage(scene, number(about), typed),
  improvement: (scene, _, typed) => improvementPage(scene, typed),
  outlook: (scene, _, typed) => outlookPage(scene, typed),
  maskedCopy: (scene, about, typed) => maskedCopyPage(scene, number(about), typed),
};

/** A page of an incident as a card. */
export const pageCard = (scene: Scene, [page, about]: readonly [Page, string], typed: Typed): View =>
  withStrip(scene, DRAW[page](scene, about, typed));
