const { SEARCHES } = require('./test/support/jest/searches.cjs');

const swc = (syntax, more) => ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax } }, ...more }];

const project = (displayName, more) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  // strip-bom, which the check of the app package loads, jose and file-type are ES modules: Jest takes those only when they are rewritten.
  transform: {
    '^.+\\.ts$': swc('typescript'),
    '/(strip-bom|jose|file-type|strtok3|token-types|@tokenizer|@borewit|uint8array-extras)/.+\\.js$': swc(
      'ecmascript',
      {
        module: { type: 'commonjs' },
      },
    ),
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(?:.*/)?(strip-bom|jose|file-type|strtok3|token-types|@tokenizer|@borewit|uint8array-extras)/)',
  ],
  ...more,
});

/** Of the whole bot in a worker's process: all such files of a worker share its modules. */
const inProcess = (displayName, more) =>
  project(displayName, {
    roots: ['<rootDir>/test'],
    runtime: '<rootDir>/test/support/jest/runtime.cjs',
    testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
    globalSetup: '<rootDir>/test/support/shared.ts',
    globalTeardown: '<rootDir>/test/support/sharedEnd.ts',
    ...more,
  });

/** Folders with a project of their own. */
const OTHERS = ['<rootDir>/test/(browser|fleet)/'];

/**
 * `npm test` runs the first project alone; see package.json for the others.
 * @type {import('jest').Config}
 */
module.exports = {
  projects: [
    inProcess('tests', { testPathIgnorePatterns: [...OTHERS, SEARCHES] }),
    inProcess('searches', { testPathIgnorePatterns: [`^(?!.*${SEARCHES})`] }),
    project('browser', {
      roots: ['<rootDir>/test/browser'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/(walk|evenings)/'],
      globalSetup: '<rootDir>/test/support/shared.ts',
      globalTeardown: '<rootDir>/test/support/sharedEnd.ts',
    }),
    project('walk', {
      roots: ['<rootDir>/test/browser/walk'],
      globalSetup: '<rootDir>/test/support/shared.ts',
      globalTeardown: '<rootDir>/test/support/sharedEnd.ts',
    }),
    project('evenings', {
      roots: ['<rootDir>/test/browser/evenings'],
      globalSetup: '<rootDir>/test/support/shared.ts',
      globalTeardown: '<rootDir>/test/support/sharedEnd.ts',
    }),
    project('fleet', { roots: ['<rootDir>/test/fleet'] }),
    project('pictures', { roots: ['<rootDir>/test/pictures'], testMatch: ['**/draw.ts'] }),
  ],
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/jest/sequencer.cjs',
  // The only time limit: it ends what hangs, on the slowest machine. A whole search (`npm run test:long`) may take longer.
  testTimeout: process.env.TEST_LONG === '1' ? 7_200_000 : 300_000,
  // A busy machine takes longer than half a second to end a worker. No file leaves anything open: run alone, each ends by itself.
  workerGracefulExitTimeout: 60_000,
};
