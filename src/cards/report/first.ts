import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { STORY } from '../../content/texts/interview/story';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { FIRST } from '../../content/texts/report';
import { MAINTAINED } from '../../content/texts/standing/maintenance';
import { moment, spanOf } from '../../content/texts/time';
import { QUIET } from '../../content/texts/wishes/quiet';
import { REMEMBERED_PARTY } from '../../routine/model/codes';
import { eachOnce } from '../../routine/rules/succession';
import type { First } from '../../screens/screen';
import { button, card, extra, plain } from '../parts';
import { asBeforeLine, whomToRing } from '../scene';
import type { ButtonView, View } from '../view';

/** So many red buttons in a row: four fit in a narrow chat. */
const IN_A_ROW = 4;

/** A red button for each party, in rows. */
function partyButtons(municipality: Municipality, draft: string): { buttons: ButtonView[] }[] {
  const all = municipality.parties.map(({ code }) =>
    button(FIRST.alarm(code), 'alarmParty', { draft, party: code }, { style: 'destructive' }),
  );
  return all.flatMap((_, index) =>
    index % IN_A_ROW === 0 ? [{ buttons: all.slice(index, index + IN_A_ROW) }] : [],
  );
}

/** So many in a row where they have long names. */
const LONG_IN_A_ROW = 2;

/** A red button for each board, in rows: with the remembered party, where there is one and it is not being changed. */
function boardButtons(
  { boards }: Municipality,
  draft: string,
  party: { party?: string },
): { buttons: ButtonView[] }[] {
  const all = boards.map(({ code, name }) =>
    button(FIRST.alarm(name), 'alarmParty', { draft, ...party, forBoard: code }, { style: 'destructive' }),
  );
  return all.flatMap((_, index) =>
    index % LONG_IN_A_ROW === 0 ? [{ buttons: all.slice(index, index + LONG_IN_A_ROW) }] : [],
  );
}

/** A story that was typed in the chat: that nobody has it, and what to press. */
const storyLines = ({ story }: First): string[] =>
  story ? [...STORY[story.became], ...(story.isOnIncident ? [STORY.onIncident] : [])] : [];

/** Buttons for what is seldom needed: another party, a new event, what is kept of the person. */
const seldom = ({ draft, raised, hasParty, hasDraft, choosesParty }: First): ButtonView[] => [
  ...(hasParty && !choosesParty ? [extra(FIRST.otherParty, 'otherParty', { draft })] : []),
  ...(hasParty && choosesParty ? [extra(FIRST.forget, 'forget', { draft })] : []),
  ...(raised ? [extra(BUTTON.newEvent, 'newDraft', { draft })] : []),
  ...(hasDraft ? [extra(BUTTON.discard, 'discard', { draft })] : []),
];

/**
 * The very first card: 112, the alarm in one press, or the report. The remembered party is not named: the card stands in
 * a chat. Where none is remembered each has a red button of its own.
 */
export function firstCard(first: First, municipality: Municipality): View {
  const { draft, raised, hasParty } = first;
  const chooses = !hasParty || first.choosesParty === true;
  const words = raised?.isWaiting ? FIRST.already : FIRST.again;
  const party = hasParty && !chooses ? { party: REMEMBERED_PARTY } : {};
  return card({
    danger: DANGER_STRIP,
    kicker: FIRST.kicker,
    title: FIRST.title,
    lines: [
      ...(first.isEnglish ? [FIRST.english] : []),
      ...storyLines(first),
      ...(first.isForgotten ? [FIRST.forgotten] : []),
      ...(raised ? [words(raised.reference, moment(raised.createdAt, new Date(first.now)))] : []),
      ...FIRST.lines,
      ...asBeforeLine({ municipality }, first.without ?? []),
      ...(first.silent?.windows ?? []).map(({ from, to }) => MAINTAINED.meanwhile(spanOf(from, to))),
      ...(first.hasDraft && !first.story ? [FIRST.draft] : []),
      ...(chooses ? [FIRST.choose] : []),
      ...(municipality.boards.length > 0 ? [FIRST.chooseBoard(chooses)] : []),
    ],
    items: eachOnce([...(raised?.toRing ?? []), ...(first.silent?.toRing ?? [])]).map((contact) =>
      whomToRing({ municipality }, contact),
    ),
    choices: [
      ...(chooses ? partyButtons(municipality, draft) : []),
      ...boardButtons(municipality, draft, party),
    ],
    buttons: [
      button(BUTTON.alarmParty, 'alarmParty', { draft, ...party }, { style: 'destructive' }),
      button(BUTTON.alarmMunicipality, 'alarmMunicipality', { draft }),
      button(BUTTON.safe, 'safe', { draft }, { style: 'positive' }),
      ...seldom(first),
    ],
    below: {
      buttons: [plain(QUIET.watched, 'hidePhone', {}), plain(SUSPECTS.beforeButton, 'involved', { draft })],
    },
    footnote: FIRST.municipalityHint,
  });
}
