import { PLACEHOLDERS } from '../content/texts/printed/template';
import { SLOTS, type Slot, type WordDocument } from './model';
import { partIn } from './unzipped';

/*
 * The municipality's own Word template: its placeholders, {{rapport}} and the others, are filled with the document. What does not
 * fit is said before anybody depends on it.
 */

/** The styles of a template's headings, by their level. Word calls them by the language that it was in. */
export type HeadingStyles = Readonly<Record<1 | 2, string>>;

/** Faults of a template; all empty: it fits. */
export interface TemplateFaults {
  /** Placeholders of parts that it lacks: what they stand for would be lost. */
  missing: string[];
  /** Placeholders that stand for nothing. */
  unknown: string[];
  /** Parts' placeholders with other words in their paragraph, or outside the text itself: those words, or another part, would be lost. */
  beside: string[];
  /** Braces that begin or end no placeholder, with what stands there. */
  broken: string[];
  /** Levels of headings that it has no style for. */
  headings: number[];
}

/** The style of each level of headings; undefined where there is none. */
export function headingStyles(template: Uint8Array): Partial<HeadingStyles> {
  const styles = (partIn(template, 'word/styles.xml') ?? '').match(/<w:style [^>]*>.*?<\/w:style>/gs) ?? [];
  const named = (name: string) => styles.find((one) => one.includes(`<w:name w:val="${name}"`));
  const id = (style: string | undefined) => /w:styleId="([^"]+)"/.exec(style ?? '')?.[1];
  return Object.fromEntries(
    ([1, 2] as const).flatMap((level) => {
      const style = id(named(`heading ${level}`) ?? named(`Heading ${level}`));
      return style ? [[level, style]] : [];
    }),
  );
}

const BODY = 'word/document.xml';
/** The heads and feet that Word makes: one a kind of page, and section. */
const EDGES = ['header', 'footer'].flatMap((kind) =>
  Array.from({ length: 9 }, (_, at) => `word/${kind}${at + 1}.xml`),
);
const SHOWN = 30;

/** The texts of the paragraphs of one part of a template. */
const textsIn = (template: Uint8Array, path: string): string[] =>
  ((partIn(template, path) ?? '').match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map((one) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
  );

const COMPLETE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The placeholders of parts that cannot be filled where they stand. */
function besideIn(template: Uint8Array): string[] {
  const parts = Object.values(PLACEHOLDERS.parts);
  const named = (text: string) => [...text.matchAll(COMPLETE)].map(([, name = '']) => name);
  const body = textsIn(template, BODY).filter(
    (text) => text.replace(COMPLETE, '').trim() !== '' || named(text).length > 1,
  );
  const edges = EDGES.flatMap((path) => textsIn(template, path));
  const found = new Set([...body, ...edges].flatMap(named));
  return parts.filter((name) => found.has(name));
}

/** Texts around braces that are left when all complete placeholders are taken away. */
const brokenIn = (template: Uint8Array): string[] =>
  [BODY, ...EDGES]
    .flatMap((path) => textsIn(template, path))
    .map((text) => text.replace(COMPLETE, ''))
    .flatMap((text) => /.{0,15}(?:\{\{|\}\}).{0,15}/.exec(text)?.[0].slice(0, SHOWN) ?? []);

/** @param found the placeholders that stand in the template */
export function templateFaults(template: Uint8Array, found: readonly string[]): TemplateFaults {
  const known = new Set<string>([...Object.values(PLACEHOLDERS.parts), ...Object.values(PLACEHOLDERS.facts)]);
  const styles = headingStyles(template);
  return {
    missing: SLOTS.map((slot) => PLACEHOLDERS.parts[slot]).filter((name) => !found.includes(name)),
    unknown: [...new Set(found)].filter((name) => !known.has(name)),
    beside: besideIn(template),
    broken: brokenIn(template),
    headings: ([1, 2] as const).filter((level) => !styles[level]),
  };
}

/** Whether a template can be used. */
export const isFitting = (faults: TemplateFaults): boolean =>
  Object.values(faults).every((found: readonly unknown[]) => found.length === 0);

/** Parts of a document by the place that each has in a template: one that names none stands with the one before it. */
export function partsBySlot({ parts }: WordDocument): Map<Slot, WordDocument['parts'][number][]> {
  const by = new Map<Slot, WordDocument['parts'][number][]>(SLOTS.map((slot) => [slot, []]));
  let at: Slot = SLOTS[0];
  for (const part of parts) {
    at = part.slot ?? at;
    by.get(at)?.push(part);
  }
  return by;
}
