import { plain } from '../../cards/parts';
import { on, roleWords, sceneOf, tel } from '../../cards/scene';
import type { ButtonView } from '../../cards/view';
import type { Municipality } from '../../content/municipalities/municipality';
import { FULL_TIME_CARD } from '../../content/texts/pages';
import { EDIT_LIST } from '../../content/texts/people/contactList';
import { DRILL } from '../../content/texts/standing/drill';
import { WATCH } from '../../content/texts/standing/watch';
import { TAB } from '../../content/texts/tab/pages';
import { moment, shortDay } from '../../content/texts/time';
import { ABSENCE, REPLACE } from '../../content/texts/timed';
import { isAway } from '../../routine/model/contact';
import type {
  InboxScreen,
  MeScreen,
  TabContact,
  TabContactsScreen,
  TabScreen,
} from '../../screens/tab/tabScreens';
import type { ContactRowView, ContactsPage } from '../contactViews';
import type { InboxPage, MePage, TabPage } from '../contract';
import type { Stand } from '../stand';
import { incidentPage, outlineFacts, readLinks } from './incident';
import { linksPage } from './links';
import { logPageOf, meetingFile, ownWordsFile } from './log';
import { improvementsPage, overviewPage } from './overview';
import { incidentStand, listedRow, waitView } from './waits';

/* The screens of the tab as its pages: words and order are made here, layout is the tab's. */

function mePage({ own, next, drafts, now }: MeScreen, municipality: Municipality): MePage {
  return {
    page: 'me',
    own: own.map(({ scene: data, pages, acts }) => {
      const scene = sceneOf(data, municipality);
      return {
        id: scene.incident.id,
        title: TAB.incident(scene.incident.reference),
        stand: incidentStand(scene.incident),
        facts: outlineFacts(scene),
        links: [
          plain(TAB.open(scene.incident.reference), 'show', on(scene)),
          ...readLinks(scene, { pages, acts }),
        ],
      };
    }),
    next,
    drafts: drafts.map(({ id, at, eraseOn }) => ({
      id,
      text: TAB.draft(moment(at, new Date(now)), shortDay(eraseOn)),
    })),
    links: [plain(TAB.report, 'start', {}), plain(TAB.privacy, 'privacy', {})],
  };
}

/** Confirmed is who has answered since they were last asked. */
function reachOf(reach: NonNullable<TabContact['reach']>, { answer }: TabContact, now: Date): Stand {
  const { reaches } = TAB;
  if (reach === 'reached') return { kind: 'done', text: answer?.at ? reaches.confirmed : reaches.reached };
  if (reach === 'unmet') return { kind: 'late', text: reaches.never };
  return { kind: 'late', text: reach.since ? TAB.leftSince(moment(reach.since, now)) : reaches.left };
}

function answerOf({ reach, answer }: TabContact, now: Date): string {
  if (reach === undefined || reach === 'unmet') return '';
  if (answer?.askedAt) return TAB.unanswered(moment(answer.askedAt, now));
  return answer?.at ? TAB.answered(moment(answer.at, now)) : TAB.neverAsked;
}

/** Presses of the viewer on a row. */
const pressesOf = ({ contact, reach, isOwn }: TabContact, mayReplace: boolean): ButtonView[] => [
  ...(mayReplace ? [plain(EDIT_LIST.change, 'contactRow', { contact: contact.id })] : []),
  ...(mayReplace && reach ? [plain(DRILL.one, 'drillOne', { contact: contact.id })] : []),
  ...(mayReplace || isOwn ? [plain(ABSENCE.button, 'absencePage', { contact: contact.id })] : []),
];

function awayOf({ rows }: TabContactsScreen, { contact }: TabContact): string {
  if (!isAway(contact) || !contact.away) return '';
  const { to, instead } = contact.away;
  return ABSENCE.until(shortDay(to), rows.find((row) => row.contact.id === instead)?.contact.name);
}

function contactsPageOf(screen: TabContactsScreen, municipality: Municipality): ContactsPage {
  const { mayReplace, mayBeAway } = screen;
  const now = new Date(screen.now);
  const row = (one: TabContact): ContactRowView => ({
    id: one.contact.id,
    name: one.contact.name,
    post: roleWords({ municipality }, one.contact),
    phone: one.contact.phone,
    tel: tel(one.contact.phone),
    email: one.contact.email ?? '',
    away: awayOf(screen, one),
    reach: one.reach && reachOf(one.reach, one, now),
    answer: answerOf(one, now),
    presses: pressesOf(one, mayReplace),
  });
  return {
    page: 'contacts',
    rows: screen.rows.map(row),
    keeps: mayReplace,
    links: [
      ...(mayReplace
        ? [
            plain(REPLACE.button, 'replacePage', {}),
            plain(EDIT_LIST.add, 'newContact', {}),
            plain(EDIT_LIST.history, 'listHistory', {}),
            plain(WATCH.button, 'watch', {}),
            plain(FULL_TIME_CARD.button, 'fullTimePage', {}),
          ]
        : []),
      ...(mayBeAway ? [plain(ABSENCE.button, 'absencePage', {})] : []),
    ],
  };
}

const inboxPage = (screen: InboxScreen, municipality: Municipality): InboxPage => ({
  page: 'inbox',
  waits: screen.waits.map((wait) => waitView(wait, municipality, new Date(screen.now))),
  rows: screen.rows.map((row) => listedRow(row, new Date(screen.now))),
  followed: screen.followed.map((row) => listedRow(row, new Date(screen.now))),
  nextWaits: screen.nextWaits,
  next: screen.next,
  oversees: screen.oversees,
});

/** A screen of the tab as its page. */
export function presentTab(
  screen: Exclude<TabScreen, { kind: 'nothing' }>,
  municipality: Municipality,
): TabPage {
  switch (screen.kind) {
    case 'inbox':
      return inboxPage(screen, municipality);
    case 'tabIncident':
      return incidentPage(screen, municipality);
    case 'me':
      return mePage(screen, municipality);
    case 'overview':
      return overviewPage(screen);
    case 'links':
      return linksPage(screen);
    case 'improvements':
      return improvementsPage(screen);
    case 'log':
      return logPageOf(screen, municipality);
    case 'ownWords':
      return ownWordsFile(screen, municipality);
    case 'meeting':
      return meetingFile(screen);
    case 'file':
      return {
        page: 'file',
        name: screen.name,
        type: screen.type,
        content: Buffer.from(screen.bytes).toString('base64'),
      };
    case 'tabContacts':
      return contactsPageOf(screen, municipality);
  }
}
