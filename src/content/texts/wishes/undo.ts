/* Taking a press back, and what others then read. */

export const UNDO = {
  button: 'Ångra',
  until: (at: string) => `Tryckte du fel? Du kan ångra dig till ${at}.`,
  /** On the victim's card: who took back that they lead, or that it was over. */
  title: 'Något togs tillbaka',
  unled: (name: string, at: string) =>
    `${name} tog tillbaka sitt svar ${at}. Ingen leder ditt ärende just nu. Jag fortsätter att fråga.`,
  led: (name: string, at: string) => `${name} tog tillbaka sitt val ${at}. Allt är som förut.`,
};
