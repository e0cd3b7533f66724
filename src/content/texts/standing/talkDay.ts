/* The day of a talk with the victim: to them, and to whoever leads. */

export const TALK_DAY = {
  setTitle: 'Ett samtal har fått en dag',
  movedTitle: 'Samtalet har fått en ny dag',
  set: (day: string) => `Dagen är ${day}.`,
  moved: (day: string, before: string, who: string) =>
    `Dagen är ${day}. Förut var det den ${before}, men ${who} flyttade det.`,
  /** To the victim. */
  other: (who: string) => `Passar det inte? Säg till ${who}.`,
  calendar: 'Har du lagt den i din kalender? Hämta den igen i fliken.',
  /** To the victim, beside a question. */
  own: (day: string) => `Den ${day} har du ett samtal.`,
  ownMoved: (day: string, before: string, who: string) =>
    `Den ${day} har du ett samtal. Förut var det den ${before}, men ${who} flyttade det.`,
  /** To the lead. */
  next: (day: string) => `Den ${day} är nästa samtal.`,
  nextMoved: (day: string, before: string, who: string) =>
    `Den ${day} är nästa samtal. Förut var det den ${before}, men ${who} flyttade det.`,
  /** The row on the victim's card, and its note. */
  row: 'Nästa samtal',
  note: (day: string) => `planerat ${day}`,
};
