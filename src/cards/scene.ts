import type { Municipality } from '../content/municipalities/municipality';
import { COMMON } from '../content/texts/common';
import { LEAD } from '../content/texts/lead';
import { DETAILS } from '../content/texts/pages';
import { JOINED } from '../content/texts/people/joined';
import { SUSPECTS } from '../content/texts/people/suspects';
import { POLICE_NUMBER } from '../content/texts/police';
import type { Page } from '../routine/acts/pages';
import type { Contact, PersonId } from '../routine/model/contact';
import type { StepSpec } from '../routine/model/routine';
import type { Situation } from '../routine/model/situation';
import { routineFor } from '../routine/plan/version';
import type { Viewer } from '../routine/rules/access';
import { filerOf } from '../routine/rules/filing';
import type { Act } from '../routine/rules/roles/may';
import { victimOf } from '../routine/rules/succession';
import { handedTo } from '../routine/rules/wishes/handing';
import type { SceneData } from '../screens/scene';
import { extra, link, plain } from './parts';
import type { ButtonView, ItemView, LinkView } from './view';

/**
 * All that a card of an incident is drawn from: what its viewer may see, as the routine's rules take it. What a rule
 * would need more for is in `facts`.
 */
export interface Scene
  extends Situation,
    Pick<SceneData, 'once' | 'victimEmail' | 'kin' | 'around' | 'facts'> {
  viewer: Viewer;
  mayDo: ReadonlySet<Act>;
  municipality: Municipality;
}

/** The scene of a screen, beside what is the municipality's own. */
export const sceneOf = (data: SceneData, municipality: Municipality): Scene => ({
  ...data,
  viewer: { person: data.viewer.person, roles: new Set(data.viewer.roles) },
  mayDo: new Set(data.viewer.may),
  unreachable: new Map(Object.entries(data.unreachable)),
  now: new Date(data.now),
  routine: routineFor(municipality.versions, data.incident),
  municipality,
});

/** Whether somebody may work on a step now. */
export const isOpen = ({ facts }: Scene, { id }: StepSpec): boolean => facts.open.includes(id);

/** Whether a step is the viewer's own. */
export const isOwned = ({ facts }: Scene, { id }: StepSpec): boolean => facts.owned.includes(id);

/** The contacts that a fact names, in its order. */
export const contactsIn = (
  scene: Scene,
  fact: 'asked' | 'askedFirst' | 'strategists' | 'duty' | 'overseers' | 'line',
): Contact[] => scene.facts[fact].flatMap((id) => scene.contacts.find((contact) => contact.id === id) ?? []);

/** Whether the viewer has a role in the incident. */
export const is = (scene: Scene, role: Parameters<Viewer['roles']['has']>[0]): boolean =>
  scene.viewer.roles.has(role);

/** Whether the viewer is the municipality's strategist in it, however much of it is theirs. */
export const isStrategist = (scene: Scene): boolean =>
  is(scene, 'strategist') || is(scene, 'stepStrategist') || is(scene, 'toldStrategist');

/** Data of a press on this incident. */
export const on = (scene: Scene, more: Record<string, string> = {}): Record<string, string> => ({
  id: scene.incident.id,
  ...more,
});
/** The same, for a press that adds something. */
export const adding = (scene: Scene, more: Record<string, string> = {}) =>
  on(scene, { once: scene.once, ...more });

/** A button that opens a page of the incident. `more`: what the page is about. */
export const toPage = (
  scene: Scene,
  title: string,
  page: Page,
  more: Record<string, string> = {},
): ButtonView => plain(title, 'page', on(scene, { page, ...more }));

/** The same, behind the overflow button. */
export const toExtraPage = (scene: Scene, title: string, page: Page): ButtonView =>
  extra(title, 'page', on(scene, { page }));

/** The same, as the one thing to press. */
export const toMainPage = (
  scene: Scene,
  title: string,
  page: Page,
  more: Record<string, string> = {},
): ButtonView => ({ ...toPage(scene, title, page, more), style: 'positive' });

const isAcute = ({ incident }: Scene): boolean => incident.acute && incident.state === 'open';

/** The small line on top: the reference, whether it is acute, and `more`. */
export const kicker = (scene: Scene, more = ''): string =>
  [
    COMMON.reference(scene.incident.reference),
    isAcute(scene) ? COMMON.acute : '',
    scene.incident.event ? JOINED.kicker : '',
    more,
  ]
    .filter(Boolean)
    .join(' · ');

const contactOf = (scene: Scene, person: PersonId): Contact | undefined =>
  scene.contacts.find((contact) => contact.person === person);

/** That a look is logged, under what others wrote; the victim's own words need no such line. */
export const logNote = (scene: Scene): string => (is(scene, 'victim') ? '' : DETAILS.logged);

/** An official's name; the victim and others are never named on a base card. */
export function nameOf(scene: Scene, person: PersonId | undefined): string {
  if (person === scene.viewer.person) return COMMON.you;
  if (person !== undefined && person === victimOf(scene.incident)) return LEAD.victimVictim;
  return (person && contactOf(scene, person)?.name) || COMMON.someone;
}

/** The municipality, whose words name a post: a part of any scene. */
export type Naming = Pick<Scene, 'municipality'>;

/** The contact list and the municipality: all that its pages are drawn from. */
export type ListScene = Pick<Scene, 'municipality' | 'contacts'> & {
  /** To whoever keeps the list: when parties' officers promised silence. */
  showsSilence?: boolean;
};

/** The unit that a row's post is of, in words: the party, or the name of the board. */
const unitOf = ({ municipality }: Naming, { party, board }: Contact): string =>
  municipality.boards.find((one) => one.code === board)?.name ?? party ?? '';

/** A row's post, without whether it is the deputy's: of which party or board only where that may be said. */
export function titleWords(naming: Naming, contact: Contact, isOpen = true): string {
  const words = naming.municipality.names.posts[contact.role];
  const unit = isOpen ? unitOf(naming, contact) : '';
  return (unit && words?.titleOf?.(unit)) || (words?.title ?? '');
}

/** An official's post. On a card that stays about an incident without the party or board: `isOpen` is false there. */
export function roleWords(naming: Naming, contact: Contact, isOpen = true): string {
  const role = titleWords(naming, contact, isOpen);
  return contact.order > 1 ? `${role}, ${COMMON.deputy}` : role;
}

const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A row's name with its post; once only where the post is all the name that it has. */
export function nameAndPost(naming: Naming, contact: Contact): string {
  const post = roleWords(naming, contact, false);
  return sameWords(contact.name, post) ? post : `${contact.name} (${post})`;
}

/** A row among others to choose from: name and whole post, a deputy as such; once where the post is all the name that it has. */
export function listedWords(naming: Naming, contact: Contact): string {
  const post = roleWords(naming, contact);
  return sameWords(contact.name, post) ? contact.name : `${contact.name}, ${post}`;
}

/** An official's post without party or board; empty for anybody else. */
export const roleOf = (scene: Scene, person: PersonId): string => {
  const contact = contactOf(scene, person);
  return contact ? roleWords(scene, contact, false) : '';
};

/** The owner of a step, in one or two words. */
export function ownerWords(scene: Scene, step: StepSpec): string {
  if (scene.facts.owned.includes(step.id)) return COMMON.you;
  const deputy = handedTo(scene.incident, step);
  if (deputy) return nameOf(scene, deputy);
  const { names } = scene.municipality;
  switch (step.owner) {
    case 'strategist':
      return names.strategist.definite;
    case 'victim':
      return LEAD.victimVictim;
    case 'filer':
      return { municipality: names.filer.definite, victim: LEAD.victimVictim, other: LEAD.other }[
        filerOf(scene.incident)
      ];
    default:
      return COMMON.lead;
  }
}

/** A link that rings a number. */
export const tel = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** The emergency number, to be pressed. */
export const emergency = link(COMMON.call('112'), tel('112'));

/** The police's own number, where nobody is in danger any more. */
export const policeLink = link(COMMON.call(POLICE_NUMBER), tel(POLICE_NUMBER));

/** A typed text that is a telephone number and nothing else: only then may it be pressed. */
export const isNumber = (text = ''): boolean => /^\+?[\d\s()-]{6,20}$/.test(text);

/** Ring or write to the victim: nobody has to look for a number. Only in the response to a press. */
export const reachVictim = (scene: Scene): LinkView[] => {
  // Not to be rung nor written to: no number is a press away.
  if (scene.incident.quiet || scene.incident.unable) return [];
  const { phone = '' } = scene.incident.report;
  const byPhone = isNumber(phone) ? [link(COMMON.call(phone.trim()), tel(phone))] : [];
  if (!scene.victimEmail) return byPhone;
  const users = encodeURIComponent(scene.victimEmail);
  return [
    ...byPhone,
    link(LEAD.ringInTeams, `https://teams.microsoft.com/l/call/0/0?users=${users}`),
    link(LEAD.writeInTeams, `https://teams.microsoft.com/l/chat/0/0?users=${users}`),
  ];
};

/** The victim, as a row with the first way to ring: on a form there are other people's numbers too. */
export const victimToRing = (scene: Scene): ItemView[] => {
  const links = reachVictim(scene).slice(0, 1);
  return links.length > 0 ? [{ text: DETAILS.victim, detail: '', buttons: [], links }] : [];
};

/** That there is no number, where somebody is asked to ring the victim. */
export const withoutNumber = (scene: Scene): string[] =>
  reachVictim(scene).length > 0 ? [] : [LEAD.noNumber];

/** A contact with a number that can be pressed: the name stands beside it, for a long one does not fit on a button. */
export const whomToRing = (naming: Naming, contact: Contact, isOpen = false): ItemView => ({
  text: contact.name,
  detail: sameWords(contact.name, roleWords(naming, contact, isOpen))
    ? ''
    : roleWords(naming, contact, isOpen),
  buttons: [],
  links: [link(COMMON.call(contact.phone), tel(contact.phone))],
});

const namedLine =
  (say: (who: string) => string) =>
  (naming: Naming, without: readonly Contact[]): string[] =>
    without.length === 0 ? [] : [say(COMMON.listAnd(without.map((one) => nameAndPost(naming, one))))];

/** That some hear nothing, as the person has said of what is open; none: there are none. */
export const asBeforeLine = namedLine(SUSPECTS.asBefore);

/** That some hear nothing of what is about to be sent; none: there are none. */
export const untoldLine = namedLine(SUSPECTS.untold);
