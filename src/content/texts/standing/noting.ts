/* Notes of an incident, and what is to become better after its review. */

export const NOTES = {
  button: 'Anteckna',
  title: 'Anteckningar',
  lines: [
    'Skriv kort vad som har hänt eller sagts. Anteckningen får dagens datum, och den går inte att ändra.',
  ],
  none: 'Ingen har antecknat något än.',
  field: 'Ny anteckning',
  only: 'bara kommunen',
  by: (who: string, when: string, only: string) => [when, who, only].filter(Boolean).join(', '),
};

export const IMPROVEMENT = {
  button: 'Förbättring',
  title: 'Vad ska bli bättre?',
  lines: [
    'Läs vad som står i uppföljningen. Skriv sedan vad som ska göras.',
    'Nämn ingen person och inget parti. Det du skriver kan stå i det som nämnden får varje år.',
  ],
  of: {
    routine: 'Svagheter i rutinen eller arbetet',
    plan: 'Svagheter i planen',
    victim: 'Den utsattes ord',
    strategist: 'Kommunens ord',
  } as Readonly<Record<string, string>>,
  fields: {
    what: 'Det här ska göras',
    improves: 'Vad gäller det?',
    owner: 'Vem ser till det?',
    day: 'Senast',
  },
  improves: { routine: 'Rutinen', plan: 'Planen' },
  save: 'Spara förbättringen',
  done: 'Klar',
  isDone: 'Klart',
};
