import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the tab as it is served. `isLasting`: its name changes with what stands in it. */
export interface TabFile {
  type: string;
  plain: Buffer;
  packed: Buffer;
  etag: string;
  isLasting: boolean;
}

/** The tab's files by their names; undefined: there is none of that name. */
export type TabFiles = (name: string) => TabFile | undefined;

/** The page that every address of the tab shows. */
export const TAB_PAGE = 'index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

function readTabFile(path: string, name: string): TabFile {
  const plain = readFileSync(path);
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    plain,
    packed: gzipSync(plain),
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"`,
    isLasting: name !== TAB_PAGE,
  };
}

/**
 * The files of a built tab, each read and packed when it is first asked for. Only names that stood in the folder at the start
 * are served: no path leads out of it. A folder that is not there has none.
 */
export function openTabFiles(folder: string): TabFiles {
  const names = new Set(
    existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) in TYPES) : [],
  );
  const read = new Map<string, TabFile>();
  return (name) => {
    if (!names.has(name)) return undefined;
    const file = read.get(name) ?? readTabFile(join(folder, name), name);
    read.set(name, file);
    return file;
  };
}
