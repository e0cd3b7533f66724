import type { Caller, KeptInterview } from '../../bot';
import type { Deps } from '../../deps';
import type { Interview } from '../../ports/people';
import type { Millis } from '../../ports/runtime';
import { decideAgain } from '../../runtime/decideAgain';
import { whenUnavailable } from '../../runtime/failures';

/* Where a report in plain text is, as it is kept. */

/** After so long without an answer what is typed is no answer any more: the report is left, and can be gone on with. */
const LEFT_AFTER: Millis = 4 * 3_600_000;

/** Where a person's report in plain text is. While the keys cannot be had there is none: nobody is kept from help. */
export async function readInterview(deps: Deps, { person }: Caller): Promise<KeptInterview> {
  const row = await whenUnavailable(deps.people.read(person), () => undefined);
  const kept = row?.value.interview;
  const isLeft = kept === undefined || deps.now().getTime() - Date.parse(kept.at) > LEFT_AFTER;
  return { kept, isGoing: !isLeft && kept.isPaused !== true };
}

const sameInterview = (one: Interview | undefined, other: Interview | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Keeps where it is after a turn. False: another message was answered meanwhile, and nothing is kept. */
export async function keepInterview(
  deps: Deps,
  { person, name }: Caller,
  { before, after }: { before: Interview | undefined; after: Interview | undefined },
): Promise<boolean> {
  let isKept = true;
  await decideAgain(
    async () => ({ held: await deps.people.read(person) }),
    ({ held }) => {
      isKept = sameInterview(held?.value.interview, before);
      return isKept ? { ...(held?.value ?? { person, name }), interview: after } : undefined;
    },
    ({ held }, row) => deps.people.save(row, held?.etag),
  );
  return isKept;
}
