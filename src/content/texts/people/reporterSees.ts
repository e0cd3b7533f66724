/* What the one who reported for another may see: the victim decides. */

export const REPORTER_SEES = {
  button: 'Vad får den som rapporterade se?',
  title: 'Vad får den som rapporterade se?',
  lines: [
    'Den som rapporterade ser sina egna ord, och inget mer om du inte säger till.',
    'Du kan ändra dig när du vill. Det hen redan har läst kan jag inte ta tillbaka.',
  ],
  /** To the victim: how it is now. */
  now: {
    nothing: 'Nu ser hen bara sina egna ord.',
    status: 'Den som rapporterade ser hur det går.',
    report: 'Den som rapporterade ser hur det går och kan läsa rapporten.',
  },
  choices: {
    status: 'Visa hur det går',
    report: 'Visa rapporten också',
    nothing: 'Visa inget mer',
  },
  /** To the one who reported. */
  letIn: {
    status: 'Den det gäller låter dig se hur det går.',
    report: 'Den det gäller låter dig se hur det går och läsa rapporten.',
  },
  progress: 'Så långt har det kommit',
};
