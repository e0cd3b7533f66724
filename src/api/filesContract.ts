import { z } from 'zod';
import type { ButtonView } from '../cards/view';
import { incidentId, keyText } from '../routine/acts/inputs';
import type { Taking } from '../screens/files';

/* What tab and server say to each other of files: those that are given, seen and taken. */

/** `POST /api/tab/file`: a picture to be seen, or what a ticket is good for. Answered with bytes. */
export const fileSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('picture'), id: incidentId(), file: keyText() }),
  z.strictObject({
    what: z.enum(['document', 'masked', 'file']),
    id: incidentId(),
    file: keyText().optional(),
    ticket: z.string().max(100),
  }),
]);
/** A file that the tab asks for. */
export type FileAsked = z.infer<typeof fileSchema>;

/** `POST /api/tab/upload`: these as headers (uploadHeaders.ts), and the bytes of the file as the body. */
export const uploadSchema = z.strictObject({ incident: incidentId(), name: z.string().max(1_000) });

/** The answer to a file that was given. `fault`: why it was not kept, a key of `FILE_FAULTS`; absent: it was. */
export interface UploadAnswer {
  fault?: string | undefined;
}

/** A file that was given as evidence: what it is, and from whom when; never its name. `take` opens the question why. */
export interface GivenFileView {
  file: string;
  title: string;
  note: string;
  isPicture: boolean;
  take?: ButtonView | undefined;
}

/** Files of an incident. `first`: opens what has to be promised before a picture is shown. `most`: megabytes of the biggest. */
export interface FilesView {
  rows: GivenFileView[];
  mayGive: boolean;
  most: number;
  first?: ButtonView | undefined;
}

/** A ticket of the one who asks, for something of an incident (`id`): good once, for a minute. */
export interface ReadyView extends Taking {
  id: string;
}

/** A file that is taken: its bytes as base64. */
export interface FilePage {
  page: 'file';
  name: string;
  type: string;
  content: string;
}
