import { COMMON } from '../../content/texts/common';
import { DRILL } from '../../content/texts/standing/drill';
import { moment } from '../../content/texts/time';
import { ROUND } from '../../content/texts/timed';
import type { Contact } from '../../routine/model/contact';
import { card, line, primary, ROWS } from '../parts';
import { type Naming, whomToRing } from '../scene';
import type { View } from '../view';

/** "Når jag dig här?" */
export const drillCard = (drill: string): View =>
  card({
    title: DRILL.title,
    lines: DRILL.lines,
    buttons: [primary(DRILL.reachable, 'reachable', { drill })],
  });

/** The line after "Ja, du når mig här". `answeredAt`: ISO. */
export const drillThanks = (answeredAt: string, now: Date): View =>
  line(DRILL.thanks(moment(answeredAt, now)));

/** The line that an older drill becomes. */
export const drillOver = (): View => line(DRILL.over);

/** The result of a drill: who has not answered, and their numbers. */
export function drillResult(naming: Naming, asked: readonly Contact[], silent: readonly Contact[]): View {
  const hidden = silent.length - ROWS;
  return card({
    title: DRILL.resultTitle,
    lines: [
      silent.length === 0 ? DRILL.all : DRILL.count(asked.length - silent.length, asked.length),
      ...(silent.length > 0 ? [`${DRILL.silent}:`] : []),
      ...(hidden > 0 ? [ROUND.more(hidden)] : []),
    ],
    items: silent.slice(0, ROWS).map((contact) => whomToRing(naming, contact, true)),
  });
}

/** The answer to whoever began a drill. `count`: how many are asked; `who`: the one that it is of. */
export const drillStarted = (count: number, who?: string): View =>
  card(
    who === undefined
      ? { title: DRILL.startedTitle, lines: DRILL.startedLines(count) }
      : { title: DRILL.oneTitle(who, count), lines: DRILL.oneLines(count) },
  );

/** The sentence for whoever may not start a drill. */
export const drillNotYours = ({ municipality }: Naming): string =>
  `${COMMON.signs.no} ${DRILL.notYours(municipality.names)}`;
