/* The way to the incident document: the page in the chat, the card with the link, and the pages of the link. */

export const TAKE = {
  toMasks: 'Maskad kopia',
  orderMasked: 'Gör maskad kopia klar',
  button: 'Hämta dokument',
  title: 'Hämta dokumentet',
  lines: [
    'Du får en fil till Word. I den står rapporten, det som är gjort, samtalen och hur det gick.',
    'Skriv varför du hämtar den. Det sparas i loggen.',
  ],
  purpose: 'Varför hämtar du dokumentet?',
  order: 'Gör filen klar',
  readyTitle: 'Länken är klar',
  readyLines: [
    'Den gäller i en minut och fungerar en gång. Skicka den inte vidare.',
    'Filen är känslig. Spara den bara där sådant får ligga.',
  ],
  open: 'Öppna länken',
  toTab: ['Filen hämtas i fliken Ärenden. Där skriver du varför du hämtar den.'],
  inTab: {
    title: 'Filen är klar',
    lines: [
      'Hämta den inom en minut. Det går en gång.',
      'Filen är känslig. Spara den bara där sådant får ligga.',
    ],
    get: 'Hämta filen',
  },
  file: {
    title: 'Hämta en fil',
    lines: ['Du får filen som den gavs. Skriv varför du hämtar den. Det sparas i loggen.'],
    purpose: 'Varför hämtar du filen?',
    order: 'Gör filen klar',
  },
  noAddress: 'Dokumentet kan inte hämtas än. Be den som sköter boten att ställa in adressen PUBLIC_URL.',
  page: {
    title: 'Hämta dokumentet',
    lines: ['Filen innehåller känsliga uppgifter. Hämta den bara på en dator som är din.'],
    button: 'Hämta Word-filen',
    goneTitle: 'Länken gäller inte längre',
    goneLines: [
      'En länk fungerar en gång, i en minut. Gå tillbaka till Teams och tryck på Hämta dokument igen.',
    ],
    busyTitle: 'Försök igen om en stund',
    busyLines: ['Det har kommit för många försök. Vänta en minut och öppna länken i Teams igen.'],
  },
};

/* What a copy that is handed out goes without. */

export const MASKS = {
  title: 'Vad ska maskas?',
  lines: [
    'Här är mitt förslag. Gå igenom det, ta bort det som får lämnas ut och lägg till det som saknas.',
    'Skriv ett ord eller några på varje rad, sedan ett lodstreck och skälet: Eva Lind | namn.',
    'Jag maskar också genitiv, initialer och nummer i annan form.',
    'Läs filen från början till slut innan du lämnar ut den.',
  ],
  field: 'Ord som maskas, och varför',
  save: 'Spara',
  why: { name: 'namn', contact: 'kontaktuppgift', unit: 'visar vem det gäller' },
  faults: {
    noWhy: (line: number) => `Skriv ett lodstreck och skälet på rad ${line}, så här: Eva Lind | namn.`,
    tooShort: (line: number) => `Ordet på rad ${line} är för kort. Skriv minst två tecken.`,
  },
};
