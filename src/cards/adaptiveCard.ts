import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { View, ViewName } from './view';

/** The neutral words for clients that cannot show the card, and for those that read it aloud. */
export interface NeutralWords {
  fallback: string;
  speak: string;
}

const FOLDER = path.join(__dirname, '..', '..', 'cards');

const load = (name: ViewName): Template =>
  new Template(JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')));

/** Built once: making a template costs 20 times as much as filling it. */
const templates: Record<ViewName, Template> = { card: load('card'), line: load('line') };

/**
 * A view as an Adaptive Card 1.5. Expanded once, so that typed text that looks like a template stays text.
 * Templates are layout only: all words come with the view.
 */
export function render(view: View, words: NeutralWords): object {
  return templates[view.name].expand({ $root: { ...view.data, words } }) as object;
}
