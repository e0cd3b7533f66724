import {
  BELONGS,
  BUTTON,
  COMMON,
  DANGER_STRIP,
  DECISION,
  PARTY_QUESTION,
  RECEIPT,
  STATUS,
} from '../content/texts';
import { moment, shortDay } from '../content/time';
import { VICTIM_AGAIN } from '../content/timeTexts';
import { asked, strategistsOf } from '../routine/chain';
import type { Contact } from '../routine/contact';
import { followUpDays, hasEnded, stored } from '../routine/progress';
import { isAskedAgain } from '../routine/reminders';
import { DECISION_ANSWERS, PARTY_ANSWERS } from '../routine/words';
import { button, card, extra, plain, primary } from './build';
import { kicker, nameOf, on, ring, roleOf, roleWords, routineOf, type Scene } from './scene';
import type { ButtonView, RowView, View } from './views';

const row = (text: string, isDone: boolean, note: string, isNow = false): RowView => ({
  sign: isDone ? COMMON.signs.done : isNow ? COMMON.signs.now : COMMON.signs.waiting,
  text,
  note: note || (isDone ? COMMON.states.done : ''),
  isNow,
});

/** What has been done and what is next, in the victim's own words. */
function rows(scene: Scene): RowView[] {
  const { incident, now } = scene;
  const words = STATUS.rows;
  const done = (step: string) => hasEnded(incident, step);
  const isReported = stored(incident, 'police-report').state === 'done';
  const { last } = followUpDays(incident, routineOf(scene));
  return [
    row(words.sent, true, moment(incident.createdAt, now)),
    row(
      words.taken,
      incident.lead !== undefined,
      incident.lead ? moment(incident.lead.since, now) : '',
      !incident.lead,
    ),
    row(words.support, done('initial-support'), ''),
    row(words.assessed, done('assess'), ''),
    row(words.police, done('contact-police'), ''),
    row(words.decision, incident.decision?.answer !== undefined, ''),
    ...(incident.decision?.answer === 'no' ? [] : [row(words.reported, isReported, '')]),
    row(words.talk, done('follow-up-talk'), done('follow-up-talk') ? '' : STATUS.latest(shortDay(last))),
  ];
}

const namesWithRoles = (contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((contact) => `${contact.name}, ${roleWords(contact, false)}`));

/** Whom we told, whether anyone has answered, and whom to ring: honest about silence. */
function told(scene: Scene): { title: string; lines: string[] } {
  const { incident, now } = scene;
  if (incident.lead) {
    const name = nameOf(scene, incident.lead.person);
    const at = moment(incident.lead.since, now);
    return {
      title: STATUS.ledTitle(name),
      lines: [STATUS.led(name, roleOf(scene, incident.lead.person), at)],
    };
  }
  const title = incident.via === 'alarm' && !incident.reportedAt ? STATUS.alarmTitle : STATUS.reportTitle;
  const candidates = asked(scene);
  const isGone = (contact: Contact) => !contact.person || scene.unreachable.has(contact.person);
  const reached = candidates.filter((contact) => !isGone(contact));
  const gone = candidates.filter(isGone);
  if (reached.length === 0) return { title: STATUS.nobodyTitle, lines: [STATUS.nobody] };
  return {
    title,
    lines: [
      STATUS.notYet(namesWithRoles(reached), moment(incident.createdAt, now)),
      ...(gone.length > 0 ? [STATUS.cannotReach(namesWithRoles(gone))] : []),
    ],
  };
}

/** At most this many buttons in a row; further numbers are rows below them. */
const RINGS = 6;

const toRing = (scene: Scene): Contact[] => {
  const lead = scene.contacts.filter(
    (contact) => contact.person && contact.person === scene.incident.lead?.person,
  );
  const first = lead.length > 0 ? lead.slice(0, 1) : asked(scene);
  return [...first, ...strategistsOf(scene.incident, scene.contacts).filter((one) => !first.includes(one))];
};

const numberRow = (contact: Contact): RowView => ({
  sign: '',
  text: `${contact.name}, ${roleWords(contact, false)}`,
  note: contact.phone,
  isNow: false,
});

/** Who has the incident's content now. */
function readers(scene: Scene): string {
  const { lead, standby, strategist } = scene.incident;
  const strategists = strategist
    ? strategistsOf(scene.incident, scene.contacts).flatMap((contact) => contact.person ?? [])
    : [];
  const persons = [...(lead ? [lead.person] : []), ...standby.map((one) => one.person), ...strategists];
  const names = [...new Set(persons)].map((person) => nameOf(scene, person));
  return names.length > 0 ? STATUS.canRead(COMMON.listAnd(names)) : STATUS.nobodyReads;
}

const remarks = (scene: Scene): string[] => {
  const { decision, mistakeAt, wantsCallAt } = scene.incident;
  const isMade = stored(scene.incident, 'police-report').state === 'done';
  return [
    ...(mistakeAt ? [STATUS.mistakeNoted] : []),
    ...(wantsCallAt ? [STATUS.callNoted] : []),
    ...(decision?.answer
      ? [`${STATUS.decided[decision.answer]} ${isMade ? '' : STATUS.canChange}`.trim()]
      : []),
    readers(scene),
  ];
};

function choices(scene: Scene): ButtonView[] {
  const { incident } = scene;
  const isMade = stored(incident, 'police-report').state === 'done';
  const tell = incident.reportedAt
    ? plain(BUTTON.details, 'page', on(scene, { page: 'details' }))
    : primary(BUTTON.tell, 'tell', on(scene));
  return [
    tell,
    ...(incident.via === 'alarm' && !incident.reportedAt && !incident.mistakeAt
      ? [plain(BUTTON.mistake, 'markMistake', on(scene))]
      : []),
    ...(incident.reportedAt ? [plain(BUTTON.amend, 'page', on(scene, { page: 'amend' }))] : []),
    plain(BUTTON.changeContact, 'page', on(scene, { page: 'changeContact' })),
    ...(isMade ? [] : [extra(BUTTON.policeDecision, 'page', on(scene, { page: 'decision' }))]),
    extra(BUTTON.callMe, 'callMe', on(scene)),
    ...(incident.route === 'party' ? [extra(BUTTON.ownParty, 'page', on(scene, { page: 'ownParty' }))] : []),
  ];
}

/** The victim's own card: who knows, who has answered, what is next, whom to ring. */
export function statusCard(scene: Scene): View {
  if (scene.incident.state === 'closed') return closedCard(scene);
  const { title, lines } = told(scene);
  const isAlarm = scene.incident.acute && !scene.incident.lead;
  const numbers = toRing(scene);
  return card({
    danger: isAlarm ? DANGER_STRIP : [],
    kicker: kicker(scene),
    title,
    lines: [...lines, ...(scene.incident.lead ? [] : [STATUS.keep])],
    rows: numbers.slice(RINGS).map(numberRow),
    buttons: choices(scene),
    links: numbers.slice(0, RINGS).map(ring),
    below: { title: STATUS.more, rows: rows(scene), lines: remarks(scene) },
  });
}

const closedCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: STATUS.closedTitle,
    lines: STATUS.closedLines,
    buttons: [
      plain(BUTTON.reopen, 'page', on(scene, { page: 'reopen' })),
      button(BUTTON.report, 'start', {}, { inputs: 'none' }),
    ],
  });

/** The police decision: the victim's alone. */
export const decisionCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene, '3.1.3'),
    title: DECISION.title,
    lines: [...(isAskedAgain(scene) ? [VICTIM_AGAIN.decision] : []), ...DECISION.lines],
    buttons: DECISION_ANSWERS.map((answer, index) => {
      const title = DECISION.answers[answer];
      const data = on(scene, { answer });
      if (index === 0) return primary(title, 'decide', data);
      return index < 5 ? plain(title, 'decide', data) : extra(title, 'decide', data);
    }),
    below: { buttons: [plain(BUTTON.status, 'page', on(scene, { page: 'focus' }))] },
    footnote: DECISION.footnote,
  });

export const belongsCard = (scene: Scene): View =>
  card({
    title: BELONGS.title,
    lines: BELONGS.lines,
    buttons: [
      primary(BELONGS.yes, 'belongs', on(scene, { answer: 'yes' })),
      plain(BELONGS.no, 'belongs', on(scene, { answer: 'no' })),
    ],
  });

export const partyQuestionCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: PARTY_QUESTION.title,
    lines: PARTY_QUESTION.lines,
    buttons: PARTY_ANSWERS.map((answer, index) =>
      (index === 0 ? primary : plain)(PARTY_QUESTION.answers[answer], 'answerParty', on(scene, { answer })),
    ),
  });

/** The reporter who is not the victim sees that it was received, and no more. */
export const receiptCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: RECEIPT.title,
    lines:
      scene.incident.reporter.kind === 'proxy'
        ? [...RECEIPT.proxyLines, RECEIPT.lines[1] ?? '']
        : RECEIPT.lines,
    links: strategistsOf(scene.incident, scene.contacts).map(ring),
  });
