import type { Scene } from '../cards/scene';
import { EVIDENCE, giverTitle } from '../content/texts/evidence/evidence';
import { DOCUMENT } from '../content/texts/printed/document';
import { dayAndTime } from '../content/texts/time';
import type { DocumentPart } from './model';

/* Files that belong to what was reported first. Those of an added event stand with it (occurrencesPart.ts). */

const WORDS = DOCUMENT.evidence;

/** A row a file: its name, who gave it and when, and the whole fingerprint by which it is known again. Nothing where there is none. */
export function evidenceParts({ incident, municipality }: Scene): DocumentPart[] {
  const files = (incident.evidence ?? []).filter(({ occurrence }) => occurrence === undefined);
  if (files.length === 0) return [];
  return [
    {
      title: WORDS.title,
      level: 1,
      lines: [WORDS.kept],
      table: {
        heads: WORDS.heads,
        widths: [2, 2, 3],
        rows: files.map(({ name, as, at, sha256 }) => [
          name || EVIDENCE.noName,
          WORDS.given(giverTitle(municipality.names, as), dayAndTime(at)),
          sha256,
        ]),
      },
    },
  ];
}
