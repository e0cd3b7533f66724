/* The report in plain text: one question at a time, for a screen reader, a voice or a client that shows no cards. */

/** Words of the questions that the cards ask with buttons, or with the help of what stands around them. */
export const INTERVIEW_LABELS: Readonly<Record<string, string>> = {
  who: 'Vem gäller det?',
  more: 'Vill du berätta mer nu?',
  date: 'Vilken dag hände det?',
  dateTo: 'Höll det på i flera dagar? Skriv den sista dagen.',
  time: 'Vilken tid var det?',
  victimName: 'Vad heter personen?',
  what: 'Vad hände? Det räcker med en mening.',
  phone: 'Vilket nummer når vi dig på?',
  'phone.other': 'Vad har personen för telefon?',
  reporterPhone: 'Vilket telefonnummer har du själv?',
  came: 'Hur berättar personen?',
  moreVictims: 'Är fler utsatta för samma sak? Skriv ett namn på varje rad.',
  forBoard: 'Gäller det en nämnd? Vilken?',
  party: 'Vilket är ditt parti?',
  'party.other': 'Vilket är personens parti?',
  board: 'Vilken nämnd eller styrelse sitter du i?',
  'board.other': 'Sitter personen i en nämnd eller styrelse? Vilken?',
  reporterFunction: 'Vilket uppdrag eller vilken roll har du?',
  impact: 'Berätta med egna ord hur det kändes.',
  'impact.other': 'Berätta med egna ord hur personen tog det.',
  witnessPhone: 'Vilket telefonnummer har den som såg eller hörde?',
};

/** Choices of the questions that are no fields of the report. */
export const INTERVIEW_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  who: { me: 'Mig', other: 'Någon annan' },
  more: { yes: 'Ja', no: 'Nej, gå vidare' },
  leave: { keep: 'Spara', discard: 'Kasta', goOn: 'Fortsätt' },
  send: { send: 'Skicka', sendMunicipality: 'Skicka till kommunen', more: 'Berätta mer' },
};

/** Words beside a question. */
export const INTERVIEW = {
  danger:
    'Är det fara nu? Ring 112. Jag är en bot och kan inte ringa åt dig. Skriv larma mitt parti eller larma kommunen, så säger jag till direkt.',
  intro: [
    'Nu tar vi rapporten i text, en fråga i taget. Är det fara? Ring 112.',
    'Det du skriver här står kvar i chatten, också när rapporten är skickad. Vill du ta bort det? Håll på meddelandet i mobilen, eller öppna Fler alternativ på datorn, och välj Ta bort. Rapporten ändras inte av det.',
    'Skriv inte var du bor. Har du skyddade personuppgifter? Ring i stället: skriv kontaktlista.',
    'Du kan alltid skriva hoppa över, tillbaka, spara eller avbryt. Skriv hjälp, så säger jag orden igen. Skriv mina uppgifter om du vill veta hur de används.',
  ],
  resumed:
    'Du har ett utkast. Vi fortsätter där. Är det fara? Ring 112. Det du skriver här står kvar i chatten.',
  help: [
    'Är det fara? Ring 112.',
    'Skriv ditt svar, eller något av orden: hoppa över, tillbaka, upprepa, spara, avbryt.',
    'Skriv larma mitt parti eller larma kommunen om du behöver någon nu.',
  ],
  whichAlarm: 'Är det fara? Ring 112. Behöver du någon nu? Skriv larma mitt parti eller larma kommunen.',
  goesOn: 'Vill du berätta vad som hänt? Svara på frågan. Annars skriver du spara.',
  mayChoose: 'Svara med siffran eller ordet.',
  maySeveral: 'Svara med siffror eller ord. Flera går bra, till exempel 1 och 3.',
  mayDate: 'Skriv till exempel i går, måndag eller 2026-11-28.',
  mayTime: 'Skriv till exempel kl. 18.30.',
  maySkip: 'Du kan också skriva hoppa över.',
  has: 'Du har redan svarat. Skriv ett nytt svar, eller hoppa över så står det kvar.',
  notUnderstood: 'Det svaret känner jag inte igen. Inget har ändrats.',
  notSkipped: 'Den här frågan behöver ett svar, annars kan jag inte skicka. Det räcker med några ord.',
  first: 'Det här är den första frågan. Du kan inte gå längre tillbaka.',
  leave: 'Vill du spara det du har skrivit eller kasta det?',
  saved: 'Utkastet är sparat. Bara du kan läsa det. Skriv rapportera i text när du vill fortsätta.',
  discarded:
    'Utkastet är borta. Det du skrev i chatten tar du bort själv: välj meddelandet, Fler alternativ och Ta bort.',
  gone: 'Den rapporten är redan skickad, eller borta. Vill du berätta något nytt? Skriv rapportera i text.',
  olderEdit:
    'Jag ser att du ändrade ett äldre svar. Skriv tillbaka tills du kommer till frågan, och svara igen.',
  changed: 'Svaret är ändrat.',
  sent: 'Rapporten är skickad.',
  after:
    'Skriv mina ärenden när du vill se läget. Då får du ett kort. Skriv kontaktlista om du vill ha telefonnummer.',
  mayChange: 'Du kan ändra dig senare, och välja en annan som hjälper dig.',
  send: 'Vill du skicka rapporten?',
  answered: (labels: string) =>
    `Du har svarat på: ${labels}. Svaren står ovanför i chatten. Skriv tillbaka om du vill ändra något.`,
};
