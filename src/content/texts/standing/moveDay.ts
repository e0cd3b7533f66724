/* Another day for something that waits. */

import { byWhom } from '../common';

export const MOVE_DAY = {
  title: 'Vilken dag ska det göras?',
  /** The plan's last day stays where it is. */
  until: (day: string) => `Välj en dag till och med ${day}.`,
  free: 'Jag påminner dig om den nya dagen.',
  saved: 'Jag sparar den gamla dagen, skälet och vem som ändrade.',
  fields: { day: 'Ny dag', reason: 'Varför ändras dagen?' } as Readonly<Record<string, string>>,
  what: 'Det gäller',
  moves: 'Dagen är ändrad',
  moved: ({ from, at }: { from: string; at: string }, who: string, reason: string) =>
    [from ? `Tidigare ${from}, ändrad` : 'Vald', `av ${byWhom(who)} ${at}`].join(' ') +
    (reason ? `: ${reason}` : ''),
};
