/**
 * Tests that look through many cases by machine, let weeks pass, or run again in every municipality: a sample of each
 * runs by `npm run test:searches`, all of it by `npm run test:long`. Each rule has a test of its own in `npm test`.
 */
exports.SEARCHES =
  '/test/(app/(interleavings|crash|groupedCrash|faults)|routine/(walk|timetable)|fuzz/fuzz|access/(matrix|almsjo)|evenings/evenings|house/actions|conversation/(municipalities|almsjo|groupedLong|time|retention|atRest|storm|changeOfTerm))\\.test\\.ts$';
