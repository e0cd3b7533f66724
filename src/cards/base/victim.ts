import { BUTTON, COMMON, DANGER_STRIP } from '../../content/texts/common';
import { RECEIVED } from '../../content/texts/guidance/channelTasks';
import { LOG } from '../../content/texts/log';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { clockTime } from '../../content/texts/time';
import { AHEAD, NOTHING_AHEAD, STATUS } from '../../content/texts/victim';
import { QUIET } from '../../content/texts/wishes/quiet';
import { HELP_OUT } from '../../content/texts/wishes/wishes';
import type { Contact } from '../../routine/model/contact';
import { isPartyUntold } from '../../routine/rules/leadership';
import { button, card, plain } from '../parts';
import { contactsIn, isOpen, kicker, nameOf, on, roleOf, type Scene } from '../scene';
import { outlookLine, reopenButton, suspectsButton, suspectsLine, warned, wordsOf } from '../stepParts';
import type { View } from '../view';
import { asksParty, numbersOf, partyButtons, rungLines } from './calls/calls';
import { askToRing } from './calls/reach';
import { erasedLines } from './retention';
import { buttonRows } from './victimButtons';
import { namesAndPosts, newsOf } from './victimNews';
import { type News, rows } from './victimRows';
import { type Reader, readersOf } from './wishes/readers';
import { reporterSeesLine } from './wishes/reporterSees';
import { closedLine, wordButton } from './word';

const contactsOf = (scene: Scene, ids: readonly string[]): Contact[] =>
  ids.flatMap((id) => scene.contacts.find((contact) => contact.id === id) ?? []);

const isGone =
  (scene: Scene) =>
  ({ person }: Contact): boolean =>
    person === undefined || scene.unreachable.has(person);

/** The number of people who are named in one sentence; of more it is said that it is all who were asked. */
const NAMED = 2;

/** Those who are reminded, by name or as all who were asked. */
const reminded = (scene: Scene, contacts: readonly Contact[]): string =>
  contacts.length > NAMED ? STATUS.everybody : namesAndPosts(scene, contacts);

/** Who has been told on the victim's behalf, and when; who is being told now. */
function toldLines(scene: Scene): string[] {
  const { told = [], telling = [] } = scene.facts.victim ?? {};
  const lines = told.map(({ how, at, contacts }) => {
    const found = contactsOf(scene, contacts);
    const time = clockTime(at, scene.now);
    return how === 'told'
      ? STATUS.told(namesAndPosts(scene, found), time)
      : STATUS.reminded(reminded(scene, found), time);
  });
  const now = contactsOf(scene, telling);
  return now.length > 0 ? [...lines, STATUS.telling(namesAndPosts(scene, now))] : lines;
}

/** The next thing that comes by itself, and when; else that nothing does, and whom to turn to. */
function aheadLine(scene: Scene): string {
  const ahead = scene.facts.victim?.ahead;
  if (ahead) {
    const contacts = contactsOf(scene, ahead.contacts);
    // Who leads stands on the card with their post already.
    const isLeads = contacts.every(({ person }) => person === scene.incident.lead?.person);
    const names = isLeads
      ? COMMON.listAnd(contacts.map(({ name }) => name))
      : ahead.kind === 'askedAgain'
        ? reminded(scene, contacts)
        : namesAndPosts(scene, contacts);
    return AHEAD[ahead.kind](clockTime(ahead.at, scene.now), names);
  }
  const { lead, quiet } = scene.incident;
  if (quiet) return QUIET.nothingAhead;
  return lead ? NOTHING_AHEAD.led(nameOf(scene, lead.person), askToRing(scene)) : NOTHING_AHEAD.unled;
}

/** It is acute, and everybody who can be asked has been: nobody new will be. */
const isExhausted = ({ incident, facts }: Scene): boolean =>
  incident.acute && facts.victim?.isLadderOver === true;

/** Nobody leads: who has been asked, that nobody has answered, and who cannot be reached. */
function asking(scene: Scene): News {
  const { incident } = scene;
  const again = [incident.askedAt, incident.wantedAt]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
  const at = again ?? incident.createdAt;
  const candidates = contactsIn(scene, 'asked');
  const gone = candidates.filter(isGone(scene));
  const [lost, phoned] = [gone.filter(({ person }) => person), gone.filter(({ person }) => !person)];
  if (gone.length === candidates.length)
    return { at, title: STATUS.nobodyTitle, lines: [STATUS.nobody, ...toldLines(scene)] };
  const first = incident.via === 'alarm' && !incident.reportedAt ? STATUS.alarmTitle : STATUS.reportTitle;
  const helping = incident.standby.map(({ person }) => nameOf(scene, person));
  return {
    at,
    title: isExhausted(scene) ? STATUS.exhaustedTitle : again ? STATUS.askedTitle : first,
    lines: [
      ...(isExhausted(scene) ? [STATUS.ring] : []),
      ...toldLines(scene),
      ...(isExhausted(scene) ? [] : [STATUS.silent]),
      ...(helping.length > 0 ? [HELP_OUT.victim(COMMON.listAnd(helping))] : []),
      ...(lost.length > 0 ? [STATUS.cannotReach(namesAndPosts(scene, lost))] : []),
      ...(phoned.length > 0 ? [STATUS.phoneOnly(namesAndPosts(scene, phoned))] : []),
    ],
  };
}

/**
 * The title and lines on top: the newest of what has happened, then who leads or has been asked, then what comes next.
 */
function top(scene: Scene): News {
  const news = newsOf(scene);
  const { lead } = scene.incident;
  const unled = lead ? [] : [asking(scene)];
  const [first, ...others] = [...news, ...unled].sort((a, b) => b.at.localeCompare(a.at));
  const title = first?.title ?? STATUS.nobodyTitle;
  const leads =
    lead && (first?.at !== lead.since || scene.incident.spoken?.at === lead.since)
      ? [STATUS.leads(nameOf(scene, lead.person), roleOf(scene, lead.person))]
      : [];
  const alsoAsked = others.filter((one) => unled.includes(one)).flatMap(({ lines }) => lines);
  return {
    at: first?.at ?? '',
    title,
    // Its own by-when may be what comes next of all.
    lines: [...new Set([...(first?.lines ?? []), ...leads, ...alsoAsked, aheadLine(scene)])],
    buttons: first?.buttons ?? [],
  };
}

/** Lines on who has been asked, by when they should answer, and what comes then: nobody leads. */
export const stateLines = (scene: Scene): string[] => [...asking(scene).lines, aheadLine(scene)];

/** The words on top of the victim's card: for who has none they are read aloud. */
export const statusWords = (scene: Scene): Pick<News, 'title' | 'lines'> => top(scene);

/** Lines on who may read the incident now. */
function readers(scene: Scene): string[] {
  const all = readersOf(scene);
  const namesOf = (reads: Reader['reads']) =>
    COMMON.listAnd(all.filter((one) => one.reads === reads).map(({ person }) => nameOf(scene, person)));
  const [whole, filing, part] = [namesOf('all'), namesOf('filing'), namesOf('part')];
  const number = namesOf('number');
  return [
    ...(whole ? [STATUS.canRead(whole)] : filing || part ? [] : [STATUS.nobodyReads]),
    ...(filing ? [STATUS.canReadSome(filing)] : []),
    ...(part ? [STATUS.canReadPart(part)] : []),
    ...(number ? [STATUS.canRing(number)] : []),
  ];
}

/** Lines on what the plan does without asking, as long as it is being done. */
const informed = (scene: Scene): string[] =>
  scene.routine.steps.flatMap((step) =>
    step.informs === 'victim' && isOpen(scene, step) ? [wordsOf(scene, step).informs ?? ''] : [],
  );

/** That some hear nothing of it: not on a phone that another may see. */
const untold = (scene: Scene): string[] =>
  scene.incident.quiet?.why === 'watched' ? [] : suspectsLine(scene, SUSPECTS.untold);

/** Lines below: what was said and done before, and who may read. */
const remarks = (scene: Scene): string[] => {
  const { lead } = scene.incident;
  const [newest, ...others] = newsOf(scene);
  const isOnTop = newest !== undefined && newest.title === top(scene).title;
  const earlier = (isOnTop || !newest ? others : [newest, ...others]).filter((one) => one.at !== lead?.since);
  return [
    ...(lead ? toldLines(scene) : []),
    ...earlier.map(({ at, title }) => STATUS.earlier(title, clockTime(at, scene.now))),
    ...outlookLine(scene),
    ...readers(scene),
    ...reporterSeesLine(scene),
  ];
};

/** Whether there is something that must not be done, by the way that it came. */
const isWarned = (scene: Scene): boolean => scene.facts.warnings.length > 0;

/** The victim's own card: who knows, who has answered, what is next, whom to ring. */
export function statusCard(scene: Scene): View {
  if (scene.incident.state === 'closed') return closedCard(scene);
  const { title, lines, buttons = [] } = top(scene);
  const isAlarm = scene.incident.acute && !scene.incident.lead;
  const { above, below } = buttonRows(scene, buttons, isAlarm);
  return card({
    // As long as it is acute, 112 stands first: somebody who leads is not there yet.
    danger: isAlarm ? DANGER_STRIP : scene.incident.acute ? DANGER_STRIP.slice(0, 1) : [],
    kicker: kicker(scene),
    title,
    lines: [
      ...(asksParty(scene) ? [STATUS.whichParty] : []),
      ...(isAlarm && !scene.incident.quiet ? [QUIET.canTalk] : []),
      ...lines,
      ...(isPartyUntold(scene.incident) ? [STATUS.partyUntold] : []),
      ...rungLines(scene),
      ...informed(scene),
      ...(scene.incident.lead ? [] : untold(scene)),
      ...(isAlarm ? [] : warned(scene)),
      ...(scene.incident.lead || isAlarm ? [] : [isWarned(scene) ? RECEIVED.keep : STATUS.keep]),
    ],
    choices: partyButtons(scene),
    items: numbersOf(scene, isAlarm),
    buttons: above,
    below: {
      title: STATUS.more,
      rows: rows(scene),
      lines: remarks(scene),
      buttons: below,
    },
    footnote: isAlarm ? [...warned(scene), isWarned(scene) ? RECEIVED.keep : STATUS.keep].join(' ') : '',
  });
}

/** The end: who closed it and when, that nothing more comes, and the ways back. */
const closedCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: STATUS.closedTitle,
    lines: [...closedLine(scene), ...erasedLines(scene), ...STATUS.closedLines],
    buttons: [...wordButton(scene), ...reopenButton(scene), plain(LOG.whoSees, 'looks', on(scene))],
    below: {
      buttons: [button(BUTTON.report, 'start', {}, { inputs: 'none' }), ...suspectsButton(scene)],
    },
  });
