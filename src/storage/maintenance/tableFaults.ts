import { inParallel } from '../../app/runtime/concurrency';
import { StorageError } from '../azure/storageError';
import type { Table } from '../azure/table';

/** A fault of a table, in English, with the mend. `isLasting`: waiting does not mend it, so a start must end. */
export interface TableFault {
  isLasting: boolean;
  text: string;
}

/** Keys of a row that is never there. */
const NOBODY = 'ready';
const AT_ONCE = 4;

/** The fault that an answer of storage stands for. */
function faultIn(name: string, error: StorageError): TableFault {
  const { status, code } = error;
  if (code === 'TableNotFound')
    return {
      isLasting: true,
      text: `table ${name} is missing: deploy infra/main.bicep again, it makes every table. The bot makes none in production.`,
    };
  if (status === 401 || status === 403)
    return {
      isLasting: true,
      text:
        `table ${name} is forbidden (${status} ${code ?? ''}): give the bot's identity the role Storage Table Data ` +
        'Contributor on this table (a new role may take half an hour to count), and let the network that the bot runs ' +
        "in through the storage account's firewall.",
    };
  return {
    isLasting: false,
    text: `table ${name} does not answer (${status ?? 'no answer'} ${code ?? ''}).`,
  };
}

/** Reads a row and deletes one, neither of which is there: whoever may only read is found out by the second. */
async function faultOfTable(table: Table): Promise<TableFault | undefined> {
  try {
    await table.get(NOBODY, NOBODY);
    await table.remove(NOBODY, NOBODY, '*');
    return undefined;
  } catch (error) {
    if (error instanceof StorageError) return faultIn(table.name, error);
    throw error;
  }
}

/** The faults of all tables, as a start finds them. Nothing is written and no table is made. */
export async function tableFaults(tables: readonly Table[]): Promise<TableFault[]> {
  const found: TableFault[] = [];
  await inParallel(tables, AT_ONCE, async (table) => {
    const fault = await faultOfTable(table);
    if (fault) found.push(fault);
  });
  return found.sort((a, b) => a.text.localeCompare(b.text));
}
