import type { ApiFault, PressAnswer, Pressed, TabAsked, TabPage } from '../api/contract';
import type { FileAsked, UploadAnswer } from '../api/filesContract';
import { UPLOAD_HEADERS } from '../api/uploadHeaders';
import type { Host } from './teams';

/** A call that did not succeed: the kind of fault, whose words the tab has. */
export class CallFailed extends Error {
  constructor(
    readonly kind: ApiFault['error'] | 'offline',
    readonly id = '',
  ) {
    super(kind);
  }
}

/** An answer to a press. `isStale`: nothing was saved, for another was quicker. */
export type Answered = PressAnswer & { isStale: boolean };

/** The server, as the tab speaks with it. */
export interface Client {
  ask(question: TabAsked): Promise<TabPage>;
  /** @param rev the revision that the form showed */
  press(press: Pressed, rev?: number): Promise<Answered>;
  /** A file's bytes, and the name that the server gives it. */
  file(asked: FileAsked): Promise<{ blob: Blob; name: string }>;
  /** @param sent hears how much of the file has left, 0 to 100 */
  upload(incident: string, file: File, sent: (percent: number) => void): Promise<UploadAnswer>;
}

const STALE = 412;

const tokenOf = (host: Host): Promise<string> =>
  host.token().catch(() => {
    throw new CallFailed('token');
  });

async function posted(host: Host, path: string, [body, more]: [unknown, Record<string, string>?]) {
  const token = await tokenOf(host);
  return fetch(`/api/tab/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new CallFailed('offline');
  });
}

async function called(host: Host, path: string, sent: [unknown, Record<string, string>?]) {
  const response = await posted(host, path, sent);
  const answer: unknown = await response.json().catch(() => ({ error: 'failed' }));
  if (response.ok || response.status === STALE) return { answer, isStale: response.status === STALE };
  throw faultIn(answer);
}

function faultIn(answer: unknown): CallFailed {
  const { error = 'failed', id } = answer as Partial<ApiFault>;
  return new CallFailed(error, id);
}

async function fileOf(host: Host, asked: FileAsked) {
  const response = await posted(host, 'file', [asked]);
  if (!response.ok) throw faultIn(await response.json().catch(() => ({})));
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  const blob = await response.blob().catch(() => {
    throw new CallFailed('offline');
  });
  return { blob, name };
}

/** Of the ways to send, this one alone says how much has left. */
async function uploaded(
  host: Host,
  [incident, file]: [string, File],
  sent: (percent: number) => void,
): Promise<UploadAnswer> {
  const token = await tokenOf(host);
  const call = new XMLHttpRequest();
  call.open('POST', '/api/tab/upload');
  call.responseType = 'json';
  call.setRequestHeader('authorization', `Bearer ${token}`);
  call.setRequestHeader('content-type', 'application/octet-stream');
  call.setRequestHeader(UPLOAD_HEADERS.incident, incident);
  call.setRequestHeader(UPLOAD_HEADERS.name, encodeURIComponent(file.name.slice(-100)));
  call.upload.onprogress = ({ loaded, total }) => sent(Math.round((loaded / Math.max(1, total)) * 100));
  return new Promise((resolve, reject) => {
    call.onload = () =>
      call.status === 200 ? resolve(call.response as UploadAnswer) : reject(faultIn(call.response ?? {}));
    call.onerror = () => reject(new CallFailed('offline'));
    call.send(file);
  });
}

/** The client of a host. */
export const createClient = (host: Host): Client => ({
  ask: async (question) => (await called(host, 'ask', [question])).answer as TabPage,
  async press(press, rev) {
    const more: Record<string, string> = rev === undefined ? {} : { 'if-match': `"${rev}"` };
    const { answer, isStale } = await called(host, 'press', [press, more]);
    return { ...(answer as PressAnswer), isStale };
  },
  file: (asked) => fileOf(host, asked),
  upload: (incident, file, sent) => uploaded(host, [incident, file], sent),
});
