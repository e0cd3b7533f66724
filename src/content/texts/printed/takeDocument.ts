/* The way to the incident document: the page in the chat, the card with the link, and the pages of the link. */

export const TAKE = {
  button: 'Hämta dokument',
  title: 'Hämta dokumentet',
  lines: [
    'Du får rapporten, checklistan, samtalen och uppföljningen som en Word-fil, så långt ärendet har kommit.',
    'Skriv varför du hämtar den. Det sparas i loggen.',
  ],
  purpose: 'Varför hämtar du dokumentet?',
  order: 'Skapa länk',
  readyTitle: 'Länken är klar',
  readyLines: [
    'Den gäller i en minut och fungerar en gång. Skicka den inte vidare.',
    'Spara filen bara där uppgifter med sekretess får förvaras.',
  ],
  open: 'Öppna länken',
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
