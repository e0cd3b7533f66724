import { capital } from '../../content/names';
import { BUTTON, COMMON } from '../../content/texts/common';
import { moment } from '../../content/texts/time';
import { REGISTRY, REMIND, SILENCE } from '../../content/texts/timed';
import type { Contact } from '../../routine/model/contact';
import { askedSince } from '../../routine/rules/ladders/asked';
import type { SilenceSeen } from '../../screens/scene';
import { button, card, plain, weighed } from '../parts';
import { adding, contactsIn, is, kicker, nameOf, on, type Scene, toPage } from '../scene';
import { registryButton } from '../stepParts';
import type { ButtonView, CardView, View } from '../view';
import { eachNumberOnce, ringParts, rungItem, rungLines } from './calls/calls';

/** At most this many numbers in a row. */
export const RINGS = 3;

const names = (contacts: readonly Contact[]): string =>
  COMMON.listAnd(contacts.map((contact) => contact.name));

/** Asked to lead after others: those who have not answered, and their numbers. */
export function silentBefore(scene: Scene): Contact[] {
  const first = contactsIn(scene, 'askedFirst');
  const isFirst = first.some((contact) => contact.person === scene.viewer.person);
  if (isFirst || scene.incident.lead || !is(scene, 'candidate')) return [];
  return contactsIn(scene, 'asked').filter(
    (contact) => contact.person !== scene.viewer.person && first.includes(contact),
  );
}

/** Parts that time adds to the card of someone who is asked to lead. */
export function askedInTime(scene: Scene): Pick<CardView, 'lines' | 'items' | 'buttons'> {
  if (scene.incident.lead) return { lines: [], items: [], buttons: [] };
  const silent = silentBefore(scene);
  const since = moment(askedSince(scene.incident).toISOString(), scene.now);
  const isReminded = silent.length === 0 && new Date(scene.facts.remindAt) <= scene.now;
  const toRing = ringParts(scene);
  const items = [...toRing.items, ...silent.filter((one) => one.person).map((one) => rungItem(scene, one))];
  return {
    lines: [
      ...(silent.length > 0 ? [REMIND.silent(names(silent), since)] : []),
      ...(isReminded ? [REMIND.again] : []),
      ...rungLines(scene),
      ...toRing.lines,
    ],
    items: eachNumberOnce(items).slice(0, RINGS),
    buttons: [...toRing.buttons],
  };
}

/** The one who has been silent, by name where it is an official. */
function whoIsSilent(scene: Scene, silence: SilenceSeen): string {
  const [person] = silence.persons;
  const name = nameOf(scene, person);
  if (name && name !== COMMON.someone) return name;
  return silence.owner === 'filer'
    ? capital(scene.municipality.names.filer.definite)
    : silence.owner === 'strategist'
      ? capital(scene.municipality.names.strategist.definite)
      : silence.owner === 'confirmer'
        ? SILENCE.confirmer
        : SILENCE.lead;
}

const line = (scene: Scene, silence: SilenceSeen): string => {
  const since = moment(silence.since, scene.now);
  if (silence.owner === 'registry') return SILENCE.registry;
  return silence.owner === 'asked' ? SILENCE.nobody(since) : SILENCE.who(whoIsSilent(scene, silence), since);
};

/** Those who have been silent, as many as there is room for. */
const silentOnes = (scene: Scene, silences: readonly SilenceSeen[]): Contact[] => {
  // In the order in which they were asked: the first of them is the one to ring first.
  const persons = [...new Set(silences.flatMap((silence) => silence.persons))];
  return persons
    .flatMap((person) => scene.contacts.find((one) => one.person === person) ?? [])
    .slice(0, RINGS);
};

/** The silence that is shown to this person; undefined when there is none, or they chose to wait. */
export const shownSilences = (scene: Scene): readonly SilenceSeen[] => scene.facts.silences;

/** Each owner's silence in one line. */
export const silenceLines = (scene: Scene): string[] => [
  ...new Map(shownSilences(scene).map((silence) => [silence.owner, line(scene, silence)])).values(),
];

const isEscalated = (scene: Scene): boolean =>
  shownSilences(scene).some((silence) => silence.hearing === 'escalated');

/** It should have been passed on at once, and nobody has taken it at all. */
const isUntaken = (scene: Scene): boolean =>
  scene.facts.notPassedOn !== '' && !scene.incident.lead && is(scene, 'escalated');

/** The button that takes the place of a silent lead, or takes what nobody has, for who may. */
export const takeOverButton = (scene: Scene): ButtonView[] =>
  isEscalated(scene) || isUntaken(scene)
    ? [button(SILENCE.takeOver, 'takeOver', adding(scene), { style: 'destructive', inputs: 'none' })]
    : [];

/**
 * "Ingen har svarat" / "Ärendet står still": why, since when, whom to ring; taking over opens the content, and not
 * before.
 */
export function silenceCard(scene: Scene): View {
  const silences = shownSilences(scene);
  const reads = is(scene, 'strategist') || is(scene, 'standby');
  const isRegistryOnly = silences.every((silence) => silence.owner === 'registry');
  const isAsked = silences.every((silence) => silence.owner === 'asked');
  const offer = reads ? SILENCE.offerKnown : SILENCE.offer;
  const toRing = ringParts(scene);
  const mayTake = isEscalated(scene);
  const silent = silentOnes(scene, silences);
  return card({
    kicker: kicker(scene),
    title: isAsked ? SILENCE.askedTitle : isRegistryOnly ? REGISTRY.title : SILENCE.title,
    lines: [
      ...silenceLines(scene),
      ...rungLines(scene),
      ...(mayTake ? [offer] : isRegistryOnly ? [] : [SILENCE.informed]),
      ...toRing.lines,
    ],
    buttons: mayTake
      ? weighed([...takeOverButton(scene), plain(REMIND.wait, 'wait', on(scene)), ...toRing.buttons])
      : [...(isRegistryOnly ? registryButton(scene) : []), ...toRing.buttons],
    items: eachNumberOnce([...toRing.items, ...silent.map((one) => rungItem(scene, one))]),
    below: reads ? { buttons: [toPage(scene, BUTTON.details, 'details')] } : {},
  });
}
