/** The bot is stopped for a while: told beforehand, and when it is over. */
export const MAINTAINED = {
  title: 'Jag är avstängd en stund',
  when: (span: string) => `Avstängd: ${span}.`,
  lines: [
    'Då når ingen mig här, och jag påminner ingen. Den som behöver hjälp ringer. Ha telefonen på.',
    'Skriv av numren här nedanför, för du når dem inte här då.',
  ],
  nobody: 'Jag har inga andra nummer. Skriv av dem du behöver ur kontaktlistan.',
  /** On the first card of who asks for help. */
  meanwhile: (span: string) =>
    `Jag är avstängd ${span}. Då når du ingen här. Ring någon här nedanför, och 112 i fara.`,
  footnote: 'I fara: ring 112.',
  over: 'Avbrottet är slut. Jag är igång igen.',
  off: (span: string) => `Inställt: jag är igång som vanligt ${span}.`,
};
