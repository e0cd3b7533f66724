import type { PersonId } from '../../routine/model/contact';
import type { Screen } from '../../screens/screen';
import type { Subject } from '../aggregates/aggregate';
import type { Deps } from '../deps';
import type { Later } from './retryPolicy';

/** One who looks at one subject. */
export interface Looker {
  deps: Deps;
  id: string;
  /** The process, in claims. */
  claimer: string;
  read(): Promise<Subject | undefined>;
  later: Later;
}

/** What stands in a person's chat. */
export const baseScreen = ({ id }: Looker, subject: Subject, person: PersonId): Screen =>
  subject.screen(person, `${id}.${subject.rev}`);

/** Works on all at once; each is finished before the first failure is thrown. Whether any did something. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<boolean> {
  const ends = await Promise.allSettled(items.map(work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends.some((end) => end.status === 'fulfilled' && end.value);
}
