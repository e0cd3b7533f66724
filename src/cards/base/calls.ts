import { moment } from '../../content/texts/time';
import { CALLS } from '../../content/texts/timed';
import type { Contact } from '../../routine/model/contact';
import type { Call } from '../../routine/model/incident';
import { scopeOf } from '../../routine/rules/access';
import { plain } from '../parts';
import { adding, type Scene, whomToRing } from '../scene';
import type { ButtonView, CardView, ItemView } from '../view';

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
  scene.facts.calls[0]?.to === 'victim' && scopeOf(scene.viewer.roles) === 'nothing';

const victimLine = (scene: Scene): string => (isUnseen(scene) ? CALLS.victimUnseen : CALLS.victimLines);

/** The buttons for after a call: answered, or not. */
export function afterCall(scene: Scene, to: Call['to']): ButtonView[] {
  const press = (title: string, answered: 'yes' | 'no') =>
    plain(title, 'recordCall', adding(scene, { to, answered }));
  return [press(CALLS.called, 'yes'), press(CALLS.noAnswer, 'no')];
}

/** "Ring nu" with name and number, and what to press after. One at a time. */
export function toRing(scene: Scene): ToRing | undefined {
  const [call] = scene.facts.calls;
  if (!call) return undefined;
  const contact = contactOf(scene, call.to);
  const buttons = afterCall(scene, call.to);
  if (!contact) return { title: CALLS.victimTitle, line: victimLine(scene), buttons, items: [] };
  return {
    title: CALLS.title(contact.name),
    line: contact.person ? CALLS.lines(contact.name) : CALLS.duty(contact.name),
    buttons,
    items: [whomToRing(scene, contact)],
  };
}

/** Lines on who was rung and whether they answered: the newest call of each. */
export function callLines(scene: Scene): string[] {
  const newest = new Map((scene.incident.calls ?? []).map((call) => [call.to, call]));
  return [...newest.values()].flatMap((call) => {
    const name = nameOf(scene, call.to);
    const words = call.answered ? CALLS.answered : CALLS.vain;
    return name ? [words(name, moment(call.at, scene.now))] : [];
  });
}

/** The same as parts of a card, beside what is on it. */
export const ringParts = (scene: Scene): Pick<CardView, 'buttons' | 'items' | 'lines'> => {
  const found = toRing(scene);
  return found
    ? { buttons: found.buttons, items: found.items, lines: [found.line] }
    : { buttons: [], items: [], lines: [] };
};
