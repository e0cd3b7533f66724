/*
 * `npm run package -- --app-id … --bot-id … --domain … --sso-app-id … --website … --privacy … --terms …`, after `npm run
 * build`: makes the Teams app package and checks it. It runs where the project is developed or built, with its development
 * packages; no production needs it. Exit codes: 0 done, 2 not done, with every reason on standard error.
 */

/** Whether the packages of development are there: a folder that is pruned for production lacks them. */
function canBuild(): boolean {
  try {
    require.resolve('fflate');
    require.resolve('@microsoft/app-manifest');
    return true;
  } catch {
    return false;
  }
}

async function run(args: readonly string[]): Promise<string> {
  if (!canBuild())
    throw new Error(
      'Packages of development are missing here, as they should on a server: run npm ci && npm run build in a clone of ' +
        'the project on your own machine, and npm run package there.',
    );
  const { buildPackage } = require('./build') as typeof import('./build');
  return buildPackage(args);
}

run(process.argv.slice(2)).then(
  (path) => process.stdout.write(`${path} is ready and checked. The next steps: docs/install-teams.md.\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
    process.exitCode = 2;
  },
);
