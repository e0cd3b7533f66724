import type { Situation } from '../../model/situation';
import { mayBeLetIn } from '../../rules/victim/reporterSees';
import { mayHand } from '../../rules/wishes/handing';

/** Pages for what a person takes back or wishes for, and for the event that incidents share. */
export const WISH_PAGES = [
  'enough',
  'closeEarly',
  'handStep',
  'wishes',
  'unable',
  'changeParty',
  'event',
  'outlook',
  'merge',
  'reporterSees',
] as const;

const isOpenOne = ({ incident }: Situation): boolean => incident.state === 'open';

/** Told of by somebody else than the victim: it may go into another one. */
const isMergeable = ({ incident }: Situation): boolean =>
  incident.state === 'open' && incident.reporter.kind !== 'self';

/** A step that the lead may hand to a deputy. */
const isToHand = (situation: Situation, _: unknown, about: string): boolean =>
  situation.routine.steps.some((step) => step.id === about && mayHand(situation, step));

/** Who may open each, and whether it is there: rows of `PAGE_RULES` (../pages.ts). */
export const WISH_PAGE_RULES = {
  enough: { may: 'sayEnough', isThere: isOpenOne },
  closeEarly: { may: 'closeEarly', isThere: isOpenOne },
  handStep: { may: 'handStep', isThere: isToHand },
  changeParty: { may: 'changeParty', isThere: isOpenOne },
  unable: { may: 'sayUnable', isThere: isOpenOne },
  wishes: { may: ['victim'], isThere: isOpenOne },
  event: { may: 'joinEvent', isThere: isOpenOne },
  reporterSees: { may: 'letReporter', isThere: ({ incident }: Situation) => mayBeLetIn(incident) },
  outlook: { may: 'seeOutlook', shows: true, isThere: isOpenOne },
  // Whose the others are stands there.
  merge: { may: 'merge', shows: true, isThere: isMergeable },
} as const;
