import { capital } from '../../names';

/** "Ring nu": a person whom Teams does not reach. */
export const CALLS = {
  title: (name: string) => `Ring ${name} nu`,
  victimTitle: 'Ring den utsatte nu',
  lines: (name: string) => `Jag når inte ${name} i Teams. Ring och säg att något väntar i Trygghetsboten.`,
  duty: (name: string) =>
    `Ingen har svarat. Ring ${name} och berätta det. Tryck på Jag har ringt, så vet de andra.`,
  dutyUnreached: (name: string) =>
    `Ingen har pratat med den utsatte. Ring ${name} och berätta det. Tryck på Jag har ringt, så vet de andra.`,
  notInTeams: (name: string) => `${name} finns inte i Teams. Ring och berätta att ingen har svarat.`,
  rung: (name: string, at: string) => `${name} blev uppringd ${at}.`,
  rang: (who: string, name: string, at: string) => `${capital(who)} ringde ${name} ${at}.`,
  lastRung: (at: string) => `Senast uppringd ${at}.`,
  lastVain: (at: string) => `Inget svar ${at}.`,
  lastAnswered: (at: string) => `Svar ${at}.`,
  victimLines:
    'Jag når inte den utsatte i Teams. Ring och berätta vad som händer. Numret står under Visa uppgifter, om det finns.',
  /** For a reader who may not know who it is about. */
  victimUnseen:
    'Jag når varken den utsatte eller den som leder i Teams. Ta över ledningen, så ser du vem det gäller.',
  noAnswer: 'Inget svar',
  answered: (name: string, at: string) => `${name} svarade i telefon ${at}.`,
  vain: (name: string, at: string) => `${name} svarade inte i telefon ${at}.`,
};
