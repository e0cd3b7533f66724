/* On the first card: somebody typed a story in the chat, outside a report. Nobody has it. */

/** The lines on what became of it, and what to press next. */
export const STORY = {
  /** Kept in their draft. */
  kept: [
    'Det du skrev är inte skickat till någon. Jag har sparat det i ditt utkast, så inget är borta.',
    'Vill du skicka det? Tryck på Jag är i säkerhet – berätta. Där läser du igenom och skickar.',
  ],
  /** "Någon kan se min mobil": nothing is kept. */
  watched: [
    'Det du skrev är inte skickat till någon, och jag har inte sparat det.',
    'Det står kvar här i chatten. Kan någon se din mobil? Ta bort meddelandet. Ring i stället: skriv kontaktlista.',
  ],
  /** It could not be kept, or there is too much of it. */
  unkept: [
    'Det du skrev är inte skickat till någon. Jag kunde inte spara det, men det står kvar här i chatten.',
    'Kopiera det du skrev. Tryck sedan på Jag är i säkerhet – berätta. Sätt in din text där.',
  ],
  /** They have an open incident of their own. */
  onIncident:
    'Gäller det något som du redan har rapporterat? Skriv mina ärenden, öppna ärendet och tryck på Det har hänt igen.',
};
