import type { Incident } from '../../src/routine/model/incident';
import { type DocumentKind, drawnUp } from '../../src/routine/rules/report/documents';
import { harmlessEnding } from '../../src/routine/rules/report/evidence';
import { incident, NOW } from '../support/pureTown';

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
