import { BUTTON, COMMON, DANGER_STRIP } from '../../content/texts/common';
import { LOG } from '../../content/texts/log';
import { moment } from '../../content/texts/time';
import { STATUS } from '../../content/texts/victim';
import { addMinutes } from '../../routine/calendar/workingTime';
import type { Contact, PersonId } from '../../routine/model/contact';
import { assessmentStep, isVictimAsked } from '../../routine/plan/traits';
import { filersOf } from '../../routine/rules/filing';
import { askedLevels } from '../../routine/rules/ladders/asked';
import { callingSince } from '../../routine/rules/ladders/reaching';
import { hasEnded } from '../../routine/rules/progress';
import { accountsOf } from '../../routine/rules/succession';
import { button, card, extra, firstToPress, plain, primary } from '../parts';
import {
  contactsIn,
  isOpen,
  kicker,
  nameOf,
  on,
  roleOf,
  roleWords,
  type Scene,
  toExtraPage,
  toPage,
  whomToRing,
} from '../scene';
import { wordsOf } from '../stepParts';
import type { ButtonView, ItemView, View } from '../view';
import { rungLines } from './calls';
import { isToSpeak } from './reach';
import { isReported, rows } from './victimRows';

const namesWithRoles = (scene: Scene, contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((contact) => withPost(contact.name, roleWords(scene, contact, false))));

/** Who is on the list by their post alone is named once. */
const withPost = (name: string, post: string): string =>
  name.toLowerCase() === post.toLowerCase() ? name : `${name}, ${post}`;

/** The title and lines on who was told, whether anyone has answered, and who cannot be reached. */
function told(scene: Scene): { title: string; lines: string[] } {
  const { incident, now } = scene;
  if (incident.lead) return ledWords(scene, incident.lead);
  const candidates = contactsIn(scene, 'asked');
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
          contactsIn(scene, 'asked').filter((one) => !isGone(one)),
        ),
      ),
    ];
  return askedLevels(scene).flatMap(({ at, contacts }) => {
    const reached = contacts.filter((one) => !isGone(one));
    if (at > scene.now || reached.length === 0) return [];
    return [STATUS.told(namesWithRoles(scene, reached), moment(at.toISOString(), scene.now))];
  });
}

/** The title and line on who leads: until the first talk is over they are about to ring. */
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
  const first = lead.length > 0 ? lead.slice(0, 1) : contactsIn(scene, 'asked');
  // Of a report that nobody has answered the sender has every number; of an alarm, those whom it has come to.
  const isReport = scene.incident.acute && !scene.incident.lead && scene.incident.via === 'report';
  const beside = isReport ? contactsIn(scene, 'line') : [];
  return [
    ...new Set([...contactsIn(scene, 'duty'), ...first, ...contactsIn(scene, 'strategists'), ...beside]),
  ];
};

/** The victim's party was not known when they alarmed it: one press tells it now. */
const partyItems = (scene: Scene): ItemView[] =>
  asksParty(scene)
    ? scene.municipality.parties.map(({ code, name }) => ({
        text: name,
        detail: '',
        buttons: [plain(STATUS.tellParty(code), 'tellParty', on(scene, { party: code }))],
        links: [],
      }))
    : [];

const asksParty = ({ incident }: Scene): boolean =>
  incident.wantsParty === true && !incident.lead && incident.reportedAt === undefined;

/** While nobody has answered an alarm, ringing is what a hurried person may press blind. */
const numbersOf = (scene: Scene, isAlarm: boolean): ItemView[] =>
  toRing(scene).map((contact, index) => {
    const item = whomToRing(scene, contact);
    return isAlarm && index === 0 ? { ...item, links: firstToPress(item.links) } : item;
  });

/** Lines on who may read the incident now. */
function readers(scene: Scene): string[] {
  const { lead, standby, strategist } = scene.incident;
  const strategists = strategist
    ? contactsIn(scene, 'strategists').flatMap((contact) => contact.person ?? [])
    : [];
  const persons = [...(lead ? [lead.person] : []), ...standby.map((one) => one.person), ...strategists];
  const namesOf = (list: readonly PersonId[]) =>
    COMMON.listAnd([...new Set(list)].map((person) => nameOf(scene, person)));
  const some = accountsOf(filersOf(scene)).filter((person) => !persons.includes(person));
  return [
    persons.length > 0 ? STATUS.canRead(namesOf(persons)) : STATUS.nobodyReads,
    ...(some.length > 0 ? [STATUS.canReadSome(namesOf(some))] : []),
  ];
}

/** Lines on what the plan does without asking, as long as it is being done. */
const informed = (scene: Scene): string[] =>
  scene.routine.steps.flatMap((step) =>
    step.informs === 'victim' && isOpen(scene, step) ? [wordsOf(scene, step).informs ?? ''] : [],
  );

const remarks = (scene: Scene): string[] => {
  const { decision, mistakeAt, wantsCallAt, withdrawal } = scene.incident;
  const isMade = isReported(scene);
  return [
    ...(mistakeAt ? [STATUS.mistakeNoted] : []),
    ...(wantsCallAt ? [STATUS.callNoted] : []),
    ...(decision?.answer
      ? [`${STATUS.decided[decision.answer]} ${isMade ? '' : STATUS.canChange}`.trim()]
      : []),
    ...(withdrawal ? [STATUS.partyOut(moment(withdrawal.at, scene.now))] : []),
    ...readers(scene),
  ];
};

/** That they wait to be rung at once, what comes when nobody does, and that a duty officer has been rung. */
function callingLines(scene: Scene): string[] {
  const since = callingSince(scene.incident);
  const { callNext, callDuty } = scene.routine.times;
  const after = (minutes: number) =>
    moment(addMinutes(new Date(since ?? 0), minutes).toISOString(), scene.now);
  return [
    ...(since && scene.incident.lead
      ? [
          STATUS.calling(nameOf(scene, scene.incident.lead.person), moment(since, scene.now)),
          STATUS.callingNext(after(callNext), after(callDuty)),
        ]
      : []),
    ...rungLines(scene),
  ];
}

/** To be rung, now or in daytime; nobody to ring yet: then it is speed that can be asked for. */
function callButtons(scene: Scene): ButtonView[] {
  const { lead, acute } = scene.incident;
  const isCalling = callingSince(scene.incident) !== undefined;
  if (!lead) return acute ? [] : [extra(BUTTON.acuteNow, 'raiseAcute', on(scene))];
  const spoke = isToSpeak(scene) ? [extra(BUTTON.spoke, 'spoke', on(scene))] : [];
  if (acute) return [(isCalling ? extra : plain)(BUTTON.callNow, 'callNow', on(scene)), ...spoke];
  return [
    extra(BUTTON.callMe, 'callMe', on(scene)),
    extra(BUTTON.acuteNow, 'raiseAcute', on(scene)),
    ...spoke,
  ];
}

function choices(scene: Scene, isAlarm: boolean): ButtonView[] {
  const { incident } = scene;
  const mayDecide = !isReported(scene) && isVictimAsked(scene.routine);
  const tell = incident.reportedAt
    ? toPage(scene, BUTTON.details, 'details')
    : (isAlarm ? plain : primary)(BUTTON.tell, 'tell', on(scene));
  return [
    tell,
    ...(incident.via === 'alarm' && !incident.reportedAt && !incident.mistakeAt
      ? [(incident.lead ? extra : plain)(BUTTON.mistake, 'markMistake', on(scene))]
      : []),
    ...(incident.reportedAt ? [toPage(scene, BUTTON.amend, 'amend')] : []),
    (incident.lead ? toPage : toExtraPage)(scene, BUTTON.changeContact, 'changeContact'),
    ...(!mayDecide ? [] : [toExtraPage(scene, BUTTON.policeDecision, 'decision')]),
    ...callButtons(scene),
    ...(incident.route === 'party' ? [toExtraPage(scene, BUTTON.ownParty, 'ownParty')] : []),
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
    lines: [
      ...(asksParty(scene) ? [STATUS.whichParty] : []),
      ...lines,
      ...callingLines(scene),
      ...informed(scene),
      ...(scene.incident.lead || isAlarm ? [] : [STATUS.keep]),
    ],
    items: [...partyItems(scene), ...numbersOf(scene, isAlarm)],
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
      toPage(scene, BUTTON.reopen, 'reopen'),
      ...(scene.incident.route === 'party' ? [toExtraPage(scene, BUTTON.withdraw, 'withdraw')] : []),
      plain(LOG.button, 'looks', on(scene)),
      button(BUTTON.report, 'start', {}, { inputs: 'none' }),
    ],
  });
