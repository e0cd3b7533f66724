import { nothingHereCard } from '../cards/reportPages';
import type { Millis, SubjectFile, SubjectStore } from './ports';
import type { Subject } from './subject';

const REST: Millis = 30 * 86_400_000;

/** A subject that is kept as a file, as delivery sees it. It has nothing to tell: a kind says what is otherwise. */
export const fileSubject = <S>(store: SubjectStore<S>, file: SubjectFile<S>): Subject => ({
  rev: file.rev,
  isAcute: false,
  cards: file.cards,
  deliveries: file.deliveries,
  notices: () => [],
  view: () => nothingHereCard(),
  older: () => nothingHereCard(),
  isPart: () => false,
  rest: REST,
  tells: async () => undefined,
  rests: async () => undefined,
  save: (change) => store.save(file, change),
});
