import { SCENARIOS, STARTS, timeline } from './timetable';

/*
 * `npm run timetable -- <part of a heading>`: the rows as they come now, to be read and then put into timetable.txt, which
 * the test compares with.
 */

const [, , part = ''] = process.argv;

for (const [when, at] of Object.entries(STARTS))
  for (const [what, make] of Object.entries(SCENARIOS)) {
    const heading = `${when}: ${what}`;
    if (!heading.includes(part)) continue;
    const from = new Date(at);
    process.stdout.write(`## ${heading}\n${timeline(make(from), from, false).rows.join('\n')}\n\n`);
  }
