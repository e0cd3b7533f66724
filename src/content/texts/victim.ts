/* The cards of the victim and of the reporter, and the questions that only the victim answers. */

import { capital, type Names } from '../names';

/** The victim's own card. */
export const STATUS = {
  alarmTitle: 'Larmet är skickat',
  reportTitle: 'Tack. Vi har din rapport.',
  ledTitle: (name: string) => `${name} har tagit emot`,
  nobodyTitle: 'Ring själv nu',
  askedTitle: 'Jag har frågat någon annan',
  told: (names: string, at = '') => `${`Jag sade till ${names} ${at}`.trim()}.`,
  silent: 'Ingen har svarat än.',
  next: (at: string) => `Svarar ingen före ${at} frågar jag fler.`,
  cannotReach: (names: string) => `I Teams når jag inte ${names}. Ring, så går det fortast.`,
  nobody: 'Jag når ingen i Teams just nu. Ring ett av numren här.',
  leads: (name: string, role: string) => `${name}, ${role}, leder ditt ärende.`,
  leadsTitle: (name: string) => `${name} leder ditt ärende`,
  led: (name: string, role: string, at: string) =>
    `${name}, ${role}, tog emot ${at} och hör av sig till dig.`,
  keep: 'Spara allt: meddelanden, bilder, brev. Svara inte den som hotar. Var inte ensam om du kan.',
  mistakeNoted: 'Du har sagt att du tryckte fel. Någon ringer dig ändå för att höra att allt är bra.',
  callNoted: 'Du har bett att någon ringer dig.',
  whichParty:
    'Jag vet inte vilket ditt parti är. Ingen där har fått veta. Välj ditt parti här, så säger jag till dem också.',
  tellParty: (party: string) => `Säg till ${party}`,
  calling: (name: string, at: string) => `Du bad om att bli uppringd ${at}. ${name} fick veta det direkt.`,
  callingNext: (next: string, duty: string) =>
    `Har ni inte pratat före ${next} säger jag till fler. ${duty} får du numret till den som har beredskap.`,
  canRead: (names: string) => `Kan läsa din rapport: ${names}.`,
  canReadSome: (names: string) => `Kan läsa det som polisen behöver: ${names}.`,
  partyOut: (at: string) => `Ingen i ditt parti kan läsa ditt ärende sedan ${at}.`,
  nobodyReads: 'Ingen kan läsa din rapport än.',
  rows: {
    sent: 'Du har sagt till',
    taken: 'Någon tar emot',
    assessed: 'Ni bedömer läget ihop',
    support: 'Någon är hos dig',
    police: 'Kommunen ber polisen om råd',
    decision: 'Svar om polisanmälan',
    reported: 'Polisanmälan',
    talk: 'Ni talas vid igen',
  },
  latest: (day: string) => `senast ${day}`,
  closedTitle: 'Ärendet är avslutat',
  closedLines: ['Behöver du mer hjälp? Öppna det igen, eller rapportera något nytt.'],
  more: 'Mer om ditt ärende',
  decided: {
    municipality: 'Du sade ja: kommunen anmäler.',
    self: 'Du anmäler själv.',
    other: 'Någon annan anmäler åt dig.',
    no: 'Du sade nej till polisanmälan.',
    notNow: 'Du vill vänta med polisanmälan.',
    cannotAnswer: 'Du kan inte svara om polisanmälan nu.',
  },
  canChange: 'Du kan ändra dig tills anmälan är gjord. Du ser här när det är klart.',
};

/** The card of a reporter who is not the victim. */
export const RECEIPT = {
  title: 'Tack för att du berättade',
  lines: ({ strategist }: Names) => [
    `${capital(strategist.title)} har fått veta. Den det gäller väljer själv vad som händer sedan.`,
    'Du ser inte mer av ärendet. Det är för att skydda den det gäller.',
  ],
  proxyLines: ['Partiet har fått veta och hjälper den det gäller.'],
};

/** The victim's answer about support from someone outside. */
export const SUPPORT = {
  yes: 'Ja, jag vill ha stöd',
  no: 'Nej, det behövs inte',
  write: 'Svara med egna ord',
};

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
    'Någon har berättat för kommunen vad du varit med om. Ditt parti vet inget än.',
    `Säger du ja får ${firstContact.title} läsa och hjälpa dig.`,
    'Tar du bort ditt namn sparar kommunen bara det som har hänt.',
  ],
  answers: {
    yes: 'Ja, det är okej',
    municipalityOnly: 'Nej, bara kommunen',
    removeName: 'Ta bort mitt namn',
    ringMe: 'Ring mig först',
  },
};
