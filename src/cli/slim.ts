import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/*
 * `npm run slim`, before the folder is packed for a server: takes out of node_modules what Node never loads, types and
 * source maps, which are more than half of it. Needs no settings. Exit code 2: packages of development are there, which
 * need their types.
 */

const UNUSED = /\.(map|[cm]?ts)$/;
const MODULES = 'node_modules';

function removeUnused(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((bytes, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return bytes + removeUnused(path);
    if (!entry.isFile() || !UNUSED.test(entry.name)) return bytes;
    const { size } = statSync(path);
    rmSync(path);
    return bytes + size;
  }, 0);
}

if (existsSync(join(MODULES, 'typescript'))) {
  process.stderr.write('Packages of development are here: run npm prune --omit=dev first.\n');
  process.exitCode = 2;
} else {
  process.stdout.write(
    `${Math.round(removeUnused(MODULES) / 2 ** 20)} MB of types and source maps were removed.\n`,
  );
}
