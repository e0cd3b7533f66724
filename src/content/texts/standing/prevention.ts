/* Prevention: what one can take part in or read before anything happens. */

export const PREVENTION = {
  button: 'Förebygga',
  title: 'Innan något händer',
  lines: [
    'Det här kan du läsa eller gå. Tryck när du har gjort det, så påminner jag dig inte.',
    'Vill du kunna skriva till 112 när du inte kan prata? Anmäl ditt nummer till SOS Alarm innan något händer.',
  ],
  sms: { title: 'Anmäl dig för sms till 112', url: 'https://www.sosalarm.se' },
  took: 'Jag har gjort det',
  undo: 'Ångra',
  taken: (day: string) => `Gjort ${day}`,
  /** To the strategist alone. */
  countsTitle: 'Hur många som har gjort det',
  count: (title: string, count: number) => `${title}: ${count} i den här mandatperioden`,
  silentAll: 'Alla har intygat tystnad.',
  silent: (names: string) => `Har inte intygat tystnad än: ${names}.`,
  more: (count: number) => `${count} till`,
  /** On the card that comes by itself. */
  newTerm: 'Ny mandatperiod: har du gått kursen om hot och våld?',
  newMember: 'Är du ny? Kommunen har en kurs om hot och våld.',
};
