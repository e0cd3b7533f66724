import { BUTTON, COMMON } from '../../content/texts/common';
import { READ_FIRST } from '../../content/texts/pages';
import { clockTime, longDay } from '../../content/texts/time';
import { ADDED, AHEAD, DECIDED, PARTY_ANSWERED, STATUS, SUPPORT_ANSWERED } from '../../content/texts/victim';
import { QUIET } from '../../content/texts/wishes/quiet';
import { WORD } from '../../content/texts/wishes/word';
import type { Contact } from '../../routine/model/contact';
import type { StepSpec } from '../../routine/model/routine';
import { assessmentStep, partsOf, reportStep } from '../../routine/plan/traits';
import { askAgainAt } from '../../routine/rules/deadlines';
import { filing } from '../../routine/rules/filing';
import { haveLed } from '../../routine/rules/leadership';
import { confirmersOf, hasEnded, stored } from '../../routine/rules/progress';
import { versionsOf } from '../../routine/rules/report/versions';
import { accountsOf, strategistsOf } from '../../routine/rules/succession';
import { isRecorded } from '../../routine/rules/victim/decision';
import { isByProxy } from '../../routine/rules/victim/partyWord';
import { toRead } from '../../routine/rules/victim/readFirst';
import { answeredLines } from '../decisionParts';
import { contactsIn, nameAndPost, nameOf, roleOf, type Scene, toExtraPage, toPage } from '../scene';
import { wordsOf } from '../stepParts';
import { talkNews } from './beside/talkDay';
import { askedToBeRung } from './calls/askedFor';
import { askToRing } from './calls/reach';
import { isReported, type News } from './victimRows';
import { kinLooked, takenBack, wished } from './wishes/news';

/*
 * What has happened in the victim's matter, an item each: somebody has taken it, an answer of the victim's own with who does
 * what and by when, something done for them. The newest is the title of their card.
 */

export const namesAndPosts = (scene: Scene, contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((contact) => nameAndPost(scene, contact)));

/** Whoever leads, by name; else the strategist. */
function helper(scene: Scene): string {
  const { lead } = scene.incident;
  return lead
    ? nameOf(scene, lead.person)
    : namesAndPosts(scene, contactsIn(scene, 'strategists').slice(0, 1));
}

/** Somebody leads: until the first talk is over they are about to ring. */
function led(scene: Scene): News[] {
  const { lead } = scene.incident;
  if (!lead) return [];
  const name = nameOf(scene, lead.person);
  const role = roleOf(scene, lead.person);
  const at = clockTime(lead.since, scene.now);
  const isOver = hasEnded(scene.incident, assessmentStep(scene.routine)?.id ?? '');
  const title = isOver ? STATUS.leadsTitle(name) : STATUS.ledTitle(name);
  const rings = scene.incident.quiet ? QUIET.taken : scene.incident.unable ? STATUS.took : STATUS.rings;
  return [{ at: lead.since, title, lines: [isOver ? STATUS.took(role, at) : rings(role, at)] }];
}

/** Who makes the report and by when, and what if they do not. */
function whoFiles(scene: Scene): string[] {
  const found = filing(scene);
  const [first, ...later] = found?.levels ?? [];
  if (!found || !first) return [];
  const names = namesAndPosts(scene, first.contacts);
  const when = (date: Date) => clockTime(date.toISOString(), scene.now);
  const words = DECIDED.municipality;
  const who = first.at > scene.now ? words.toBeTold(names, when(first.at)) : words.told(names);
  const next = later.find((level) => level.at > scene.now);
  if (next) return [who, AHEAD.filer(when(next.at), namesAndPosts(scene, next.contacts))];
  return found.offeredAt > scene.now ? [who, AHEAD.fileYourself(when(found.offeredAt), '')] : [who];
}

/** Whether and when the victim is asked again. */
function askedAgain(scene: Scene): string {
  const next = askAgainAt(scene).find((at) => at > scene.now);
  return next
    ? AHEAD.decisionAgain(clockTime(next.toISOString(), scene.now), '')
    : DECIDED.notNow.last(helper(scene));
}

function decisionLines(scene: Scene): string[] {
  const who = helper(scene);
  switch (scene.incident.decision?.answer) {
    case 'municipality':
      return whoFiles(scene);
    case 'self':
      return [DECIDED.self.line];
    case 'other':
      return [DECIDED.other.line(who)];
    case 'no':
      return [DECIDED.no.line];
    case 'notNow':
      return [askedAgain(scene)];
    default:
      return [DECIDED.cannotAnswer.line(who)];
  }
}

/** The victim's own answer on the police report, which may be changed until the report is made. */
function decided(scene: Scene): News[] {
  const { decision } = scene.incident;
  if (!decision?.answer || !decision.at || isReported(scene)) return [];
  const report = reportStep(scene.routine);
  const isOwn = report !== undefined && scene.facts.duties.includes(report.id);
  return [
    {
      at: decision.at,
      title: DECIDED[decision.answer].title,
      lines: [...answeredLines(scene, decision), ...decisionLines(scene), DECIDED.change],
      buttons: [
        ...(isOwn ? [toPage(scene, wordsOf(scene, report).done, 'step', { step: report.id })] : []),
        toPage(scene, BUTTON.changeAnswer, 'decision'),
        // How it was given is read by a press; with a report the button is there anyway.
        ...(isRecorded(decision) && !scene.incident.reportedAt
          ? [toExtraPage(scene, BUTTON.details, 'details')]
          : []),
      ],
    },
  ];
}

const SUPPORT_VALUES = ['yes', 'no', 'talkFirst'] as const;

/** The victim's own answer on professional support, until what they wanted has been done. */
const supportAnswered = (scene: Scene): News[] =>
  scene.routine.steps.flatMap((step) => {
    const { state, endedAt, records } = stored(scene.incident, step.id);
    if (step.owner !== 'victim' || !step.answers || state !== 'done' || !endedAt) return [];
    const answer = SUPPORT_VALUES.find((value) => value === records[step.answers ?? '']);
    if (!answer) return [];
    const { title, line } = SUPPORT_ANSWERED[answer];
    const strategist = namesAndPosts(scene, contactsIn(scene, 'strategists').slice(0, 1));
    const who = answer === 'yes' ? strategist : helper(scene);
    const isToTalk = answer === 'talkFirst' && scene.incident.quiet !== undefined;
    return [{ at: endedAt, title, lines: [isToTalk ? QUIET.noCall : line(who, askToRing(scene))] }];
  });

/** Values that were chosen, not typed: those may stand on a card that stays. */
function chosenWords(scene: Scene, step: StepSpec): string[] {
  const { records } = stored(scene.incident, step.id);
  const { choices } = scene.routine.words;
  return step.fields.flatMap((spec) => {
    const value = records[spec.id];
    if (!value) return [];
    if (spec.kind === 'date') return spec.required ? [STATUS.on(longDay(value))] : [];
    if (spec.kind !== 'choice') return [];
    const offered = STATUS.offered[spec.id]?.[value];
    if (offered) return [offered];
    return [STATUS.answered(choices[`${step.id}.${spec.id}`]?.[value] ?? choices[spec.id]?.[value] ?? value)];
  });
}

/** The steps done for the victim, of which they read what was written down. */
const done = (scene: Scene): News[] =>
  scene.routine.steps.flatMap((step) => {
    const { state, endedAt } = stored(scene.incident, step.id);
    const words = wordsOf(scene, step).result;
    if (!step.victimReads || step.partOf || state !== 'done' || !endedAt || !words) return [];
    const parts = partsOf(scene.routine, step).filter(
      (part) => stored(scene.incident, part.id).state === 'done',
    );
    const ofParts = parts.flatMap((part) => {
      const result = wordsOf(scene, part).result;
      return result ? [[`${result.title}.`, ...chosenWords(scene, part)].join(' ')] : [];
    });
    const button = words.button ? [toPage(scene, words.button, 'result', { step: step.id })] : [];
    const lines = [[...chosenWords(scene, step), ...ofParts].join(' '), words.line].filter(Boolean);
    return [{ at: endedAt, title: words.title, lines, buttons: button }];
  });

/** The answer whether the party may know, until somebody of it has taken it; and that it was shut out. */
function ofParty(scene: Scene): News[] {
  const { partyQuestion, withdrawal, lead } = scene.incident;
  const answer = partyQuestion?.answer;
  const isNews = (answer === 'municipalityOnly' && !withdrawal) || (answer === 'yes' && !lead);
  const words = isNews ? PARTY_ANSWERED[answer] : undefined;
  const out = withdrawal ? STATUS.partyOut(clockTime(withdrawal.at, scene.now)) : '';
  return [
    ...(withdrawal ? [{ at: withdrawal.at, title: STATUS.partyOutTitle, lines: [out] }] : []),
    ...(words && partyQuestion?.at
      ? [{ at: partyQuestion.at, title: words.title, lines: [words.line] }]
      : []),
  ];
}

/** After an alarm: what has happened, in the victim's own words. */
const toldMore = ({ incident: { via, reportedAt } }: Scene): News[] =>
  via === 'alarm' && reportedAt ? [{ at: reportedAt, title: STATUS.reported, lines: [] }] : [];

/** The victim’s word on how it went. */
const saidHow = ({ incident, viewer }: Scene): News[] =>
  (incident.reviewWords ?? [])
    .filter(({ by }) => by === viewer.person)
    .map(({ at }) => ({ at, title: WORD.thanks, lines: [WORD.readBy] }));

/** Words that the victim has added since the report was sent, and who reads them. */
function added(scene: Scene): News[] {
  const { incident, viewer, routine } = scene;
  const [, ...later] = versionsOf(incident);
  const last = later.filter(({ by }) => by === viewer.person).at(-1);
  if (!last) return [];
  const { lead, strategist } = incident;
  const persons = [...(lead ? [lead.person] : []), ...haveLed(incident)];
  const strategists = strategist
    ? accountsOf(strategistsOf({ incident, contacts: scene.contacts, routine }))
    : [];
  const names = [...new Set([...persons, ...strategists])].map((person) => nameOf(scene, person));
  // What a party reads on a proxy's word has nothing added until the victim has answered.
  if (isByProxy(incident)) {
    const readers = strategists.map((person) => nameOf(scene, person));
    const read = readers.length > 0 ? [ADDED.read(COMMON.listAnd(readers))] : [];
    return [{ at: last.at, title: ADDED.title, lines: [...read, ADDED.afterYes] }];
  }
  const line = names.length > 0 ? ADDED.read(COMMON.listAnd(names)) : ADDED.unread;
  return [{ at: last.at, title: ADDED.title, lines: [line] }];
}

/** The victim's word on what others are told, until it is confirmed. */
function saidOfReading(scene: Scene): News[] {
  const word = toRead(scene)?.groups.word;
  if (!word) return [];
  const { title, line } = READ_FIRST.answered[word.answer];
  const who = COMMON.listAnd(confirmersOf(scene).map((person) => nameOf(scene, person)));
  const lines = [line(who)].filter(Boolean);
  return [{ at: word.at, title, lines, buttons: [toPage(scene, READ_FIRST.change, 'readFirst')] }];
}

/** All that has happened beside the asking, the newest first. */
export const newsOf = (scene: Scene): News[] =>
  [
    wished,
    takenBack,
    askedToBeRung,
    added,
    saidHow,
    decided,
    saidOfReading,
    supportAnswered,
    done,
    led,
    toldMore,
    talkNews,
    ofParty,
    kinLooked,
  ]
    .flatMap((items) => items(scene))
    .sort((a, b) => b.at.localeCompare(a.at));
