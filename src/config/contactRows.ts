import { z } from 'zod';
import { type Posts, postFault } from '../routine/model/posts';
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
});

export type ContactRow = z.infer<typeof contactRow>;

/** Where in the file, and what is wrong there: `3.role: …`, rows counted from 0. */
const problems = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `  ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);

const lineOf = (json: string, { message }: SyntaxError): string => {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return position ? `: see line ${json.slice(0, Number(position)).split('\n').length}` : '';
};

/**
 * The rows of a contact list file (`CONTACT_LIST`).
 * @param posts those that the municipality declares: a row names one of them
 */
export function readContactRows(json: string, posts: Posts): ContactRow[] {
  const row = contactRow.superRefine((value, context) => {
    const fault = postFault(posts, value);
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
