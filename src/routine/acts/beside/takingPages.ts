import type { Situation } from '../../model/situation';

/** Pages from which something leaves the bot, each with the question why: the log, the document, a masked copy, a file of evidence. */
export const TAKING_PAGES = ['log', 'document', 'file', 'maskedCopy'] as const;

const isGiven = ({ incident }: Situation, _: unknown, about: string): boolean =>
  incident.evidence?.some(({ id }) => id === about) === true;

/** Who may open each, and whether it is there: rows of `PAGE_RULES` (../pages.ts). */
export const TAKING_PAGE_RULES = {
  log: { may: 'readLog' },
  document: { may: 'takeDocument' },
  // Opened in the tab, beside each file.
  file: { may: 'takeFile', isThere: isGiven },
  // The report, and the words that a copy is handed out without.
  maskedCopy: { may: 'maskCopy', shows: true },
} as const;
