import { dayOf } from '../../routine/calendar/localTime';
import { type PersonId, postsIn } from '../../routine/model/contact';
import { endingPosts, toldOfEnding } from '../../routine/rules/contactList/ending';
import type { NewsKind } from '../../screens/round';
import type { Deps } from '../deps';
import { type PersonState, personAggregateId } from '../ports/states';
import { changeState } from './aggregate';

/** Adds to what a person is still to hear of, once each kind and id; the last twenty are kept. */
export const addNews = (deps: Deps, person: PersonId, news: PersonState['news'][number]): Promise<void> =>
  changeState(deps, { store: deps.persons, id: person, aggregate: personAggregateId(person) }, (state) =>
    state.news.some((one) => one.kind === news.kind && one.id === news.id && one.at === news.at)
      ? state
      : { ...state, news: [...state.news, news].slice(-20) },
  );

/** Takes what has been answered out of a person's news. */
export const removeNews = (
  deps: Deps,
  person: PersonId,
  { kind, id }: { kind: string; id: string },
): Promise<void> =>
  changeState(deps, { store: deps.persons, id: person, aggregate: personAggregateId(person) }, (state) => {
    const news = state.news.filter((one) => one.kind !== kind || one.id !== id);
    return news.length === state.news.length ? state : { ...state, news };
  });

/** The strategists hear beforehand that a term ends with nobody named after it; once a month before, once a week before. */
export async function tellOfEnding(deps: Deps, strategists: readonly PersonId[]): Promise<void> {
  const { posts } = deps.municipality.routine;
  const ending = endingPosts(postsIn(await deps.contacts.stored()), posts, dayOf(deps.now()));
  for (const one of ending)
    for (const at of toldOfEnding(one, deps.now()))
      for (const person of strategists)
        await addNews(deps, person, { kind: 'termEnds', id: one.contact.id, at: at.toISOString() });
}

/** News that may come again of the same row: each time it is told anew. */
const AGAIN: ReadonlySet<NewsKind> = new Set<NewsKind>([
  'away',
  'ownAway',
  'standIn',
  'changed',
  'changedOwn',
  'imported',
  'rightAgain',
  'termEnds',
  'wrong',
]);

/** An entry of the news of the contact list. */
export type ListNews = { id: string; at: string; kind: NewsKind };

/** The object of a notice of news. */
export const newsKey = ({ kind, id, at }: ListNews): string =>
  AGAIN.has(kind) ? `${kind}.${id}.${Date.parse(at)}` : `${kind}.${id}`;
