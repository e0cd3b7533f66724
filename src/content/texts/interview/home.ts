/* The words of "Trygg hem" that people type. */

/** Words that are typed: home now, and times in words. */
export const HOME_TYPED = {
  now: /^(?:nu )?(?:är )?(?:jag )?(?:är )?(?:nu )?(?:hemma|framme)(?: nu)?$/,
  clock:
    /^(?:jag )?(?:är )?hemma (?:senast |till |innan )?(?:kl |klockan |vid |runt |cirka |ca )?(\p{L}+|\d{1,2})(?: ?(\d{2}))?$/u,
  half: /^(?:jag )?(?:är )?hemma (?:senast |till |innan )?(?:kl |klockan |vid |runt )?halv (\p{L}+|\d{1,2})$/u,
  inTime:
    /^(?:jag )?(?:är )?hemma om (?:ungefär |cirka |ca )?(?:(en halvtimme|halvtimme|en kvart|en och en halv timme)|(\p{L}+|\d{1,3}) (min|minut|minuter|tim|timme|timmar|h))$/u,
  spans: { 'en halvtimme': 30, halvtimme: 30, 'en kvart': 15, 'en och en halv timme': 90 } as Readonly<
    Record<string, number>
  >,
  hours: /^(?:t|h)/,
  numbers: [
    'en',
    'två',
    'tre',
    'fyra',
    'fem',
    'sex',
    'sju',
    'åtta',
    'nio',
    'tio',
    'elva',
    'tolv',
  ] as readonly string[],
  midnight: ['midnatt'] as readonly string[],
  one: ['ett', 'en'] as readonly string[],
};
