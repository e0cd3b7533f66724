/* Somebody of the chain is part of what has happened: they are told nothing. */

export const SUSPECTS = {
  button: 'Någon som läser är inblandad',
  /** On the very first card. */
  beforeButton: 'Någon som får larmet är inblandad',
  title: 'Vem är inblandad?',
  /** Before anything is sent. */
  first: ['Välj alla som är inblandade. Jag säger inget till dem. Någon annan tar emot.'],
  lines: ['Den du väljer ser inget mer av ärendet. Det hen redan har läst kan jag inte ta tillbaka.'],
  party: 'Leder någon i partiet ditt ärende, och du väljer hen? Då får ingen i partiet läsa mer.',
  /** On a first card, and where somebody waits for them: those named before. */
  asBefore: (who: string) => `Som förut: jag säger inget till ${who}.`,
  /** On the card of what has just begun. */
  untold: (who: string) => `Jag säger inget till ${who}.`,
  /** Of what somebody said before: here it is not so. */
  tellThem: 'Säg till dem också',
  /** To who leads: nobody else reads it. */
  notTo: (who: string) => `Kontakta inte: ${who}.`,
  field: 'Den som är inblandad',
  save: 'De ska inte få veta något',
};
