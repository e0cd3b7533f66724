import { CHANGE_PARTY } from '../../../content/texts/wishes/changeParty';
import { NO_PARTY } from '../../../routine/model/codes';
import { back, card, plain } from '../../parts';
import { kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, View } from '../../view';

/** So many in a row fit in a narrow chat. */
const IN_A_ROW = 3;

/** The page on which a victim says which party is theirs now: each press is the whole answer. */
export function changePartyPage(scene: Scene): View {
  const others = scene.municipality.parties.filter(({ code }) => code !== scene.incident.party);
  const say = (title: string, party: string): ButtonView => plain(title, 'changeParty', on(scene, { party }));
  const all = [
    ...others.map(({ code }) => say(CHANGE_PARTY.to(code), code)),
    ...(scene.incident.party ? [say(CHANGE_PARTY.none, NO_PARTY)] : []),
  ];
  return card({
    kicker: kicker(scene),
    title: CHANGE_PARTY.title,
    lines: CHANGE_PARTY.lines(scene.incident.route === 'party'),
    choices: all.flatMap((_, at) => (at % IN_A_ROW === 0 ? [{ buttons: all.slice(at, at + IN_A_ROW) }] : [])),
    buttons: [back('show', on(scene))],
  });
}

/** The way to it, from where another contact is chosen. */
export const changePartyButton = (scene: Scene): ButtonView =>
  toPage(scene, CHANGE_PARTY.button, 'changeParty');
