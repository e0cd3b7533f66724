/** A fault of a table or a container, in English, with the mend. `isLasting`: waiting does not mend it. */
export interface AccessFault {
  isLasting: boolean;
  text: string;
}

/** A part of the storage account, and the role that lets the bot use it. */
interface Part {
  kind: 'table' | 'container';
  name: string;
  role: string;
}

/** The roles for what is stored, as infra/main.bicep gives them to the bot; a person who runs a command has the built-in one. */
export const ROWS_ROLE = '"Trygghetsboten rows" (a person: Storage Table Data Contributor)';
export const FILES_ROLE = '"Trygghetsboten files" (a person: Storage Blob Data Contributor)';

/** The fault that an answer of storage stands for. */
export function accessFault(
  { kind, name, role }: Part,
  { status, code }: { status?: number | undefined; code?: string | undefined },
): AccessFault {
  if (code === 'TableNotFound' || code === 'ContainerNotFound')
    return {
      isLasting: true,
      text: `${kind} ${name} is missing: deploy infra/main.bicep again, it makes every ${kind}. The bot makes none in production.`,
    };
  if (status === 401 || status === 403)
    return {
      isLasting: true,
      text:
        `${kind} ${name} is forbidden (${status} ${code ?? ''}): give the bot's identity the role ${role} ` +
        `on this ${kind} (a new role may take half an hour to count), and let the network that the bot runs ` +
        "in through the storage account's firewall.",
    };
  return {
    isLasting: false,
    text: `${kind} ${name} does not answer (${status ?? 'no answer'} ${code ?? ''}).`,
  };
}
