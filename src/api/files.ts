import type { HandedFile } from '../app/bot';
import type { FileFault } from '../app/ports/files';
import {
  type ApiCall,
  type ApiOptions,
  callerIn,
  type FaultReply,
  fault,
  guarded,
  personOf,
  refuse,
} from './door';
import { fileSchema, type UploadAnswer, uploadSchema } from './filesContract';

/** A call for a file. */
type FileCall = Pick<ApiCall, 'authorization' | 'body'>;

/** A file that is given: what its headers say, and its bytes, at most so many. */
export interface UploadCall {
  authorization: string | undefined;
  incident: string;
  name: string;
  /** Whether the body is said to be bytes. */
  isBinary: boolean;
  fetch(most: number): Promise<Uint8Array | FileFault>;
}

/** Its answer, and that of a file that is taken. */
export type UploadReply = FaultReply | { status: 200; body: UploadAnswer };
export type FileReply = FaultReply | { status: 200; file: HandedFile };

/** Files of this size stand in memory while they come: so many at a time. */
const MOST_AT_ONCE = 4;

/** A name as it was before it was made a header; undefined: it is none. */
function plainName(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** A picture that is looked at, or the file of a ticket. Refused alike, whatever is wrong: nothing is there. */
const fileCalls =
  (options: ApiOptions) =>
  async ({ authorization, body }: FileCall): Promise<FileReply> => {
    const known = await personOf(options, authorization);
    if ('status' in known) return known;
    const read = await body();
    if ('status' in read) return refuse(options, fault(read.status, 'body'), 'body');
    const asked = fileSchema.safeParse(read.value);
    if (!asked.success) return refuse(options, fault(400, 'body'), 'file');
    return guarded(options, async (): Promise<FileReply> => {
      const caller = await callerIn(options, known.person, true);
      if ('status' in caller) return caller;
      const { bot } = options;
      const one = asked.data;
      const file =
        one.what === 'picture'
          ? await bot.seePicture(caller.person, one)
          : await bot.takeFile(caller.person, one);
      return file ? { status: 200, file } : refuse(options, fault(404, 'nothing'), one.what);
    });
  };

/** A file that is given. Who may not add it is told so before its bytes are read. */
function uploadCalls(options: ApiOptions) {
  let underWay = 0;
  const given = async (call: UploadCall, person: string): Promise<UploadReply> => {
    const asked = uploadSchema.safeParse({ incident: call.incident, name: plainName(call.name) });
    if (!asked.success || !call.isBinary) return refuse(options, fault(400, 'body'), 'upload');
    const caller = await callerIn(options, person, true);
    if ('status' in caller) return caller;
    const { incident: id, name } = asked.data;
    const file = { name, isPasted: false, fetch: call.fetch };
    const answer = await options.bot.giveFile(caller, { id, file });
    if (!answer) return refuse(options, fault(404, 'nothing'), 'upload');
    return { status: 200, body: 'fault' in answer ? { fault: answer.fault } : {} };
  };
  return async (call: UploadCall): Promise<UploadReply> => {
    const known = await personOf(options, call.authorization);
    if ('status' in known) return known;
    if (underWay >= MOST_AT_ONCE) return refuse(options, fault(429, 'tooMany'), 'uploads');
    underWay++;
    try {
      return await guarded(options, () => given(call, known.person));
    } finally {
      underWay--;
    }
  };
}

/** The tab's ways of files, behind the same checks as its calls: token, chat with the bot, limit. */
export const createFileApi = (options: ApiOptions) => ({
  file: fileCalls(options),
  upload: uploadCalls(options),
});

export type FileApi = ReturnType<typeof createFileApi>;
