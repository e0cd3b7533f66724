import { z } from 'zod';
import type { RandomBytes } from '../app/ports/runtime';
import { newId } from '../app/runtime/ids';
import { isActive, postsIn } from '../routine/model/contact';
import { type Organisation, postFault } from '../routine/model/posts';
import type { Tables } from '../storage/openTables';
import { BadStart } from './settings';

/** A row of a contact list file. */
const contactRow = z.object({
  role: z.string().min(1).max(60),
  party: z.string().min(1).max(20).optional(),
  board: z.string().min(1).max(20).optional(),
  order: z.number().int().min(1).max(99),
  name: z.string().min(1).max(200),
  phone: z.string().min(1).max(40),
  email: z.string().min(3).max(200).optional(),
  userId: z.guid().optional(),
  /** The day on which the person confirmed silence on paper; absent: the bot asks. */
  silence: z.iso.date().optional(),
});

export type ContactRow = z.infer<typeof contactRow>;

/** Complaints with their place in the file: `3.role: …`, rows counted from 0. */
const problems = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `  ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);

const lineOf = (json: string, { message }: SyntaxError): string => {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return position ? `: see line ${json.slice(0, Number(position)).split('\n').length}` : '';
};

/**
 * The rows of a contact list file (`CONTACT_LIST`).
 * @param declared the municipality's posts, of which each row names one
 * @throws BadStart that names each wrong row
 */
export function readContactRows(json: string, declared: Organisation): ContactRow[] {
  const row = contactRow.superRefine((value, context) => {
    const fault = postFault(declared, value);
    if (fault) context.addIssue({ code: 'custom', path: ['role'], message: fault });
  });
  try {
    const parsed = z.array(row).safeParse(JSON.parse(json));
    if (parsed.success) return parsed.data;
    throw new BadStart(`CONTACT_LIST holds rows that are wrong:\n${problems(parsed.error).join('\n')}`);
  } catch (error) {
    // The parser's own message repeats what stands there.
    if (error instanceof SyntaxError) throw new BadStart(`CONTACT_LIST is not JSON${lineOf(json, error)}.`);
    throw error;
  }
}

/**
 * Checks that the stored list names declared posts. Rows that have ended may name an earlier one. A list that cannot be read
 * now stops no start: the next press reads it again.
 * @throws BadStart that names every row that does not fit
 */
export async function assertDeclared(
  { contacts }: Pick<Tables, 'contacts'>,
  declared: Organisation,
): Promise<void> {
  const rows = await contacts.read().catch(() => []);
  const faults = postsIn(rows)
    .filter(isActive)
    .flatMap((row) => {
      const fault = postFault(declared, row);
      return fault ? [`  ${row.id}: ${fault}`] : [];
    });
  if (faults.length > 0)
    throw new BadStart(
      `The stored contact list does not fit the municipality (MUNICIPALITY):\n${faults.join('\n')}`,
    );
}

/** The actor of rows that whoever runs the bot has seeded, in the list's history. */
const OPERATOR = 'operator';

/** Fills a contact list that was never there. @returns whether this call did: of processes that start at once one does */
export async function seedContacts(
  tables: Tables,
  rows: readonly ContactRow[],
  { random, now }: { random: RandomBytes; now: Date },
): Promise<boolean> {
  return tables.contacts.fill(
    rows.map(({ userId, silence, ...row }) => ({
      ...row,
      id: newId({ random }),
      person: userId?.toLowerCase(),
      silentAt: silence && `${silence}T12:00:00.000Z`,
    })),
    { at: now.toISOString(), by: OPERATOR },
  );
}
