import type { Municipality } from '../content/municipalities/municipality';
import { refusalText } from '../content/texts/refusals';
import { routineFor } from '../routine/plan/version';
import type { OkayScreen } from '../screens/beside/okay';
import type { PracticeScreen } from '../screens/beside/practice';
import { saidIn } from '../screens/forms';
import type { Refused } from '../screens/refused';
import type { IncidentScreen, ListScreen, PageScreen, Screen } from '../screens/screen';
import { liveCard } from './base/baseCard';
import { leadCard } from './base/lead';
import { withList } from './base/wishes/listed';
import { withStrip } from './base/wishes/quiet';
import { withUndo } from './base/wishes/undo';
import { marked } from './marked';
import { pageCard } from './pageCards';
import { deliveriesPage } from './pages/delivery';
import { minePage } from './pages/lists';
import { logPage, looksPage } from './pages/log';
import { noteCard } from './pages/notes';
import { NOTHING_TYPED, type Typed } from './parts';
import { absencePage } from './personal/absence';
import { okayCard } from './personal/asking/okay';
import { practiceCard } from './personal/asking/practice';
import { csvOutPage, csvPage } from './personal/contactList/csv';
import { editListPage, endPage, rowPage } from './personal/contactList/edit';
import { listHistoryPage } from './personal/contactList/history';
import { contactsPage } from './personal/contactList/list';
import { ownRowPage } from './personal/contactList/ownRow';
import { filesCard } from './personal/evidence';
import { fullTimePage } from './personal/fullTime';
import { guideCard } from './personal/guidance';
import { homeCard } from './personal/home';
import { kinFormPage, ownKinPage } from './personal/kin';
import { callCard } from './personal/phoneCall';
import { preventionCard } from './personal/prevention';
import { replacePage } from './personal/replaceContact';
import { riskCard } from './personal/riskAnalysis';
import { roundCard, snoozePage } from './personal/round';
import { watchPage } from './personal/watch';
import { firstCard } from './report/first';
import { involvedCard } from './report/involved';
import { draftPage } from './report/report';
import type { RoundWords } from './roundLine';
import { sceneOf } from './scene';
import type { View } from './view';
import { withWayOn } from './wayOn';

const wordsIn = (municipality: Municipality): RoundWords => ({
  municipality,
  of: (incident) => routineFor(municipality.versions, incident).words,
});

/** A refusal in words, with what was typed. */
const typedOf = (
  refusal: (Partial<Refused> & Pick<Refused, 'reason'>) | undefined,
  { names }: Municipality,
): Typed =>
  refusal
    ? {
        values: refusal.values ?? {},
        problems: refusal.problems ?? {},
        problem: refusalText(refusal.reason, names),
      }
    : NOTHING_TYPED;

/** The refusal of a screen that comes back, with what was typed. */
const typedIn = (screen: OkayScreen | PracticeScreen, municipality: Municipality): Typed =>
  typedOf('refusal' in screen ? screen.refusal : undefined, municipality);

/** Why the routine said no, on top of whatever is shown. A line has no room for it. */
const withReason = (view: View, { problem }: Typed): View =>
  problem !== '' && view.name === 'card' ? { ...view, data: { ...view.data, problem } } : view;

function incident({ scene, isRevealed, refusal }: IncidentScreen, municipality: Municipality): View {
  const shown = sceneOf(scene, municipality);
  return withReason(
    isRevealed ? withList(shown, withUndo(shown, withStrip(shown, leadCard(shown, true)))) : liveCard(shown),
    typedOf(refusal, municipality),
  );
}

function page(screen: PageScreen, municipality: Municipality): View {
  const typed = typedOf(screen.refusal, municipality);
  if (screen.page === 'snooze') return snoozePage(screen, wordsIn(municipality), typed);
  if (screen.page === 'absence') return absencePage(screen, { municipality }, typed);
  if (screen.page === 'fullTime') return fullTimePage(screen, { municipality }, typed);
  if (screen.page === 'involved') return involvedCard(screen, { municipality });
  if (screen.page === 'editList') return editListPage(screen, { municipality });
  if (screen.page === 'contactRow') return rowPage(screen, { municipality }, typed);
  if (screen.page === 'csv') return csvPage(screen);
  if (screen.page === 'csvOut') return csvOutPage(screen);
  if (screen.page === 'ownRow') return ownRowPage(screen, { municipality });
  if (screen.page === 'ownKin') return ownKinPage(screen);
  if (screen.page === 'kinForm') return kinFormPage(screen, typed);
  if (screen.page === 'endContact') return endPage(screen, { municipality }, typed);
  if (screen.page === 'replaceContact')
    return replacePage({ contacts: screen.contacts, municipality }, typed);
  const scene = sceneOf(screen.scene, municipality);
  return withReason(pageCard(scene, [screen.page, screen.about], typed), typed);
}

function list(screen: ListScreen, municipality: Municipality): View {
  switch (screen.list) {
    case 'mine':
      return minePage(screen.incidents, screen.next);
    case 'contacts':
      return contactsPage(screen, { municipality });
    case 'listHistory':
      return listHistoryPage(screen);
    case 'deliveries':
      return deliveriesPage(sceneOf(screen.scene, municipality), screen);
    case 'watch':
      return watchPage(screen, { municipality });
    case 'round':
      return roundCard(screen.round, wordsIn(municipality));
    default: {
      const draw = screen.list === 'log' ? logPage : looksPage;
      return draw(sceneOf(screen.scene, municipality), screen);
    }
  }
}

/** A screen as it is drawn in Teams. The only way from what the app answers to a card. */
export const present = (screen: Screen, municipality: Municipality): View =>
  marked(withWayOn(drawn(screen, municipality)), screen);

function drawn(screen: Screen, municipality: Municipality): View {
  switch (screen.kind) {
    case 'incident':
      return incident(screen, municipality);
    case 'page':
      return page(screen, municipality);
    case 'draft': {
      if (screen.page === 'first') return firstCard(screen, municipality);
      const typed = typedOf(screen.refusal, municipality);
      return draftPage({ ...screen, values: saidIn(screen), municipality, typed }, screen.page);
    }
    case 'list':
      return list(screen, municipality);
    case 'guide':
      return guideCard(screen, municipality);
    case 'call':
      return callCard(screen);
    case 'files':
      return filesCard(screen);
    case 'prevention':
      return preventionCard(screen, municipality);
    case 'risk':
      return riskCard(screen, municipality, typedOf(screen.refusal, municipality));
    case 'okay':
      return okayCard(screen, { municipality }, typedIn(screen, municipality));
    case 'practice':
      return practiceCard(screen, { municipality }, typedIn(screen, municipality));
    case 'home':
      return homeCard(screen, { municipality });
    case 'note':
      return noteCard(screen, municipality);
  }
}
