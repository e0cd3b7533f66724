/* "Trygg hem": somebody says when they will be home, and is asked then. */

/** Words of the cards. */
export const HOME = {
  title: 'Trygg hem',
  help: [
    'Skriv när du är hemma innan du går, till exempel hemma kl. 22.30 eller hemma om en timme. Då frågar jag dig.',
    'Svarar du inte säger jag till den som ska hjälpa dig.',
  ],
  past: 'Den tiden har varit. Skriv en tid som kommer, till exempel hemma om en timme.',
  far: (hours: number) =>
    `Det är för långt dit. Välj en tid inom ${hours} timmar, till exempel hemma om en timme.`,
  setTitle: (at: string) => `Jag frågar dig ${at}`,
  elseTold: (minutes: number, who: string) =>
    `Svarar du inte inom ${minutes} minuter säger jag till ${who}. Svarar ingen går det vidare till fler.`,
  limits:
    'Teams måste fungera både hos dig och hos den som får veta. Jag är inget larmbolag. Är det fara? Ring 112.',
  askedTitle: 'Är du hemma?',
  asked: (minutes: number) => `Svara inom ${minutes} minuter, annars säger jag till.`,
  toldTitle: 'Jag har sagt till att du inte har svarat',
  told: 'Är allt bra? Tryck på Jag är hemma, så får de veta det.',
  takenTitle: (who: string) => `${who} tar reda på hur du har det`,
  later: '30 minuter till',
  municipality: 'Säg till kommunen i stället',
  over: 'Bra att du är hemma. Jag frågar inte mer, och inget sparas.',
  nothing: 'Jag väntar inte på att du kommer hem. Skriv hemma och en tid om du vill att jag frågar.',
  missedTitle: 'Någon har inte hört av sig på väg hem',
  missed: 'Tryck på Jag tar det, så ser du vem det är. Då vet de andra att du ringer.',
  mineTitle: 'Du tar reda på hur det är',
  mine: 'Ring nu. Tryck sedan på Jag har nått personen.',
  mineAgain: 'Har du nått personen? Tryck på knappen då. Svarar ingen, be någon åka dit eller ring 112.',
  silent: (who: string, at: string) =>
    `${who} tog det ${at} men har inte sagt hur det gick. Kan du ringa? Tryck på Jag tar det.`,
  last: (at: string) =>
    `Jag slutar påminna ${at}, fast ingen har sagt hur det gick. Får ingen tag i personen? Ring polisen på 114 14.`,
  who: 'Visa vem det är',
  othersTitle: (who: string) => `${who} tar det. Du behöver inte göra något.`,
  whoTitle: 'Har inte hört av sig',
  due: (at: string) => `Skulle vara hemma ${at}.`,
  whoLines: [
    'Ring. Får du inget svar? Ring någon som kan titta till personen.',
    'Är det fara, eller får du inte tag på någon? Ring 112 eller polisen på 114 14.',
  ],
  /** In the place of these where the person is not to be rung. */
  otherWay: [
    'Ta reda på hur det är utan att ringa personen. Prata med någon som personen litar på, eller med polisen.',
    'Är det fara? Ring 112, och säg att personen inte kan prata.',
  ],
  noPhone: 'Jag har inget telefonnummer. Ring i Teams eller titta i kommunens förteckning.',
  ended: 'Personen har hört av sig. Du behöver inte göra något.',
};
