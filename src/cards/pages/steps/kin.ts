import { COMMON } from '../../../content/texts/common';
import { KIN_ASK, KIN_LOOK } from '../../../content/texts/people/kin';
import { clockTime } from '../../../content/texts/time';
import { accountsOf } from '../../../routine/rules/succession';
import type { Kin } from '../../../routine/rules/victim/kin';
import { kinAskable, kinHolders, kinWord } from '../../../routine/rules/victim/kinHolders';
import { kinWords, leadItems } from '../../base/wishes/kinAsk';
import { back, card, link, plain, primary } from '../../parts';
import { contactsIn, is, isNumber, kicker, nameOf, on, type Scene, tel, whomToRing } from '../../scene';
import type { ButtonView, CardView, ItemView, View } from '../../view';

const kinParts = (kin: readonly Kin[]): Pick<CardView, 'items' | 'facts'> => ({
  items: kin.map(({ name, relation, phone }) => ({
    ...{ text: name, detail: [relation, isNumber(phone) ? '' : phone].filter(Boolean).join(' · ') },
    ...{ buttons: [], links: isNumber(phone) ? [link(COMMON.call(phone), tel(phone))] : [], more: [] },
  })),
  facts: kin.flatMap(({ name, note }) => (note ? [{ label: KIN_LOOK.note, text: `${name}: ${note}` }] : [])),
});

/** Whom to ring, for whoever holds the party's list: whose numbers are asked for stands here alone. */
function holdersPage(scene: Scene, kin: readonly Kin[]): View {
  const { items, facts } = kinParts(kin);
  const { victim, kinAsk } = scene.incident;
  const until = clockTime(scene.facts.kinUntil ?? scene.now.toISOString(), scene.now);
  const answers: ButtonView[] = [
    primary(KIN_ASK.rings, 'answerKin', on(scene, { how: 'rings' })),
    plain(KIN_ASK.noList, 'answerKin', on(scene, { how: 'noList' })),
  ];
  return card({
    title: KIN_ASK.title,
    lines: [...(kin.length === 0 ? [KIN_ASK.noneLeft] : []), KIN_ASK.give, KIN_ASK.shown(until)],
    // Typed by a person: an item shows it as it is.
    items: [
      { text: victim.name || COMMON.noName, detail: KIN_ASK.whose, buttons: [], links: [] },
      ...items,
      ...leadItems(scene),
    ],
    facts,
    buttons: kinAsk?.answer ? [back('show', on(scene))] : answers,
  });
}

/** The press that asks those who hold the list, for whoever leads and has not just asked. */
function askParts(scene: Scene): { lines: string[]; buttons: ButtonView[] } {
  const persons = kinAskable(scene);
  const word = kinWord(scene);
  if (!scene.mayDo.has('askKin') || persons.length === 0) return { lines: [], buttons: [] };
  const words = kinWords(scene);
  const names = COMMON.listAnd(persons.map((person) => nameOf(scene, person)));
  const isWaiting = word === 'waits' || word === 'silent';
  return {
    lines: [words ?? KIN_ASK.willAsk(names, scene.routine.times.kinShown)],
    buttons: isWaiting ? [] : [plain(KIN_ASK.button, 'askKin', on(scene))],
  };
}

/** Those who may be rung instead: who holds a list, and where they are silent or have none, the strategist. */
function toRing(scene: Scene, kin: readonly Kin[] | undefined): ItemView[] {
  const word = kinWord(scene);
  const isVain = word === 'silent' || word === 'noList';
  if (!isVain && (kin?.length ?? 1) > 0) return [];
  const own = scene.viewer.person;
  const strategists = isVain ? contactsIn(scene, 'strategists').slice(0, 1) : [];
  const holders = word === 'noList' ? [] : kinHolders(scene);
  return [...holders, ...strategists]
    .filter(({ person }) => person !== own)
    .map((contact) => whomToRing(scene, contact));
}

/** Whether it is safe is asked first; in the answer to the press that is told to the victim, whom to ring. */
export function kinPage(scene: Scene): View {
  const { kin } = scene;
  const isAsked = is(scene, 'kinHolder') && !is(scene, 'strategist');
  if (kin && isAsked) return holdersPage(scene, kin);
  const ask = askParts(scene);
  const buttons = [...ask.buttons, back('show', on(scene))];
  if (!kin)
    return card({
      kicker: kicker(scene),
      title: KIN_LOOK.title,
      lines: [...KIN_LOOK.lines, ...ask.lines],
      items: toRing(scene, kin),
      buttons: [plain(KIN_LOOK.yes, 'readKin', on(scene)), ...buttons],
    });
  const { items, facts } = kinParts(kin);
  const others = toRing(scene, kin);
  const isFirst = kin.length === 0 && others.length > 0 && accountsOf(kinHolders(scene)).length === 0;
  return card({
    kicker: kicker(scene),
    title: KIN_LOOK.shownTitle,
    lines: [...(kin.length === 0 ? [KIN_LOOK.none] : []), ...(isFirst ? [KIN_LOOK.ask] : []), ...ask.lines],
    items: [...items, ...others],
    facts,
    below: { buttons },
  });
}
