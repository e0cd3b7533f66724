import { capital, type Names } from '../../names';

/* Questions that only the victim answers, of an incident that somebody else told of. */

/** The question "Gäller det dig?" to a person who was bound by e-mail. */
export const BELONGS = {
  title: 'Gäller det dig?',
  lines: ['Någon har berättat om en händelse och tror att den rör dig. Du får se mer när du har svarat.'],
  yes: 'Ja, det gäller mig',
  no: 'Nej, det gäller inte mig',
  noThanks: 'Tack för svaret. Du hör inte mer om det här.',
};

/** The question whether the own party may know. */
export const PARTY_QUESTION = {
  title: 'Är det okej att ditt parti får veta?',
  lines: ({ firstContact }: Names) => [
    'Någon har berättat för kommunen vad du varit med om. Jag har inte sagt något till ditt parti.',
    `Säger du ja får ${firstContact.title} läsa det och hjälpa dig.`,
    'Tar du bort ditt namn döljs det, och kommunen döljer det i texten inom en arbetsdag. Du kan ångra dig.',
  ],
  /** After "Ring mig först". */
  again: 'Du ville prata först. Nu frågar jag igen. Vill du prata mer? Tryck på Ring mig först.',
  /** The party has it already: somebody whom they chose told it. */
  proxyLines: ({ firstContact }: Names) => [
    `Den du valde har berättat för ditt parti. ${capital(firstContact.title)} har fått ditt namn, ditt nummer och det hen skrev.`,
    'Säger du ja får partiet läsa resten och hjälpa dig vidare. Säger du nej läser partiet inte mer.',
    'Tar du bort ditt namn döljs det, och kommunen döljer det i texten inom en arbetsdag. Du kan ångra dig.',
  ],
  answer: 'Svar',
  how: 'Hur fick du svaret?',
  readAnswers: {
    yes: 'Ja, partiet får veta',
    municipalityOnly: 'Nej, bara kommunen',
    removeName: 'Ta bort namnet',
    ringMe: 'Vill prata mer först',
  },
  askTitle: 'Ring den utsatte om partiet',
  askLines: [
    'Fråga om partiet får läsa. Den utsatte svarar på sitt kort, eller så skriver kommunen in svaret.',
  ],
  ask: 'Svar om partiet',
  answers: {
    yes: 'Ja, det är okej',
    municipalityOnly: 'Nej, bara kommunen',
    removeName: 'Ta bort mitt namn',
    ringMe: 'Ring mig först',
  },
};
