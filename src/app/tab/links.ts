import type { PersonId } from '../../routine/model/contact';
import { asText, mayAdminister } from '../../routine/rules/access';
import { figuresOf } from '../../routine/rules/figures/figures';
import {
  addressesIn,
  type Linked,
  linkedBy,
  type SenderAddress,
  type SenderMark,
  sendersIn,
} from '../../routine/rules/figures/senders';
import { withoutHidden } from '../../routine/rules/report/hidden';
import { isExcluded, victimOf } from '../../routine/rules/succession';
import type { LinkRow, LinksScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { type LoadedIncident, loadIncident, readRoster, rolesOf } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { linksNow, ofYear, yearsTo } from './overview';
import { newMarking } from './senderMarks';

/*
 * Links between incidents: the same sender in several of them. Nothing of it is stored: it is worked out of the incidents as they are, each
 * time that somebody presses, so that it ends with the decision and with every incident that is erased. What is compared are HMACs under a
 * key of that press; an address is held no longer than it takes to mark it.
 */

/** This year and the one before: a campaign is not older. */
const YEARS = 2;

/** Addresses of the bot's own people: whoever pastes a message pastes whom it was to. */
async function ownAddresses(deps: Deps, victims: readonly PersonId[]): Promise<ReadonlySet<SenderAddress>> {
  const [contacts, rows] = await Promise.all([
    deps.contacts.read(),
    Promise.all(victims.map((victim) => deps.people.read(victim))),
  ]);
  const words = [
    ...contacts.flatMap(({ email, phone }) => [email, phone]),
    ...rows.flatMap((row) => (row ? [row.value.email, ...(row.value.emails ?? [])] : [])),
  ];
  return addressesIn(words.join('\n'));
}

/** That somebody saw an incident among the linked, in its own log: what is looked at leaves a line, whoever may read the rest. */
const noteLook = (deps: Deps, person: PersonId, { id, purpose }: { id: string; purpose: string }) =>
  decideAgain(
    () => loadIncident(deps, id),
    async (read) => {
      const as = asText(rolesOf(read, person)) || 'strategist';
      return { view: { at: deps.now().toISOString(), by: person, what: 'links', as, purpose } };
    },
    ({ file }, change) => deps.incidents.save(file, change),
  );

/** The incidents of the years that the person may know are counted, and whether there were more. */
async function counted(deps: Deps, person: PersonId) {
  const years = yearsTo(deps.now()).slice(0, YEARS);
  const found = await Promise.all(years.map((year) => ofYear(deps, year)));
  const read = found
    .flatMap((one) => one.read)
    .filter(
      ({ file, situation }) => !isExcluded(file.incident, person) && figuresOf(situation) !== undefined,
    );
  return { read, isCut: found.some((one) => one.isCut) };
}

/** Groups with the addresses of the bot's own people left out, which are looked up only where something was found. */
async function groupsIn(deps: Deps, read: readonly LoadedIncident[]): Promise<Linked[]> {
  const marking = newMarking(deps);
  const marked = (addresses: ReadonlySet<SenderAddress>) => new Set<SenderMark>([...addresses].map(marking));
  const senders = new Map(
    read.map(({ situation: { incident, routine } }) => [
      incident.id,
      marked(sendersIn(withoutHidden(incident, routine))),
    ]),
  );
  const near = new Set(linkedBy(senders).flatMap(({ ids }) => ids));
  const victims = read.flatMap(({ file: { incident } }) =>
    near.has(incident.id) ? (victimOf(incident) ?? []) : [],
  );
  const own = marked(await ownAddresses(deps, [...new Set(victims)]));
  for (const [id, all] of senders) senders.set(id, new Set([...all].filter((mark) => !own.has(mark))));
  return linkedBy(senders);
}

/**
 * The same sender in several incidents, as far as the strategist has one of them; of the others they see how many. Undefined: nothing is
 * decided, or the person administers nothing.
 */
export async function links(deps: Deps, person: PersonId): Promise<LinksScreen | undefined> {
  const decision = linksNow(deps);
  if (!decision || !mayAdminister(await readRoster(deps), person)) return undefined;
  const { read, isCut } = await counted(deps, person);
  const own = new Map(
    read
      .filter((one) => rolesOf(one, person).has('strategist'))
      .map(({ file }) => [file.incident.id, file.incident]),
  );
  const groups = (await groupsIn(deps, read)).filter(({ ids }) => ids.some((id) => own.has(id)));
  for (const id of new Set(groups.flatMap(({ ids }) => ids)))
    await noteLook(deps, person, { id, purpose: decision.purpose });
  deps.log.info({ person, groups: groups.length, until: decision.until }, 'linksLooked');
  const rows = groups.map(({ kinds, ids }): LinkRow => {
    const known = ids.flatMap((id) => own.get(id) ?? []).map(({ id, reference }) => ({ id, reference }));
    return { kinds, known, others: ids.length - known.length };
  });
  return { kind: 'links', ...decision, rows, isCut };
}
