import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IS_LONG } from '../support/long';
import { SCENARIOS, STARTS, timeline } from './timetable';

/*
 * The Time table of the routine, read by people: timetable.txt says for each beginning what comes to whom and when. Each
 * is played for three weeks, from due time to due time and every four hours; by `npm run test:long` minute by minute.
 */

const text = readFileSync(path.join(__dirname, 'timetable.txt'), 'utf8');

/** The rows under a heading of the text. */
const expected = (heading: string): string[] => {
  const [, after = ''] = text.split(`## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return section.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
};

describe.each(Object.entries(STARTS))('reported %s', (when, at) => {
  const told = Object.entries(SCENARIOS).filter(([what]) => text.includes(`## ${when}: ${what}\n`));
  it.each(told)('%s', (what, make) => {
    const from = new Date(at);
    const { rows, unannounced } = timeline(make(from), from, IS_LONG);
    expect(rows).toEqual(expected(`${when}: ${what}`));
    // The agenda sleeps until the next time that it was told of: what comes unannounced would come late.
    expect(unannounced).toEqual([]);
  });
});
