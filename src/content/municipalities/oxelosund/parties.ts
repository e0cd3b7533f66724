/** The parties of the council, as they are chosen. Each has a security officer in the plan. */
export const parties = [
  { code: 'S', name: 'Socialdemokraterna (S)' },
  { code: 'V', name: 'Vänsterpartiet (V)' },
  { code: 'L', name: 'Liberalerna (L)' },
  { code: 'C', name: 'Centerpartiet (C)' },
  { code: 'M', name: 'Moderaterna (M)' },
  { code: 'SD', name: 'Sverigedemokraterna (SD)' },
] as const;
