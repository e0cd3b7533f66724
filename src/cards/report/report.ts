import { partyChoices } from '../../content/choices';
import { BUTTON } from '../../content/texts/common';
import { EVIDENCE, FILES } from '../../content/texts/evidence/evidence';
import { REGISTER } from '../../content/texts/people/aloud';
import { OTHERS } from '../../content/texts/people/others';
import { PRIVACY } from '../../content/texts/privacy';
import { REPORT } from '../../content/texts/report';
import type { Labels } from '../../routine/model/words';
import type { DraftPage } from '../../screens/actions';
import { draftFields, EXTRA_PAGES, isCut, isRegistering, mainPages, shownPart } from '../../screens/forms';
import { button, card, extra, fields, inWords, plain, primary, type Typed } from '../parts';
import { untoldLine } from '../scene';
import type { ButtonView, FieldView, View } from '../view';
import { boardFields } from './boardField';
import { consentLines, type DraftScene } from './consent';
import { involvedButton } from './involved';
import { reportLabel } from './reportFacts';
import { bombStrip, draftAnswers, isOther, severalLines } from './review';

const valuesShown = (scene: DraftScene): Record<string, string> =>
  Object.fromEntries(Object.entries(scene.values).map(([key, value]) => [key, shownPart(value)]));

/** Whether somebody close to a politician tells of what was aimed at themselves. */
const isOfRelative = (values: DraftScene['values']): boolean => values.relation === OTHERS.relation;

const inOrder = (words: Labels): { value: string; title: string }[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

/** Of so few answers all stand in sight: one press. */
const IN_SIGHT = 3;

function drawn(scene: DraftScene, view: FieldView, typed: Typed): FieldView {
  const { municipality, values } = scene;
  switch (view.id) {
    case 'came':
      return { ...view, choices: inOrder(REGISTER.came) };
    case 'partyMay':
      return isRegistering(values) ? { ...view, choices: inOrder(REGISTER.partyMay) } : view;
    case 'moreVictims':
      return { ...view, placeholder: REGISTER.morePlaceholder };
    case 'party':
      return { ...view, choices: partyChoices(municipality), placeholder: REPORT.partyPlaceholder };
    case 'forBoard':
      return {
        ...(boardFields(municipality, values.forBoard)[0] ?? view),
        problem: typed.problems.forBoard ? view.problem : '',
      };
    case 'knows':
      return { ...view, choices: inOrder(REPORT.knows) };
    case 'what':
      return { ...view, placeholder: REPORT.whatPlaceholder };
    default:
      return view.kind === 'choice' ? { ...view, placeholder: REPORT.choose } : view;
  }
}

function draftFieldViews(scene: DraftScene, name: DraftPage): FieldView[] {
  const { words } = scene.municipality.routine;
  const specs = draftFields(name, scene.municipality, scene.values);
  const typed = { ...scene.typed, values: {} };
  const as = isOther(scene) ? 'other' : 'own';
  const own: Labels = isRegistering(scene.values) ? REGISTER.fields : {};
  const labels = Object.fromEntries(
    specs.map(({ id }) => [id, own[id] ?? reportLabel(words.report, id, as)]),
  );
  return inWords(fields(specs, labels, valuesShown(scene), typed), words.choices)
    .map((view) => drawn(scene, view, typed))
    .map((view) =>
      view.kind === 'choice' && view.choices.length <= IN_SIGHT ? { ...view, kind: 'radio' as const } : view,
    );
}

const titleOf = (scene: DraftScene, name: Exclude<DraftPage, 'review'>): string => {
  if (name === 'other' && isRegistering(scene.values)) return REGISTER.title;
  if (name === 'other' && isOfRelative(scene.values)) return OTHERS.relativeTitle;
  if (name === 'you' && isOther(scene)) return REPORT.reachTitle;
  return name === 'impact' && isOther(scene) ? REPORT.impactOfOther : REPORT[`${name}Title`];
};

const LINES: Partial<Record<DraftPage, string[]>> = {
  other: REPORT.otherLines,
  you: REPORT.youLines,
  when: REPORT.whenLines,
};

function linesOf(scene: DraftScene, name: DraftPage): string[] {
  const { values, untold = [] } = scene;
  if (name === 'other' && isRegistering(values)) return REGISTER.lines;
  if (name === 'other' && isOfRelative(values)) return OTHERS.relativeLines;
  return [
    ...(LINES[name] ?? []),
    ...(name === 'you' && values.moreVictims ? [REGISTER.firstOnly] : []),
    ...(name === 'you' && isRegistering(values) ? untoldLine(scene, untold) : []),
  ];
}

const before = (pages: readonly DraftPage[], name: DraftPage): DraftPage | 'first' =>
  EXTRA_PAGES.includes(name) ? 'review' : (pages[pages.indexOf(name) - 1] ?? 'first');

/** On to the next page; before the last one what is written is looked over. */
function nextButtons({ draft }: DraftScene, pages: readonly DraftPage[], name: DraftPage): ButtonView[] {
  const list = EXTRA_PAGES.includes(name) ? [...EXTRA_PAGES, 'review' as const] : pages;
  const next = list[list.indexOf(name) + 1] ?? 'review';
  const review = { draft, page: name, to: 'review' };
  return next === 'review'
    ? [primary(BUTTON.review, 'toPage', review)]
    : [
        primary(BUTTON.next, 'toPage', { draft, page: name, to: next }),
        ...(EXTRA_PAGES.includes(name) ? [button(BUTTON.review, 'toPage', review)] : []),
      ];
}

/** On the first page: that it is about somebody else, or about oneself after all. */
function whoButton(scene: DraftScene, isFirst: boolean, name: DraftPage): ButtonView[] {
  if (!isFirst || scene.isOnIncident || isRegistering(scene.values)) return [];
  const { draft } = scene;
  return isOther(scene)
    ? [plain(REPORT.forMe, 'toPage', { draft, page: name, to: 'you', who: 'me' })]
    : [plain(REPORT.forOther, 'toPage', { draft, page: name, to: 'other', who: 'other' })];
}

/** One page of the report being written. Every press saves it, whatever is wrong with it. */
export function draftPage(scene: DraftScene, name: DraftPage): View {
  if (name === 'review') return reviewPage(scene);
  const pages = mainPages(scene.values);
  const isExtra = EXTRA_PAGES.includes(name);
  const { draft } = scene;
  return card({
    kicker: isExtra
      ? REPORT.extraKicker(EXTRA_PAGES.indexOf(name) + 1, EXTRA_PAGES.length)
      : REPORT.kicker(pages.indexOf(name) + 1, pages.length),
    title: titleOf(scene, name),
    lines: Object.values(scene.values).some(isCut) ? [REPORT.tooLongToShow] : linesOf(scene, name),
    problem: scene.typed.problem,
    fields: draftFieldViews(scene, name),
    buttons: [
      ...nextButtons(scene, pages, name),
      button(BUTTON.back, 'backTo', { draft, page: name, to: before(pages, name) }),
      button(BUTTON.later, 'keepDraft', { draft, page: name }, { mode: 'secondary' }),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
    below: { buttons: [...whoButton(scene, pages[0] === name, name), ...involvedButton(scene, name)] },
  });
}

/** The last page before sending: what is sent, whether it is urgent, to whom, and the consent in one line. */
function reviewPage(scene: DraftScene): View {
  const { draft, values } = scene;
  const pages = mainPages(values);
  return card({
    kicker: REPORT.kicker(pages.length, pages.length),
    title: REPORT.reviewTitle,
    problem: scene.typed.problem,
    danger: bombStrip(scene),
    facts: draftAnswers(scene),
    lines: [
      ...(isRegistering(values) ? [REGISTER.consent] : []),
      ...severalLines(scene),
      ...consentLines(scene),
      isOther(scene) ? REPORT.consentOther : REPORT.consentLater,
      ...(scene.files ? [EVIDENCE.inDraft(scene.files)] : []),
    ],
    fields: draftFieldViews(scene, 'review'),
    buttons: [
      primary(BUTTON.send, 'send', { draft }),
      ...(scene.readers.isParty ? [button(BUTTON.sendMunicipality, 'sendMunicipality', { draft })] : []),
      button(BUTTON.back, 'backTo', { draft, page: 'review', to: 'what' }),
      button(BUTTON.later, 'keepDraft', { draft, page: 'review' }, { mode: 'secondary' }),
      ...(pages.includes('you')
        ? []
        : [extra(REPORT.youTitle, 'toPage', { draft, page: 'review', to: 'you' })]),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
    below: {
      title: REPORT.moreTitle,
      lines: [REPORT.moreLater],
      buttons: [
        plain(BUTTON.more, 'toPage', { draft, page: 'review', to: 'when' }),
        ...(scene.files ? [plain(FILES.showDraft, 'draftFiles', { draft })] : []),
        plain(PRIVACY.button, 'privacy', { draft }),
      ],
    },
    footnote: REPORT.keep,
  });
}
