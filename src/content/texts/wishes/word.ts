/** The question how it went, to the victim and to the strategist. */
export const WORD = {
  title: 'Hur tycker du att det gick?',
  lines: ['Ärendet är snart klart. Vill du säga hur hjälpen fungerade? Då blir den bättre för nästa person.'],
  free: 'Du behöver inte svara. Den som leder och kommunen läser det du skriver.',
  button: 'Säg hur det gick',
  fields: { worked: 'Vad fungerade bra?', better: 'Vad kan bli bättre?' },
  thanks: 'Tack för ditt svar om hur det gick',
  readBy: 'Den som leder och kommunen kan läsa det nu.',
  of: { victim: 'Den utsatte', strategist: 'Kommunen' },
  none: 'Den utsatte har inte svarat på hur det gick. Det går att svara efteråt också.',
};
