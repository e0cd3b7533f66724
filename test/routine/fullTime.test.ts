import { type Contact, FULL_TIME, postsIn } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { asMarked } from '../../src/routine/rules/steps/bringsIn';
import { victimOf } from '../../src/routine/rules/succession';
import { incident, NOW, people, routine } from '../support/pureTown';

/* In whose incidents the strategist is brought in whatever the steps say (KL 4 kap. 18 a §). */

const begun = incident();
const victim = victimOf(begun) ?? '';
const BEFORE = new Date(NOW.getTime() - 86_400_000).toISOString();
const AFTER = new Date(NOW.getTime() + 86_400_000).toISOString();

const row = (more: Partial<Contact> = {}): Contact => ({
  id: 'row1',
  role: FULL_TIME,
  order: 1,
  name: 'One',
  phone: '',
  person: victim,
  since: BEFORE,
  ...more,
});

const ROWS: readonly [string, Partial<Incident>, Contact[], string | undefined][] = [
  ['the victim is marked', {}, [row()], begun.createdAt],
  ['marked while it is open', {}, [row({ since: AFTER })], AFTER],
  ['nobody is marked', {}, [], undefined],
  ['another is marked', {}, [row({ person: people.officer })], undefined],
  ['not known yet by an account', {}, [row({ person: undefined })], undefined],
  ['the mark was taken away', {}, [row({ ended: BEFORE })], undefined],
  ['a post of theirs is no mark', {}, [row({ role: 'groupLeader' })], undefined],
  ['closed', { state: 'closed' }, [row()], undefined],
  ['asked only whether it is theirs', { victim: { ...begun.victim, bound: 'asked' } }, [row()], undefined],
  [
    'brought in before, for another reason',
    { strategist: { since: BEFORE, why: 'groups', epoch: 1 } },
    [row()],
    BEFORE,
  ],
];

describe('the strategist has it', () => {
  it.each(ROWS)('%s', (_, change, rows, since) => {
    expect(asMarked({ ...begun, ...change }, { routine, rows }).strategist?.since).toBe(since);
  });

  it('not by a routine that says nothing of it', () => {
    const silent = { bringsInFor: undefined };
    expect(asMarked(begun, { routine: silent, rows: [row()] })).toBe(begun);
  });

  it('a mark is no post: the contact list is without it', () => {
    const post = row({ role: 'groupLeader' });
    expect(postsIn([row(), post])).toEqual([post]);
    const list = [post];
    expect(postsIn(list)).toBe(list);
  });
});
