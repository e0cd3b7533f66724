import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, COMMON } from '../../content/texts/common';
import { PRIVACY } from '../../content/texts/privacy';
import { REPORT } from '../../content/texts/report';
import type { Contact } from '../../routine/model/contact';
import type { DraftPage } from '../../screens/actions';
import { draftFields, isCut, shownPart } from '../../screens/forms';
import type { DraftScreen } from '../../screens/screen';
import { back, button, card, extra, fields, inWords, plain, primary, type Typed } from '../parts';
import { titleWords } from '../scene';
import type { FactView, FieldView, View } from '../view';
import { boardFields } from './boardField';
import { reportFacts } from './details';
import { partyChoices, partyField } from './first';

/** A page of a report that is being written, as it is drawn. */
export interface DraftScene extends Omit<DraftScreen, 'kind' | 'page' | 'refusal'> {
  municipality: Municipality;
  typed: Typed;
}

const valuesShown = (scene: DraftScene): Record<string, string> =>
  Object.fromEntries(Object.entries(scene.values).map(([key, value]) => [key, shownPart(value)]));

function draftFieldViews(scene: DraftScene, name: DraftPage): FieldView[] {
  const { municipality } = scene;
  const specs = draftFields(name, municipality);
  const values = valuesShown(scene);
  const typed = { ...scene.typed, values: {} };
  const { words } = municipality.routine;
  return inWords(fields(specs, words.report, values, typed), words.choices).map((view) => {
    switch (view.id) {
      case 'party':
        return partyField(municipality, values.party, typed);
      case 'forBoard':
        return boardFields(municipality, values.forBoard)[0] ?? view;
      case 'who': {
        const choices = [
          { value: 'me', title: REPORT.me },
          { value: 'other', title: REPORT.other },
        ];
        return { ...view, choices, value: values.who || 'me' };
      }
      case 'knows':
        return { ...view, choices: Object.entries(REPORT.knows).map(([value, title]) => ({ value, title })) };
      case 'what':
        return { ...view, placeholder: REPORT.whatPlaceholder };
      default:
        return view;
    }
  });
}

const isOther = (scene: DraftScene): boolean => scene.values.who === 'other';

const TITLES: Record<Exclude<DraftPage, 'review'>, { title: string; lines: string[] }> = {
  who: { title: REPORT.whoTitle, lines: REPORT.whoLines },
  other: { title: REPORT.otherTitle, lines: REPORT.otherLines },
  what: { title: REPORT.whatTitle, lines: [] },
  when: { title: REPORT.whereTitle, lines: [] },
  around: { title: REPORT.aroundTitle, lines: [] },
  offender: { title: REPORT.offenderTitle, lines: [] },
  you: { title: REPORT.youTitle, lines: [] },
};

const MAIN: readonly DraftPage[] = ['who', 'other', 'what'];
const OPTIONAL: readonly DraftPage[] = ['when', 'around', 'offender', 'you'];

const before = (scene: DraftScene, name: DraftPage): DraftPage | 'first' => {
  if (name === 'who' || (name === 'what' && scene.isOnIncident)) return 'first';
  if (name === 'other') return 'who';
  if (name === 'what') return isOther(scene) ? 'other' : 'who';
  return 'review';
};

const nextButtons = (scene: DraftScene, name: DraftPage) => {
  const { draft } = scene;
  if (name === 'who') return [primary(BUTTON.next, 'toPage', { draft, page: name, to: 'what' })];
  if (name === 'other') return [primary(BUTTON.next, 'toPage', { draft, page: name, to: 'what' })];
  if (name === 'what') return [primary(BUTTON.review, 'toPage', { draft, page: name, to: 'review' })];
  const following = OPTIONAL[OPTIONAL.indexOf(name) + 1];
  return [
    primary(BUTTON.review, 'toPage', { draft, page: name, to: 'review' }),
    ...(following ? [button(BUTTON.next, 'toPage', { draft, page: name, to: following })] : []),
  ];
};

/** One page of the report being written. Every press saves it, whatever is wrong with it. */
export function draftPage(scene: DraftScene, name: DraftPage): View {
  if (name === 'review') return reviewPage(scene);
  const pages = isOther(scene) ? MAIN : MAIN.filter((one) => one !== 'other');
  const isMain = MAIN.includes(name);
  const { draft } = scene;
  return card({
    kicker: isMain ? REPORT.kicker(pages.indexOf(name) + 1, pages.length + 1) : REPORT.extraKicker,
    ...TITLES[name],
    lines: Object.values(scene.values).some(isCut) ? [REPORT.tooLongToShow] : TITLES[name].lines,
    problem: scene.typed.problem,
    fields: draftFieldViews(scene, name),
    buttons: [
      ...nextButtons(scene, name),
      button(BUTTON.back, 'backTo', { draft, page: name, to: before(scene, name) }),
      button(BUTTON.later, 'keepDraft', { draft, page: name }, { mode: 'secondary' }),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
  });
}

const about = (scene: DraftScene): FactView[] => {
  const { values } = scene;
  const party = partyChoices(scene.municipality).find((one) => one.value === values.party)?.title;
  return [
    ...(isOther(scene) ? [{ label: REPORT.whoTitle, text: values.victimName ?? '' }] : []),
    ...(party && !scene.isOnIncident
      ? [{ label: scene.municipality.routine.words.report.party ?? '', text: party }]
      : []),
  ];
};

/** Names with their post, said once for those who share it. */
function namesWithPosts(contacts: readonly Contact[], titleOf: (contact: Contact) => string): string {
  const titles = [...new Set(contacts.map(titleOf))];
  const holders = (title: string) => contacts.filter((one) => titleOf(one) === title).map(({ name }) => name);
  return COMMON.listAnd(titles.map((title) => `${COMMON.listAnd(holders(title))}, ${title}`));
}

function consent({ municipality, readers }: DraftScene): string {
  const { contacts, as, isParty } = readers;
  if (contacts.length === 0) return REPORT.consentNobody;
  const { title } = municipality.names.strategist;
  const titleOf = (contact: Contact) => (as === 'strategist' ? title : titleWords({ municipality }, contact));
  const who = namesWithPosts(contacts, titleOf);
  return isParty ? REPORT.consentParty(who) : REPORT.consentMunicipality(who);
}

/** The last page before sending: what is sent, to whom, and the consent in one line. */
function reviewPage(scene: DraftScene): View {
  const { draft, values } = scene;
  return card({
    kicker: REPORT.reviewKicker,
    title: REPORT.reviewTitle,
    problem: scene.typed.problem,
    facts: [...about(scene), ...reportFacts(values, scene.municipality.routine.words)],
    lines: [consent(scene), REPORT.consentLater],
    buttons: [
      primary(BUTTON.send, 'send', { draft }),
      ...(scene.readers.isParty ? [plain(BUTTON.sendMunicipality, 'sendMunicipality', { draft })] : []),
      back('backTo', { draft, page: 'review', to: 'what' }),
      button(BUTTON.later, 'keepDraft', { draft, page: 'review' }, { mode: 'secondary' }),
      extra(BUTTON.discard, 'discard', { draft }),
    ],
    below: {
      title: REPORT.moreTitle,
      lines: [REPORT.moreLater],
      buttons: [
        plain(BUTTON.more, 'toPage', { draft, page: 'review', to: 'when' }),
        plain(PRIVACY.button, 'privacy', { draft }),
      ],
    },
    footnote: REPORT.keep,
  });
}
