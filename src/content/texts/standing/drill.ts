import type { Names } from '../../names';

/** The reachability drill. */
export const DRILL = {
  title: 'Når jag dig här?',
  lines: ['Det här är en övning. Inget har hänt. Tryck, så vet kommunen att jag når dig.'],
  reachable: 'Ja, du når mig här',
  thanks: (at: string) => `✓ Övning: du svarade ${at}`,
  over: 'Övningen är slut.',
  resultTitle: 'Övningen: så gick det',
  all: 'Alla har svarat.',
  count: (answered: number, all: number) => `${answered} av ${all} har svarat.`,
  silent: 'Har inte svarat',
  startedTitle: 'Övningen har börjat',
  startedLines: (count: number) => [
    `Jag har frågat ${count} personer om jag når dem. Om två arbetsdagar ser du vilka som inte har svarat.`,
  ],
  one: 'Når jag dig?',
  oneTitle: (name: string, count: number) =>
    count > 0 ? `Jag frågar ${name} om jag når hen` : `${name} har inte öppnat mig`,
  oneLines: (count: number) => [
    count > 0
      ? 'Frågan kommer mellan 8 och 20 och säger inget om något ärende. Du får veta hur det gick om två arbetsdagar.'
      : 'Ring och be hen öppna mig i Teams. Stämmer e-posten på listan?',
  ],
  notYours: ({ strategist }: Names) => `Bara ${strategist.title} kan starta en övning`,
};
