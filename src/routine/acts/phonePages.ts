import type { Situation } from '../model/situation';
import type { Viewer } from '../rules/access';
import { mayRing } from '../rules/reading';
import { mayReadAloud } from '../rules/victim/aloud';

/** Pages for whoever has the victim on the telephone: their number, and how it stands, to be read aloud. */
export const PHONE_PAGES = ['reach', 'aloud'] as const;

/** Who may open each, and whether it is there: rows of `PAGE_RULES` (./pages.ts). */
export const PHONE_PAGE_RULES = {
  reach: {
    may: ['lead', 'standby', 'helper', 'overseer', 'strategist'],
    shows: true,
    isThere: (situation: Situation, viewer: Viewer) => mayRing(situation, viewer),
  },
  aloud: {
    may: ['lead', 'strategist', 'reporter'],
    shows: true,
    isThere: (situation: Situation, viewer: Viewer) => mayReadAloud(situation, viewer),
  },
} as const;
