/** Parts of *Ärenden*: never by party, group or what it is about. */
export const LIST_STATES = ['open', 'closed', 'waiting', 'late', 'followed'] as const;
export type PartState = (typeof LIST_STATES)[number];
