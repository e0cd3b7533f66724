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

/** @param found the placeholders that stand in the template */
export function templateFaults(template: Uint8Array, found: readonly string[]): TemplateFaults {
  const known = new Set<string>([...Object.values(PLACEHOLDERS.parts), ...Object.values(PLACEHOLDERS.facts)]);
  const styles = headingStyles(template);
  return {
    missing: SLOTS.map((slot) => PLACEHOLDERS.parts[slot]).filter((name) => !found.includes(name)),
    unknown: [...new Set(found)].filter((name) => !known.has(name)),
    headings: ([1, 2] as const).filter((level) => !styles[level]),
  };
}

/** Whether a template can be used. */
export const isFitting = ({ missing, unknown, headings }: TemplateFaults): boolean =>
  missing.length + unknown.length + headings.length === 0;

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
