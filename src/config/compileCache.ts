import module from 'node:module';
import { join } from 'node:path';

/*
 * Imported first by a start: from Node 22.1 on, what V8 has compiled is kept beside the code, so that the next start takes a
 * third less time. In the folder of the code itself, where only those can write who can change the code as well. A folder
 * that is read only, or an older Node, changes nothing but the time.
 */

/** The part of `node:module` that Node 20 lacks. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown;
}

(module as CompileCache).enableCompileCache?.(join(__dirname, '..', '.compile-cache'));
