import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Log, RealClock } from '../../app/ports/runtime';
import { type Activity, readActivity } from './activity';
import { NOTHING, type Reply } from './answers';
import type { Teams } from './authentication';
import { readJson } from './guards/jsonBody';
import { createReplayGuard } from './guards/replayGuard';
import { createTally } from './guards/tally';
import type { Handler } from './handler';
import { knownType, type OriginRules, originOf } from './origin';

export interface DoorOptions {
  teams: Pick<Teams, 'check'>;
  handle: Handler;
  rules: OriginRules;
  log: Log;
  realNow: RealClock;
}

/**
 * The key of an activity for the replay guard; one without an id is known by its content, as is a changed message: it has
 * the id of the first.
 */
const keyOf = ({ id, type, conversation }: Activity, body: unknown): string =>
  JSON.stringify([
    conversation.id,
    id === '' || type === 'messageUpdate'
      ? createHash('sha256').update(JSON.stringify(body)).digest('hex')
      : id,
  ]);

/**
 * The checks of a call, in order: token, body, origin, replay. What is refused gets a status and no text, and goes no
 * further.
 */
export function createDoor({ teams, handle, rules, log, realNow }: DoorOptions) {
  const replays = createReplayGuard<Reply>(realNow, ({ isFailed }) => isFailed === true);
  const tally = createTally(log, realNow);
  const away = (status: number, why: string): Reply => {
    tally(why);
    return { status };
  };
  return async (request: IncomingMessage): Promise<Reply> => {
    const verdict = await teams.check(request.headers.authorization);
    if (verdict.kind === 'refused') return away(verdict.status, verdict.why);
    const body = await readJson(request);
    if (body.kind === 'refused') return away(body.status, 'body');
    const activity = readActivity(body.value);
    if (!activity) return away(400, 'activity');
    // A token is good for one service; the SDK skips this when an activity names none.
    if (verdict.serviceUrl !== undefined && verdict.serviceUrl !== activity.serviceUrl)
      return away(403, 'service');
    const origin = originOf(activity, rules);
    if (origin.kind === 'refused') {
      log.warn({ why: origin.why, type: knownType(activity.type) }, 'refused');
      return NOTHING;
    }
    const heard = { activity, origin, proof: verdict.proof };
    return replays.once(
      keyOf(activity, body.value),
      () => handle(heard),
      // A press waits for a card: without one the client says that the app cannot be reached.
      async () => (activity.type === 'invoke' ? handle({ ...heard, isRepeat: true }) : NOTHING),
    );
  };
}

export type Door = ReturnType<typeof createDoor>;
