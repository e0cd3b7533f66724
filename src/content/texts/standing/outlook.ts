/** "Lägesbild": how an incident stands, in one of three words and a line. */
export const OUTLOOK = {
  button: 'Lägesbild',
  title: 'Så är läget',
  lines: [
    'De som följer ärendet läser det du skriver. Den utsatte gör det också. Skriv därför inget om andra.',
  ],
  none: 'Ingen har skrivit något om läget än.',
  fields: { state: 'Hur är läget?', line: 'Skriv en rad om det', pace: 'När ska nästa komma?' },
  states: { calm: 'Lugnt', unsure: 'Osäkert', serious: 'Allvarligt' },
  paces: { asked: 'När någon frågar', day: 'Varje dag', week: 'Varje vecka' },
  save: 'Spara läget',
  ask: 'Fråga hur läget är',
  asked: (at: string) => `Någon frågade hur läget är ${at}.`,
  waits: 'Den som leder ser frågan bland det som väntar, och i sin morgonrunda.',
  by: (state: string, at: string, who: string) => [`${state}, ${at}`, who].filter(Boolean).join(', '),
  now: (state: string, at: string) => `Läget: ${state.toLowerCase()}, ${at}.`,
  label: 'Läget',
  follow: 'Bevaka ärendet',
  unfollow: 'Sluta bevaka',
  /** To a strategist, before and after. */
  followLine: 'Bevaka ärendet, så står det före dina andra, med läget bredvid. Du får inte läsa mer för det.',
  followed: 'Du bevakar ärendet. Det står före dina andra.',
} as const;
