import type { Incident } from '../../src/routine/model/incident';
import { type DocumentKind, drawnUp } from '../../src/routine/rules/report/documents';
import { addedFor, harmlessEnding } from '../../src/routine/rules/report/evidence';
import { incident, NOW, people } from '../support/pureTown';

/* What of an incident is a document when it is closed, and what a file of it is called when it is handed over. */

describe('the documents that closing makes final', () => {
  const at = NOW.toISOString();
  const step = (records: Record<string, string>) =>
    ({ assess: { state: 'done', epoch: 1, records } }) as unknown as Incident['steps'];
  const filled: [string, object, DocumentKind[]][] = [
    ['nothing but the report', {}, []],
    ['a step with words', { steps: step({ kinds: 'threat' }) }, ['steps']],
    ['a step without words', { steps: step({ kinds: '' }) }, []],
    ['a check', { checks: { locks: { at } } }, ['checks']],
    ['a talk that was held', { talks: [{ heldOn: '2026-11-24' }] }, ['talks']],
    ['a talk that is planned', { talks: [{ plannedFor: '2026-12-01' }] }, []],
    ['a measure', { protection: [{ id: 'one' }] }, ['protection']],
    ['an assessment of the threat', { threats: [{ id: 'one' }] }, ['threats']],
    ['a task with words', { tasks: { one: { records: { what: 'Done' } } } }, ['tasks']],
    ['a task without words', { tasks: { one: { records: {} } } }, []],
    ['a review', { review: { at } }, ['review']],
    ['words of a review', { reviewWords: ['Well'] }, ['review']],
    ['no words of a review', { reviewWords: [] }, []],
  ];
  it.each(filled)('%s', (_, more, expected) => {
    const none = { steps: {}, checks: {}, talks: [], protection: [] };
    expect(drawnUp({ ...incident(), ...none, ...more } as Incident)).toEqual(expected);
  });
});

it.each([
  ['Hot.jpg', 'image/png', '.png'],
  ['brev.txt', '', '.txt'],
  [' BREV.TXT ', '', '.txt'],
  ['Svar.Eml', '', '.eml'],
  ['brev.txt.exe', '', '.bin'],
  ['brev', '', '.bin'],
  ['brev.txt', 'application/x-unknown', '.bin'],
])('a file called %j, of the type %j, ends with %s', (name, type, ending) => {
  expect(harmlessEnding({ name, type })).toBe(ending);
});

it.each([
  ['by another while they lead', people.victim, '2026-11-24T10:00:00.000Z', 1],
  ['by another as they began', people.victim, '2026-11-24T09:00:00.000Z', 1],
  ['by another before', people.victim, '2026-11-24T08:59:00.000Z', 0],
  ['by themselves', people.officer, '2026-11-24T10:00:00.000Z', 0],
  ['with the report', people.victim, undefined, 0],
])('a file that came %s is news to the lead or not', (_, by, addedAt, count) => {
  const evidence = [{ id: 'file', name: 'a.png', type: 'image/png', by, addedAt }];
  const lead = { person: people.officer, since: '2026-11-24T09:00:00.000Z', why: 'acknowledged' as const };
  const value = { evidence } as unknown as Incident;
  expect(addedFor(value, lead)).toEqual(count === 0 ? [] : [addedAt]);
  expect(addedFor(value, undefined)).toEqual([]);
});
