import { cleanText } from '../../model/cleanText';
import type { Evidence, Incident } from '../../model/incident';

/* Files given as evidence: what kind each is, by its content, and what a strange name is made. */

export const FILE_KINDS = [
  'picture',
  'film',
  'sound',
  'document',
  'archive',
  'program',
  'page',
  'unknown',
] as const;
/** A kind of file, as people know it. */
export type FileKind = (typeof FILE_KINDS)[number];

/** The most files of one incident. */
export const MOST_FILES = 100;
/** The most signs of a name that are kept. */
const LONGEST_NAME = 100;

/** Pictures that every browser draws and none runs: SVG is none of them. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);
const OFFICE = /^application\/(pdf|rtf|msword|vnd\.(openxmlformats|oasis|ms-))|^text\/(plain|csv)$/;
const PACKED = /^application\/(zip|gzip|x-(7z|rar|tar|bzip|xz|compress|lzip|gtar))/;
const PROGRAM =
  /^application\/(x-(msdownload|dosexec|elf|mach-binary|executable|sharedlib|msi|ms-shortcut|java)|wasm|java-archive|vnd\.android)|x-sh/;

/** The kind of a content. @param type its media type; '' where it is not known */
export function kindOf(type: string): FileKind {
  if (PICTURES.has(type)) return 'picture';
  if (PROGRAM.test(type)) return 'program';
  if (OFFICE.test(type)) return 'document';
  if (PACKED.test(type)) return 'archive';
  if (/html|xml|svg/.test(type)) return 'page';
  if (type.startsWith('video/')) return 'film';
  return type.startsWith('audio/') ? 'sound' : 'unknown';
}

/** Endings that say a kind, for those that people take for harmless. */
const SAID: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(jpe?g|png|gif|webp|heic|bmp|tiff?)$/i, 'picture'],
  [/\.(mp4|mov|avi|mkv|webm)$/i, 'film'],
  [/\.(mp3|m4a|wav|ogg|aac)$/i, 'sound'],
  [/\.(pdf|docx?|xlsx?|pptx?|odt|txt|csv|rtf|eml)$/i, 'document'],
];

/** Whether a file is a program or a page, and its name says that it is something else. */
export function isDisguised({ name, type }: Pick<Evidence, 'name' | 'type'>): boolean {
  const said = SAID.find(([ending]) => ending.test(name.trim()))?.[1];
  const kind = kindOf(type);
  return said !== undefined && said !== kind && (kind === 'program' || kind === 'page');
}

/**
 * A file's name made harmless: no folders, no unseen or turning signs, a line of at most 100 signs with the ending kept. It is
 * shown, and never used as a name of anything.
 */
export function fileName(given: string): string {
  const last = cleanText(given).split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{C}\p{Z}]+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const signs = [...plain];
  if (signs.length <= LONGEST_NAME) return plain;
  const ending = [...(/\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? '')];
  return [...signs.slice(0, LONGEST_NAME - ending.length - 1), '…', ...ending].join('');
}

/** Endings by what a content is: what it is opened with follows from its bytes, never from what somebody called it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'application/rtf': '.rtf',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'audio/mpeg': '.mp3',
  'audio/x-m4a': '.m4a',
  'audio/wav': '.wav',
};
/** Endings of texts and mails, which have no mark of their own in their bytes. */
const PLAIN_ENDING = /\.(txt|csv|eml|msg|ics|vcf)$/i;

/** The ending that a file is handed over with; `.bin`, which nothing runs, where it is not known to be harmless. */
export function harmlessEnding({ name, type }: Pick<Evidence, 'name' | 'type'>): string {
  const plain = type === '' ? PLAIN_ENDING.exec(name.trim())?.[0].toLowerCase() : undefined;
  return ENDINGS[type] ?? plain ?? '.bin';
}

/** When files were added that a lead has not had before: by others, while they lead. @param lead who leads, and since when */
export function addedFor({ evidence = [] }: Pick<Incident, 'evidence'>, lead: Incident['lead']): string[] {
  if (!lead) return [];
  const isNew = ({ addedAt = '', by }: Evidence) => by !== lead.person && addedAt >= lead.since;
  return evidence.flatMap((one) => (one.addedAt !== undefined && isNew(one) ? [one.addedAt] : []));
}

/** Files with what opens each. */
export interface GivenFiles {
  files: readonly Evidence[];
  keys: Readonly<Record<string, string>>;
}

/** An incident with files more; those that it has already stay as they are. Its revision is the caller's. */
export function withFiles(incident: Incident, { files, keys }: GivenFiles): Incident {
  const has = new Set((incident.evidence ?? []).map(({ id }) => id));
  const more = files.filter(({ id }) => !has.has(id));
  if (more.length === 0) return incident;
  const opening = more.map(({ id }) => [id, keys[id] ?? '']);
  return {
    ...incident,
    evidence: [...(incident.evidence ?? []), ...more],
    fileKeys: { ...incident.fileKeys, ...Object.fromEntries(opening) },
  };
}
