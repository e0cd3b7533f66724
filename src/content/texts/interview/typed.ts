/* Words that people type in a report in plain text. */

/** Words that may be typed during the report beside an answer. Case and punctuation do not matter. */
export const INTERVIEW_WORDS = {
  skip: [
    'hoppa över',
    'hoppa',
    'hoppa over',
    'skippa',
    'nästa',
    'nästa fråga',
    'pass',
    'inget svar',
    'vill inte svara',
  ],
  back: ['tillbaka', 'gå tillbaka', 'bakåt', 'föregående', 'förra frågan', 'backa', 'ångra'],
  save: ['spara', 'spara och fortsätt senare', 'fortsätt senare', 'senare', 'paus', 'pausa', 'spara utkast'],
  cancel: ['avbryt', 'avbryta', 'sluta', 'stopp', 'stop', 'avsluta', 'lägg av'],
  repeat: [
    'upprepa',
    'igen',
    'en gång till',
    'frågan igen',
    'vad var frågan',
    'läs igen',
    'rapportera i text',
  ],
  help: ['hjälp', 'help', 'vad kan jag skriva', 'vilka ord'],
  alarmParty: ['larma mitt parti', 'larma partiet', 'larma parti'],
  alarmMunicipality: ['larma kommunen', 'larma kommun'],
  alarm: ['larma', 'larm', 'jag behöver hjälp', 'hjälp mig'],
} as const;

/** Answers that many give in other words than those of the list, by their code. */
export const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  yes: ['ja', 'japp', 'jo', 'jajamän', 'absolut', 'yes', 'j'],
  no: ['nej', 'nä', 'nix', 'nope', 'no', 'n'],
  unknown: ['vet inte', 'vet ej', 'jag vet inte', 'osäker', 'ingen aning'],
  me: ['mig', 'jag', 'mig själv', 'det gäller mig', 'jag själv'],
  other: ['någon annan', 'nån annan', 'annan', 'det gäller någon annan'],
};

/** Days and months as they are said. */
export const DAY_WORDS = {
  today: ['idag', 'i dag', 'nu', 'ikväll', 'i kväll', 'i morse', 'imorse', 'i natt', 'inatt'],
  yesterday: ['igår', 'i går', 'igår kväll', 'i går kväll'],
  beforeThat: ['i förrgår', 'förrgår', 'iförrgår'],
  weekdays: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
  onWeekday: (day: string): readonly string[] => [day, `i ${day}s`, `i ${day}`, `på ${day}en`, `${day}s`],
  months: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
};
