/* Requests that words of the report are put right. */

export const CORRECTION = {
  /** Links and titles. */
  title: 'Rättelser',
  button: 'Rättelser',
  none: 'Ingen har bett om någon rättelse.',
  lines: ['Ingen ändrar någon annans ord. Den som skrev får frågan och svarar.'],
  ask: 'Be om rättelse',
  askTitle: 'Vad ska rättas?',
  askLines: ['Den som skrev orden får läsa det du skriver här.', 'Allt står kvar i ärendet, också svaret.'],
  fields: { passage: 'Vilka ord gäller det?', what: 'Vad är fel?', why: 'Hur vet du det?' },
  send: 'Skicka frågan',
  passage: (field: string, who: string) => `${field} (${who})`,
  answerTitle: 'Ska det rättas?',
  answerOwn: ['Säger du ja ändrar du dina ord här. Det du skrev förut finns kvar som en äldre version.'],
  answerFor: ['Skriv in svaret från den som skrev orden. Själva orden kan bara den personen ändra.'],
  answerFields: { answer: 'Svar', reason: 'Skäl' },
  answers: { accepted: 'Ja', declined: 'Nej' },
  answer: 'Svara',
  save: 'Spara svaret',
  waits: 'Väntar på svar',
  by: (field: string, who: string, at: string) => `${field}. ${who} bad ${at}.`,
  answered: (answer: string, who: string, at: string) => `${answer}, ${who} ${at}`,
  /** On the card of whoever wrote the words. */
  toYou: (count: number) =>
    count === 1
      ? 'Någon undrar om något du skrev ska rättas.'
      : `${count} frågor om att rätta något du skrev.`,
  /** On the card of whoever follows it. */
  open: (count: number) =>
    count === 1 ? '1 fråga om rättelse väntar på svar.' : `${count} frågor om rättelse väntar på svar.`,
};
