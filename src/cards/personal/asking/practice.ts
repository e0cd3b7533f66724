import { PRACTICE_CARD } from '../../../content/texts/asking/practice';
import { COMMON } from '../../../content/texts/common';
import { clockTime } from '../../../content/texts/time';
import type { FieldSpec } from '../../../routine/model/fields';
import { OKAY_FIELDS } from '../../../screens/beside/okay';
import type { PlayedRow, PracticeScreen } from '../../../screens/beside/practice';
import { back, card, extra, field, line, plain, primary, type Typed } from '../../parts';
import { type Naming, nameAndPost } from '../../scene';
import type { ItemView, View } from '../../view';
import { groupWords } from './okay';

/* An exercise of the whole routine: the cards of who is asked, and of the strategists. */

type Of<V extends PracticeScreen['view']> = Extract<PracticeScreen, { view: V }>;

const askCard = ({ asking, by }: Of<'ask'>, naming: Naming): View =>
  card({
    kicker: PRACTICE_CARD.kicker,
    title: PRACTICE_CARD.askTitle,
    lines: [PRACTICE_CARD.asks(by ? nameAndPost(naming, by) : COMMON.someone), PRACTICE_CARD.askLines],
    buttons: [
      primary(PRACTICE_CARD.yes, 'practiceYes', { asking }),
      plain(PRACTICE_CARD.no, 'practiceNo', { asking }),
    ],
  });

const agreedCard = ({ asking, isGoing }: Of<'agreed'>): View =>
  card({
    kicker: PRACTICE_CARD.kicker,
    title: PRACTICE_CARD.agreedTitle,
    lines: [isGoing ? PRACTICE_CARD.going : PRACTICE_CARD.agreed],
    buttons: [plain(PRACTICE_CARD.leave, 'practiceNo', { asking })],
  });

function formCard({ asking, drill, groups }: Of<'form'>, naming: Naming, typed: Typed): View {
  const choices = groups.map((one) => ({ value: one.code, title: groupWords(naming, one) }));
  return card({
    kicker: PRACTICE_CARD.kicker,
    title: PRACTICE_CARD.formTitle,
    lines: PRACTICE_CARD.formLines,
    problem: typed.problem,
    fields: OKAY_FIELDS.map((spec: FieldSpec<'groups' | 'others'>) =>
      field(spec, {
        label: PRACTICE_CARD.fields[spec.id],
        value: typed.values[spec.id],
        problem: typed.problems[spec.id],
        ...(spec.id === 'groups' ? { choices } : {}),
      }),
    ),
    buttons: [
      primary(PRACTICE_CARD.invite, 'askPractice', { asking }),
      plain(PRACTICE_CARD.drill, 'beginDrill', { drill }),
      back('contacts', {}),
    ],
  });
}

/** So few answers stand in sight. */
const FEW = 3;

const item = (text: string, detail: string): ItemView => ({ text, detail, buttons: [], links: [] });

function playersCard({ asking, players }: Of<'players'>, typed: Typed): View {
  const agreed = players.filter(({ state }) => state === 'yes');
  const choices = agreed.map(({ code, name }) => ({ value: code, title: name }));
  const victim: FieldSpec = { id: 'victim', kind: 'choice', required: true, choices: [] };
  return card({
    kicker: PRACTICE_CARD.kicker,
    title: PRACTICE_CARD.playersTitle(agreed.length),
    lines: [PRACTICE_CARD.playersLines],
    problem: typed.problem,
    items: players.map(({ name, state }) => item(name, PRACTICE_CARD.states[state])),
    fields: [
      field(victim, {
        label: PRACTICE_CARD.victim,
        kind: choices.length <= FEW ? 'radio' : 'choice',
        value: typed.values.victim,
        problem: typed.problems.victim,
        choices,
      }),
    ],
    buttons: [
      primary(PRACTICE_CARD.start, 'startPractice', { asking }),
      plain(PRACTICE_CARD.refresh, 'practice', {}),
      extra(PRACTICE_CARD.end, 'endPractice', {}),
    ],
  });
}

function playedItem({ name, toldAt, actedAt, acts }: PlayedRow, now: Date): ItemView {
  const told = toldAt ? PRACTICE_CARD.told(clockTime(toldAt, now)) : PRACTICE_CARD.notTold;
  const acted = actedAt ? PRACTICE_CARD.acted(clockTime(actedAt, now), acts) : PRACTICE_CARD.notActed;
  return item(name, `${told}, ${acted}.`);
}

function resultCard({ began, reference, rows, steps, now }: Of<'result'>): View {
  const at = new Date(now);
  return card({
    kicker: COMMON.reference(reference),
    title: PRACTICE_CARD.resultTitle,
    lines: [`${PRACTICE_CARD.began(clockTime(began, at))} ${PRACTICE_CARD.steps(steps.ended, steps.all)}`],
    items: rows.map((one) => playedItem(one, at)),
    buttons: [plain(PRACTICE_CARD.refresh, 'practice', {}), plain(PRACTICE_CARD.end, 'endPractice', {})],
  });
}

/** A card of an exercise. */
export function practiceCard(screen: PracticeScreen, naming: Naming, typed: Typed): View {
  switch (screen.view) {
    case 'ask':
      return askCard(screen, naming);
    case 'agreed':
      return agreedCard(screen);
    case 'form':
      return formCard(screen, naming, typed);
    case 'players':
      return playersCard(screen, typed);
    case 'result':
      return resultCard(screen);
    case 'asked':
    case 'going':
      return card({
        kicker: PRACTICE_CARD.kicker,
        title: screen.view === 'going' ? PRACTICE_CARD.goingTitle : PRACTICE_CARD.askedTitle,
        lines: [PRACTICE_CARD.counts(screen.yes, screen.silent)],
        buttons: [primary(PRACTICE_CARD.show, 'practice', {})],
      });
    case 'declined':
      return line(PRACTICE_CARD.declined);
    case 'over':
      return line(PRACTICE_CARD.over);
    case 'ended':
      return card({ title: PRACTICE_CARD.endedTitle, lines: [PRACTICE_CARD.ended] });
    case 'notYours':
      return card({ title: `${COMMON.signs.no} ${PRACTICE_CARD.notYours(naming.municipality.names)}` });
  }
}
