import { BUTTON } from '../../../content/texts/common';
import { CALLS } from '../../../content/texts/people/calls';
import { moment } from '../../../content/texts/time';
import { REACH } from '../../../content/texts/timed';
import { STATUS } from '../../../content/texts/victim';
import { type Contact, isRung } from '../../../routine/model/contact';
import type { Call } from '../../../routine/model/incident';
import { standsAs } from '../../../routine/model/posts';
import { scopeOf } from '../../../routine/rules/access';
import { askedSince } from '../../../routine/rules/ladders/asked';
import { callingSince } from '../../../routine/rules/ladders/reaching';
import { mayRing } from '../../../routine/rules/reading';
import { firstToPress, plain, ROWS } from '../../parts';
import { adding, contactsIn, on, nameOf as personName, type Scene, whomToRing } from '../../scene';
import type { ButtonView, CardView, ItemView } from '../../view';

const contactOf = (scene: Scene, to: Call['to']): Contact | undefined =>
  scene.contacts.find((contact) => contact.id === to);

/** An official's name; the victim is never named on a card that stays. */
const nameOf = (scene: Scene, to: Call['to']): string => contactOf(scene, to)?.name ?? '';

/** The call that this person is to make first. */
export interface ToRing {
  title: string;
  line: string;
  buttons: ButtonView[];
  items: ItemView[];
}

/** A call to the victim, asked of somebody who may not read who that is: they can only take over. */
export const isUnseen = (scene: Scene): boolean =>
  scene.facts.calls[0]?.to === 'victim' &&
  scopeOf(scene.viewer.roles) === 'nothing' &&
  !mayRing(scene, scene.viewer);

const victimLine = (scene: Scene): string => (isUnseen(scene) ? CALLS.victimUnseen : CALLS.victimLines);

/** The buttons for after a call: they spoke, or nobody answered. A duty officer is rung by one of many: that is enough. */
export function afterCall(scene: Scene, to: Call['to']): ButtonView[] {
  const contact = contactOf(scene, to);
  const isDuty = contact !== undefined && standsAs(scene.routine.posts, contact, 'duty');
  const press = (title: string, answered: 'yes' | 'no' | 'rang') =>
    plain(title, 'recordCall', adding(scene, { to, answered }));
  // Who is not to be rung has not failed to answer.
  const isUnrung = to === 'victim' && (scene.incident.quiet ?? scene.incident.unable) !== undefined;
  return [
    isDuty ? press(BUTTON.rang, 'rang') : press(BUTTON.spoke, 'yes'),
    ...(isUnrung ? [] : [press(CALLS.noAnswer, 'no')]),
  ];
}

/** A contact to ring, with the buttons for after the call beside the number, and how the last one went. */
export function rungItem(scene: Scene, contact: Contact): ItemView {
  const item = whomToRing(scene, contact);
  const last = (scene.incident.calls ?? []).filter(({ to }) => to === contact.id).at(-1);
  const how = last && !last.answered && !last.rang ? REACH.vain(moment(last.at, scene.now)) : '';
  return {
    ...item,
    detail: [item.detail, how].filter(Boolean).join(' · '),
    buttons: afterCall(scene, contact.id),
  };
}

function lineFor(scene: Scene, contact: Contact): string {
  if (standsAs(scene.routine.posts, contact, 'duty'))
    return (scene.incident.lead ? CALLS.dutyUnreached : CALLS.duty)(contact.name);
  return (contact.person ? CALLS.lines : CALLS.notInTeams)(contact.name);
}

/** "Ring nu" with name and number, and what to press after beside it. */
export function toRing(scene: Scene): ToRing | undefined {
  const [call] = scene.facts.calls;
  if (!call) return undefined;
  const contact = contactOf(scene, call.to);
  const others = scene.facts.calls.slice(1).flatMap(({ to }) => contactOf(scene, to) ?? []);
  const items = [...(contact ? [contact] : []), ...others].map((one) => rungItem(scene, one));
  if (!contact)
    return {
      title: CALLS.victimTitle,
      line: victimLine(scene),
      buttons: afterCall(scene, call.to),
      items,
    };
  return { title: CALLS.title(contact.name), line: lineFor(scene, contact), buttons: [], items };
}

/** Lines on who was rung and whether they answered: the newest call of each. */
export function callLines(scene: Scene): string[] {
  const newest = new Map((scene.incident.calls ?? []).map((call) => [call.to, call]));
  return [...newest.values()].flatMap((call) => {
    const name = nameOf(scene, call.to);
    const words = call.answered ? CALLS.answered : call.rang ? CALLS.rung : CALLS.vain;
    return name ? [words(name, moment(call.at, scene.now))] : [];
  });
}

/** The calls to one number of a duty officer, of the ladder that runs now; of all, where none does. */
function dutyCallsTo(scene: Scene, to: Call['to']): Call[] {
  const { incident } = scene;
  const running = [
    incident.lead ? undefined : askedSince(incident).toISOString(),
    callingSince(incident),
  ].filter((iso) => iso !== undefined);
  const from = running.sort().at(-1) ?? '';
  return (incident.calls ?? []).filter((call) => call.to === to && call.at >= from);
}

/** "Jag har ringt" by whom, where the viewer reads who rang; to the others it is enough that it was done. */
const rangLine = (scene: Scene, { to, by, at }: Call): string =>
  by === ''
    ? CALLS.rung(nameOf(scene, to), moment(at, scene.now))
    : CALLS.rang(personName(scene, by), nameOf(scene, to), moment(at, scene.now));

/** How the newest call went, where it is not the one that is shown as the first. */
const lastLine = (scene: Scene, { answered, rang, at }: Call): string =>
  (answered ? CALLS.lastAnswered : rang ? CALLS.lastRung : CALLS.lastVain)(moment(at, scene.now));

/**
 * Lines on each duty officer who has been rung, for everybody who has the number. The first "Jag har ringt" is what keeps the
 * others from ringing too (routine: Time), so it stands; whether anybody has got an answer since is what they
 * decide by, so the newest result stands beside it.
 */
export const rungLines = (scene: Scene): string[] =>
  scene.contacts
    .filter((contact) => standsAs(scene.routine.posts, contact, 'duty'))
    .flatMap(({ id }) => {
      const made = dutyCallsTo(scene, id);
      const first = made.find(({ rang, answered }) => rang || answered);
      const last = made.at(-1);
      if (!last) return [];
      if (!first) return [CALLS.vain(nameOf(scene, id), moment(last.at, scene.now))];
      const line = first.answered
        ? CALLS.answered(nameOf(scene, id), moment(first.at, scene.now))
        : rangLine(scene, first);
      return [last === first ? line : `${line} ${lastLine(scene, last)}`];
    });

/** The same as parts of a card, beside what is on it. */
export const ringParts = (scene: Scene): Pick<CardView, 'buttons' | 'items' | 'lines'> => {
  const found = toRing(scene);
  return found
    ? { buttons: found.buttons, items: found.items, lines: [found.line] }
    : { buttons: [], items: [], lines: [] };
};

/** Those whom the victim may ring. */
const toBeRung = (scene: Scene): Contact[] => {
  const lead = scene.contacts.filter(
    (contact) => contact.person && contact.person === scene.incident.lead?.person,
  );
  const rung = lead.slice(0, 1).filter(isRung);
  const instead = contactsIn(scene, lead.length > 0 ? 'line' : 'asked');
  const first = rung.length > 0 ? rung : instead;
  // Of a report that nobody has answered the sender has every number; of an alarm, those whom it has come to.
  const isReport = scene.incident.acute && !scene.incident.lead && scene.incident.via === 'report';
  const beside = isReport ? contactsIn(scene, 'line') : [];
  const all = new Set([
    ...contactsIn(scene, 'duty'),
    ...first,
    ...contactsIn(scene, 'strategists'),
    ...beside,
  ]);
  // More stand on the contact list.
  return [...all].slice(0, ROWS);
};

/** So many in a row fit in a narrow chat. */
const IN_A_ROW = 3;

/** The victim's party was not known when they alarmed it: one press tells it now. */
export function partyButtons(scene: Scene): { buttons: ButtonView[] }[] {
  if (!asksParty(scene)) return [];
  const all = scene.municipality.parties.map(({ code }) =>
    plain(STATUS.tellParty(code), 'tellParty', on(scene, { party: code })),
  );
  return all.flatMap((_, index) =>
    index % IN_A_ROW === 0 ? [{ buttons: all.slice(index, index + IN_A_ROW) }] : [],
  );
}

/** Whether the victim is to say which their party is. */
export const asksParty = ({ incident }: Scene): boolean =>
  incident.wantsParty === true && !incident.lead && incident.reportedAt === undefined;

/** While nobody has answered an alarm, ringing is what a hurried person may press blind. */
export const numbersOf = (scene: Scene, isAlarm: boolean): ItemView[] =>
  toBeRung(scene).map((contact, index) => {
    const item = whomToRing(scene, contact);
    return isAlarm && index === 0 ? { ...item, links: firstToPress(item.links) } : item;
  });

/** Each number once, the last one named. */
export const eachNumberOnce = (items: readonly ItemView[]): ItemView[] => [
  ...new Map(items.map((item) => [item.links[0]?.url ?? item.text, item])).values(),
];
