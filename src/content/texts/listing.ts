import { COMMANDS } from './commands';

/* The app as Teams lists it. Teams cuts what is longer than its limits: short 80 letters, a command 32 and 128. */

/** Name and descriptions. */
export const LISTING = {
  name: (municipality: string) => `Trygghetsboten – ${municipality}`,
  short: 'Säg till direkt när du hotas i ditt politiska uppdrag.',
  full: [
    'Fara just nu? Ring 112. Jag är en bot och kan inte ringa 112 åt dig.',
    'Blir du hotad, ofredad eller angripen för att du är politiker? Skriv rapportera hot, eller tryck på en röd knapp. Du ser vem som får veta det.',
    'Sedan leder jag dem som hjälper dig genom kommunens plan, steg för steg. Du ser hela tiden hur det går och vad du kan välja.',
  ],
  tab: 'Ärenden',
};

/**
 * The use of each command, as Teams shows it beside the text field, in that order. The drill, the question to many, the notices and registering for somebody are left out: they
 * are officials' alone, and everybody sees the same list.
 */
export const COMMAND_TEXTS: Readonly<
  Record<
    Exclude<keyof typeof COMMANDS, 'drill' | 'okay' | 'practice' | 'watch' | 'register' | 'notPolitician'>,
    string
  >
> = {
  report: 'Säg till om hot, våld eller trakasserier',
  textReport: 'Rapportera utan kort, en fråga i taget',
  home: 'Få frågan om du har kommit hem',
  mine: 'Se dina ärenden och vad som händer i dem',
  contacts: 'Se vem du kan ringa',
  prevention: 'Se kurser och råd innan något händer',
  kin: 'Välj vem vi ringer om något händer dig',
  guidance: 'Se vad du gör vid hot, steg för steg',
  files: 'Spara en bild eller en fil som bevis',
  privacy: 'Se hur dina uppgifter används',
  help: 'Se vad jag kan hjälpa dig med',
};

/** A command that Teams offers. `title`: what is typed when it is chosen, so it is in the bot's language. */
export interface ListedCommand {
  kind: keyof typeof COMMAND_TEXTS;
  title: string;
  description: string;
}

/** The commands that Teams offers, by the first phrase that the bot knows each by. */
export const listedCommands = (): ListedCommand[] =>
  (Object.keys(COMMAND_TEXTS) as (keyof typeof COMMAND_TEXTS)[]).map((kind) => ({
    kind,
    title: COMMANDS[kind][0],
    description: COMMAND_TEXTS[kind],
  }));
