import type { PersonId } from '../routine/contact';
import type { CardRow } from './ports';

/** A person's first card of a subject: the message that shows it, if there is one. */
export const cardRow = (person: PersonId, activityId = ''): CardRow => ({
  person,
  activityId,
  hash: '',
  older: [],
  epoch: 1,
  failures: 0,
});

/** The live card becomes an older one, which will shrink to a line: another takes its place. */
export const setAside = ({ activityId, older, unshrunk }: CardRow): Pick<CardRow, 'older' | 'unshrunk'> =>
  activityId
    ? { older: [...older, activityId], unshrunk: [...(unshrunk ?? []), activityId] }
    : { older, unshrunk };
