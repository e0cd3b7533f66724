import { capital } from '../../content/names';
import { BUTTON, COMMON } from '../../content/texts/common';
import { RETENTION } from '../../content/texts/retention';
import { longDay } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import type { DataClass } from '../../routine/model/routine';
import { erasureDays, isHeld, missingToErase, warnings } from '../../routine/rules/retention';
import { HOLD_FIELDS } from '../../routine/transitions/retention';
import { back, button, card, fields, plain, primary, type Typed, weighed } from '../parts';
import { adding, is, isStrategist, kicker, on, type Scene, toPage } from '../scene';
import { documentButton, documentLink, drawnUpLine, registryButton, reopenButton } from '../stepParts';
import type { ButtonView, View } from '../view';
import { wordButton } from './word';

/** A closed incident, as the strategist sees it where the municipality has decided how long it is kept. */
export const isKept = (scene: Scene): boolean =>
  scene.incident.state === 'closed' && scene.retention !== undefined && isStrategist(scene);

const archiveButtons = (scene: Scene): ButtonView[] =>
  scene.incident.archive
    ? []
    : [
        button(RETENTION.archived, 'recordArchived', on(scene, { answer: 'archived' })),
        button(RETENTION.notToBe, 'recordArchived', on(scene, { answer: 'notToBe' })),
      ];

const holdButton = (scene: Scene): ButtonView =>
  isHeld(scene.incident)
    ? plain(RETENTION.release, 'release', on(scene))
    : toPage(scene, RETENTION.hold, 'hold');

const titleOf = (scene: Scene): string => {
  if (isHeld(scene.incident)) return RETENTION.heldTitle;
  const isWarned = warnings(scene).some(({ from }) => from <= scene.now);
  return isWarned ? RETENTION.soonTitle : RETENTION.closedTitle;
};

/** A day with its year: it is most often in another one. */
const withYear = (day: string): string => `${longDay(day)} ${day.slice(0, 4)}`;

/** Classes of data in words; all that is left together is the incident. */
const classWords = (what: readonly DataClass[]): string =>
  what.includes('log') ? RETENTION.whole : COMMON.listAnd(what.map((one) => RETENTION.classes[one]));

/** Lines on what has been erased already, where it would have stood. */
export const erasedLines = ({ incident }: Pick<Scene, 'incident'>): string[] =>
  (incident.erased ?? []).map(({ what, at, decision }) =>
    RETENTION.erasedPart(capital(RETENTION.classes[what]), withYear(dayOf(new Date(at))), decision),
  );

/** The card of a closed incident that is kept: when it is erased, what is missing for it, and how to hold it back. */
export function retentionCard(scene: Scene): View {
  return card({
    kicker: kicker(scene),
    title: titleOf(scene),
    lines: [
      ...(isHeld(scene.incident) ? RETENTION.heldLines : []),
      ...drawnUpLine(scene),
      ...erasedLines(scene),
      ...erasureDays(scene).map(({ at, what }) => RETENTION.erased(withYear(dayOf(at)), classWords(what))),
      ...missingToErase(scene.incident).map((one) => RETENTION.missing[one]),
    ],
    links: documentLink(scene),
    buttons: weighed([
      ...registryButton(scene),
      ...archiveButtons(scene),
      ...wordButton(scene),
      holdButton(scene),
      ...documentButton(scene),
    ]),
    below: is(scene, 'strategist')
      ? { buttons: [toPage(scene, BUTTON.details, 'details'), ...reopenButton(scene)] }
      : {},
  });
}

/** The form that holds a closed incident back from being erased. */
export const holdPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: RETENTION.holdTitle,
    problem: typed.problem,
    fields: fields(HOLD_FIELDS, RETENTION.holdFields, {}, typed),
    buttons: [primary(RETENTION.hold, 'hold', adding(scene)), back('show', on(scene))],
  });
