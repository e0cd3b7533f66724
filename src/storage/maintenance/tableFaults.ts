import { inParallel } from '../../app/runtime/concurrency';
import { type AccessFault, accessFault, ROWS_ROLE } from '../azure/accessFault';
import { StorageError } from '../azure/storageError';
import type { Table } from '../azure/table';

/** Keys of a row that is never there. */
const NOBODY = 'ready';
const AT_ONCE = 4;

/** Reads a row and deletes one, neither of which is there: whoever may only read is found out by the second. */
async function faultOfTable(table: Table): Promise<AccessFault | undefined> {
  try {
    await table.get(NOBODY, NOBODY);
    await table.remove(NOBODY, NOBODY, '*');
    return undefined;
  } catch (error) {
    if (error instanceof StorageError)
      return accessFault({ kind: 'table', name: table.name, role: ROWS_ROLE }, error);
    throw error;
  }
}

/** The faults of all tables, as a start finds them. Nothing is written and no table is made. */
export async function tableFaults(tables: readonly Table[]): Promise<AccessFault[]> {
  const found: AccessFault[] = [];
  await inParallel(tables, AT_ONCE, async (table) => {
    const fault = await faultOfTable(table);
    if (fault) found.push(fault);
  });
  return found.sort((a, b) => a.text.localeCompare(b.text));
}
