import { z } from 'zod';
import { instant, sealedOneOf } from '../sensitivity';

/** How much the victim lets the one who reported see: how it goes, or the report as well. */
export const SEES_MORE = ['status', 'report'] as const;
export type ReporterSees = (typeof SEES_MORE)[number];

/** That the victim lets the one who reported see more than their own words, and since when. */
export const reporterSeesSchema = z.object({ what: sealedOneOf(SEES_MORE), at: instant() });
