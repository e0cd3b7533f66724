import { z } from 'zod';
import type { LinkDecision } from '../app/deps';

/*
 * The municipality's decision that the strategist may look for one sender in several incidents. Without it there is no such page.
 */

const text = z.string().trim().min(3).max(200).optional();

/** Schemas of the settings. */
export const linkSettings = {
  LINKS_DECISION: text,
  LINKS_PURPOSE: text,
  LINKS_UNTIL: z.iso.date().optional(),
};
const NAMES = ['LINKS_DECISION', 'LINKS_PURPOSE', 'LINKS_UNTIL'] as const;
/** The settings as read. */
export type LinkConfig = Readonly<{ [K in (typeof NAMES)[number]]?: string | undefined }>;

/** The rule of each setting, for the message when it is broken. */
export const LINK_WANTED: Readonly<Record<string, string>> = {
  LINKS_DECISION: 'who decided it, when, and its reference (3 to 200 characters)',
  LINKS_PURPOSE: 'why, as the data protection officer has approved it (Swedish, 3 to 200 characters)',
  LINKS_UNTIL: 'its last day, as YYYY-MM-DD',
};

/** Complaints: a decision without its reason or its end is none. */
export const linkFaults = (env: Readonly<Record<string, string | undefined>>): string[] => {
  const set = NAMES.filter((name) => env[name]);
  return set.length === 0 || set.length === NAMES.length
    ? []
    : [`${NAMES.join(', ')}: give all three, or none`];
};

/** The decision; undefined: there is none. */
export const linksOf = ({
  LINKS_DECISION,
  LINKS_PURPOSE,
  LINKS_UNTIL,
}: LinkConfig): LinkDecision | undefined =>
  LINKS_DECISION && LINKS_PURPOSE && LINKS_UNTIL
    ? { decision: LINKS_DECISION, purpose: LINKS_PURPOSE, until: LINKS_UNTIL }
    : undefined;
