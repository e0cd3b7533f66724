/** The parties of the council, as they are chosen. Each has a group leader in the plan. */
export const parties = [
  { code: 'S', name: 'Socialdemokraterna (S)' },
  { code: 'M', name: 'Moderaterna (M)' },
  { code: 'C', name: 'Centerpartiet (C)' },
  { code: 'AL', name: 'Almsjölistan (AL)' },
] as const;
