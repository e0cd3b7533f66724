import { CSV } from '../../content/texts/people/listFile';
import type { PersonId } from '../../routine/model/contact';
import { waitingIn } from '../../routine/rules/pendingTasks';
import { owesSilence } from '../../routine/rules/reading';
import { talksFor } from '../../routine/rules/steps/talkDays';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { Viewing } from '../../screens/scene';
import { incidentScreen } from '../../screens/screen';
import type {
  FileScreen,
  TabContactsScreen,
  TabIncidentScreen,
  TabQuery,
  TabScreen,
} from '../../screens/tab/tabScreens';
import { answersNow } from '../aggregates/municipality';
import type { Caller } from '../bot';
import { showContacts } from '../commands/contactList/contacts';
import { listFile } from '../commands/contactList/csv';
import { MIB, mayGive, mostOf } from '../commands/evidence/offered';
import { reachNow } from '../commands/standing/watch';
import type { Deps } from '../deps';
import { loadIncident, readRoster, rolesOf, viewingOf } from '../queries/loadIncident';
import { newId } from '../runtime/ids';
import { improvements, improvementsFrom, summary } from './improvements';
import { inbox } from './inbox';
import { links } from './links';
import { log, meeting } from './log';
import { me } from './me';
import { overview } from './overview';
import { ownWordsOf } from './ownWords';
import { listsOf, pagesOf } from './viewed';
import { tabWaits } from './waits';

const NOTHING: TabScreen = { kind: 'nothing' };

const lastDaysIn = (viewing: Viewing): Record<string, string> =>
  Object.fromEntries(waitingIn(viewing).flatMap(({ about, last }) => (last ? [[about, last]] : [])));

/** *Ärende*: a person's own screen of it, and the pages that they may open. */
async function incidentOf(deps: Deps, person: PersonId, id: string): Promise<TabIncidentScreen | undefined> {
  const read = await loadIncident(deps, id);
  if (!read || rolesOf(read, person).size === 0) return undefined;
  // A page that was left open on a phone that another may see.
  if (isLeftAlone(read.situation.incident, person)) return undefined;
  const viewing = viewingOf(read, person, newId(deps));
  const pages = pagesOf(viewing);
  return {
    kind: 'tabIncident',
    screen: incidentScreen(viewing),
    waits: tabWaits(read, person, (await deps.persons.read(person)).state.snoozed),
    lastDays: pages.includes('steps') ? lastDaysIn(viewing) : {},
    pages,
    acts: listsOf(viewing),
    meetings: talksFor(viewing, viewing.viewer).map(({ talk, day }) => ({ talk, day })),
    giving: {
      mayGive: mayGive(read, viewing.viewer.roles),
      most: Math.floor(mostOf(deps) / MIB),
      isSilenceOwed: owesSilence(viewing, viewing.viewer),
    },
  };
}

/** *Kontakter*: the whole list as its reader looks for it; to whoever keeps it, who is reached. */
async function contacts(deps: Deps, caller: Caller): Promise<TabScreen> {
  const { screen } = await showContacts(deps, caller, 0);
  if (screen.kind !== 'list' || screen.list !== 'contacts') return NOTHING;
  const roster = await readRoster(deps);
  const [reach, answers] = screen.mayReplace
    ? await Promise.all([reachNow(deps, roster), answersNow(deps, roster)])
    : [];
  const personOf = new Map(roster.contacts.map(({ id, person }) => [id, person]));
  const shown: TabContactsScreen = {
    kind: 'tabContacts',
    rows: screen.contacts.map((contact) => {
      const person = personOf.get(contact.id);
      const answer = person === undefined ? undefined : answers?.get(person);
      return { contact, reach: reach?.get(contact.id), answer, isOwn: person === caller.person };
    }),
    mayReplace: screen.mayReplace,
    mayBeAway: screen.mayBeAway === true,
    now: deps.now().toISOString(),
  };
  return shown;
}

/** The contact list as CSV; undefined: the person does not keep it. Opens as UTF-8 in a spreadsheet. */
async function contactsFile(deps: Deps, caller: Caller): Promise<FileScreen | undefined> {
  const text = await listFile(deps, caller);
  return text === undefined
    ? undefined
    : {
        ...{ kind: 'file', name: CSV.file, type: 'text/csv;charset=utf-8' },
        bytes: Buffer.from(`\ufeff${text}`),
      };
}

/** The answer to a question of the tab, as this person may have it. */
export async function ask(deps: Deps, caller: Caller, query: TabQuery): Promise<TabScreen> {
  switch (query.ask) {
    case 'inbox':
      return inbox(deps, caller.person, query);
    case 'incident':
      return (await incidentOf(deps, caller.person, query.id)) ?? NOTHING;
    case 'me':
      return me(deps, caller.person, query.from);
    case 'overview':
      return (await overview(deps, caller.person, query.year)) ?? NOTHING;
    case 'ownWords':
      return ownWordsOf(deps, caller.person);
    case 'log':
      return (await log(deps, caller.person, query)) ?? NOTHING;
    case 'meeting':
      return (await meeting(deps, caller.person, query)) ?? NOTHING;
    case 'improvements': {
      const screen = await improvements(deps, caller.person, query.year);
      return screen ? improvementsFrom(screen, query.from) : NOTHING;
    }
    case 'summary':
      return (await summary(deps, caller.person, query.year)) ?? NOTHING;
    case 'contacts':
      return contacts(deps, caller);
    case 'links':
      return (await links(deps, caller.person)) ?? NOTHING;
    case 'contactsFile':
      return (await contactsFile(deps, caller)) ?? NOTHING;
  }
}
