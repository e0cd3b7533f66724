/**
 * Tests that look through many cases by machine, compare all that somebody sees byte by byte, let weeks pass, take rows of older
 * releases or keys through their changes, put a process in one trouble after the other, or run again in every municipality: a sample of each
 * runs by `npm run test:searches`, all of it by `npm run test:long`. Each rule has a test of its own in `npm test`.
 */
exports.SEARCHES =
  '/test/(app/(inbox|interleavings|crash|groupedCrash|faults)|routine/(walk|timetable)|fuzz/fuzz|access/(matrix|almsjo|screens)|evenings/evenings|house/actions|storage/(release0[123]|rotation)|production/trouble|conversation/(municipalities|almsjo|suspects|suspectsBeside|suspectsTold|together|groupedLong|time|retention|atRest|storm|changeOfTerm))\\.test\\.ts$';
