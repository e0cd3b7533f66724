/* The victim has changed party, or their party is no more. */

export const CHANGE_PARTY = {
  button: 'Jag har bytt parti',
  title: 'Vilket parti är ditt nu?',
  lines: (isParty: boolean) => [
    'De i ditt gamla parti kan inte läsa mer från det du trycker. Deras kort töms.',
    isParty
      ? 'Det nya partiet får frågan om att hjälpa dig, och får läsa. Vill du inte det? Gå tillbaka och välj någon i kommunen.'
      : 'Bara kommunen har ditt ärende. Det ändras inte.',
  ],
  to: (party: string) => `Nu ${party}`,
  none: 'Inget parti',
};
