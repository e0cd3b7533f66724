import { capital } from '../content/names';
import { DOCUMENT } from '../content/texts/printed/document';
import { type CopyMask, copyMask } from '../routine/rules/report/maskedCopy';
import { type DocumentPart, mapTexts, type WordDocument } from './model';

/** The reasons for which words are masked, and how many words for each: never the words. */
function reasonsPart(masks: readonly CopyMask[]): DocumentPart {
  const { title, heads, none } = DOCUMENT.masks;
  const all = masks.map(({ why }) => capital(why));
  const rows = [...new Set(all)].map((why) => [why, String(all.filter((one) => one === why).length)]);
  return {
    title,
    level: 1,
    lines: rows.length === 0 ? [none] : [],
    ...(rows.length > 0 && { table: { heads, widths: [3, 1], rows } }),
  };
}

/**
 * A document as it is handed out: every text of it without the masked words, and the reasons at its end. It is made of the whole
 * one before anything is written down, so that no part of the file, shown or not, has ever held what is masked.
 */
export function maskedDocument(document: WordDocument, masks: readonly CopyMask[]): WordDocument {
  const marked: WordDocument = {
    ...document,
    title: `${DOCUMENT.title}. ${DOCUMENT.maskedTitle}`,
    lines: DOCUMENT.maskedLines,
    parts: [...document.parts, reasonsPart(masks)],
  };
  return mapTexts(marked, copyMask(masks, DOCUMENT.masked));
}
