import { BUTTON, COMMON, DANGER_STRIP } from '../../content/texts/common';
import { LOG } from '../../content/texts/log';
import { DECISION } from '../../content/texts/police';
import { moment, shortDay } from '../../content/texts/time';
import { VICTIM_AGAIN } from '../../content/texts/timed';
import { BELONGS, PARTY_QUESTION, RECEIPT, STATUS } from '../../content/texts/victim';
import { DECISION_ANSWERS, type DecisionAnswer, PARTY_ANSWERS } from '../../routine/model/codes';
import type { Contact, PersonId } from '../../routine/model/contact';
import { type StatusRow, stepOf } from '../../routine/model/routine';
import { needOf } from '../../routine/plan/evaluate';
import { assessmentStep, isVictimAsked, reportStep } from '../../routine/plan/traits';
import { isAskedAgain, isRelayOut } from '../../routine/rules/deadlines';
import { filersOf } from '../../routine/rules/filing';
import { followUpDays, hasEnded, stateOf, stored } from '../../routine/rules/progress';
import { accountsOf, asked, askedLevels, strategistsOf } from '../../routine/rules/succession';
import { wordsOf } from '../pages/steps';
import { button, card, extra, firstToPress, plain, primary } from '../parts';
import { kicker, nameOf, on, roleOf, roleWords, routineOf, type Scene, whomToRing } from '../scene';
import type { ButtonView, ItemView, RowView, View } from '../view';

/** A step as the victim sees it: what was left out was not done, and does not look as if it were. */
function stepRow(scene: Scene, text: string, step: string, note = ''): RowView {
  const { state } = stored(scene.incident, step);
  if (state !== 'notApplicable') return row(text, state === 'done', state === 'done' ? '' : note);
  return { sign: COMMON.signs.no, text, note: COMMON.states.notApplicable, isNow: false };
}

const row = (text: string, isDone: boolean, note: string, isNow = false): RowView => ({
  sign: isDone ? COMMON.signs.done : isNow ? COMMON.signs.now : COMMON.signs.waiting,
  text,
  note: note || (isDone ? COMMON.states.done : ''),
  isNow,
});

/** What has been done and what is next, in the victim's own words. */
function rows(scene: Scene): RowView[] {
  return routineOf(scene).status.flatMap((kind) =>
    typeof kind === 'object' ? ownRow(scene, kind.step) : knownRow(scene, kind),
  );
}

/** A row of the plan's own. */
function ownRow(scene: Scene, id: string): RowView[] {
  const { incident, routine } = scene;
  const step = stepOf(routine, id);
  if (!step) return [];
  const text = routine.words.status[id] ?? wordsOf(scene, step).short;
  if (step.endedBy === 'company' && isRelayOut(scene)) return [row(text, false, '')];
  const { last } = followUpDays(incident, routine);
  return [stepRow(scene, text, id, step.isTalk ? STATUS.latest(shortDay(last)) : '')];
}

/** A row that every plan may have. */
function knownRow(scene: Scene, kind: Extract<StatusRow, string>): RowView[] {
  const { incident, now } = scene;
  const words = STATUS.rows;
  switch (kind) {
    case 'sent':
      return [row(words.sent, true, moment(incident.createdAt, now))];
    case 'taken': {
      const { lead } = incident;
      return [row(words.taken, lead !== undefined, lead ? moment(lead.since, now) : '', !lead)];
    }
    case 'decision':
      return [row(words.decision, incident.decision?.answer !== undefined, '')];
    case 'reported':
      return incident.decision?.answer === 'no' ? [] : [reportedRow(scene)];
  }
}

function reportedRow(scene: Scene): RowView {
  const { incident, routine } = scene;
  const step = reportStep(routine);
  const isWanted = step !== undefined && needOf(incident, step, routine) === 'yes';
  const isMade = isReported(scene);
  return row(STATUS.rows.reported, isMade, '', isWanted && !isMade);
}

const isReported = ({ incident, routine }: Scene): boolean =>
  stored(incident, reportStep(routine)?.id ?? '').state === 'done';

const namesWithRoles = (scene: Scene, contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((contact) => `${contact.name}, ${roleWords(scene, contact, false)}`));

/** Whom we told, whether anyone has answered, and whom to ring: honest about silence. */
function told(scene: Scene): { title: string; lines: string[] } {
  const { incident, now } = scene;
  if (incident.lead) return ledWords(scene, incident.lead);
  const candidates = asked(scene);
  const isGone = (contact: Contact) => !contact.person || scene.unreachable.has(contact.person);
  const gone = candidates.filter(isGone);
  if (gone.length === candidates.length) return { title: STATUS.nobodyTitle, lines: [STATUS.nobody] };
  const next = askedLevels(scene).find(({ at, contacts }) => at > now && !contacts.every(isGone));
  const first = incident.via === 'alarm' && !incident.reportedAt ? STATUS.alarmTitle : STATUS.reportTitle;
  return {
    title: incident.askedAt ? STATUS.askedTitle : first,
    lines: [
      ...whoWasTold(scene, isGone),
      `${STATUS.silent} ${next ? STATUS.next(moment(next.at.toISOString(), now)) : ''}`.trim(),
      ...(gone.length > 0 ? [STATUS.cannotReach(namesWithRoles(scene, gone))] : []),
    ],
  };
}

/**
 * Who was asked, and when: the times are the routine's, and hold as long as nobody has said no or could not be reached.
 */
function whoWasTold(scene: Scene, isGone: (contact: Contact) => boolean): string[] {
  const isByTheClock = scene.incident.declined.length === 0 && scene.unreachable.size === 0;
  if (!isByTheClock)
    return [
      STATUS.told(
        namesWithRoles(
          scene,
          asked(scene).filter((one) => !isGone(one)),
        ),
      ),
    ];
  return askedLevels(scene).flatMap(({ at, contacts }) => {
    const reached = contacts.filter((one) => !isGone(one));
    if (at > scene.now || reached.length === 0) return [];
    return [STATUS.told(namesWithRoles(scene, reached), moment(at.toISOString(), scene.now))];
  });
}

/** Who leads: until the first talk is over they are about to ring. */
function ledWords(scene: Scene, lead: NonNullable<Scene['incident']['lead']>) {
  const name = nameOf(scene, lead.person);
  const role = roleOf(scene, lead.person);
  return hasEnded(scene.incident, assessmentStep(scene.routine)?.id ?? '')
    ? { title: STATUS.leadsTitle(name), lines: [STATUS.leads(name, role)] }
    : { title: STATUS.ledTitle(name), lines: [STATUS.led(name, role, moment(lead.since, scene.now))] };
}

const toRing = (scene: Scene): Contact[] => {
  const lead = scene.contacts.filter(
    (contact) => contact.person && contact.person === scene.incident.lead?.person,
  );
  const first = lead.length > 0 ? lead.slice(0, 1) : asked(scene);
  return [...first, ...strategistsOf(scene).filter((one) => !first.includes(one))];
};

/** While nobody has answered an alarm, ringing is what a hurried person may press blind. */
const numbersOf = (scene: Scene, isAlarm: boolean): ItemView[] =>
  toRing(scene).map((contact, index) => {
    const item = whomToRing(scene, contact);
    return isAlarm && index === 0 ? { ...item, links: firstToPress(item.links) } : item;
  });

/** Who has the incident's content now. */
function readers(scene: Scene): string[] {
  const { lead, standby, strategist } = scene.incident;
  const strategists = strategist ? strategistsOf(scene).flatMap((contact) => contact.person ?? []) : [];
  const persons = [...(lead ? [lead.person] : []), ...standby.map((one) => one.person), ...strategists];
  const namesOf = (list: readonly PersonId[]) =>
    COMMON.listAnd([...new Set(list)].map((person) => nameOf(scene, person)));
  const some = accountsOf(filersOf(scene)).filter((person) => !persons.includes(person));
  return [
    persons.length > 0 ? STATUS.canRead(namesOf(persons)) : STATUS.nobodyReads,
    ...(some.length > 0 ? [STATUS.canReadSome(namesOf(some))] : []),
  ];
}

/** What the plan does without asking: said as long as it is being done. */
const informed = (scene: Scene): string[] =>
  routineOf(scene).steps.flatMap((step) => {
    const isOpen = stateOf(scene.incident, step, scene.routine, scene.now) === 'open';
    return step.informs === 'victim' && isOpen ? [wordsOf(scene, step).informs ?? ''] : [];
  });

const remarks = (scene: Scene): string[] => {
  const { decision, mistakeAt, wantsCallAt } = scene.incident;
  const isMade = isReported(scene);
  return [
    ...(mistakeAt ? [STATUS.mistakeNoted] : []),
    ...(wantsCallAt ? [STATUS.callNoted] : []),
    ...(decision?.answer
      ? [`${STATUS.decided[decision.answer]} ${isMade ? '' : STATUS.canChange}`.trim()]
      : []),
    ...informed(scene),
    ...readers(scene),
  ];
};

function choices(scene: Scene, isAlarm: boolean): ButtonView[] {
  const { incident } = scene;
  const mayDecide = !isReported(scene) && isVictimAsked(scene.routine);
  const tell = incident.reportedAt
    ? plain(BUTTON.details, 'page', on(scene, { page: 'details' }))
    : (isAlarm ? plain : primary)(BUTTON.tell, 'tell', on(scene));
  return [
    tell,
    ...(incident.via === 'alarm' && !incident.reportedAt && !incident.mistakeAt
      ? [(incident.lead ? extra : plain)(BUTTON.mistake, 'markMistake', on(scene))]
      : []),
    ...(incident.reportedAt ? [plain(BUTTON.amend, 'page', on(scene, { page: 'amend' }))] : []),
    (incident.lead ? plain : extra)(BUTTON.changeContact, 'page', on(scene, { page: 'changeContact' })),
    ...(!mayDecide ? [] : [extra(BUTTON.policeDecision, 'page', on(scene, { page: 'decision' }))]),
    // Nobody to ring yet: then it is speed that can be asked for.
    incident.lead || incident.acute
      ? extra(BUTTON.callMe, 'callMe', on(scene))
      : extra(BUTTON.acuteNow, 'raiseAcute', on(scene)),
    ...(incident.route === 'party' ? [extra(BUTTON.ownParty, 'page', on(scene, { page: 'ownParty' }))] : []),
  ];
}

/** The victim's own card: who knows, who has answered, what is next, whom to ring. */
export function statusCard(scene: Scene): View {
  if (scene.incident.state === 'closed') return closedCard(scene);
  const { title, lines } = told(scene);
  const isAlarm = scene.incident.acute && !scene.incident.lead;
  return card({
    danger: isAlarm ? DANGER_STRIP : [],
    kicker: kicker(scene),
    title,
    lines: [...lines, ...(scene.incident.lead || isAlarm ? [] : [STATUS.keep])],
    items: numbersOf(scene, isAlarm),
    buttons: choices(scene, isAlarm),
    below: {
      title: STATUS.more,
      rows: rows(scene),
      lines: remarks(scene),
      buttons: [plain(LOG.button, 'looks', on(scene))],
    },
    footnote: isAlarm ? STATUS.keep : '',
  });
}

const closedCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: STATUS.closedTitle,
    lines: STATUS.closedLines,
    buttons: [
      plain(BUTTON.reopen, 'page', on(scene, { page: 'reopen' })),
      plain(LOG.button, 'looks', on(scene)),
      button(BUTTON.report, 'start', {}, { inputs: 'none' }),
    ],
  });

/**
 * Both a yes, a no and "not now" stand in sight: three of like standing beside the first, for the card must not
 * choose for anyone. The two that are seldom needed are behind the overflow button.
 */
const IN_SIGHT: readonly DecisionAnswer[] = ['municipality', 'self', 'no', 'notNow'];
const ANSWERS = [...IN_SIGHT, ...DECISION_ANSWERS.filter((answer) => !IN_SIGHT.includes(answer))];

/** The police decision: the victim's alone. */
export const decisionCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
    title: DECISION.title,
    lines: [
      ...(isAskedAgain(scene) ? [VICTIM_AGAIN.decision] : []),
      ...DECISION.lines(scene.municipality.names),
    ],
    buttons: ANSWERS.map((answer, index) => {
      const title = DECISION.answers[answer];
      const data = on(scene, { answer });
      if (index === 0) return primary(title, 'decide', data);
      return (IN_SIGHT.includes(answer) ? plain : extra)(title, 'decide', data);
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
    lines: PARTY_QUESTION.lines(scene.municipality.names),
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
        ? [...RECEIPT.proxyLines, RECEIPT.lines(scene.municipality.names)[1] ?? '']
        : RECEIPT.lines(scene.municipality.names),
    items: strategistsOf(scene).map((contact) => whomToRing(scene, contact)),
    buttons:
      scene.incident.acute || scene.incident.state === 'closed'
        ? []
        : [plain(BUTTON.acuteNow, 'raiseAcute', on(scene))],
  });
