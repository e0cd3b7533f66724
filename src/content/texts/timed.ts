/* Cards that come by themselves: each says calmly what waits, since when, and what to do. */

import { capital, type Names } from '../names';

/** Asked to lead, and nobody has answered. */
export const REMIND = {
  again: 'Jag påminner dig, för ingen har svarat än.',
  silent: (names: string, since: string) => `${names} har inte svarat sedan ${since}.`,
  wait: 'Vänta till i morgon',
};

/** Silence that has lasted too long, told to those above. */
export const SILENCE = {
  title: 'Ärendet står still',
  askedTitle: 'Ingen har svarat',
  who: (name: string, since: string) => `Nästa steg väntar på ${name} sedan ${since}.`,
  nobody: (since: string) => `Ingen har tagit emot ärendet sedan ${since}.`,
  offer: 'Ring gärna först. Tar du över får du läsa, och den utsatte får veta det.',
  offerKnown: 'Ring gärna först. Tar du över leder du ärendet, och den utsatte får veta det.',
  informed: 'Du får inte läsa ärendet. Ring och se till att någon tar hand om det.',
  registry: 'Ärendet har inget diarienummer än.',
  takeOver: 'Jag tar över',
  lead: 'Den som leder',
  confirmer: 'Den som ska godkänna förslaget',
};

/** Somebody leads, and is to speak with the victim. */
export const REACH = {
  nowTitle: 'Ring den utsatte nu',
  askTitle: 'Har du nått den utsatte?',
  asked: (at: string) => `${capital(at)} bad den utsatte att någon ringer nu.`,
  pressedAgain: (at: string, presses: number) => `Den utsatte har tryckt ${presses} gånger, senast ${at}.`,
  lines: 'Tryck på Vi har pratat, så vet de andra. Annars meddelar jag fler.',
  show: 'Visa numret',
  police: 'Polisen tar över',
  vain: (at: string) => `Inget svar ${at}.`,
  unreachedTitle: 'Ingen har pratat med den utsatte',
  leads: (name: string, since: string) =>
    `${name} leder. Jag vet inte av något samtal med den utsatte sedan ${since}.`,
  offer: 'Ring den som leder. Får du inget svar? Ta över, så får du den utsattes nummer.',
  spoken: (at: string) => `Samtal med den utsatte: ${at}.`,
  policeHas: (at: string) => `Polisen tog över ${at}.`,
  await: 'Ring den utsatte. Tryck sedan på Vi har pratat.',
};

/** Taking over another's place. */
export const TAKE_OVER = {
  title: 'Ta över för den som är borta',
  lines: ['Du leder då ärendet och får läsa det. Den du tar över efter får veta det, och den utsatte också.'],
  button: 'Ta över ledningen',
  /** Nobody leads. */
  unledTitle: 'Ta över när ingen annan kan',
  unledLines: ['Du leder då ärendet och får läsa det. Den utsatte får veta det.'],
  taken: (name: string, at: string) => `${name} tog över ${at}. Du är reserv och kan läsa.`,
};

/** The question who is with the victim. */
export const COMPANY = {
  title: 'Vem är hos den utsatte nu?',
  outLines: [
    'Tiden har gått ut. Ring den som var hos den utsatte. Skriv vem som tar över, eller att ingen behövs längre.',
  ],
  lines: ['Skriv ingen adress.'],
  fields: {
    who: 'Vem är hos den utsatte?',
    until: 'Till vilken tid?',
    next: 'Vem tar över då?',
  },
  until: (at: string) => `Någon är hos den utsatte till ${at}.`,
  noTime: 'Någon är hos den utsatte.',
  ended: 'Ingen behövs längre',
  button: 'Vem är hos den utsatte?',
  shown: 'Hos den utsatte',
  next: 'Tar över sedan',
};

/** The registry number. */
export const REGISTRY = {
  title: 'Skriv in diarienumret',
  lines: ['Ärendet ska ha ett nummer i kommunens diarium inom en arbetsdag.'],
  fields: { number: 'Diarienummer' },
  /** Facts that the register wants of a document (OSL 5:2), for whoever registers it. */
  labels: { received: 'Kom in', sender: 'Avsändare', about: 'Vad det gäller', mark: 'Markering' },
  about: (kinds: string) => ['Något har hänt en förtroendevald', kinds].filter(Boolean).join(': '),
  mark: 'Sekretessmarkera. Skriv inget mer än det här i diariet.',
  button: 'Skriv in diarienumret',
  shown: (number: string) => `Diarienummer ${number}.`,
};

/** Reminders of the follow-up talk. */
export const TALK = {
  book: 'Boka samtal',
  bookTitle: 'Boka samtalet i Teams',
  bookLines: [
    'Knappen öppnar Teams med den utsatte som deltagare. Välj en tid som passar. Skriv inget om händelsen där.',
  ],
  noAccount: 'Den utsatte har inget konto här. Ring och kom överens om en tid.',
  open: 'Öppna i Teams',
  subject: 'Samtal',
  beside: 'Dags för uppföljningssamtalet.',
  last: (day: string) => `Senast ${day}.`,
  today: 'I dag är sista dagen för samtalet.',
  overdue: (day: string) => `Samtalet skulle ha hållits senast ${day}. Håll det så snart det går.`,
  late: 'Rapporten kom sent. Därför räknas tiden från den.',
  held: (from: string, last: string) => `Det ska hållas från ${from}, senast ${last}.`,
  which: 'Vilket samtal var det?',
  whiches: { first: 'Det första samtalet', followUp: 'Uppföljningssamtalet, fast det är tidigt' },
};

/** Questions that the victim is asked again, and offers. */
export const VICTIM_AGAIN = {
  decision: 'Du ville vänta med svaret. Nu frågar jag igen. Du kan vänta mer om du vill.',
  fileTitle: 'Vill du anmäla själv?',
  fileLines: [
    'Kommunen har inte gjort anmälan än. Du kan vänta, eller göra den själv.',
    'Ring 114 14 eller gå till en polisstation. Begär att anmälan blir åtkomstskyddad. Säg att det rör ditt politiska uppdrag.',
  ],
  fileSelf: 'Jag anmäler själv',
  officerTitle: 'Vem ska hjälpa dig nu?',
  officerLines: (name: string) =>
    `${name} har inte längre uppdraget i ditt parti. Du väljer själv vem som ska leda ditt ärende.`,
  keep: (name: string) => `Behåll ${name}`,
  change: (name: string) => `Byt till ${name}`,
};

/** The morning round: one card a person and morning. */
export const ROUND = {
  title: 'Det här väntar på dig',
  acuteTitle: 'Akut: gör det här först',
  unansweredSince: (at: string) => `AKUT: ingen har svarat sedan ${at}`,
  unspoken: (at: string) => `AKUT: ingen har pratat med den utsatte sedan ${at}`,
  also: 'Det här väntar också',
  none: 'Inget väntar på dig nu.',
  unansweredTitle: 'Jag kunde inte svara dig',
  unanswered: (clock: string) =>
    `Du skrev till mig kl. ${clock}, men mitt svar kom inte fram. Tryck här eller skriv igen, så svarar jag.`,
  draft: 'Du har ett utkast som inte är skickat. Bara du ser det.',
  draftTitle: 'Ditt utkast finns kvar',
  draftErase: (day: string) => `Det raderas ${day} om du inte skickar det.`,
  more: (count: number) => `och ${count} till`,
  last: (day: string) => `senast ${day}`,
  late: (day: string) => `skulle ha gjorts senast ${day}`,
  open: (reference: string) => `Öppna ${reference}`,
  backToList: 'Till listan',
  nothing: 'Inget väntar på dig här nu',
  snooze: 'Påminn mig senare',
  snoozeTitle: 'När vill du bli påmind?',
  snoozeLines: ['Det som brådskar kommer ändå i morgon. Den sista dagen för ett steg flyttas inte.'],
  putOff: (day: string) => `Jag påminner dig ${day}.`,
  snoozeField: 'Vad gäller det?',
  when: 'När?',
  whens: { tomorrow: 'I morgon', threeDays: 'Om tre dagar', nextWeek: 'Nästa vecka' },
  hourField: 'Vilken tid vill du ha morgonlistan?',
  hour: (hour: number) => `kl. ${String(hour).padStart(2, '0')}.00`,
  save: 'Spara',
  superseded: 'Se den nya listan nedanför.',
  about: {
    silence: 'Ärendet står still',
    acknowledge: 'Ingen har tagit emot',
    approve: 'Godkänn nästa steg',
    checks: 'Svara på kontrollfrågor',
    talk: 'Håll uppföljningssamtalet',
    firstTalk: 'Håll det första samtalet',
    measure: 'En skyddsåtgärd ska vara klar',
    askVictim: 'Fråga om polisanmälan',
    askParty: 'Ring den utsatte om partiet',
    tasks: 'Gå igenom råden',
    askReading: 'Fråga den utsatte om texten till andra',
    callMe: 'Ring den utsatte, som har bett om det',
    relay: 'Vem är hos den utsatte nu?',
    review: 'Skriv hur det gick',
    close: 'Avsluta ärendet',
    registry: 'Skriv in diarienumret',
    decision: 'Svara om polisanmälan',
    readFirst: 'Läs innan andra får veta',
    partyQuestion: 'Får ditt parti veta?',
    confirm: 'Godkänner du förslaget?',
    mask: 'Dölj namnet i texten',
    outlook: 'Skriv hur läget är',
    stillAcute: 'Är det fortfarande akut?',
  } as Readonly<Record<string, string>>,
};

/** The strategist's page for putting another person in a post. */
export const REPLACE = {
  button: 'Byt person',
  title: 'Byt person på en post',
  lines: ({ strategist }: Names) => [`Den som byts ut får veta det. Det får också ${strategist.others}.`],
  field: 'Vilken post?',
  fields: { name: 'Nytt namn', phone: 'Telefon', email: 'E-post' },
  save: 'Byt',
  done: (name: string) => `${name} står nu på listan`,
  same: (name: string, role: string) => `${name}, ${role}, skriver från ett nytt konto`,
  sameDetail: 'Är det samma person? Ring och fråga först. Utan ditt svar når jag inte det nya kontot.',
  sameYes: 'Ja, samma person',
  reboundDone: (name: string) => `Jag når nu ${name} på det nya kontot`,
  newsTitle: 'Kontaktlistan har ändrats',
  newsOut: (role: string) => `Du står inte längre på listan som ${role}. Stämmer det inte? Ring kommunen.`,
  newsOther: (role: string, name: string) => `${name} är ny som ${role}. Stämmer det inte? Ring och fråga.`,
};

/** Planned absence of somebody of the contact list. */
export const ABSENCE = {
  button: 'Frånvaro',
  title: 'När är du borta?',
  lines: ['Under tiden får du inga frågor om ärenden. Nästa på listan får dem i stället.'],
  fields: {
    contact: 'Vem är borta?',
    from: 'Första dagen',
    to: 'Sista dagen',
    instead: 'Vem tar din plats?',
  },
  nextInLine: 'Nästa på listan',
  save: 'Spara frånvaron',
  end: 'Jag är tillbaka',
  until: (day: string, instead: string | undefined) =>
    `Borta till ${day}${instead ? `. I stället: ${instead}` : ''}`,
  away: (name: string, from: string, to: string) => `${name} är borta ${from} till ${to}.`,
  ownAway: (_: string, from: string, to: string) =>
    `Du står som borta ${from} till ${to}. Stämmer det inte? Ring kommunen.`,
  standIn: (name: string, from: string, to: string) =>
    `Du går in för ${name} ${from} till ${to}. Då frågar jag dig i stället.`,
};
