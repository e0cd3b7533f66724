import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, COMMON } from '../../content/texts/common';
import { RISK, RISK_DAY_CARD, RISK_LABELS, RISK_SHARE } from '../../content/texts/guidance/riskAnalysis';
import { KEEP_SILENCE } from '../../content/texts/pages';
import { clockTime, shortDay } from '../../content/texts/time';
import { RISK_DAY, RISK_QUESTIONS, riskFields } from '../../routine/rules/standing/riskAnalysis';
import type { RiskScreen } from '../../screens/guide';
import { back, card, fields, plain, primary, ROWS, type Typed, weighed } from '../parts';
import type { ButtonView, View } from '../view';

const toQuestions = (): ButtonView => plain(RISK.back, 'risk', { page: 'questions' });

/** Whom it is shown to, and who has read it. */
function sharedLines({ shared, now }: RiskScreen): string[] {
  if (!shared) return [];
  const at = (iso: string) => clockTime(iso, new Date(now));
  const looks = new Map(shared.looks.map(({ name, at: when }) => [name, when]));
  return [
    RISK_SHARE.shared(COMMON.listAnd(shared.to), at(shared.at)),
    ...[...looks].map(([name, when]) => RISK_SHARE.read(name, at(when))),
    ...(looks.size === 0 ? [RISK_SHARE.unread] : []),
  ];
}

const NOTICES = { stopped: RISK_SHARE.stopped, gone: RISK_SHARE.gone };

/** The questions, and what is set or shown of one's own. */
function questionsCard(screen: RiskScreen, { names }: Municipality): View {
  const { day, shared, notice, toRead = [], now } = screen;
  return card({
    kicker: RISK.kicker,
    title: RISK.title,
    problem: notice === 'stopped' || notice === 'gone' ? NOTICES[notice] : '',
    lines: [
      ...(day ? [RISK_DAY_CARD.set(shortDay(day))] : []),
      ...sharedLines(screen),
      ...(shared ? [] : RISK.lines),
      ...RISK.questions,
    ],
    items: toRead.slice(-ROWS).map(({ id, at }) => ({
      text: RISK_SHARE.came,
      detail: clockTime(at, new Date(now)),
      buttons: [plain(RISK_SHARE.open, 'readRisk', { share: id })],
      links: [],
    })),
    buttons: weighed([
      plain(RISK.remind, 'risk', { page: 'remind' }),
      plain(RISK.share(names), 'risk', { page: 'share' }),
      back('guidance', {}),
      ...(day ? [plain(RISK_DAY_CARD.forget, 'forgetRiskDay', {})] : []),
      ...(shared ? [plain(RISK_SHARE.stop, 'unshareRisk', {})] : []),
    ]),
    below: { title: RISK.alsoTitle, lines: RISK.also },
  });
}

const remindCard = (_: RiskScreen, __: Municipality, typed: Typed): View =>
  card({
    kicker: RISK.kicker,
    title: RISK_DAY_CARD.title,
    lines: RISK_DAY_CARD.lines,
    problem: typed.problem,
    fields: fields(RISK_DAY, { day: RISK_DAY_CARD.day }, {}, typed),
    buttons: [primary(RISK_DAY_CARD.save, 'remindRisk', {}), toQuestions()],
  });

function shareCard({ party, notice }: RiskScreen, { names, parties }: Municipality, typed: Typed): View {
  const specs = riskFields(parties.map(({ code }) => code));
  const titles = Object.fromEntries(parties.map(({ code, name }) => [code, name]));
  const views = fields(specs, RISK_LABELS, { party: party ?? '' }, typed);
  return card({
    kicker: RISK.kicker,
    title: RISK_SHARE.title,
    lines: RISK_SHARE.lines(names),
    problem: notice === 'nobody' ? RISK_SHARE.nobody(names) : typed.problem,
    fields: views.map((view) => ({
      ...view,
      choices: view.choices.map((one) => ({ ...one, title: titles[one.value] ?? one.title })),
    })),
    buttons: [primary(RISK_SHARE.send, 'shareRisk', {}), toQuestions()],
  });
}

/** An analysis that somebody shows to their officer: the answer to a press, as it was typed. */
const readCard = ({ read }: RiskScreen): View =>
  card({
    kicker: RISK.kicker,
    title: RISK_SHARE.readTitle,
    facts: [
      { label: RISK_SHARE.from, text: read?.name || COMMON.noName },
      ...RISK_QUESTIONS.flatMap((id) => {
        const text = read?.values[id];
        return text ? [{ label: RISK_LABELS[id], text }] : [];
      }),
    ],
    buttons: [back('round', {})],
    footnote: RISK_SHARE.footnote,
  });

const promiseCard = ({ share }: RiskScreen): View =>
  card({
    kicker: RISK.kicker,
    title: KEEP_SILENCE.title,
    lines: [RISK_SHARE.promise],
    buttons: [
      primary(KEEP_SILENCE.confirm, 'readRisk', { share: share ?? '', promise: 'yes' }),
      plain(BUTTON.back, 'round', {}),
    ],
  });

type Draw = (screen: RiskScreen, municipality: Municipality, typed: Typed) => View;

const DRAW: Readonly<Record<RiskScreen['page'], Draw>> = {
  questions: questionsCard,
  remind: remindCard,
  share: shareCard,
  read: readCard,
  promise: promiseCard,
};

/** One's own risk analysis (Bilaga 1), and what others show of theirs. */
export const riskCard: Draw = (screen, municipality, typed) => DRAW[screen.page](screen, municipality, typed);
