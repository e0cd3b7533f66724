import { knownSuspects } from '../../src/app/runtime/knownSuspects';
import type { Incident } from '../../src/routine/model/incident';
import { incident, NOW, people } from '../support/pureTown';

const HOUR = 3_600_000;
const victim = (bound: Incident['victim']['bound']) => ({ person: people.victim, name: '', bound, epoch: 0 });
/** One of them, with those who are out of it. */
const of = (bound: Incident['victim']['bound'], declined: Incident['declined']): Incident => ({
  ...incident(),
  victim: victim(bound),
  declined,
});
const out = (person: string, why: Incident['declined'][number]['why'], rows: string[] = []) => ({
  person,
  at: NOW.toISOString(),
  why,
  rows,
});

describe('who is part of what happened, as it is remembered for a moment without storage', () => {
  it('are all of every incident that was saved, each once, with their rows; nobody who only said no', () => {
    const known = knownSuspects(() => NOW);
    expect(known.of(people.victim)).toBeUndefined();
    known.note(people.victim, ['before']);
    const declined = [out('first', 'suspect', ['row1', 'row2']), out('other', 'cannot')];
    known.add(of('self', declined));
    known.add(of('yes', [out('first', 'suspect'), out('second', 'suspect')]));
    expect(known.of(people.victim)).toEqual(['before', 'first', 'row1', 'row2', 'second']);
  });

  it('are forgotten by no incident without any, and known of nobody who is not bound to theirs', () => {
    const known = knownSuspects(() => NOW);
    known.add(of('self', [out('other', 'cannot')]));
    known.add(of('asked', [out('first', 'suspect')]));
    // Not "nobody": that is not known.
    expect(known.of(people.victim)).toBeUndefined();
    known.note(people.victim, ['before']);
    known.add(of('self', []));
    expect(known.of(people.victim)).toEqual(['before']);
  });

  it('are believed to be nobody for an hour, and somebody for longer', () => {
    let now = NOW;
    const known = knownSuspects(() => now);
    known.note('nobody', []);
    known.note('somebody', ['first']);
    now = new Date(NOW.getTime() + HOUR);
    expect([known.of('nobody'), known.of('somebody')]).toEqual([[], ['first']]);
    now = new Date(now.getTime() + 1);
    expect([known.of('nobody'), known.of('somebody')]).toEqual([undefined, ['first']]);
  });
});
