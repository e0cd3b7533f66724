import type { Names } from '../../names';
import { capital } from '../../names';

/* What the victim wishes for, and what those who help then read; closing before all is done. */

export const SAFE = {
  button: 'Jag är i säkerhet nu',
  title: 'Du har sagt att du är i säkerhet',
  /** `who`: who leads, or that it is whoever takes it. */
  line: (who: string) => `Bra. ${capital(who)} ringer ändå och hör hur du mår. Larmet gäller fortfarande.`,
  lead: (at: string) =>
    `Den utsatte sa ${at} att hen är i säkerhet. Ring ändå och fråga om hen kan prata fritt.`,
  leadQuiet: (at: string) => `Den utsatte sa ${at} att hen är i säkerhet. Kontrollera det på ett annat sätt.`,
};

export const ENOUGH = {
  button: 'Det räcker nu',
  askTitle: 'Vill du att det slutar här?',
  askLines: ({ strategist }: Names) => [
    'Då slutar vi med det som är kvar, och ingen påminns mer. Du får inga fler frågor här.',
    `Det som redan är skrivet sparas. ${capital(strategist.definite)} ger det ett nummer. Det kräver lagen.`,
    'Du kan ångra dig när du vill. Och du kan alltid be någon ringa.',
  ],
  yes: 'Ja, det räcker nu',
  title: 'Du har sagt att det räcker',
  line: (at: string) =>
    `Sedan ${at} frågar jag dig inget mer, och ingen påminns. Vill du ha hjälp igen? Välj Jag vill fortsätta.`,
  goOn: 'Jag vill fortsätta',
  leadTitle: 'Den utsatte vill sluta här',
  leadLines: [
    'Det som var kvar är avslutat. Ring inte om det. Hör bara av dig om hen ber om det.',
    'Du kan avsluta ärendet. Den utsatte kan fortsätta när hen vill.',
  ],
  /** Where nobody has spoken with them since it was acute: somebody may be made to press it. */
  ringTitle: 'Ring innan du avslutar',
  ringLines: [
    'Den utsatte har sagt att det räcker. Men ingen har pratat med hen, och någon kan ha tvingat hen.',
    'Ring och fråga om hen kan prata fritt. Tryck sedan på Vi har pratat. Då kan du avsluta.',
  ],
  /** The same to a lead who is not to ring. */
  otherWay:
    'Den utsatte har sagt att det räcker. Men ingen har pratat med hen, och någon kan ha tvingat hen.',
};

export const HELP_OUT = {
  button: 'Jag hjälper till',
  line: 'Du hjälper till och kan ringa den utsatte. Ingen leder än. Kan du leda? Tryck på Jag har tagit emot, så får du läsa.',
  victim: (names: string) => `Hjälper till: ${names}.`,
};

export const EARLY = {
  label: 'Varför det avslutades i förtid',
  button: 'Avsluta i förtid',
  title: 'Varför avslutar du nu?',
  lines: [
    'Ett skäl räcker. Resten av stegen hoppar vi över.',
    'Feltryck efter ett larm? Prata med den utsatte först. Någon kan ha tvingat hen att trycka.',
  ],
  fields: { why: 'Vad stämmer?', reason: 'Skriv kort hur du vet det' },
  choices: { mistake: 'Det var ett feltryck', duplicate: 'Det finns redan ett ärende om samma sak' },
  /** On the cards of a closed one. */
  because: {
    mistake: 'Det avslutades som ett feltryck.',
    duplicate: 'Det avslutades eftersom det finns ett annat ärende om samma sak.',
    enough: 'Den utsatte ville sluta här.',
  },
};

export const HAND = {
  button: 'Lämna steget till någon',
  title: (step: string) => `Vem ska göra det här? ${step}`,
  lines: ['Du leder fortfarande ärendet. Den du väljer får läsa det, och får veta nu att steget väntar.'],
  field: 'Vem ska göra det?',
  give: 'Lämna över steget',
};
