import type { ListRoster } from './rowFaults';

/** A post with the party or board that it is of. `value`: its code in a form. */
export interface Place {
  value: string;
  role: string;
  party?: string | undefined;
  board?: string | undefined;
}

/** Every post that a row may have, in the order of the list. */
export const placesIn = ({ posts, parties, boards }: ListRoster['routine']): Place[] =>
  posts.flatMap(({ id: role, per }): Place[] => {
    if (per === 'party') return parties.map((party) => ({ value: `${role}|${party}`, role, party }));
    if (per === 'board') return boards.map((board) => ({ value: `${role}|${board}`, role, board }));
    return [{ value: role, role }];
  });
