import type { Names } from '../../names';

/** An exercise of the whole routine. */
export const PRACTICE_CARD = {
  /** On every card of it, first. */
  strip: [
    'ÖVNING. Inget har hänt.',
    'Ring inte 112 eller polisen för övningens skull. Händer något på riktigt? Ring 112, och skriv rapportera hot.',
  ],
  line: (text: string) => `ÖVNING. ${text}`,
  /** In place of the neutral words of a notification. */
  summary: 'ÖVNING: du har en ny uppgift.',
  reference: (letters: string) => `ÖVNING-${letters}`,
  kicker: 'Övning',
  /** To who is asked. */
  askTitle: 'Vill du vara med i en övning?',
  asks: (who: string) =>
    `${who} vill öva kommunens rutin vid hot. Allt är påhittat, och ÖVNING står på varje kort.`,
  askLines: 'Skriv bara sådant som är påhittat. Efteråt ser hen när du svarade. Sedan tas allt bort.',
  yes: 'Ja, jag är med',
  no: 'Nej, inte den här gången',
  leave: 'Jag vill inte vara med längre',
  agreedTitle: 'Du är med i övningen',
  agreed: 'Jag säger till när den börjar.',
  going: 'Övningen pågår. Vill du sluta? Då försvinner dina kort i den.',
  declined: 'Du är inte med i övningen.',
  over: 'Övningen är slut.',
  /** To strategists. */
  notYours: ({ strategist }: Names) => `Bara ${strategist.title} kan starta en övning`,
  formTitle: 'Öva hela rutinen',
  formLines: [
    'Bara de som säger ja är med. Ingen annan får något kort, och ingen i beredskap eller hos polisen får veta något.',
    'Larmar någon på riktigt så gäller det, också då.',
  ],
  fields: { groups: 'Vilka bjuder du in?', others: 'Fler personer: namn eller e-post, en per rad' },
  invite: 'Bjud in',
  drill: 'Öva bara nåbarhet',
  playersTitle: (yes: number) => (yes === 1 ? '1 är med' : `${yes} är med`),
  playersLines: 'Välj vem som spelar den utsatte, och starta när de som behövs har svarat.',
  victim: 'Vem spelar den utsatte?',
  states: { yes: 'Är med', no: 'Är inte med', silent: 'Har inte svarat' },
  counts: (yes: number, silent: number) => `Med: ${yes}. Har inte svarat: ${silent}.`,
  askedTitle: 'En övning förbereds',
  goingTitle: 'En övning pågår',
  refresh: 'Visa läget nu',
  show: 'Visa övningen',
  start: 'Starta övningen',
  end: 'Ta bort övningen',
  resultTitle: 'Så gick övningen',
  began: (at: string) => `Larmet kom ${at}.`,
  steps: (ended: number, all: number) => `${ended} av ${all} åtgärder är klara.`,
  told: (at: string) => `Fick första kortet ${at}`,
  acted: (at: string, acts: number) => `tryckte första gången ${at}, ${acts} gånger i allt`,
  notTold: 'Fick inget kort',
  notActed: 'har inte tryckt',
  endedTitle: 'Övningen är borttagen',
  ended: 'Korten töms och allt som skrevs raderas.',
  /** The words that the report begins with. */
  report: 'Någon okänd ringde och sa att jag ska akta mig. Det här är påhittat.',
};
