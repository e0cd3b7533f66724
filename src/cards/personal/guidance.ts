import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { GUIDANCE } from '../../content/texts/guidance/guidance';
import { CALL } from '../../content/texts/guidance/phoneCall';
import { RISK } from '../../content/texts/guidance/riskAnalysis';
import { PREVENTION } from '../../content/texts/standing/prevention';
import { REMEMBERED_PARTY, SITUATIONS } from '../../routine/model/codes';
import type { GuideMenu, GuideScreen, SituationScreen } from '../../screens/guide';
import { button, card, extra, plain, primary } from '../parts';
import type { ButtonView, View } from '../view';

/** The choice of situations: a press a situation, what is going on first. */
const menuCard = ({ incident }: GuideMenu, { guidance }: Municipality): View =>
  card({
    danger: DANGER_STRIP,
    kicker: GUIDANCE.kicker,
    title: GUIDANCE.title,
    lines: GUIDANCE.lines,
    choices: SITUATIONS.map((situation) => ({
      buttons: [plain(guidance[situation].title, 'situation', { situation, id: incident })],
    })),
    buttons:
      incident === undefined
        ? [
            plain(BUTTON.report, 'start', {}),
            plain(RISK.button, 'risk', { page: 'questions' }),
            extra(PREVENTION.button, 'prevention', {}),
            plain(BUTTON.contacts, 'contacts', {}),
          ]
        : [plain(GUIDANCE.toTasks, 'show', { id: incident })],
  });

const EMERGENCY = [{ title: GUIDANCE.emergency, url: 'tel:112', style: 'positive' as const }];

/** A button a channel: the report has kind and channel filled in. */
function reportButtons({ situation, draft }: SituationScreen, { guidance }: Municipality): ButtonView[] {
  const { channels, isGoingOn } = guidance[situation];
  const titles: Readonly<Record<string, string>> = GUIDANCE.reportChannel;
  return channels.map((channel, index) => {
    const title = channels.length > 1 ? (titles[channel] ?? GUIDANCE.report) : GUIDANCE.report;
    const isFirst = index === 0 && !isGoingOn;
    return (isFirst ? primary : button)(title, 'reportSituation', { draft, situation, channel });
  });
}

function buttonsOf(screen: SituationScreen, municipality: Municipality): ButtonView[] {
  const { draft, hasParty, incident } = screen;
  if (incident !== undefined)
    return [
      plain(GUIDANCE.toTasks, 'show', { id: incident }),
      plain(GUIDANCE.others, 'guidance', { id: incident }),
    ];
  const party = hasParty ? { party: REMEMBERED_PARTY } : {};
  const alarm = button(BUTTON.alarmParty, 'alarmParty', { draft, ...party }, { style: 'destructive' });
  const { isGoingOn } = municipality.guidance[screen.situation];
  const isCall = screen.situation === 'phone';
  return [
    ...(isCall ? [button(CALL.button, 'callForm', { draft, from: 'ask', part: 'ask' })] : []),
    ...(isGoingOn ? [alarm] : []),
    ...reportButtons(screen, municipality),
    (isCall ? extra : plain)(GUIDANCE.others, 'guidance', {}),
  ];
}

/** The other way to raise the alarm, for whoever has no party or does not want it told. */
const otherAlarm = ({ draft, incident }: SituationScreen): { buttons: ButtonView[] }[] =>
  incident === undefined
    ? [{ buttons: [plain(BUTTON.alarmMunicipality, 'alarmMunicipality', { draft })] }]
    : [];

/** One situation: 112 and what to say, what to do first, the way to help; below it what is read when there is time. */
function situationCard(screen: SituationScreen, municipality: Municipality): View {
  const { title, isGoingOn, first, later } = municipality.guidance[screen.situation];
  return card({
    danger: isGoingOn ? GUIDANCE.danger : DANGER_STRIP.slice(0, 1),
    kicker: GUIDANCE.kicker,
    title,
    lines: [...first],
    links: isGoingOn ? EMERGENCY : [],
    choices: isGoingOn ? otherAlarm(screen) : [],
    buttons: buttonsOf(screen, municipality),
    below: { title: later.title, lines: [...later.lines] },
  });
}

/** Advice (Bilaga 2) on one card that changes in place. */
export const guideCard = (screen: GuideScreen, municipality: Municipality): View =>
  screen.situation === undefined ? menuCard(screen, municipality) : situationCard(screen, municipality);
