import { capital, type Names } from '../../names';

/* Somebody who writes to the bot and is no politician: where to turn. Nobody is sent away without a number. */

export const OTHERS = {
  button: 'Jag är inte politiker',
  title: 'Är du inte politiker?',
  lines: ['Jag är till för kommunens politiker. Du får hjälp här också: ring, eller läs vad som gäller dig.'],
  /** To whoever has told at length in the chat. */
  unsent: 'Det du skrev är inte skickat till någon. Det står kvar här i chatten.',
  facts: ({ firstContact }: Names) => [
    {
      label: 'Du är nära en politiker',
      text: 'Hotas du för att någon nära dig är politiker? Tryck på knappen här nere och berätta. Det blir politikerns ärende, och hen väljer vad som händer.',
    },
    {
      label: 'Du kandiderar',
      text: `${capital(firstContact.title)} hjälper dig. Namn och nummer står på kontaktlistan. Polisen når du på 114 14.`,
    },
    {
      label: 'Du är anställd i kommunen',
      text: 'Prata med din chef eller ditt skyddsombud i dag. De har en egen rutin för hot på jobbet.',
    },
    {
      label: 'Du är någon annan',
      text: 'Ring polisen på 114 14. Vet du något om ett hot mot en politiker? Berätta det för dem eller för kommunen.',
    },
  ],
  relative: 'Berätta som närstående',
  /** The relation of who tells of it so. */
  relation: 'Närstående',
  relativeTitle: 'Vilken politiker är du nära?',
  relativeLines: [
    'Det här blir politikerns ärende. Hot mot dig för uppdragets skull hör dit.',
    'Partiet får bara läsa om politikern vill det. Vet du inte? Då går rapporten till kommunen.',
  ],
};
